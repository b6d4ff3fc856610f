/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a cell is computed: its formula in words and the figures that go into it. */
#include <glib/gi18n-lib.h>

#include "expr/zp-expr-words.h"
#include "session/zp-cell-facts-private.h"

/* A sum over many rows shows so many of them, and the rest as one. */
#define SHOWN_OPERANDS 5

/* A formula of more figures is not written out beside another cell. */
#define WORKING_OPERANDS 4

typedef struct
{
  ZpCell cell;
  const char *sign;
} Term;

/**
 * Terms: the figures of a formula, in the order they are written.
 * @is_chain: they are simply strung together by their operators
 */
typedef struct
{
  ZpEval *eval;
  GArray *terms;
  const char *sign;
  gboolean is_chain;
} Terms;

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

static gboolean
has_term (const Terms *self, ZpCell cell)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (zp_cell_equal (g_array_index (self->terms, Term, i).cell, cell))
      return TRUE;
  return FALSE;
}

static void
add_term (ZpCell cell, gpointer data)
{
  Terms *self = data;
  Term term = { cell, self->sign };

  g_array_append_val (self->terms, term);
}

static void
add_once (ZpCell cell, gpointer data)
{
  Terms *self = data;
  Term term = { cell, NULL };

  if (!has_term (self, cell))
    g_array_append_val (self->terms, term);
}

typedef enum
{
  STRENGTH_NONE,
  STRENGTH_SUM,
  STRENGTH_PRODUCT,
  STRENGTH_CELL,
} Strength;

static Strength
strength_of (const ZpExpr *expr)
{
  switch ((int) expr->kind)
    {
    case ZP_EXPR_REF:
      return STRENGTH_CELL;
    case ZP_EXPR_ADD:
    case ZP_EXPR_SUBTRACT:
      return STRENGTH_SUM;
    case ZP_EXPR_MULTIPLY:
    case ZP_EXPR_DIVIDE:
      return STRENGTH_PRODUCT;
    case ZP_EXPR_CALL:
      return expr->function == ZP_FUNCTION_RATIO && expr->n_args == 2 ? STRENGTH_PRODUCT
                                                                      : STRENGTH_NONE;
    default:
      return STRENGTH_NONE;
    }
}

static const char *
operator_of (const ZpExpr *expr)
{
  switch ((int) expr->kind)
    {
    case ZP_EXPR_ADD:
      return "+";
    case ZP_EXPR_SUBTRACT:
      return "−";
    case ZP_EXPR_MULTIPLY:
      return "×";
    default:
      return "÷";
    }
}

/* a − (b + c) cannot be written without its brackets; a + (b + c) can. */
static gboolean
needs_no_brackets (const ZpExpr *expr)
{
  Strength strength = strength_of (expr);
  Strength left = strength_of (expr->args[0]);
  Strength right = strength_of (expr->args[1]);
  gboolean regroups = expr->kind == expr->args[1]->kind &&
                      (expr->kind == ZP_EXPR_ADD || expr->kind == ZP_EXPR_MULTIPLY);

  return left >= strength && (right > strength || regroups);
}

static gboolean
string_together (Terms *self, const ZpExpr *expr, const char *sign)
{
  if (strength_of (expr) == STRENGTH_NONE)
    return FALSE;
  if (strength_of (expr) == STRENGTH_CELL)
    {
      self->sign = sign;
      zp_expr_foreach_cell (expr, self->eval, add_term, self);
      return TRUE;
    }
  return needs_no_brackets (expr) && string_together (self, expr->args[0], sign) &&
         string_together (self, expr->args[1], operator_of (expr));
}

static gboolean
is_plain_sum (const ZpExpr *expr)
{
  return expr->kind == ZP_EXPR_AGGREGATE && expr->function == ZP_FUNCTION_SUM &&
         expr->args[0] != NULL && expr->args[0]->kind == ZP_EXPR_REF;
}

static void
find_terms (Terms *self, const ZpExpr *formula)
{
  self->is_chain = TRUE;
  if (is_plain_sum (formula))
    {
      self->sign = "+";
      zp_expr_foreach_cell (formula, self->eval, add_term, self);
      if (self->terms->len > 0)
        g_array_index (self->terms, Term, 0).sign = NULL;
      return;
    }
  if (string_together (self, formula, NULL))
    return;
  self->is_chain = FALSE;
  g_array_set_size (self->terms, 0);
  zp_expr_foreach_cell (formula, self->eval, add_once, self);
}

/* (transfer full): of Term */
static GArray *
read_terms (ZpReport *report, ZpCell cell, gboolean *is_chain)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), cell);
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  Terms self = { .eval = &eval };

  self.terms = g_array_new (FALSE, FALSE, sizeof (Term));
  if (def->formula != NULL)
    {
      zp_eval_push_row (&eval, cell.block, cell.row, cell.row + 1);
      find_terms (&self, def->formula);
    }
  *is_chain = self.is_chain;
  return self.terms;
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

/* 2,886.58 + 766.42, when it is short and nothing is missing. */
static char *
write_working (ZpReport *report, ZpCell cell)
{
  gboolean is_chain;
  g_autoptr (GArray) terms = read_terms (report, cell, &is_chain);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!is_chain || terms->len < 2 || terms->len > WORKING_OPERANDS)
    return NULL;
  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      g_autofree char *figure = show_figure (report, term->cell);

      if (get_content (report, term->cell)->state != ZP_CONTENT_FIGURE)
        return NULL;
      if (term->sign != NULL)
        g_string_append_printf (text, " %s ", term->sign);
      g_string_append (text, figure);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
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
make_operand (ZpSession *session, ZpCell from, const Term *term)
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
    zp_pack_get_cell (zp_report_get_pack (report), g_array_index (terms, Term, first).cell);
  ZpDecimal sum = ZP_DECIMAL_ZERO;

  for (guint i = first; i < terms->len; i++)
    {
      const ZpCellContent *content = get_content (report, g_array_index (terms, Term, i).cell);

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
  self->sign = g_array_index (terms, Term, first).sign;
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
  g_autoptr (GArray) terms = read_terms (zp_session_get_report (session), cell, &is_chain);
  guint n_shown = terms->len <= SHOWN_OPERANDS + 1 ? terms->len : SHOWN_OPERANDS;

  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (operands, make_operand (session, cell, &g_array_index (terms, Term, i)));
  if (n_shown < terms->len)
    g_ptr_array_add (operands, make_rest (session, terms, n_shown));
  return operands;
}

static gboolean
is_of_rows (const GArray *terms, ZpCell cell)
{
  for (guint i = 0; i < terms->len; i++)
    {
      ZpCell at = g_array_index (terms, Term, i).cell;

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
  g_autoptr (GArray) terms = read_terms (report, cell, &is_chain);
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
 * not that simple, or a figure is missing
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
