/* SPDX-License-Identifier: GPL-3.0-or-later
 * Building, checking and printing the tree of a report. */
#include "document/zp-doc.h"

#include <glib/gi18n-lib.h>

#include "base/zp-date.h"

G_DEFINE_QUARK (zp_doc_error, zp_doc_error)

static const char *const kind_names[] = {
  [ZP_DOC_COVER] = "cover",         [ZP_DOC_TITLE] = "title", [ZP_DOC_HEADING] = "heading",
  [ZP_DOC_PARAGRAPH] = "paragraph", [ZP_DOC_TABLE] = "table", [ZP_DOC_ANNEX_LIST] = "annex-list",
  [ZP_DOC_SIGNATURE] = "signature", [ZP_DOC_BREAK] = "break",
};

static const char *const align_names[] = {
  [ZP_ALIGN_AUTO] = "auto",
  [ZP_ALIGN_LEFT] = "left",
  [ZP_ALIGN_CENTER] = "center",
  [ZP_ALIGN_RIGHT] = "right",
};

static void
run_free (gpointer data)
{
  ZpDocRun *run = data;

  g_free (run->text);
  g_free (run->id);
  g_free (run);
}

static void
cell_free (gpointer data)
{
  ZpDocCell *cell = data;

  g_ptr_array_unref (cell->runs);
  g_free (cell);
}

static GPtrArray *
lists_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

static void
table_free (ZpDocTable *table)
{
  g_free (table->layout);
  g_ptr_array_unref (table->title);
  g_ptr_array_unref (table->above);
  g_ptr_array_unref (table->below);
  g_ptr_array_unref (table->notes);
  g_array_unref (table->widths);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

static void
node_free (gpointer data)
{
  ZpDocNode *node = data;

  g_ptr_array_unref (node->runs);
  g_ptr_array_unref (node->lines);
  g_ptr_array_unref (node->foot);
  g_clear_pointer (&node->table, table_free);
  g_free (node->annex);
  g_free (node->passage);
  g_free (node);
}

/**
 * zp_doc_new:
 *
 * Returns: (transfer full): an empty report of 1970-01-01
 */
ZpDoc *
zp_doc_new (void)
{
  ZpDoc *self = g_new0 (ZpDoc, 1);

  self->nodes = g_ptr_array_new_with_free_func (node_free);
  return self;
}

/**
 * zp_doc_free:
 *
 * Frees the report with everything in it, tables included.
 */
void
zp_doc_free (ZpDoc *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->nodes);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self);
}

/**
 * zp_doc_append:
 *
 * Adds a node at the end. Its lists are there and empty; a table is set by the caller, who gives it
 * away.
 *
 * Returns: (transfer none): the node
 */
ZpDocNode *
zp_doc_append (ZpDoc *self, ZpDocKind kind)
{
  ZpDocNode *node = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  node = g_new0 (ZpDocNode, 1);
  node->kind = kind;
  node->runs = zp_doc_runs_new ();
  node->lines = lists_new ();
  node->foot = zp_doc_runs_new ();
  g_ptr_array_add (self->nodes, node);
  return node;
}

/**
 * zp_doc_runs_new:
 *
 * Returns: (transfer full): an empty list of #ZpDocRun
 */
GPtrArray *
zp_doc_runs_new (void)
{
  return g_ptr_array_new_with_free_func (run_free);
}

/**
 * zp_doc_run_append:
 * @text: cleaned UTF-8
 * @id: (nullable): id of the cell the text shows
 *
 * Adds a run; text and id are copied.
 */
void
zp_doc_run_append (GPtrArray *runs, const char *text, const char *id, ZpRunStyle style)
{
  ZpDocRun *run = NULL;

  g_return_if_fail (runs != NULL && text != NULL);

  run = g_new0 (ZpDocRun, 1);
  run->text = g_strdup (text);
  run->id = g_strdup (id);
  run->style = style;
  g_ptr_array_add (runs, run);
}

/**
 * zp_doc_runs_to_text:
 *
 * Returns: (transfer full): the text of all runs, one after the other
 */
char *
zp_doc_runs_to_text (const GPtrArray *runs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    g_string_append (text, ((const ZpDocRun *) g_ptr_array_index (runs, i))->text);

  return g_string_free (text, FALSE);
}

/**
 * zp_doc_table_new:
 *
 * Returns: (transfer full): an empty table, to be given to a node
 */
