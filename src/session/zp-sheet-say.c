/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a screen reader hears of a cell: row, column, figure with unit, kind, state. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "expr/zp-expr-words.h"
#include "session/zp-sheet-say-private.h"

static void
add (GPtrArray *parts, char *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_ ("between the parts of a spoken cell", ", "), (char **) parts->pdata);
}

static void
say_place (const ZpSheetPlace *self, int row, int column, GPtrArray *parts)
{
  const ZpSheet *sheet = self->sheet;

  if (sheet->block->kind == ZP_BLOCK_TABLE)
    add (parts, zp_sheet_get_row_name (sheet->report, self->cell, TRUE));
  else
    {
      zp_sheet_get_head (sheet, 0);
      add (parts, g_strdup (g_array_index (sheet->heads->rows, ZpSheetRow, row).label));
    }
  if (sheet->block->kind != ZP_BLOCK_FIELDS)
    add (parts, g_strdup (zp_sheet_get_head (sheet, column)->name));
}

static char *
say_content (const ZpSheetPlace *self, const ZpCellView *view)
{
  switch (view->fill)
    {
    case ZP_CELL_FILL_NOT_APPLICABLE:
      return g_strdup (_ ("not applicable"));
    case ZP_CELL_FILL_REQUIRED:
      return g_strdup (_ ("to be filled in"));
    case ZP_CELL_FILL_EMPTY:
      return NULL;
    case ZP_CELL_FILL_TEXT:
    default:
      return zp_sheet_figure_say (self->sheet->report, self->cell, self->content);
    }
}

/* Two figures of one cell, each with its unit. A rounding difference is told by its size. */
static void
say_figures (const ZpSheetPlace *self, const ZpCellView *view, GPtrArray *parts)
{
  g_autofree char *content = say_content (self, view);
  g_autofree char *computed = NULL;

  if (self->computed == NULL || view->state == ZP_CELL_STATE_ROUNDING)
    {
      add (parts, g_steal_pointer (&content));
      return;
    }
  computed = zp_sheet_figure_say (self->sheet->report, self->cell, &self->value->computed);
  add (parts, g_strdup_printf (_ ("declared %s"), content));
  add (parts, g_strdup_printf (_ ("computed %s"), computed));
}

static void
say_kind (const ZpSheetPlace *self, const ZpCellView *view, GPtrArray *parts)
{
  if (view->look == ZP_CELL_LOOK_COMPUTED && self->value->typed.state == ZP_CONTENT_EMPTY)
    add (parts, g_strdup (_ ("computed by the program")));
  else if (view->is_default)
    add (parts, g_strdup (_ ("filled in by the program, can be typed over")));
}

/* The label of a side of a comparison, as the finding has it. */
static char *
name_side (const ZpSheetPlace *self, const ZpPhrase *label, const ZpExpr *side)
{
  const ZpCheckDef *check = self->finding->check;
  ZpReport *report = self->sheet->report;
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  ZpPhraseStyle style = { .prose = TRUE, .na = self->sheet->pack->na, .empty = "" };

  if (check->each_block >= 0)
    zp_eval_push_row (&eval, check->each_block, self->finding->row, self->finding->row + 1);
  return label != NULL ? zp_phrase_render_text (label, &eval, &style) : zp_expr_words (side, &eval);
}

/* Both are written with the places of the check. */
static char *
say_subtraction (const char *own, const char *other)
{
  const char *point = strchr (other, '.');
  int places = point != NULL ? MIN ((int) strlen (point + 1), ZP_DECIMAL_PLACES) : 0;
  ZpDecimal a;
  ZpDecimal b;
  g_autofree char *difference = NULL;

  if (!zp_decimal_parse (own, &a, NULL) || !zp_decimal_parse (other, &b, NULL) ||
      !zp_decimal_subtract (a, b, &a))
    return g_strdup (_ ("a great deal"));
  difference = zp_decimal_to_string (a, places);
  return zp_sheet_figure_show_text (difference);
}

