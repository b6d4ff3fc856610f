/* SPDX-License-Identifier: GPL-3.0-or-later
 * A layout of the pack and the rows it stands in → a table as printed. */
#include "document/zp-doc-layout.h"

#include <string.h>

#include "document/zp-doc-grid-private.h"
#include "document/zp-doc-layout-private.h"
#include "document/zp-doc-passage.h"
#include "document/zp-doc-render.h"
#include "document/zp-doc-rows.h"

/**
 * Maker:
 * @entries: #ZpDocCell → the #ZpLayoutEntry it was made from, for joining
 * @figures: (nullable): of #ZpDocFigure
 * @n_lines: lines of the layout begun so far, repeated ones counted once
 * @line: the line of the layout being printed
 * @labels: row of the table that the last line gave, where that is one of labels only, or -1
 * @repeated: it stands in repeated rows
 * @blank: it is an empty copy
 */
typedef struct
{
  ZpDocScope *scope;
  ZpEval *eval;
  const ZpLayout *layout;
  ZpDocTable *table;
  ZpDocGrid grid;
  GHashTable *entries;
  GArray *figures;
  int n_lines;
  const GPtrArray *line;
  int labels;
  gboolean repeated;
  gboolean blank;
} Maker;

static ZpPhraseStyle
cell_style (const Maker *self, const ZpPhrase *phrase)
{
  ZpPhraseStyle style = zp_doc_prose_style (self->scope);

  style.prose = FALSE;
  style.money = zp_doc_layout_get_money (self->scope, self->layout, phrase);
  return style;
}

static const ZpPassage *
get_passage (const Maker *self, const ZpPhrase *phrase)
{
  const ZpExpr *formula = zp_phrase_get_only_formula (phrase);

  if (formula == NULL || formula->kind != ZP_EXPR_REF || formula->ref != ZP_REF_PASSAGE)
    return NULL;
  return zp_pack_find_passage (self->scope->pack, strchr (formula->text, '.') + 1);
}

/* As paragraphs of the text, so that its figures keep their cells here too. */
static void
render_passage (const Maker *self, const ZpPassage *passage, GPtrArray *runs)
{
  g_autoptr (GPtrArray) paragraphs = zp_doc_passage_render (self->scope, self->eval, passage);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      if (i > 0)
        zp_doc_run_append (runs, "\n", NULL, ZP_RUN_PLAIN);
      zp_doc_runs_append (runs, g_ptr_array_index (paragraphs, i));
    }
}

static GPtrArray *
render_entry (const Maker *self, const ZpLayoutEntry *entry)
{
  ZpPhraseStyle style = cell_style (self, entry->phrase);
  const ZpPassage *passage = get_passage (self, entry->phrase);
  GPtrArray *runs = zp_doc_runs_new ();

  if (self->blank)
    return runs;
  if (passage != NULL)
    render_passage (self, passage, runs);
  else
    zp_doc_render (self->scope, self->eval, entry->phrase, &style, runs);
  return runs;
}

static gboolean
find_address (const Maker *self, const ZpExpr *formula, ZpCell *address)
{
  if (formula->kind != ZP_EXPR_REF)
    return FALSE;
  if (formula->ref == ZP_REF_CELL)
    *address = formula->cell;
  else if (formula->ref == ZP_REF_ROW)
    *address =
      zp_cell (formula->cell.block, zp_eval_current_row (self->eval, formula->cell.block, NULL),
               formula->cell.column);
  else
    return FALSE;

  return address->column >= 0 && zp_report_get_value (self->scope->report, *address) != NULL &&
         zp_pack_get_cell (self->scope->pack, *address) != NULL;
}

/* A cell that takes numbers and words may hold words; a withheld one holds nothing. */
static gboolean
holds_figure (const Maker *self, ZpCell address)
{
  const ZpCellValue *value = zp_report_get_value (self->scope->report, address);

  return zp_cell_value_in_force (value)->state != ZP_CONTENT_WORDS &&
         !zp_doc_scope_is_hidden (self->scope, address);
}

