/* SPDX-License-Identifier: GPL-3.0-or-later
 * A block without a layout of its own → a table as printed. */
#include "document/zp-doc-block.h"

#include "base/zp-text.h"
#include "document/zp-doc-grid-private.h"
#include "document/zp-doc-label.h"
#include "document/zp-doc-render.h"

/* Relative widths; with more than an upright page holds, the page is turned. */
#define WIDTH_LABEL 22
#define WIDTH_TEXT 16
#define WIDTH_FIGURE 12
#define WIDTH_NUMBER 6
#define WIDTH_PAGE 100

typedef struct
{
  ZpDocScope *scope;
  ZpEval *eval;
  const ZpBlock *block;
  ZpDocTable *table;
  ZpDocGrid grid;
  GArray *figures;
} Maker;

static const char *
get_word (const Maker *self, ZpWord word)
{
  return zp_pack_get_word (self->scope->pack, word);
}

static int
column_width (const ZpBlock *block, int column)
{
  return zp_doc_block_is_text (zp_doc_block_column (block, column)) ? WIDTH_TEXT : WIDTH_FIGURE;
}

/**
 * zp_doc_block_is_wide:
 *
 * Whether the automatic table of a block needs a page that is turned.
 */
gboolean
zp_doc_block_is_wide (const ZpBlock *block)
{
  int width = WIDTH_LABEL;

  if (block->kind == ZP_BLOCK_FIELDS)
    return FALSE;
  for (guint i = 0; i < zp_block_count_columns (block); i++)
    width += column_width (block, (int) i);
  return width > WIDTH_PAGE;
}

static void
add_width (Maker *self, int width)
{
  g_array_append_val (self->table->widths, width);
}

static ZpDocCell *
add_text (Maker *self, const char *text, ZpAlign align)
{
  ZpDocCell *cell = zp_doc_grid_add (&self->grid);

  if (*text != '\0')
    zp_doc_run_append (cell->runs, text, NULL, ZP_RUN_PLAIN);
  cell->align = align;
  return cell;
}

static void
add_head (Maker *self, const char *text)
{
  add_text (self, text, ZP_ALIGN_CENTER)->head = TRUE;
}

static void
note_figure (Maker *self, ZpDocCell *cell, const ZpCellDef *def, ZpCell address)
{
  ZpDocFigure figure = { .cell = cell, .has_address = TRUE, .address = address };

  cell->has_figure = TRUE;
  cell->cell = address;
  cell->align = ZP_ALIGN_RIGHT;
  figure.unit = def->unit;
  figure.places = -1;
  if (self->figures != NULL)
    g_array_append_val (self->figures, figure);
}

static gboolean
holds_figure (const Maker *self, const ZpCellDef *def, ZpCell address)
{
  const ZpCellValue *value = zp_report_get_value (self->scope->report, address);

  return value != NULL && !zp_doc_block_is_text (def) && def->kind != ZP_KIND_DATE &&
         zp_cell_value_in_force (value)->state != ZP_CONTENT_WORDS &&
         !zp_doc_scope_is_hidden (self->scope, address);
}

static char *
show_content (const Maker *self, const ZpCellDef *def, ZpCell address)
{
  const ZpScope *scope = &self->scope->scope;
  const ZpCellValue *value = zp_report_get_value (self->scope->report, address);
  g_autofree char *shown = scope->show (scope, address);

  if (def->kind != ZP_KIND_PERCENT || value == NULL ||
      zp_cell_value_in_force (value)->state != ZP_CONTENT_FIGURE ||
      zp_doc_scope_is_hidden (self->scope, address))
    return g_steal_pointer (&shown);
  return g_strconcat (shown, "%", NULL);
}

static void
add_content (Maker *self, ZpCell address)
{
  const ZpCellDef *def = zp_pack_get_cell (self->scope->pack, address);
  ZpDocCell *cell = zp_doc_grid_add (&self->grid);
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *id = NULL;

  if (def == NULL)
    return;

  text = show_content (self, def, address);
  clean = zp_text_clean (text);
  id = zp_pack_format_id (self->scope->pack, address);
  if (*clean != '\0')
    zp_doc_run_append (cell->runs, clean, id, ZP_RUN_PLAIN);
  if (holds_figure (self, def, address))
    note_figure (self, cell, def, address);
}

static const char *
get_group (const ZpBlock *block, int column)
{
  const ZpCellDef *def = zp_doc_block_column (block, column);

  return def != NULL ? def->group : NULL;
}

static gboolean
has_groups (const ZpBlock *block)
{
  for (guint i = 0; i < zp_block_count_columns (block); i++)
    if (get_group (block, (int) i) != NULL)
      return TRUE;

  return FALSE;
}

static void
add_column_label (Maker *self, int column)
{
  g_autofree char *text = zp_doc_block_column_head (self->scope, self->block, column);

  add_head (self, text);
}

