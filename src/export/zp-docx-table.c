/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tables of a WordprocessingML document: merged cells, repeated heads, the lines around a table. */
#include "export/zp-docx-private.h"

#include "base/zp-text.h"

/* Of text in tables (五号, 10.5 pt), in twentieths of a point. */
#define CELL_CHARACTER 210
#define CELL_LINE 300
#define CELL_PADDING 120

/* A row as high as half the page or more may be parted; else it goes to the next page as a whole.
 */
#define SPLIT_HEIGHT 5000

/* No row is wanted higher than this, a page less its head. */
#define MAX_HEIGHT 10000

/* What the gap between two texts of a line must be at least, in characters. */
#define GAP_CHARACTERS 1

typedef struct
{
  const ZpDocTable *table;
  int n_columns;
  const ZpDocCell **owners; /* by row, then by column */
  int *edges;               /* left edge of each column, and the right edge of the table */
} Grid;

static void
grid_clear (Grid *self)
{
  g_free (self->owners);
  g_free (self->edges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static int *
make_edges (const GArray *widths, int total)
{
  int *edges = g_new0 (int, widths->len + 1);
  gint64 sum = 0;
  gint64 part = 0;

  for (guint i = 0; i < widths->len; i++)
    sum += g_array_index (widths, int, i);
  for (guint i = 0; i < widths->len; i++)
    {
      part += g_array_index (widths, int, i);
      edges[i + 1] = (int) ((part * total * 2 + sum) / (2 * sum));
    }

  return edges;
}

static void
grid_init (Grid *self, const ZpDocTable *table, int width)
{
  self->table = table;
  self->n_columns = (int) table->widths->len;
  self->owners = g_new0 (const ZpDocCell *, (gsize) table->n_rows * table->widths->len);
  self->edges = make_edges (table->widths, width);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const ZpDocCell *cell = g_ptr_array_index (table->cells, i);

      for (int r = cell->row; r < cell->row + cell->rows; r++)
        for (int c = cell->column; c < cell->column + cell->columns; c++)
          self->owners[r * self->n_columns + c] = cell;
    }
}

static int
cell_width (const Grid *grid, const ZpDocCell *cell)
{
  return grid->edges[cell->column + cell->columns] - grid->edges[cell->column];
}

/* How high the text of a cell will be, near enough to plan with. */
static int
estimate_height (const Grid *grid, const ZpDocCell *cell)
{
  g_autofree char *text = zp_doc_runs_to_text (cell->runs);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  int width = MAX (cell_width (grid, cell) - 2 * CELL_PADDING, CELL_CHARACTER);
  int n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += zp_text_column_width (lines[i]) * (CELL_CHARACTER / 2) / width + 1;

  return n_lines * CELL_LINE + CELL_PADDING;
}

static int
wanted_height (const Grid *grid, int row, gboolean *may_split)
{
  int height = CELL_LINE + CELL_PADDING;

  for (int c = 0; c < grid->n_columns; c++)
    {
      const ZpDocCell *cell = grid->owners[row * grid->n_columns + c];

      if (cell == NULL)
        continue;
      height = MAX (height, (cell->lines * CELL_LINE + CELL_PADDING) / cell->rows);
      if (cell->column == c && cell->rows == 1 && estimate_height (grid, cell) > SPLIT_HEIGHT)
        *may_split = TRUE;
    }

  return MIN (height, MAX_HEIGHT);
}

static void
write_row_properties (ZpXmlWriter *xml, const Grid *grid, int row)
{
  gboolean may_split = FALSE;
  g_autofree char *height = g_strdup_printf ("%d", wanted_height (grid, row, &may_split));

  zp_xml_writer_start (xml, "w:trPr", NULL);
  if (!may_split)
    zp_xml_writer_empty (xml, "w:cantSplit", NULL);
  zp_xml_writer_empty (xml, "w:trHeight", "w:val", height, "w:hRule", "atLeast", NULL);
  if (row < grid->table->n_head)
    zp_xml_writer_empty (xml, "w:tblHeader", NULL);
  zp_xml_writer_end (xml);
}

static void
write_cell_properties (ZpXmlWriter *xml, const Grid *grid, const ZpDocCell *cell, int row)
{
  zp_xml_writer_start (xml, "w:tcPr", NULL);
  zp_docx_write_length (xml, "w:tcW", cell_width (grid, cell));
  if (cell->columns > 1)
    zp_docx_write_number (xml, "w:gridSpan", cell->columns);
  if (cell->rows > 1)
    zp_docx_write_value (xml, "w:vMerge", row == cell->row ? "restart" : "continue");
  zp_docx_write_value (xml, "w:vAlign", "center");
  zp_xml_writer_end (xml);
}

/* Bold is a face of its own in official documents: 黑体. */
static const char *
cell_style (const Grid *grid, const ZpDocCell *cell)
{
  gboolean heavy = cell->head || cell->bold || cell->row < grid->table->n_head;

  return heavy ? ZP_DOCX_STYLE_TABLE_HEAD : ZP_DOCX_STYLE_TABLE_TEXT;
}

static void
write_cell (ZpDocxBody *self, const Grid *grid, const ZpDocCell *cell, int row)
{
  g_autoptr (GPtrArray) texts = row == cell->row ? zp_docx_texts_new (cell->runs) : NULL;
  ZpDocxParagraph paragraph = { .style = cell_style (grid, cell),
                                .texts = texts,
                                .align = cell->align };

  zp_xml_writer_start (self->xml, "w:tc", NULL);
  write_cell_properties (self->xml, grid, cell, row);
  zp_docx_write_cell_paragraph (self, &paragraph);
  zp_xml_writer_end (self->xml);
}

static void
write_row (ZpDocxBody *self, const Grid *grid, int row)
{
  zp_xml_writer_start (self->xml, "w:tr", NULL);
  write_row_properties (self->xml, grid, row);
  for (int c = 0; c < grid->n_columns; c++)
    {
      const ZpDocCell *cell = grid->owners[row * grid->n_columns + c];

      if (cell != NULL && cell->column == c)
        write_cell (self, grid, cell, row);
    }
  zp_xml_writer_end (self->xml);
}

static void
write_columns (ZpXmlWriter *xml, const Grid *grid)
{
  zp_xml_writer_start (xml, "w:tblGrid", NULL);
  for (int c = 0; c < grid->n_columns; c++)
    {
      g_autofree char *width = g_strdup_printf ("%d", grid->edges[c + 1] - grid->edges[c]);

      zp_xml_writer_empty (xml, "w:gridCol", "w:w", width, NULL);
    }
  zp_xml_writer_end (xml);
}

static void
write_grid (ZpDocxBody *self, const ZpDocTable *table)
{
  int width = zp_docx_body_get_width (self);
  ZpXmlWriter *xml = NULL;
  g_auto (Grid) grid = { 0 };

  if (table->n_rows == 0)
    return;

  grid_init (&grid, table, width);
  xml = zp_docx_body_begin_table (self);
  zp_xml_writer_start (xml, "w:tbl", NULL);
  zp_xml_writer_start (xml, "w:tblPr", NULL);
  zp_docx_write_value (xml, "w:tblStyle", ZP_DOCX_STYLE_TABLE);
  zp_docx_write_length (xml, "w:tblW", width);
  zp_docx_write_value (xml, "w:jc", "center");
  zp_xml_writer_empty (xml, "w:tblLayout", "w:type", "fixed", NULL);
  zp_xml_writer_end (xml);
  write_columns (xml, &grid);
  for (int r = 0; r < table->n_rows; r++)
    write_row (self, &grid, r);
  zp_xml_writer_end (xml);
  zp_docx_body_end_table (self);
}

/* Places the texts of a line with equal gaps. Where one line is too short for them, each has a line
 * of its own. */
static void
place_line (const ZpDocxBody *self, const GPtrArray *line, ZpDocxParagraph *paragraph)
{
  int widths[3] = { 0 };
  int n = (int) MIN (line->len, 3);
  int free_width = zp_docx_body_get_width (self);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = zp_doc_runs_to_text (g_ptr_array_index (line, i));

      widths[i] = zp_text_column_width (text) * (CELL_CHARACTER / 2);
      free_width -= widths[i];
    }
  paragraph->separator = "w:br";
  if (n < 2 || free_width / (n - 1) < GAP_CHARACTERS * CELL_CHARACTER)
    return;

  paragraph->separator = "w:tab";
  paragraph->tabs[n - 2] = zp_docx_body_get_width (self);
  if (n == 3)
    paragraph->tabs[0] = widths[0] + free_width / 2;
}