/* A figure in the unit of its cell prints with the places it has there, unless others are asked. */
static gboolean
is_as_kept (const Maker *self, const ZpPhrase *phrase, const ZpDocFigure *figure)
{
  const ZpCellDef *def = zp_pack_get_cell (self->scope->pack, figure->address);

  return !zp_phrase_has_rendering (phrase) && def->unit.num == figure->unit.num &&
         def->unit.den == figure->unit.den;
}

static void
note_figure (const Maker *self, const ZpLayoutEntry *entry, ZpDocCell *cell)
{
  ZpPhraseStyle style = cell_style (self, entry->phrase);
  ZpDocFigure figure = { .cell = cell };

  if (self->blank ||
      !zp_phrase_get_only_figure (entry->phrase, &style, &figure.unit, &figure.places))
    return;

  cell->align = ZP_ALIGN_RIGHT;
  figure.formula = zp_phrase_get_only_formula (entry->phrase);
  figure.has_address = find_address (self, figure.formula, &figure.address);
  if (figure.formula->kind == ZP_EXPR_REF && !figure.has_address)
    return;

  if (figure.has_address)
    {
      cell->has_figure = holds_figure (self, figure.address);
      cell->cell = figure.address;
      cell->align = cell->has_figure ? ZP_ALIGN_RIGHT : ZP_ALIGN_LEFT;
      if (is_as_kept (self, entry->phrase, &figure))
        figure.places = -1;
    }
  figure.n_rows = self->eval->n_rows;
  memcpy (figure.rows, self->eval->rows, sizeof figure.rows);
  if (self->figures != NULL && (cell->has_figure || !figure.has_address))
    g_array_append_val (self->figures, figure);
}

static void
add_cell (Maker *self, const ZpLayoutEntry *entry, GPtrArray *runs)
{
  ZpDocCell *cell = zp_doc_grid_add (&self->grid);

  g_hash_table_insert (self->entries, cell, (gpointer) entry);
  zp_doc_runs_append (cell->runs, runs);
  cell->bold = entry->bold;
  cell->lines = entry->lines;
  note_figure (self, entry, cell);

  cell->head = self->n_lines <= self->layout->head;
  if (cell->head)
    cell->align = ZP_ALIGN_CENTER;
  if (entry->align != ZP_ALIGN_AUTO)
    cell->align = entry->align;
}

/* The nearest joined column to the left must be one cell in both rows, or there is none. */
static gboolean
is_joined_left (const Maker *self, int row, int column)
{
  for (int i = column - 1; i >= 0; i--)
    {
      const ZpLayoutEntry *entry = g_ptr_array_index (self->line, i);

      if (entry->join)
        return zp_doc_grid_get (&self->grid, row, i) == zp_doc_grid_get (&self->grid, row - 1, i);
    }
  return TRUE;
}

static gboolean
joins (const Maker *self, const ZpLayoutEntry *entry, const GPtrArray *runs)
{
  const ZpDocCell *above = zp_doc_grid_get_above (&self->grid);
  g_autofree char *text = NULL;
  g_autofree char *text_above = NULL;

  if (!entry->join || !self->repeated || self->blank || above == NULL ||
      g_hash_table_lookup (self->entries, above) != entry)
    return FALSE;

  text = zp_doc_runs_to_text (runs);
  text_above = zp_doc_runs_to_text (above->runs);
  return *text != '\0' && strcmp (text, text_above) == 0 &&
         is_joined_left (self, zp_doc_grid_get_row (&self->grid),
                         zp_doc_grid_get_column (&self->grid));
}

static void
place_entry (Maker *self, const ZpLayoutEntry *entry)
{
  g_autoptr (GPtrArray) runs = NULL;

  if (entry->kind == ZP_ENTRY_ABOVE && zp_doc_grid_extend_above (&self->grid))
    return;
  if (entry->kind == ZP_ENTRY_LEFT && zp_doc_grid_extend_left (&self->grid))
    return;
  if (entry->kind != ZP_ENTRY_CELL)
    {
      zp_doc_grid_add (&self->grid);
      return;
    }

  runs = render_entry (self, entry);
  if (!joins (self, entry, runs) || !zp_doc_grid_extend_above (&self->grid))
    add_cell (self, entry, runs);
}

static void
print_line (Maker *self, const GPtrArray *line)
{
  self->line = line;
  for (guint i = 0; i < line->len; i++)
    place_entry (self, g_ptr_array_index (line, i));
}

