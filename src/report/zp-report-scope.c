/* SPDX-License-Identifier: GPL-3.0-or-later
 * The report as formulas and phrases see it. */
#include <glib/gi18n-lib.h>

#include "report/zp-report-private.h"

static ZpReport *
report_of (const ZpScope *scope)
{
  return ((const ZpReportScope *) scope)->report;
}

static void
set_text (ZpValue *value, const char *text)
{
  value->kind = text != NULL ? ZP_VALUE_TEXT : ZP_VALUE_MISSING;
  value->text = text;
}

static char *
render_label (ZpReport *report, const ZpPhrase *label)
{
  ZpEval eval = ZP_EVAL_INIT (&report->scope.scope);
  ZpPhraseStyle style = { .prose = TRUE, .na = report->pack->na, .empty = "" };

  return zp_phrase_render_text (label, &eval, &style);
}

/* Number, label and key of a row are no cells. A label with figures in it is only text when
 * rendered, so it is interned: there are few of them and formulas borrow it. */
static void
get_row_fact (ZpReport *report, ZpCell cell, ZpValue *out)
{
  const ZpBlock *block = zp_pack_get_block (report->pack, cell.block);
  const ZpRowDef *row;
  g_autofree char *label = NULL;

  if (cell.column == ZP_COLUMN_NUMBER)
    {
      out->kind = ZP_VALUE_NUMBER;
      out->number = zp_rational_from_int (cell.row + 1);
      return;
    }
  if (block->kind == ZP_BLOCK_TABLE || cell.row < 0 || (guint) cell.row >= block->rows->len)
    {
      out->kind = ZP_VALUE_MISSING;
      return;
    }
  row = g_ptr_array_index (block->rows, cell.row);
  if (cell.column == ZP_COLUMN_KEY)
    {
      set_text (out, row->key);
      return;
    }
  label = render_label (report, row->label);
  set_text (out, g_intern_string (label));
}

static void
scope_get (const ZpScope *scope, ZpCell cell, ZpValue *out)
{
  ZpReport *report = report_of (scope);
  const ZpCellDef *def;
  const ZpCellValue *value;

  if (cell.column < 0)
    {
      get_row_fact (report, cell, out);
      return;
    }
  value = zp_cells_get (report->cells, cell);
  def = value != NULL ? zp_pack_get_cell (report->pack, cell) : NULL;
  if (def == NULL)
    {
      out->kind = ZP_VALUE_MISSING;
      return;
    }
  zp_cell_content_to_value (zp_cell_value_in_force (value), def, out);
}

static void
scope_prior (const ZpScope *scope, ZpCell cell, ZpValue *out)
{
  ZpReport *report = report_of (scope);
  const ZpCellDef *def = zp_pack_get_cell (report->pack, cell);
  g_autofree char *id = def != NULL ? zp_report_prior_id (report, cell) : NULL;
  const ZpCellContent *content = id != NULL ? g_hash_table_lookup (report->prior, id) : NULL;

  out->kind = ZP_VALUE_MISSING;
  if (content != NULL)
    zp_cell_content_to_value (content, def, out);
}

static int
scope_count_rows (const ZpScope *scope, int block)
{
  return zp_cells_count_rows (report_of (scope)->cells, block);
}

static const int *
scope_rows_where (const ZpScope *scope, int block, int column, const char *key, int *n_rows)
{
  ZpReport *report = report_of (scope);

  if (zp_pack_get_block (report->pack, block)->kind == ZP_BLOCK_TABLE)
    return zp_cells_rows_where (report->cells, block, column, key, n_rows);
  *n_rows = -1;
  return NULL;
}

/* Counts, years and points given by rule were never rounded; everything else that is shown with
 * decimal places may have been. */
static gboolean
is_exact (const ZpCellDef *def, const ZpCellContent *content, const ZpCellValue *value)
{
  switch (def->kind)
    {
    case ZP_KIND_NUMBER:
      return def->max_places == 0;
    case ZP_KIND_SCORE:
      return content == &value->typed;
    case ZP_KIND_MONEY:
    case ZP_KIND_PERCENT:
      return FALSE;
    case ZP_KIND_MIXED:
    case ZP_KIND_YEAR:
    case ZP_KIND_DATE:
    case ZP_KIND_TEXT:
    case ZP_KIND_CHOICE:
    case ZP_KIND_REF:
    default:
      return TRUE;
    }
}

