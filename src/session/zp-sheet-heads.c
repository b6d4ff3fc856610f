/* SPDX-License-Identifier: GPL-3.0-or-later
 * Heads of a sheet: labels with units, widths, totals and what belongs under them. */
#include "session/zp-sheet-private.h"

#include <string.h>

/* A text of at most so many characters is a unit, a sign or a grade. */
#define WORD_CHARACTERS 10
#define WORD_OPTION_CHARACTERS 3

static void
head_clear (gpointer data)
{
  ZpSheetHead *self = data;

  g_free (self->column.label);
  g_free (self->name);
}

static void
row_clear (gpointer data)
{
  zp_sheet_row_clear (data);
}

/** zp_sheet_heads_free: frees @self. */
void
zp_sheet_heads_free (ZpSheetHeads *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self);
}

static const char *
unit_of (const ZpCellDef *def)
{
  return def != NULL && zp_sheet_figure_is_figure (def) && def->kind != ZP_KIND_YEAR
           ? def->unit.label
           : "";
}

/* Adds the unit of one figure to what is known; "" once there are several. */
static void
meet_unit (const char **known, const char *unit)
{
  if (*known == NULL)
    *known = unit;
  else if (strcmp (*known, unit) != 0)
    *known = "";
}

/**
 * zp_sheet_find_unit:
 *
 * Returns: (nullable): the unit said once above the sheet: that of all its money, or of all its
 * figures but rates and points; %NULL when there is none or several
 */
const char *
zp_sheet_find_unit (const ZpBlock *block)
{
  const char *money = NULL;
  const char *number = NULL;

  for (guint i = 0; i < block->cells->len; i++)
    {
      const ZpCellDef *def = g_ptr_array_index (block->cells, i);

      if (def != NULL && def->kind == ZP_KIND_MONEY)
        meet_unit (&money, def->unit.label);
      else if (def != NULL && def->kind == ZP_KIND_NUMBER)
        meet_unit (&number, def->unit.label);
    }
  if (money == NULL)
    money = number;
  return money != NULL && *money != '\0' ? money : NULL;
}

static int
count_defs (const ZpBlock *block)
{
  return block->kind == ZP_BLOCK_GRID ? (int) block->rows->len : 1;
}

static const ZpCellDef *
first_def (const ZpBlock *block, int column)
{
  for (int row = 0; row < count_defs (block); row++)
    if (zp_block_get_cell (block, row, column) != NULL)
      return zp_block_get_cell (block, row, column);
  return NULL;
}

/* The unit of all figures of a column, else that of the sheet. */
static const char *
find_column_unit (const ZpSheet *sheet, int column)
{
  const char *unit = NULL;

  for (int row = 0; row < count_defs (sheet->block); row++)
    {
      const ZpCellDef *def = zp_block_get_cell (sheet->block, row, column);

      if (def != NULL)
        meet_unit (&unit, unit_of (def));
    }
  if (unit != NULL && *unit != '\0')
    return unit;
  return unit != NULL && sheet->unit != NULL && count_defs (sheet->block) > 1 ? sheet->unit : "";
}

static gboolean
are_short (char **options)
{
  if (options == NULL)
    return FALSE;
  for (guint i = 0; options[i] != NULL; i++)
    if (g_utf8_strlen (options[i], -1) > WORD_OPTION_CHARACTERS)
      return FALSE;
  return TRUE;
}

static ZpSheetWidth
width_of_text (const ZpCellDef *def)
{
  if (def->lines > 1)
    return ZP_SHEET_WIDTH_LONG_TEXT;
  if (def->kind == ZP_KIND_CHOICE)
    return are_short (def->options) ? ZP_SHEET_WIDTH_WORD : ZP_SHEET_WIDTH_TEXT;
  if (def->kind == ZP_KIND_REF)
    return def->to_number ? ZP_SHEET_WIDTH_COUNT : ZP_SHEET_WIDTH_TEXT;
  if (def->length > 0 && def->length <= WORD_CHARACTERS)
    return ZP_SHEET_WIDTH_WORD;
  return def->entry == ZP_ENTRY_COMPUTED ? ZP_SHEET_WIDTH_WORD : ZP_SHEET_WIDTH_TEXT;
}