/* Takes @name: of the side that the cell is not on. */
static char *
say_against (char *name, const char *own, const char *other)
{
  g_autofree char *owned G_GNUC_UNUSED = name;
  g_autofree char *shown = zp_sheet_figure_show_text (other);
  g_autofree char *difference = say_subtraction (own, other);

  return g_strdup_printf (_ ("differs from %1$s %2$s by %3$s"), name, shown, difference);
}

/* What is wrong with the cell: its side of a comparison against the other, else the sentence of
 * the finding. */
static char *
say_finding (const ZpSheetPlace *self)
{
  const ZpFinding *finding = self->finding;
  const ZpCheckDef *check = finding->check;

  if (check->kind != ZP_CHECK_COMPARE || check->op != ZP_EXPR_EQUAL || finding->found == NULL ||
      finding->expected == NULL)
    return g_strdup (finding->message);
  if (zp_finding_is_left (finding, self->cell))
    return say_against (name_side (self, check->right_label, check->right), finding->found,
                        finding->expected);
  if (zp_finding_is_right (finding, self->cell))
    return say_against (name_side (self, check->left_label, check->left), finding->expected,
                        finding->found);
  return g_strdup (finding->message);
}

static char *
say_hint (const ZpSheetPlace *self)
{
  const ZpHint *hint = zp_finding_get_hint (self->finding);
  g_autofree char *figure = NULL;

  if (hint == NULL || !zp_cell_equal (hint->cell, self->cell))
    return NULL;
  figure = zp_sheet_figure_show_number (hint->to, self->def->min_places, self->def->max_places);
  return g_strdup_printf (_ ("suggested %s"), figure);
}

static char *
say_rounding (const ZpFinding *finding)
{
  g_autofree char *difference = NULL;

  if (finding->difference == NULL)
    return g_strdup (_ ("rounding difference"));
  difference = zp_sheet_figure_say_difference (finding->difference, NULL);
  return g_strdup_printf (_ ("rounding difference %s"), difference);
}

static void
say_state (const ZpSheetPlace *self, const ZpCellView *view, GPtrArray *parts)
{
  switch (view->state)
    {
    case ZP_CELL_STATE_EXPLAINED:
      add (parts, g_strdup (_ ("explained by a note")));
      break;
    case ZP_CELL_STATE_ROUNDING:
      add (parts, say_rounding (self->finding));
      break;
    case ZP_CELL_STATE_AFFECTED:
      add (parts, g_strdup (_ ("does not agree")));
      break;
    case ZP_CELL_STATE_WARNING:
      add (parts, g_strdup (C_ ("severity of a cell", "warning")));
      add (parts, say_finding (self));
      break;
    case ZP_CELL_STATE_ERROR:
      add (parts, g_strdup (C_ ("severity of a cell", "error")));
      add (parts, say_finding (self));
      add (parts, say_hint (self));
      break;
    case ZP_CELL_STATE_CLEAN:
    default:
      break;
    }
}

/** zp_sheet_say_nothing: (transfer full): of a place in a row that has no cell, row and column. */
char *
zp_sheet_say_nothing (const ZpSheet *self, int row, int column)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (ZpSheetRow) label = { 0 };

  zp_sheet_get_row (self, row, &label);
  add (parts, g_strdup (label.label));
  add (parts, g_strdup (zp_sheet_get_head (self, column)->name));
  add (parts, g_strdup (_ ("nothing to be filled in")));
  return join (parts);
}

/**
 * zp_sheet_say:
 * @view: what it shows
 *
 * Returns: (transfer full): row, column, figure with unit, kind and state, each left out when there
 * is nothing to say
 */
char *
zp_sheet_say (const ZpSheetPlace *self, int row, int column, const ZpCellView *view)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  say_place (self, row, column, parts);
  say_figures (self, view, parts);
  say_kind (self, view, parts);
  say_state (self, view, parts);
  if (view->n_remarks > 0)
    add (parts,
         g_strdup_printf (ngettext ("%u remark", "%u remarks", view->n_remarks), view->n_remarks));
  return join (parts);
}