static ZpRational
scope_half_place (const ZpScope *scope, ZpCell cell)
{
  ZpReport *report = report_of (scope);
  const ZpCellValue *value = zp_cells_get (report->cells, cell);
  const ZpCellDef *def = zp_pack_get_cell (report->pack, cell);
  const ZpCellContent *content;
  gint64 half = ZP_DECIMAL_ONE / 2;

  if (value == NULL || def == NULL)
    return zp_rational_from_int (0);
  content = zp_cell_value_in_force (value);
  if (content->state != ZP_CONTENT_FIGURE || is_exact (def, content, value))
    return zp_rational_from_int (0);
  for (int places = zp_cell_content_get_places (content, def); places > 0; places--)
    half /= 10;
  return zp_unit_to_base (def->unit, (ZpDecimal){ half });
}

/* A column over all its rows, for the words of a sum: the column alone, or the block it is in. */
static char *
name_every_row (ZpReport *report, ZpCell cell)
{
  const ZpBlock *block = zp_pack_get_block (report->pack, cell.block);

  if (cell.column < 0)
    return render_label (report, block->label);
  return render_label (report, g_ptr_array_index (block->column_labels, cell.column));
}

static char *
scope_name (const ZpScope *scope, ZpCell cell)
{
  ZpReport *report = report_of (scope);

  return cell.row == ZP_ROW_EVERY ? name_every_row (report, cell)
                                  : zp_report_get_label (report, cell);
}

static char *
scope_show (const ZpScope *scope, ZpCell cell)
{
  return zp_report_show (report_of (scope), cell);
}

static const char *
scope_passage (const ZpScope *scope, const char *key)
{
  g_autofree char *id = g_strconcat ("text.", key, NULL);

  return zp_report_get_passage (report_of (scope), id);
}

/* Which annexes there are depends on the profile: the document room has a scope that knows. */
static char *
scope_annex (const ZpScope *scope, const char *key)
{
  return NULL;
}

/** zp_report_scope_init: makes @self the view of @report for formulas. */
void
zp_report_scope_init (ZpReportScope *self, ZpReport *report)
{
  self->report = report;
  self->scope = (ZpScope){
    .get = scope_get,
    .prior = scope_prior,
    .count_rows = scope_count_rows,
    .rows_where = scope_rows_where,
    .half_place = scope_half_place,
    .name = scope_name,
    .show = scope_show,
    .passage = scope_passage,
    .annex = scope_annex,
  };
}

static char *
row_name (ZpReport *self, const ZpBlock *block, int row)
{
  const ZpCellValue *key;

  if (row == ZP_ROW_TOTAL)
    return g_strdup (_ ("Total: "));
  if (block->key_column >= 0)
    {
      key = zp_cells_get (self->cells, zp_cell (block->index, row, block->key_column));
      if (key != NULL && zp_cell_value_in_force (key)->text != NULL)
        return g_strdup (zp_cell_value_in_force (key)->text);
    }
  return g_strdup_printf (_ ("Row %d: "), row + 1);
}

/**
 * zp_report_get_label:
 *
 * The cell in words: its label; of a grid row and column together (基本支出实际支出); of a table
 * the row's key or number and the column.
 *
 * Returns: (transfer full)
 */
char *
zp_report_get_label (ZpReport *self, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, cell);
  const ZpBlock *block = zp_pack_get_block (self->pack, cell.block);
  g_autofree char *row = NULL;
  g_autofree char *column = NULL;

  g_return_val_if_fail (def != NULL, NULL);

  column = render_label (self, def->label);
  if (block->kind == ZP_BLOCK_FIELDS)
    return g_steal_pointer (&column);
  if (block->kind == ZP_BLOCK_TABLE)
    {
      row = row_name (self, block, cell.row);
      return g_strconcat (row, column, NULL);
    }
  /* A cell of a grid with a label of its own says everything in it. */
  if (def->label != g_ptr_array_index (block->column_labels, cell.column))
    return g_steal_pointer (&column);
  row = render_label (self, ((const ZpRowDef *) g_ptr_array_index (block->rows, cell.row))->label);
  return g_strconcat (row, column, NULL);
}

/* Last year's rows are found by their key, not by their place. */
char *
zp_report_prior_id (ZpReport *self, ZpCell cell)
{
  const ZpBlock *block = zp_pack_get_block (self->pack, cell.block);
  g_autofree char *row = NULL;

  if (block->kind != ZP_BLOCK_TABLE || cell.row == ZP_ROW_TOTAL)
    return zp_pack_format_id (self->pack, cell);
  if (block->key_column < 0)
    return NULL;
  row = row_name (self, block, cell.row);
  return g_strdup_printf ("%s[%s].%s", block->key, row,
                          (const char *) g_ptr_array_index (block->columns, cell.column));
}