static void
write_lines (ZpDocxBody *self, const GPtrArray *lines, gboolean keep_next)
{
  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *line = g_ptr_array_index (lines, i);
      ZpDocxParagraph paragraph = { .style = ZP_DOCX_STYLE_TABLE_LINE,
                                    .texts = line,
                                    .keep_next = keep_next };

      place_line (self, line, &paragraph);
      zp_docx_body_add (self, &paragraph);
    }
}

/**
 * zp_docx_write_table:
 * @on_own_page: the table is an annex, or else begins a page of its own
 *
 * Writes title, lines and notes around a table, and the table itself in the width of the page. A
 * table without rows is left out, for office programs do not take one.
 */
void
zp_docx_write_table (ZpDocxBody *self, const ZpDocTable *table, gboolean on_own_page)
{
  if (table->title->len > 0)
    zp_docx_body_add (self, &(ZpDocxParagraph){ .style = on_own_page ? ZP_DOCX_STYLE_ANNEX_TITLE
                                                                     : ZP_DOCX_STYLE_TABLE_TITLE,
                                                .texts = table->title,
                                                .separator = "w:br",
                                                .keep_next = TRUE });
  write_lines (self, table->above, TRUE);
  write_grid (self, table);
  write_lines (self, table->below, FALSE);

  for (guint i = 0; i < table->notes->len; i++)
    {
      g_autoptr (GPtrArray) texts = zp_docx_texts_new (g_ptr_array_index (table->notes, i));

      zp_docx_body_add (self,
                        &(ZpDocxParagraph){ .style = ZP_DOCX_STYLE_TABLE_NOTE, .texts = texts });
    }
}
