/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a cell is computed: its formula in words and the figures that go into it. */
#include <glib/gi18n-lib.h>

#include "expr/zp-expr-words.h"
#include "session/zp-cell-facts-private.h"

/* A sum over many rows shows so many of them, and the rest as one. */
#define SHOWN_OPERANDS 5

/* A formula of more figures is not written out beside another cell. */
#define WORKING_OPERANDS 4

/** zp_operand_free: frees @self. */
void
zp_operand_free (ZpOperand *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->label);
  g_free (self->figure);
  g_free (self->origin);
  g_free (self);
}

static const ZpCellContent *
get_content (ZpReport *report, ZpCell cell)
{
  return zp_cell_value_in_force (zp_report_get_value (report, cell));
}

static char *
show_figure (ZpReport *report, ZpCell cell)
{
  const ZpPack *pack = zp_report_get_pack (report);

  return zp_sheet_figure_show (pack, zp_pack_get_cell (pack, cell), get_content (report, cell));
}

static gboolean
is_sum (const GArray *terms)
{
  for (guint i = 0; i < terms->len; i++)
    if (g_strcmp0 (g_array_index (terms, ZpTerm, i).sign, i > 0 ? "+" : NULL) != 0)
      return FALSE;
  return TRUE;
}

static void
append_figure (GString *text, const char *sign, const char *figure)
{
  if (text->len > 0 && sign != NULL)
    g_string_append_printf (text, " %s ", sign);
  g_string_append (text, figure);
}

/* 2,886.58 + 766.42, when it is short. What is missing is skipped in a sum, as in the formula. */
static char *
write_working (ZpReport *report, ZpCell cell)
{
  gboolean is_chain;
  g_autoptr (GArray) terms = zp_cell_facts_read_terms (report, cell, &is_chain);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_figures = 0;

  if (!is_chain || terms->len > WORKING_OPERANDS)
    return NULL;
  for (guint i = 0; i < terms->len; i++)
    {
      const ZpTerm *term = &g_array_index (terms, ZpTerm, i);
      gboolean is_there = get_content (report, term->cell)->state == ZP_CONTENT_FIGURE;
      g_autofree char *figure = is_there ? show_figure (report, term->cell) : NULL;

      if (figure == NULL && !is_sum (terms))
        return NULL;
      if (figure == NULL)
        continue;
      append_figure (text, term->sign, figure);
      n_figures++;
    }
  return n_figures >= 2 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
tell_computed (ZpReport *report, ZpCell cell)
{
  g_autofree char *working = write_working (report, cell);

  if (working == NULL)
    return g_strdup (_ ("computed by the program"));
  return g_strdup_printf (_ ("%s, computed by the program"), working);
}

static char *
tell_origin (ZpReport *report, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), cell);
  gboolean is_typed = zp_report_get_value (report, cell)->typed.state != ZP_CONTENT_EMPTY;

  if (get_content (report, cell)->state == ZP_CONTENT_EMPTY)
    return g_strdup (_ ("not filled in"));
  if (def->entry == ZP_ENTRY_COMPUTED)
    return is_typed ? g_strdup (_ ("declared, typed by hand")) : tell_computed (report, cell);
  return g_strdup (is_typed ? _ ("typed by hand") : _ ("filled in by the program"));
}

static ZpOperand *
make_operand (ZpSession *session, ZpCell from, const ZpTerm *term)
{
  ZpReport *report = zp_session_get_report (session);
  ZpOperand *self = g_new0 (ZpOperand, 1);

  self->id = zp_pack_format_id (zp_session_get_pack (session), term->cell);
  self->label = zp_cell_facts_name_from (report, term->cell, from);
  self->figure = show_figure (report, term->cell);
  self->origin = tell_origin (report, term->cell);
  self->sign = term->sign;
  self->state = zp_finding_index_get_state (zp_session_get_index (session), term->cell);
  return self;
}