ZpDocTable *
zp_doc_table_new (void)
{
  ZpDocTable *self = g_new0 (ZpDocTable, 1);

  self->title = lists_new ();
  self->above = lists_new ();
  self->below = lists_new ();
  self->notes = lists_new ();
  self->widths = g_array_new (FALSE, FALSE, sizeof (int));
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  return self;
}

/**
 * zp_doc_table_add_cell:
 * @row: of its upper left corner, from 0
 * @column: of its upper left corner, from 0
 * @rows: spanned, 1 or more
 * @columns: spanned, 1 or more
 *
 * Adds an empty cell, aligned left. The table grows by rows as needed, never by columns.
 *
 * Returns: (transfer none): the cell
 */
ZpDocCell *
zp_doc_table_add_cell (ZpDocTable *self, int row, int column, int rows, int columns)
{
  ZpDocCell *cell = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  cell = g_new0 (ZpDocCell, 1);
  cell->row = row;
  cell->column = column;
  cell->rows = rows;
  cell->columns = columns;
  cell->runs = zp_doc_runs_new ();
  cell->align = ZP_ALIGN_LEFT;
  g_ptr_array_add (self->cells, cell);
  self->n_rows = MAX (self->n_rows, row + rows);
  return cell;
}

static gboolean
fail (GError **error, const char *place, const char *what)
{
  g_set_error (error, ZP_DOC_ERROR, ZP_DOC_ERROR_STRUCTURE, "%s: %s", place, what);
  return FALSE;
}

static gboolean
check_cell (const ZpDocTable *table, const ZpDocCell *cell, guint8 *taken, GError **error)
{
  int n_columns = (int) table->widths->len;
  g_autofree char *place =
    g_strdup_printf (_ ("table “%s”, row %d, column %d"),
                     table->layout != NULL ? table->layout : "", cell->row + 1, cell->column + 1);

  if (cell->rows < 1 || cell->columns < 1 || cell->row < 0 || cell->column < 0 ||
      cell->rows > table->n_rows - cell->row || cell->columns > n_columns - cell->column)
    return fail (error, place, _ ("the cell does not lie inside the table"));
  if (cell->row < table->n_head && cell->row + cell->rows > table->n_head)
    return fail (error, place, _ ("the cell reaches out of the head rows"));

  for (int r = cell->row; r < cell->row + cell->rows; r++)
    for (int c = cell->column; c < cell->column + cell->columns; c++)
      if (taken[r * n_columns + c]++ > 0)
        return fail (error, place, _ ("two cells cover the same place"));

  return TRUE;
}

static gboolean
lines_are_short (const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const GPtrArray *line = g_ptr_array_index (lines, i);

      if (line->len < 1 || line->len > 3)
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_table (const ZpDocTable *table, const char *place, GError **error)
{
  g_autofree guint8 *taken = NULL;
  gsize n_places = 0;

  if (table == NULL || table->widths->len == 0 || table->widths->len > G_MAXINT16)
    return fail (error, place, _ ("the table has no columns"));
  if (table->n_rows < 0 || table->n_rows > G_MAXINT16 || table->n_head < 0 ||
      table->n_head > table->n_rows)
    return fail (error, place, _ ("the number of rows is out of range"));
  if (!lines_are_short (table->above) || !lines_are_short (table->below))
    return fail (error, place, _ ("a line beside the table needs one to three texts"));
  for (guint i = 0; i < table->widths->len; i++)
    if (g_array_index (table->widths, int, i) < 1)
      return fail (error, place, _ ("every column needs a width"));

  n_places = (gsize) table->n_rows * table->widths->len;
  taken = g_malloc0 (MAX (n_places, 1));
  for (guint i = 0; i < table->cells->len; i++)
    if (!check_cell (table, g_ptr_array_index (table->cells, i), taken, error))
      return FALSE;
  for (gsize i = 0; i < n_places; i++)
    if (taken[i] == 0)
      return fail (error, place, _ ("a place of the table is covered by no cell"));

  return TRUE;
}

static gboolean
pairs_are_complete (const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (((const GPtrArray *) g_ptr_array_index (lines, i))->len != 2)
      return FALSE;

  return TRUE;
}

static gboolean
check_node (const ZpDocNode *node, guint number, GError **error)
{
  g_autofree char *place = g_strdup_printf (_ ("part %u of the report"), number + 1);

  if ((node->kind == ZP_DOC_HEADING && node->level < 1) || node->level < 0 || node->level > 4)
    return fail (error, place, _ ("a heading has a level from 1 to 4"));
  if (node->kind == ZP_DOC_COVER && !pairs_are_complete (node->lines))
    return fail (error, place, _ ("a line of the cover is a label and a value"));
  if (node->kind == ZP_DOC_COVER && number > 0)
    return fail (error, place, _ ("the cover comes first"));
  if (node->kind == ZP_DOC_SIGNATURE && node->lines->len != 2)
    return fail (error, place, _ ("a signature is a unit and a date"));
  if (node->kind == ZP_DOC_TABLE)
    return check_table (node->table, place, error);

  return TRUE;
}

/**
 * zp_doc_check:
 *
 * Checks what every writer relies on: levels, pairs, and that the cells of a table cover every
 * place once and do not reach out of the repeated head.
 *
 * Returns: %FALSE with %ZP_DOC_ERROR_STRUCTURE naming the first offender
 */
gboolean
zp_doc_check (const ZpDoc *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->nodes->len; i++)
    if (!check_node (g_ptr_array_index (self->nodes, i), i, error))
      return FALSE;

  return TRUE;
}