static ZpSheetWidth
width_of (const ZpCellDef *def)
{
  switch (def->kind)
    {
    case ZP_KIND_MONEY:
    case ZP_KIND_MIXED:
    case ZP_KIND_DATE:
      return ZP_SHEET_WIDTH_MONEY;
    case ZP_KIND_PERCENT:
      return ZP_SHEET_WIDTH_RATE;
    case ZP_KIND_NUMBER:
    case ZP_KIND_SCORE:
    case ZP_KIND_YEAR:
      return ZP_SHEET_WIDTH_COUNT;
    case ZP_KIND_TEXT:
    case ZP_KIND_CHOICE:
    case ZP_KIND_REF:
    default:
      return width_of_text (def);
    }
}

/* "其中：名称" under "其中" is "名称". */
static const char *
skip_group (const char *label, const char *group)
{
  const char *rest;

  if (group == NULL || !g_str_has_prefix (label, group))
    return label;
  rest = label + strlen (group);
  if (!g_unichar_ispunct (g_utf8_get_char (rest)))
    return label;
  rest = g_utf8_next_char (rest);
  return *rest != '\0' ? rest : label;
}

static char *
label_with_unit (const ZpSheet *sheet, const ZpSheetHead *head)
{
  const char *label = skip_group (head->name, head->column.group);

  if (*head->unit == '\0' || g_strcmp0 (head->unit, sheet->unit) == 0 ||
      g_str_has_suffix (label, head->unit))
    return g_strdup (label);
  return g_strconcat (label, " ", head->unit, NULL);
}

static void
read_column (ZpSheetHeads *self, const ZpSheet *sheet, int column)
{
  const ZpCellDef *def = first_def (sheet->block, column);
  ZpSheetHead head = { 0 };

  head.name =
    zp_sheet_render_label (sheet->report, g_ptr_array_index (sheet->block->column_labels, column));
  head.unit = find_column_unit (sheet, column);
  head.column.group = def != NULL ? def->group : NULL;
  head.column.label = label_with_unit (sheet, &head);
  head.column.width = def != NULL ? width_of (def) : ZP_SHEET_WIDTH_TEXT;
  head.column.is_figure = def != NULL && zp_sheet_figure_is_figure (def);
  g_array_append_val (self->columns, head);
}

/* Items stand one under the other; the widest of them says how wide their column is. */
static void
read_field_column (ZpSheetHeads *self, const ZpSheet *sheet)
{
  ZpSheetHead head = { 0 };

  head.name = g_strdup (zp_pack_get_word (sheet->pack, ZP_WORD_FIGURE));
  head.unit = sheet->unit != NULL ? sheet->unit : "";
  head.column.label = g_strdup (head.name);
  head.column.is_figure = TRUE;
  for (guint i = 0; i < sheet->block->cells->len; i++)
    {
      const ZpCellDef *def = g_ptr_array_index (sheet->block->cells, i);

      if (zp_sheet_figure_is_figure (def))
        continue;
      head.column.is_figure = FALSE;
      head.column.width = MAX (head.column.width, width_of (def));
    }
  g_array_append_val (self->columns, head);
}

/**
 * Parts:
 * @parts: by row whether the formula asked about adds it up
 */
typedef struct
{
  const ZpBlock *block;
  int row;
  int column;
  gboolean *parts;
  gboolean is_of_rows;
} Parts;

static void
note_part (const ZpExpr *ref, gpointer data)
{
  Parts *self = data;

  if (ref->ref != ZP_REF_CELL || ref->cell.block != self->block->index ||
      ref->cell.column != self->column || ref->cell.row == self->row || ref->cell.row < 0)
    {
      self->is_of_rows = FALSE;
      return;
    }
  self->parts[ref->cell.row] = TRUE;
}

