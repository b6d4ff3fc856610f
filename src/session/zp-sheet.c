/* SPDX-License-Identifier: GPL-3.0-or-later
 * A block of cells as a sheet to type in: which rows, columns and cells it has. */
#include "session/zp-sheet.h"

#include <glib/gi18n-lib.h>

#include "session/zp-sheet-private.h"

/**
 * zp_sheet_new:
 * @block: number of any block of the pack
 *
 * Returns: (transfer full): free with zp_sheet_free()
 */
ZpSheet *
zp_sheet_new (ZpSession *session, int block)
{
  ZpSheet *self;

  g_return_val_if_fail (ZP_IS_SESSION (session), NULL);

  self = g_new0 (ZpSheet, 1);
  self->session = g_object_ref (session);
  self->report = zp_session_get_report (session);
  self->pack = zp_session_get_pack (session);
  self->block = zp_pack_get_block (self->pack, block);
  self->unit = zp_sheet_find_unit (self->block);
  self->heads = g_new0 (ZpSheetHeads, 1);
  zp_sheet_heads_read (self->heads, self);
  return self;
}

/** zp_sheet_free: frees @self. */
void
zp_sheet_free (ZpSheet *self)
{
  if (self == NULL)
    return;
  zp_sheet_heads_free (self->heads);
  g_object_unref (self->session);
  g_free (self);
}

/** zp_sheet_get_session: (transfer none): whose report it shows. */
ZpSession *
zp_sheet_get_session (const ZpSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->session;
}

/** zp_sheet_get_block: (transfer none): what it shows. */
const ZpBlock *
zp_sheet_get_block (const ZpSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->block;
}

/** zp_sheet_get_title: (transfer full): what stands above it. */
char *
zp_sheet_get_title (const ZpSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return zp_sheet_render_label (self->report, self->block->label);
}

/** zp_sheet_get_unit: (transfer full) (nullable): 万元, when all its money is in one unit. */
char *
zp_sheet_get_unit (const ZpSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup (self->unit);
}

/** zp_sheet_get_corner: (transfer full): head of the row heads. */
char *
zp_sheet_get_corner (const ZpSheet *self)
{
  ZpWord word;

  g_return_val_if_fail (self != NULL, NULL);

  word = self->block->kind == ZP_BLOCK_TABLE ? ZP_WORD_NUMBER : ZP_WORD_ITEM;
  return g_strdup (zp_pack_get_word (self->pack, word));
}

/** zp_sheet_has_open_rows: whether rows can be added, moved and removed. */
gboolean
zp_sheet_has_open_rows (const ZpSheet *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->block->kind == ZP_BLOCK_TABLE;
}

/** zp_sheet_has_groups: whether some columns have a head over their heads. */
gboolean
zp_sheet_has_groups (const ZpSheet *self)
{
  for (int column = 0; column < zp_sheet_count_columns (self); column++)
    if (zp_sheet_get_column (self, column)->group != NULL)
      return TRUE;
  return FALSE;
}

/** zp_sheet_count_columns: columns, the row heads not counted. */
int
zp_sheet_count_columns (const ZpSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->block->kind == ZP_BLOCK_FIELDS ? 1 : (int) zp_block_count_columns (self->block);
}

/** zp_sheet_count_rows: rows, the total row of a table counted. */
int
zp_sheet_count_rows (const ZpSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  switch (self->block->kind)
    {
    case ZP_BLOCK_FIELDS:
      return (int) zp_block_count_columns (self->block);
    case ZP_BLOCK_GRID:
      return (int) self->block->rows->len;
    case ZP_BLOCK_TABLE:
    default:
      return zp_report_count_rows (self->report, self->block->index) +
             (self->block->totals != NULL ? 1 : 0);
    }
}

/* Labels follow the report: {report.year}年预算数. */
const ZpSheetHead *
zp_sheet_get_head (const ZpSheet *self, int column)
{
  if (self->heads->revision != zp_report_get_revision (self->report))
    zp_sheet_heads_read (self->heads, self);
  return &g_array_index (self->heads->columns, ZpSheetHead, column);
}

/** zp_sheet_get_column: (transfer none): until the next "changed" of the session. */
const ZpSheetColumn *
zp_sheet_get_column (const ZpSheet *self, int column)
{
  g_return_val_if_fail (self != NULL && column >= 0 && column < zp_sheet_count_columns (self),
                        NULL);

  return &zp_sheet_get_head (self, column)->column;
}

/* Whether @row is the total row of a table. */
gboolean
zp_sheet_is_total_row (const ZpSheet *self, int row)
{
  return self->block->kind == ZP_BLOCK_TABLE && self->block->totals != NULL &&
         row == zp_sheet_count_rows (self) - 1;
}

