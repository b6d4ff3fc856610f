/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet 数据: every figure of a report, computed ones as live formulas. */
#include "document/zp-book-data.h"

#include "document/zp-book-value.h"
#include "document/zp-doc-label.h"
#include "document/zp-doc-render.h"

#define LABEL_CHARACTERS 30
#define FIGURE_CHARACTERS 16

/**
 * Writer:
 * @block @place: the block being written
 * @extra: column on the sheet of a column of the block → column beside the block that shows what
 *   its formula gives where a figure was declared; made as they are needed
 * @n_extra: how many of them
 * @n_columns: widest block so far
 */
typedef struct
{
  const ZpDataSheet *map;
  ZpBookSheet *sheet;
  const ZpBlock *block;
  const ZpDataPlace *place;
  GHashTable *extra;
  int n_extra;
  int n_columns;
} Writer;

static const char *
get_word (const Writer *self, ZpWord word)
{
  return zp_pack_get_word (self->map->scope->pack, word);
}

static char *
fill_word (const Writer *self, ZpWord word, const char *value)
{
  return zp_pack_fill_word (self->map->scope->pack, word, (const char *[]){ value, NULL });
}

static int
count_columns (const ZpBlock *block)
{
  return block->kind == ZP_BLOCK_FIELDS ? 2 : 1 + (int) zp_block_count_columns (block);
}

static ZpBookCell *
add_text (const Writer *self, int row, int column, const char *text, ZpBookStyle style)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (self->sheet, row, column);

  zp_book_cell_set_text (cell, text);
  cell->style = style;
  cell->wrap = style != ZP_BOOK_STYLE_PLAIN;
  if (style == ZP_BOOK_STYLE_HEAD)
    cell->align = ZP_ALIGN_CENTER;
  return cell;
}

static char *
render (const Writer *self, const ZpPhrase *phrase)
{
  ZpEval eval = ZP_EVAL_INIT (&self->map->scope->scope);

  return zp_doc_render_text (self->map->scope, &eval, phrase);
}

static void
set_formula (const Writer *self, ZpBookCell *cell, const ZpCellDef *def, int row)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (self->map->scope->report));

  zp_eval_push_row (&eval, def->cell.block, row, row + 1);
  cell->formula =
    zp_data_sheet_make_formula (self->map, def->formula, &eval, def->unit, def->max_places);
}

static int
get_extra_column (Writer *self, int column)
{
  int extra = GPOINTER_TO_INT (g_hash_table_lookup (self->extra, GINT_TO_POINTER (column)));

  if (extra > 0)
    return extra;

  extra = count_columns (self->block) + self->n_extra++;
  g_hash_table_insert (self->extra, GINT_TO_POINTER (column), GINT_TO_POINTER (extra));
  self->n_columns = MAX (self->n_columns, extra + 1);
  return extra;
}

static void
add_extra_head (Writer *self, const ZpCellDef *def, int column)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (self->block->kind == ZP_BLOCK_FIELDS)
    {
      add_text (self, self->place->head, column, get_word (self, ZP_WORD_COMPUTED),
                ZP_BOOK_STYLE_HEAD);
      return;
    }
  label = render (self, g_ptr_array_index (self->block->column_labels, def->cell.column));
  text = fill_word (self, ZP_WORD_COMPUTED_COLUMN, label);
  add_text (self, self->place->head, column, text, ZP_BOOK_STYLE_HEAD);
}

/* The declared figure stands where formulas read it, what the formula gives beside the block. */
static void
add_computed (Writer *self,
              ZpBookCell *declared,
              ZpCell address,
              const ZpCellDef *def,
              const ZpCellValue *value)
{
  int n_extra = self->n_extra;
  int column = get_extra_column (self, declared->column);
  ZpBookCell *cell = zp_book_sheet_add_cell (self->sheet, declared->row, column);
  g_autofree char *shown =
    zp_report_show_content (self->map->scope->report, address, &value->computed);

  zp_book_cell_set_content (cell, &value->computed, def, self->map->scope->pack);
  set_formula (self, cell, def, address.row);
  if (self->n_extra > n_extra)
    add_extra_head (self, def, column);
  declared->comment = *shown != '\0' ? fill_word (self, ZP_WORD_DECLARED, shown)
                                     : g_strdup (get_word (self, ZP_WORD_DECLARED_ALONE));
}

static void
add_figure (Writer *self, ZpCell address)
{
  const ZpDocScope *scope = self->map->scope;
  const ZpCellDef *def = zp_pack_get_cell (scope->pack, address);
  const ZpCellValue *value = zp_report_get_value (scope->report, address);
  ZpBookCell *cell = NULL;
  int row;
  int column;

  if (value == NULL || !zp_data_sheet_find (self->map, address, &row, &column))
    return;

  cell = zp_book_sheet_add_cell (self->sheet, row, column);
  cell->wrap = TRUE;
  cell->has_source = TRUE;
  cell->source = address;
  if (zp_doc_scope_is_hidden (scope, address))
    return;

  zp_book_cell_set_content (cell, zp_cell_value_in_force (value), def, scope->pack);
  if (def->formula == NULL)
    return;
  if (value->typed.state == ZP_CONTENT_EMPTY)
    set_formula (self, cell, def, address.row);
  else if (def->entry == ZP_ENTRY_COMPUTED)
    add_computed (self, cell, address, def, value);
}