static gboolean
read_parts (const ZpBlock *block, const ZpCellDef *def, gboolean *parts)
{
  const ZpExpr *formula = def->row_formula != NULL ? def->row_formula : def->formula;
  Parts self = { block, def->cell.row, def->cell.column, parts, TRUE };

  if (formula == NULL)
    return FALSE;
  memset (parts, 0, sizeof (gboolean) * block->rows->len);
  zp_expr_foreach_ref (formula, note_part, &self);
  for (guint i = 0; i < block->rows->len && self.is_of_rows; i++)
    if (parts[i])
      return TRUE;
  return FALSE;
}

/* Whether a row of a grid adds up other rows of it; @parts tells which. */
static gboolean
find_parts (const ZpBlock *block, int row, gboolean *parts)
{
  for (int column = 0; column < (int) zp_block_count_columns (block); column++)
    {
      const ZpCellDef *def = zp_block_get_cell (block, row, column);

      if (def != NULL && read_parts (block, def, parts))
        return TRUE;
    }
  return FALSE;
}

/* What a row adds up and what stands below it is what it consists of: 其中. */
static void
indent_parts (GArray *rows, int row, const gboolean *parts)
{
  for (int part = row + 1; part < (int) rows->len; part++)
    if (parts[part])
      g_array_index (rows, ZpSheetRow, part).indent =
        g_array_index (rows, ZpSheetRow, row).indent + 1;
}

/* A sum that goes into another sum is no total. */
static void
find_totals (const ZpBlock *block, GArray *rows)
{
  g_autofree gboolean *parts = g_new0 (gboolean, rows->len);
  g_autofree gboolean *is_part = g_new0 (gboolean, rows->len);

  for (int row = 0; row < (int) rows->len; row++)
    {
      if (!find_parts (block, row, parts))
        continue;
      g_array_index (rows, ZpSheetRow, row).is_total = TRUE;
      indent_parts (rows, row, parts);
      for (guint i = 0; i < rows->len; i++)
        is_part[i] |= parts[i];
    }
  for (guint i = 0; i < rows->len; i++)
    if (is_part[i])
      g_array_index (rows, ZpSheetRow, i).is_total = FALSE;
}

static void
read_rows (ZpSheetHeads *self, const ZpSheet *sheet)
{
  const GPtrArray *rows = sheet->block->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const ZpRowDef *def = g_ptr_array_index (rows, i);
      ZpSheetRow row = { 0 };

      row.label = zp_sheet_render_label (sheet->report, def->label);
      g_array_append_val (self->rows, row);
    }
  find_totals (sheet->block, self->rows);
}

static void
read_items (ZpSheetHeads *self, const ZpSheet *sheet)
{
  for (guint i = 0; i < sheet->block->cells->len; i++)
    {
      const ZpCellDef *def = g_ptr_array_index (sheet->block->cells, i);
      ZpSheetRow row = { 0 };

      row.label = zp_sheet_render_label (sheet->report, def->label);
      g_array_append_val (self->rows, row);
    }
}

/** zp_sheet_heads_read: makes the heads what they are in the report as it is now. */
void
zp_sheet_heads_read (ZpSheetHeads *self, const ZpSheet *sheet)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  self->columns = g_array_new (FALSE, FALSE, sizeof (ZpSheetHead));
  self->rows = g_array_new (FALSE, FALSE, sizeof (ZpSheetRow));
  g_array_set_clear_func (self->columns, head_clear);
  g_array_set_clear_func (self->rows, row_clear);
  self->revision = zp_report_get_revision (sheet->report);

  if (sheet->block->kind == ZP_BLOCK_FIELDS)
    {
      read_field_column (self, sheet);
      read_items (self, sheet);
      return;
    }
  for (int column = 0; column < (int) zp_block_count_columns (sheet->block); column++)
    read_column (self, sheet, column);
  if (sheet->block->kind == ZP_BLOCK_GRID)
    read_rows (self, sheet);
}