static void
get_table_row (const ZpSheet *self, int row, ZpSheetRow *out)
{
  out->is_total = zp_sheet_is_total_row (self, row);
  out->is_row = !out->is_total;
  out->label = out->is_total ? g_strdup (zp_pack_get_word (self->pack, ZP_WORD_TOTAL))
                             : g_strdup_printf ("%d", row + 1);
}

/** zp_sheet_get_row: @out: what is said of a row; clear with zp_sheet_row_clear(). */
void
zp_sheet_get_row (const ZpSheet *self, int row, ZpSheetRow *out)
{
  g_return_if_fail (self != NULL && row >= 0 && row < zp_sheet_count_rows (self) && out != NULL);

  *out = (ZpSheetRow){ 0 };
  if (self->block->kind == ZP_BLOCK_TABLE)
    {
      get_table_row (self, row, out);
      return;
    }
  zp_sheet_get_head (self, 0);
  *out = g_array_index (self->heads->rows, ZpSheetRow, row);
  out->label = g_strdup (out->label);
}

/** zp_sheet_row_clear: frees what @self holds. */
void
zp_sheet_row_clear (ZpSheetRow *self)
{
  g_clear_pointer (&self->label, g_free);
}

static ZpCell
address_of (const ZpSheet *self, int row, int column)
{
  if (self->block->kind == ZP_BLOCK_FIELDS)
    return zp_cell (self->block->index, 0, row);
  if (zp_sheet_is_total_row (self, row))
    return zp_cell (self->block->index, ZP_ROW_TOTAL, column);
  return zp_cell (self->block->index, row, column);
}

/**
 * zp_sheet_get_cell:
 * @out: (out): the cell at that place
 *
 * Returns: FALSE when there is none: beyond the sheet, or left out by the pack
 */
gboolean
zp_sheet_get_cell (const ZpSheet *self, int row, int column, ZpCell *out)
{
  ZpCell cell;

  g_return_val_if_fail (self != NULL && out != NULL, FALSE);

  if (row < 0 || row >= zp_sheet_count_rows (self) || column < 0 ||
      column >= zp_sheet_count_columns (self))
    return FALSE;
  cell = address_of (self, row, column);
  if (zp_pack_get_cell (self->pack, cell) == NULL)
    return FALSE;
  *out = cell;
  return TRUE;
}

/**
 * zp_sheet_find_cell:
 * @row @column: (out): where @cell stands
 *
 * Returns: FALSE when it is not on this sheet
 */
gboolean
zp_sheet_find_cell (const ZpSheet *self, ZpCell cell, int *row, int *column)
{
  gboolean is_field;
  int last;
  ZpCell there;

  g_return_val_if_fail (self != NULL && row != NULL && column != NULL, FALSE);

  if (cell.block != self->block->index)
    return FALSE;
  is_field = self->block->kind == ZP_BLOCK_FIELDS;
  last = zp_sheet_count_rows (self) - 1;
  *column = is_field ? 0 : cell.column;
  *row = is_field ? cell.column : cell.row == ZP_ROW_TOTAL ? last : cell.row;
  return zp_sheet_get_cell (self, *row, *column, &there) && zp_cell_equal (there, cell);
}

/** zp_sheet_is_typed: whether the clerk fills that cell, so that Tab stops there. */
gboolean
zp_sheet_is_typed (const ZpSheet *self, int row, int column)
{
  ZpCell cell;

  g_return_val_if_fail (self != NULL, FALSE);

  return zp_session_get_lock (self->session) == NULL &&
         zp_sheet_get_cell (self, row, column, &cell) &&
         zp_pack_get_cell (self->pack, cell)->entry != ZP_ENTRY_COMPUTED;
}

static char *
edit_figure (const ZpCellDef *def, const ZpCellContent *content)
{
  int places = MAX (zp_decimal_get_places (content->number), def->min_places);

  return zp_decimal_to_string (content->number, places);
}

/**
 * zp_sheet_get_entry:
 *
 * Returns: (transfer full): what stands in the cell for editing: a figure without separators, a
 * date as 2022-04-08; where nothing is typed, what the formula gives; "" when there is nothing
 */
char *
zp_sheet_get_entry (const ZpSheet *self, int row, int column)
{
  const ZpCellContent *content;
  const ZpCellDef *def;
  ZpCell cell;
  char *text;

  if (!zp_sheet_get_cell (self, row, column, &cell))
    return g_strdup ("");
  def = zp_pack_get_cell (self->pack, cell);
  content = zp_cell_value_in_force (zp_report_get_value (self->report, cell));
  if (content->state == ZP_CONTENT_FIGURE && content->text == NULL && def->kind != ZP_KIND_DATE)
    return edit_figure (def, content);
  text = zp_cell_content_to_text (content, def);
  return text != NULL ? text : g_strdup ("");
}