/* (nullable): the sum of the figures from @first on; they stand in one column. */
static char *
sum_terms (ZpReport *report, const GArray *terms, guint first)
{
  const ZpCellDef *def =
    zp_pack_get_cell (zp_report_get_pack (report), g_array_index (terms, ZpTerm, first).cell);
  ZpDecimal sum = ZP_DECIMAL_ZERO;

  for (guint i = first; i < terms->len; i++)
    {
      const ZpCellContent *content = get_content (report, g_array_index (terms, ZpTerm, i).cell);

      if (content->state == ZP_CONTENT_FIGURE && !zp_decimal_add (sum, content->number, &sum))
        return NULL;
    }
  return zp_sheet_figure_show_number (sum, def->min_places, def->max_places);
}

static ZpOperand *
make_rest (ZpSession *session, const GArray *terms, guint first)
{
  guint n_rows = terms->len - first;
  ZpOperand *self = g_new0 (ZpOperand, 1);

  self->label = g_strdup_printf (ngettext ("%u more row", "%u more rows", n_rows), n_rows);
  self->sign = g_array_index (terms, ZpTerm, first).sign;
  self->figure =
    self->sign != NULL ? sum_terms (zp_session_get_report (session), terms, first) : NULL;
  return self;
}

/**
 * zp_cell_facts_list_operands:
 *
 * The figures that the formula of the cell reads, in the order they are written. Operators stand
 * between them where the formula simply strings them together. Of more than six the first five are
 * listed, and one entry for the rest.
 *
 * Returns: (transfer full): of #ZpOperand
 */
GPtrArray *
zp_cell_facts_list_operands (ZpSession *session, ZpCell cell)
{
  GPtrArray *operands = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_operand_free);
  gboolean is_chain;
  g_autoptr (GArray) terms =
    zp_cell_facts_read_terms (zp_session_get_report (session), cell, &is_chain);
  guint n_shown = terms->len <= SHOWN_OPERANDS + 1 ? terms->len : SHOWN_OPERANDS;

  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (operands, make_operand (session, cell, &g_array_index (terms, ZpTerm, i)));
  if (n_shown < terms->len)
    g_ptr_array_add (operands, make_rest (session, terms, n_shown));
  return operands;
}

static gboolean
is_of_rows (const GArray *terms, ZpCell cell)
{
  for (guint i = 0; i < terms->len; i++)
    {
      ZpCell at = g_array_index (terms, ZpTerm, i).cell;

      if (at.block != cell.block || at.column != cell.column || at.row == cell.row)
        return FALSE;
    }
  return terms->len > 0;
}

/* What the formula gives, as short as what it reads is named. */
static char *
name_result (ZpReport *report, ZpCell cell)
{
  gboolean is_chain;
  g_autoptr (GArray) terms = zp_cell_facts_read_terms (report, cell, &is_chain);
  char *row = is_of_rows (terms, cell) ? zp_sheet_get_row_name (report, cell, FALSE) : NULL;

  return row != NULL ? row : zp_sheet_get_column_name (report, cell);
}

/** zp_cell_facts_get_formula: (transfer full) (nullable): 执行率 = 实际支出 ÷ 全年预算. */
char *
zp_cell_facts_get_formula (ZpSession *session, ZpCell cell)
{
  ZpReport *report = zp_session_get_report (session);
  const ZpCellDef *def = zp_pack_get_cell (zp_session_get_pack (session), cell);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  ZpNearScope near;

  g_return_val_if_fail (def != NULL, NULL);

  if (def->formula == NULL)
    return NULL;
  zp_near_scope_init (&near, report, cell);
  {
    ZpEval eval = ZP_EVAL_INIT (&near.scope);

    zp_eval_push_row (&eval, cell.block, cell.row, cell.row + 1);
    words = zp_expr_words (def->formula, &eval);
  }
  name = name_result (report, cell);
  return g_strdup_printf ("%s = %s", name, words);
}

/**
 * zp_cell_facts_get_working:
 *
 * Returns: (transfer full) (nullable): 19,663 ÷ 20,000 = 98.32 %; %NULL when it is not computed,
 * not that simple, or a figure is missing that it needs
 */
char *
zp_cell_facts_get_working (ZpSession *session, ZpCell cell)
{
  g_autofree char *working = NULL;
  g_autofree char *result = zp_cell_facts_get_computed (session, cell);

  if (result == NULL)
    return NULL;
  working = write_working (zp_session_get_report (session), cell);
  return working != NULL ? g_strdup_printf ("%s = %s", working, result) : NULL;
}
