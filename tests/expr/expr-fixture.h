/* SPDX-License-Identifier: GPL-3.0-or-later
 * A small made-up pack and report in memory, for the tests of formulas and phrases. */
#pragma once

#include "expr/zp-expr.h"

G_BEGIN_DECLS

/**
 * ExprFixture:
 *
 * Blocks, in this order (their numbers are 0 to 4):
 *
 * - fields `report`: year, date, name (text), mode (choice 单位自评 中介机构评价)
 * - fields `rules`: execution (score), pass (percent)
 * - grid `budget`, rows basic project total: initial, adjust, final, actual (万元), rate (percent),
 * score (score; exists in row total only)
 * - table `projects`, total of initial, issued, actual, rate: name (text), kind (choice 基建 运转),
 * initial, issued, actual (万元), rate (percent), people (number, 人), target (mixed), done (date),
 * weight (score)
 * - table `funds`, no total: project (ref to a project's name), source (text), actual (元), problem
 * (number)
 *
 * Scales: `grade` of score gives 优 良 中 差, `ladder` of percent gives 100 %, 50 %, nothing below
 * 60 %. Passages: text.opening. Annexes: annex.form.
 */
typedef struct _ExprFixture ExprFixture;

enum
{
  FIXTURE_REPORT,
  FIXTURE_RULES,
  FIXTURE_BUDGET,
  FIXTURE_PROJECTS,
  FIXTURE_FUNDS,
  FIXTURE_N_BLOCKS,
};

ExprFixture *expr_fixture_new (void);
ExprFixture *expr_fixture_new_filled (void);
void expr_fixture_free (ExprFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExprFixture, expr_fixture_free)

const ZpNames *expr_fixture_get_names (const ExprFixture *self);
const ZpScope *expr_fixture_get_scope (const ExprFixture *self);

void expr_fixture_set (ExprFixture *self, const char *id, const char *figure);
void expr_fixture_set_prior (ExprFixture *self, const char *id, const char *figure);
void expr_fixture_set_rows (ExprFixture *self, int block, int n_rows);
void expr_fixture_use_index (ExprFixture *self, gboolean use);
void expr_fixture_poison_index (ExprFixture *self);

gboolean expr_fixture_find_cell (const ExprFixture *self, const char *id, ZpCell *cell);
char *expr_fixture_cell_id (const ExprFixture *self, ZpCell cell);
ZpExpr *expr_fixture_bind (const ExprFixture *self,
                           const char *formula,
                           const ZpBindContext *context,
                           GError **error);

G_END_DECLS
