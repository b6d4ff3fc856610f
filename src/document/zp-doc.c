/* SPDX-License-Identifier: GPL-3.0-or-later
 * Building the tree of a report. */
#include "document/zp-doc.h"

G_DEFINE_QUARK (zp_doc_error, zp_doc_error)

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
  g_array_unref (table->groups);
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
  self->groups = g_array_new (FALSE, FALSE, sizeof (ZpDocGroup));
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