static void
add_field (Writer *self, int item)
{
  const ZpCellDef *def = zp_block_get_cell (self->block, 0, item);
  g_autofree char *label = zp_doc_block_item_head (self->map->scope, def);

  add_text (self, self->place->first + item, 0, label, ZP_BOOK_STYLE_CELL);
  add_figure (self, def->cell);
}

static void
write_fields (Writer *self)
{
  add_text (self, self->place->head, 0, get_word (self, ZP_WORD_ITEM), ZP_BOOK_STYLE_HEAD);
  add_text (self, self->place->head, 1, get_word (self, ZP_WORD_FIGURE), ZP_BOOK_STYLE_HEAD);
  for (int item = 0; item < self->place->n_rows; item++)
    add_field (self, item);
}

static void
write_heads (const Writer *self, const char *corner)
{
  add_text (self, self->place->head, 0, corner, ZP_BOOK_STYLE_HEAD);
  for (guint i = 0; i < zp_block_count_columns (self->block); i++)
    {
      g_autofree char *label = zp_doc_block_column_head (self->map->scope, self->block, (int) i);

      add_text (self, self->place->head, 1 + (int) i, label, ZP_BOOK_STYLE_HEAD);
    }
}

static void
write_figures (Writer *self, int row)
{
  for (guint i = 0; i < zp_block_count_columns (self->block); i++)
    add_figure (self, zp_cell (self->block->index, row, (int) i));
}

static void
write_grid (Writer *self)
{
  write_heads (self, get_word (self, ZP_WORD_ITEM));
  for (int row = 0; row < self->place->n_rows; row++)
    {
      g_autofree char *label = zp_doc_block_row_head (self->map->scope, self->block, row);

      add_text (self, self->place->first + row, 0, label, ZP_BOOK_STYLE_CELL);
      write_figures (self, row);
    }
}

static void
write_table (Writer *self)
{
  write_heads (self, get_word (self, ZP_WORD_NUMBER));
  for (int row = 0; row < self->place->n_rows; row++)
    {
      ZpBookCell *number = zp_book_sheet_add_cell (self->sheet, self->place->first + row, 0);

      number->value = ZP_BOOK_NUMBER;
      number->number = zp_decimal_from_int (row + 1);
      number->align = ZP_ALIGN_CENTER;
      write_figures (self, row);
    }
  if (self->place->total < 0)
    return;
  add_text (self, self->place->total, 0, get_word (self, ZP_WORD_TOTAL), ZP_BOOK_STYLE_CELL)->bold =
    TRUE;
  write_figures (self, ZP_ROW_TOTAL);
}

static void
write_block (Writer *self)
{
  g_autofree char *title = render (self, self->block->label);

  self->n_extra = 0;
  g_hash_table_remove_all (self->extra);
  self->n_columns = MAX (self->n_columns, count_columns (self->block));
  add_text (self, self->place->title, 0, title, ZP_BOOK_STYLE_PLAIN)->bold = TRUE;
  switch (self->block->kind)
    {
    case ZP_BLOCK_FIELDS:
      write_fields (self);
      break;
    case ZP_BLOCK_GRID:
      write_grid (self);
      break;
    case ZP_BLOCK_TABLE:
      write_table (self);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
set_widths (const Writer *self)
{
  for (int i = 0; i < self->n_columns; i++)
    {
      double width = i == 0 ? LABEL_CHARACTERS : FIGURE_CHARACTERS;

      g_array_append_val (self->sheet->widths, width);
    }
}

/**
 * zp_book_add_data:
 * @sheet: an empty sheet of that name
 *
 * Writes every block of the report: title, labels with units, rows, total row. Typed figures are
 * numbers; computed ones are live formulas with their result. Where a figure was declared it stands
 * in the cell, so that other formulas read the figure in force; what its own formula gives stands
 * in a column beside the block and in a comment. What is withheld from the public is left blank.
 */
void
zp_book_add_data (const ZpDataSheet *self, ZpBookSheet *sheet)
{
  Writer writer = { .map = self, .sheet = sheet };

  writer.extra = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->places->len; i++)
    {
      writer.block = g_ptr_array_index (self->scope->pack->blocks, i);
      writer.place = zp_data_sheet_get_place (self, (int) i);
      write_block (&writer);
    }
  set_widths (&writer);
  sheet->landscape = TRUE;
  sheet->freeze_column = 1;
  g_hash_table_unref (writer.extra);
}
