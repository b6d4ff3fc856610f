/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text with figures in it: 实际支出{budget.total.actual}，执行率{budget.total.rate}。 */
#pragma once

#include "expr/zp-expr.h"

G_BEGIN_DECLS

/**
 * ZpPhraseRun:
 * @text: what is printed; owned by the list it stands in
 * @cell: the cell whose figure this is
 * @has_cell: whether it is a figure of one cell (or of a formula: its first operand)
 * @open: the figure is missing: 〔未填：label〕 is printed
 * @source: (nullable): in a live rendering what it was printed from: {budget.total.actual|亿元}, or
 * a whole {for …}…{end}; %NULL for plain text
 *
 * One stretch of a rendered phrase.
 */
typedef struct
{
  char *text;
  ZpCell cell;
  gboolean has_cell;
  gboolean open;
  char *source;
} ZpPhraseRun;

/**
 * ZpPhraseStyle:
 * @prose: figures with the unit of their cell (2,570.00万元); else without (layout cells), though
 * the sign of a percentage stays
 * @money: unit that money is printed in where the placeholder does not say, or %NULL for the cell's
 * own
 * @grouping: thousands separators in money
 * @na: mark for not applicable, or %NULL to print what the scope shows
 * @empty: what an empty figure prints outside prose
 * @live: runs say what they were printed from; every figure is a run, every loop a single one
 */
typedef struct
{
  gboolean prose;
  const ZpUnit *money;
  gboolean grouping;
  const char *na;
  const char *empty;
  gboolean live;
} ZpPhraseStyle;

typedef struct _ZpPhrase ZpPhrase;

ZpPhrase *zp_phrase_parse (const char *text, GError **error);
ZpPhrase *zp_phrase_parse_lenient (const char *text, const ZpBindContext *context);
ZpPhrase *zp_phrase_ref (ZpPhrase *self);
void zp_phrase_unref (ZpPhrase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpPhrase, zp_phrase_unref)

gboolean zp_phrase_bind (ZpPhrase *self, const ZpBindContext *context, GError **error);
const char *zp_phrase_get_source (const ZpPhrase *self);
gboolean zp_phrase_is_literal (const ZpPhrase *self);
const ZpExpr *zp_phrase_get_only_formula (const ZpPhrase *self);
gboolean zp_phrase_has_rendering (const ZpPhrase *self);
gboolean zp_phrase_get_only_figure (const ZpPhrase *self,
                                    const ZpPhraseStyle *style,
                                    ZpUnit *unit,
                                    int *places);
void zp_phrase_foreach_literal (const ZpPhrase *self,
                                void (*func) (const char *text, gpointer user_data),
                                gpointer user_data);
void zp_phrase_foreach_formula (const ZpPhrase *self, ZpRefFunc func, gpointer user_data);

GPtrArray *zp_phrase_render (const ZpPhrase *self, ZpEval *eval, const ZpPhraseStyle *style);
char *zp_phrase_render_text (const ZpPhrase *self, ZpEval *eval, const ZpPhraseStyle *style);
void zp_phrase_run_free (ZpPhraseRun *run);

const char *zp_phrase_get_rendering_name (guint index);
char *zp_phrase_change_rendering (const char *placeholder, const char *rendering);

G_END_DECLS