static void
dump_runs (GString *out, const char *name, const GPtrArray *runs)
{
  g_string_append_printf (out, "%s:", name);
  for (guint i = 0; i < runs->len; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (runs, i);
      g_auto (GStrv) lines = g_strsplit (run->text, "\n", -1);
      g_autofree char *shown = g_strjoinv ("\\n", lines);

      g_string_append_printf (out, " [%s%s%s", run->id != NULL ? run->id : "",
                              run->style == ZP_RUN_HEAD ? "!" : "",
                              run->style == ZP_RUN_OPEN ? "?" : "");
      g_string_append_printf (out, "|%s]", shown);
    }
  g_string_append_c (out, '\n');
}

static void
dump_lines (GString *out, const char *name, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const GPtrArray *line = g_ptr_array_index (lines, i);

      for (guint k = 0; k < line->len; k++)
        dump_runs (out, name, g_ptr_array_index (line, k));
    }
}

static void
dump_list (GString *out, const char *name, const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    dump_runs (out, name, g_ptr_array_index (list, i));
}

static void
dump_table (GString *out, const ZpDocTable *table)
{
  g_string_append_printf (out, "  layout %s, rows %d, head %d, widths",
                          table->layout != NULL ? table->layout : "-", table->n_rows,
                          table->n_head);
  for (guint i = 0; i < table->widths->len; i++)
    g_string_append_printf (out, " %d", g_array_index (table->widths, int, i));
  g_string_append_c (out, '\n');

  dump_list (out, "  title", table->title);
  dump_lines (out, "  above", table->above);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const ZpDocCell *cell = g_ptr_array_index (table->cells, i);
      g_autofree char *name = g_strdup_printf (
        "  %d,%d %dx%d %s%s%s", cell->row, cell->column, cell->rows, cell->columns,
        align_names[cell->align], cell->bold ? " bold" : "", cell->head ? " head" : "");

      dump_runs (out, name, cell->runs);
    }
  dump_lines (out, "  below", table->below);
  dump_list (out, "  note", table->notes);
}

static void
dump_node (GString *out, const ZpDocNode *node)
{
  g_string_append (out, kind_names[node->kind]);
  if (node->level > 0)
    g_string_append_printf (out, " %d", node->level);
  if (node->landscape)
    g_string_append (out, " landscape");
  if (node->annex != NULL)
    g_string_append_printf (out, " %s", node->annex);
  if (node->passage != NULL)
    g_string_append_printf (out, " <%s>", node->passage);
  dump_runs (out, "", node->runs);

  if (node->kind == ZP_DOC_COVER)
    dump_lines (out, "  line", node->lines);
  else
    dump_list (out, "  line", node->lines);
  if (node->foot->len > 0)
    dump_runs (out, "  foot", node->foot);
  if (node->table != NULL)
    dump_table (out, node->table);
}

/**
 * zp_doc_dump:
 *
 * Writes the whole tree as lines of text, the same for the same tree, for comparing in tests.
 *
 * Returns: (transfer full): UTF-8, a line a node, table cells and further lines indented
 */
char *
zp_doc_dump (const ZpDoc *self)
{
  g_autofree char *day = NULL;
  GString *out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  day = zp_date_to_iso (self->date);
  out = g_string_new (NULL);
  g_string_append_printf (
    out, "document %s: %s | %s | %s\n", day, self->title != NULL ? self->title : "",
    self->author != NULL ? self->author : "", self->subject != NULL ? self->subject : "");
  for (guint i = 0; i < self->nodes->len; i++)
    dump_node (out, g_ptr_array_index (self->nodes, i));

  return g_string_free (out, FALSE);
}