static void
add_group (Maker *self, int column)
{
  const char *group = get_group (self->block, column);

  if (group == NULL)
    add_column_label (self, column);
  else if (column > 0 && g_strcmp0 (group, get_group (self->block, column - 1)) == 0)
    zp_doc_grid_extend_left (&self->grid);
  else
    add_head (self, group);
}

static void
add_heads (Maker *self, const char *corner)
{
  guint n_columns = zp_block_count_columns (self->block);

  self->table->n_head = has_groups (self->block) ? 2 : 1;
  add_head (self, corner);
  for (guint i = 0; i < n_columns; i++)
    add_group (self, (int) i);
  if (self->table->n_head == 1)
    return;

  zp_doc_grid_extend_above (&self->grid);
  for (guint i = 0; i < n_columns; i++)
    if (get_group (self->block, (int) i) != NULL)
      add_column_label (self, (int) i);
    else
      zp_doc_grid_extend_above (&self->grid);
}

static void
add_contents (Maker *self, int row)
{
  for (guint i = 0; i < zp_block_count_columns (self->block); i++)
    add_content (self, zp_cell (self->block->index, row, (int) i));
}

static void
make_fields (Maker *self)
{
  add_width (self, WIDTH_LABEL);
  add_width (self, 2 * WIDTH_LABEL);
  for (guint i = 0; i < zp_block_count_columns (self->block); i++)
    {
      const ZpCellDef *def = zp_block_get_cell (self->block, 0, (int) i);
      g_autofree char *label = zp_doc_block_item_head (self->scope, def);

      add_text (self, label, ZP_ALIGN_LEFT);
      add_content (self, def->cell);
    }
}

static void
add_column_widths (Maker *self)
{
  for (guint i = 0; i < zp_block_count_columns (self->block); i++)
    add_width (self, column_width (self->block, (int) i));
}

static void
make_grid (Maker *self)
{
  add_width (self, WIDTH_LABEL);
  add_column_widths (self);
  add_heads (self, get_word (self, ZP_WORD_ITEM));
  for (guint i = 0; i < self->block->rows->len; i++)
    {
      g_autofree char *label = zp_doc_block_row_head (self->scope, self->block, (int) i);

      add_text (self, label, ZP_ALIGN_LEFT);
      add_contents (self, (int) i);
    }
}

/* The word stands across the first column where that has no total. */
static void
add_total (Maker *self)
{
  const GPtrArray *totals = self->block->totals;

  add_text (self, get_word (self, ZP_WORD_TOTAL), ZP_ALIGN_CENTER)->bold = TRUE;
  for (guint i = 0; i < totals->len; i++)
    if (i == 0 && g_ptr_array_index (totals, 0) == NULL)
      zp_doc_grid_extend_left (&self->grid);
    else
      add_content (self, zp_cell (self->block->index, ZP_ROW_TOTAL, (int) i));
}

static void
make_table (Maker *self)
{
  int n_rows = zp_report_count_rows (self->scope->report, self->block->index);

  add_width (self, WIDTH_NUMBER);
  add_column_widths (self);
  add_heads (self, get_word (self, ZP_WORD_NUMBER));
  for (int row = 0; row < n_rows; row++)
    {
      g_autofree char *number = g_strdup_printf ("%d", row + 1);

      add_text (self, number, ZP_ALIGN_CENTER);
      add_contents (self, row);
    }
  if (self->block->totals != NULL)
    add_total (self);
}

/**
 * zp_doc_block_build:
 * @block: number of the block in the pack
 * @figures: (nullable): of #ZpDocFigure; the figures of the table are added to it
 *
 * The table that is shown where a block is named instead of a layout: fields one under the other
 * with their labels; a grid or table with a label column, its columns under heads with their units
 * (neighbours of one group under a common head), its total last.
 *
 * Returns: (transfer full): the table, for zp_doc_append()
 */
ZpDocTable *
zp_doc_block_build (ZpDocScope *scope, ZpEval *eval, int block, GArray *figures)
{
  Maker maker = { .scope = scope, .eval = eval, .figures = figures };
  GPtrArray *title = NULL;

  maker.block = zp_pack_get_block (scope->pack, block);
  maker.table = zp_doc_table_new ();
  maker.table->layout = g_strdup (maker.block->key);
  zp_doc_grid_init (&maker.grid, maker.table);
  title = zp_doc_render_prose (scope, eval, maker.block->label);
  g_ptr_array_add (maker.table->title, title);

  if (maker.block->kind == ZP_BLOCK_FIELDS)
    make_fields (&maker);
  else if (maker.block->kind == ZP_BLOCK_GRID)
    make_grid (&maker);
  else
    make_table (&maker);

  zp_doc_grid_finish (&maker.grid);
  zp_doc_grid_clear (&maker.grid);
  return maker.table;
}