/* Words in more than one cell, and no figure. */
static gboolean
is_of_labels (const GPtrArray *line)
{
  guint n_labels = 0;

  for (guint i = 0; i < line->len; i++)
    {
      const ZpLayoutEntry *entry = g_ptr_array_index (line, i);

      if (entry->kind != ZP_ENTRY_CELL)
        continue;
      if (zp_phrase_get_only_formula (entry->phrase) != NULL)
        return FALSE;
      n_labels++;
    }
  return n_labels > 1;
}

/* Labels right above repeated rows are the head of those. */
static void
note_group (Maker *self)
{
  ZpDocGroup group = { .head = self->labels, .end = zp_doc_grid_get_row (&self->grid) };

  if (group.head >= self->table->n_head && group.end > group.head + 1)
    g_array_append_val (self->table->groups, group);
}

static void
print_lines (Maker *self, const ZpLayoutRow *row)
{
  for (guint i = 0; i < row->lines->len; i++)
    print_line (self, g_ptr_array_index (row->lines, i));
}

static void
print_copies (Maker *self, const ZpLayoutRow *row)
{
  g_autoptr (GArray) rows = zp_doc_rows_find (self->eval, row->each_block, row->where);

  self->repeated = TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      zp_eval_push_row (self->eval, row->each_block, g_array_index (rows, int, i), (int) i + 1);
      print_lines (self, row);
      zp_eval_pop_row (self->eval);
    }

  self->blank = TRUE;
  for (int i = (int) rows->len; i < row->min; i++)
    print_lines (self, row);
  self->blank = FALSE;
  self->repeated = FALSE;
}

static void
print_fixed (Maker *self, const ZpLayoutRow *row)
{
  for (guint i = 0; i < row->lines->len; i++)
    {
      self->n_lines++;
      self->labels =
        is_of_labels (g_ptr_array_index (row->lines, i)) ? zp_doc_grid_get_row (&self->grid) : -1;
      print_line (self, g_ptr_array_index (row->lines, i));
      if (self->n_lines <= self->layout->head)
        self->table->n_head = zp_doc_grid_get_row (&self->grid);
    }
}

static void
print_row (Maker *self, const ZpLayoutRow *row)
{
  gboolean is_shown = row->when == NULL || zp_expr_is_true (row->when, self->eval);

  if (row->each_block < 0 && is_shown)
    {
      print_fixed (self, row);
      return;
    }

  self->n_lines += (int) row->lines->len;
  if (is_shown)
    print_copies (self, row);
  if (is_shown && row->each_block >= 0)
    note_group (self);
  self->labels = -1;
}

/**
 * zp_doc_layout_build:
 * @eval: the report and the current rows; for a repeated layout its row is the last of them
 * @figures: (nullable): of #ZpDocFigure; the figures of the table are added to it
 *
 * Prints one copy of a layout. Rows are repeated, left out and filled up to their least number as
 * the layout says. Figures stand at the right, texts at the left, head rows in the middle, unless
 * an entry says otherwise. Money without a rendering of its own is converted to the unit of the
 * layout.
 *
 * Returns: (transfer full): the table, for zp_doc_append()
 */
ZpDocTable *
zp_doc_layout_build (ZpDocScope *scope, ZpEval *eval, const ZpLayout *layout, GArray *figures)
{
  Maker maker = {
    .scope = scope, .eval = eval, .labels = -1, .layout = layout, .figures = figures
  };

  maker.table = zp_doc_table_new ();
  maker.table->layout = g_strdup (layout->key);
  g_array_append_vals (maker.table->widths, layout->widths->data, layout->widths->len);
  maker.entries = g_hash_table_new (NULL, NULL);
  zp_doc_grid_init (&maker.grid, maker.table);

  zp_doc_layout_print_frame (scope, eval, layout, maker.table);
  for (guint i = 0; i < layout->rows->len; i++)
    print_row (&maker, g_ptr_array_index (layout->rows, i));

  zp_doc_grid_finish (&maker.grid);
  zp_doc_grid_clear (&maker.grid);
  g_hash_table_unref (maker.entries);
  return maker.table;
}
