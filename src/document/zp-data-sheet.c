/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where every figure of a report stands on the sheet 数据. */
#include "document/zp-data-sheet.h"

#include "document/zp-doc-label.h"

/* Title and head of a block. */
#define HEAD_ROWS 2

/* One free row between blocks. */
#define GAP_ROWS 1

static const ZpDataSheet *
self_of (const ZpSheet *sheet)
{
  return (const ZpDataSheet *) sheet;
}

static char *
sheet_address (const ZpSheet *sheet, ZpCell cell)
{
  return zp_data_sheet_get_address (self_of (sheet), cell);
}

static char *
format_column (int column)
{
  char letters[4] = { 0 };
  int at = 3;

  for (int rest = column + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
    letters[--at] = (char) ('A' + (rest - 1) % 26);
  return g_strdup (letters + at);
}

static const ZpBlock *
get_block (const ZpDataSheet *self, int block)
{
  return zp_pack_get_block (self->scope->pack, block);
}

static char *
sheet_range (const ZpSheet *sheet, int block, int column)
{
  const ZpDataSheet *self = self_of (sheet);
  const ZpDataPlace *place = zp_data_sheet_get_place (self, block);
  g_autofree char *letters = format_column (column + 1);

  if (column < 0 || place->n_rows == 0 || get_block (self, block)->kind == ZP_BLOCK_FIELDS ||
      !zp_doc_block_is_uniform (get_block (self, block), column))
    return NULL;
  return g_strdup_printf (ZP_DATA_SHEET_NAME "!$%s$%d:$%s$%d", letters, place->first + 1, letters,
                          place->first + place->n_rows);
}

static ZpUnit
sheet_unit (const ZpSheet *sheet, ZpCell cell)
{
  const ZpDataSheet *self = self_of (sheet);
  const ZpCellDef *def = zp_pack_get_cell (self->scope->pack, cell);

  if (def == NULL)
    def = zp_doc_block_column (get_block (self, cell.block), cell.column);
  return def != NULL ? def->unit : zp_unit_number ("");
}

static int
count_rows (const ZpDataSheet *self, const ZpBlock *block)
{
  if (block->kind == ZP_BLOCK_FIELDS)
    return (int) zp_block_count_columns (block);
  return zp_report_count_rows (self->scope->report, block->index);
}

/**
 * zp_data_sheet_new:
 * @scope: the report for one profile; must outlive the addresses, and the report must not change
 *
 * Gives every cell of the report its place on the sheet.
 *
 * Returns: (transfer full)
 */
ZpDataSheet *
zp_data_sheet_new (const ZpDocScope *scope)
{
  ZpDataSheet *self = g_new0 (ZpDataSheet, 1);
  int row = 0;

  self->sheet = (ZpSheet){ .address = sheet_address, .range = sheet_range, .unit = sheet_unit };
  self->scope = scope;
  self->places = g_array_new (FALSE, TRUE, sizeof (ZpDataPlace));
  for (guint i = 0; i < scope->pack->blocks->len; i++)
    {
      const ZpBlock *block = g_ptr_array_index (scope->pack->blocks, i);
      ZpDataPlace place = { .title = row, .head = row + 1, .first = row + HEAD_ROWS, .total = -1 };

      place.n_rows = count_rows (self, block);
      place.end = place.first + place.n_rows;
      if (block->totals != NULL)
        place.total = place.end++;
      g_array_append_val (self->places, place);
      row = place.end + GAP_ROWS;
    }
  return self;
}

/** zp_data_sheet_free: frees the addresses. */
void
zp_data_sheet_free (ZpDataSheet *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->places);
  g_free (self);
}

/** zp_data_sheet_get_place: (transfer none): where a block stands. */
const ZpDataPlace *
zp_data_sheet_get_place (const ZpDataSheet *self, int block)
{
  return &g_array_index (self->places, ZpDataPlace, block);
}

/**
 * zp_data_sheet_find:
 * @row: (out): row on the sheet, from 0
 * @column: (out): column on the sheet, from 0
 *
 * Returns: FALSE when the cell has no place: there is no such cell or row
 */
gboolean
zp_data_sheet_find (const ZpDataSheet *self, ZpCell cell, int *row, int *column)
{
  const ZpDataPlace *place = zp_data_sheet_get_place (self, cell.block);
  gboolean is_field = get_block (self, cell.block)->kind == ZP_BLOCK_FIELDS;

  if (cell.column < 0 || zp_pack_get_cell (self->scope->pack, cell) == NULL)
    return FALSE;
  if (!is_field && cell.row >= place->n_rows)
    return FALSE;

  *column = is_field ? 1 : cell.column + 1;
  if (cell.row == ZP_ROW_TOTAL)
    *row = place->total;
  else
    *row = place->first + (is_field ? cell.column : cell.row);
  return TRUE;
}

/** zp_data_sheet_get_address: (transfer full) (nullable): 数据!$C$5; %NULL for a cell without
 * place. */
char *
zp_data_sheet_get_address (const ZpDataSheet *self, ZpCell cell)
{
  g_autofree char *letters = NULL;
  int row;
  int column;

  if (!zp_data_sheet_find (self, cell, &row, &column))
    return NULL;

  letters = format_column (column);
  return g_strdup_printf (ZP_DATA_SHEET_NAME "!$%s$%d", letters, row + 1);
}

typedef struct
{
  const ZpDocScope *scope;
  gboolean found;
} HiddenSearch;

static gboolean
has_private_row (const ZpBlock *block)
{
  for (guint i = 0; i < block->rows->len; i++)
    if (((const ZpRowDef *) g_ptr_array_index (block->rows, i))->is_private)
      return TRUE;

  return FALSE;
}

static void
look_for_hidden (const ZpExpr *ref, gpointer user_data)
{
  HiddenSearch *search = user_data;
  ZpCell cell = ref->cell;

  if (ref->ref > ZP_REF_VISIT)
    return;
  if (ref->ref != ZP_REF_CELL)
    cell.row = 0;
  search->found |= zp_doc_scope_is_hidden (search->scope, cell) ||
                   (ref->ref != ZP_REF_CELL &&
                    has_private_row (zp_pack_get_block (search->scope->pack, cell.block)));
}

/**
 * zp_data_sheet_make_formula:
 * @eval: the report and the current rows
 * @unit: unit of the cell the formula is for
 * @places: decimal places of that cell
 *
 * See zp_expr_to_sheet(). A formula that reads what is withheld from the public cannot live: it
 * would give another figure.
 *
 * Returns: (transfer full) (nullable): the formula without “=”, or %NULL for a constant
 */
char *
zp_data_sheet_make_formula (
  const ZpDataSheet *self, const ZpExpr *formula, ZpEval *eval, ZpUnit unit, int places)
{
  HiddenSearch search = { .scope = self->scope };

  if (self->scope->profile == ZP_PROFILE_PUBLIC)
    zp_expr_foreach_ref (formula, look_for_hidden, &search);
  if (search.found)
    return NULL;
  return zp_expr_to_sheet (formula, eval, &self->sheet, unit, places);
}
