/* SPDX-License-Identifier: GPL-3.0-or-later
 * The inside of the checker, for the search for hints. */
#pragma once

#include "check/zp-checker.h"
#include "check/zp-work-private.h"
#include "report/zp-engine-graph.h"

G_BEGIN_DECLS

/**
 * ZpInstance: one check in one row.
 */
typedef struct
{
  int check;
  int row;
} ZpInstance;

/**
 * ZpStates: the outcome of every check in every row.
 * @rows: by check, of GByteArray: a ZpState a row
 * @lengths: of int: the checks that count the characters of a passage, figures in it included
 */
typedef struct
{
  GByteArray **rows;
  GArray *lengths;
  guint n_checks;
} ZpStates;

/**
 * ZpChecker:
 * @graph: which checks read which cells
 * @states: as of the last change
 * @rows_revision: of the report when @states was made
 * @stale: @findings and @hints have to be made anew
 * @findings: of #ZpFinding; @hints: of #ZpHint
 * @work: figures read by the search that found @hints
 */
struct _ZpChecker
{
  ZpReport *report;
  const ZpPack *pack;
  ZpGraph graph;
  ZpStates states;
  guint64 rows_revision;
  gulong handler;
  gboolean stale;
  GPtrArray *findings;
  GPtrArray *hints;
  guint64 work;
};

ZpStates zp_states_copy (const ZpStates *self);
void zp_states_clear (ZpStates *self);

static inline ZpState
zp_states_get (const ZpStates *self, ZpInstance instance)
{
  return (ZpState) self->rows[instance.check]->data[instance.row];
}

static inline void
zp_states_set (ZpStates *self, ZpInstance instance, ZpState state)
{
  self->rows[instance.check]->data[instance.row] = (guint8) state;
}

ZpReport *zp_checker_get_report (ZpChecker *self);
const ZpStates *zp_checker_get_states (ZpChecker *self);
const ZpCheckDef *zp_checker_get_check (ZpChecker *self, int check);
void zp_checker_init_states (ZpChecker *self);
void zp_checker_update_states (ZpChecker *self);
GArray *zp_checker_list_affected (ZpChecker *self, const GArray *moved);
char *zp_checker_format_id (ZpChecker *self, ZpInstance instance);

GPtrArray *zp_hint_search (ZpChecker *checker, guint64 *work);
ZpFinding *zp_finding_new (ZpChecker *checker, ZpInstance instance, ZpState state);
ZpSlip zp_hint_classify (ZpChecker *checker, ZpCell cell, ZpDecimal from, ZpDecimal to);
gboolean zp_hint_is_quantity (ZpChecker *checker, ZpCell cell, ZpDecimal figure, ZpWork *work);
void zp_hint_describe (ZpChecker *checker, ZpHint *hint);

G_END_DECLS
