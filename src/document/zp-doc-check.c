/* SPDX-License-Identifier: GPL-3.0-or-later
 * Checks what every writer relies on in the tree of a report. */
#include <glib/gi18n-lib.h>

#include "document/zp-doc.h"

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

/* Groups lie below the head and below each other, each with a row under its head. */
static gboolean
groups_are_in_order (const ZpDocTable *table)
{
  int free_row = table->n_head;

  for (guint i = 0; i < table->groups->len; i++)
    {
      const ZpDocGroup *group = &g_array_index (table->groups, ZpDocGroup, i);

      if (group->head < free_row || group->end < group->head + 2 || group->end > table->n_rows)
        return FALSE;
      free_row = group->end;
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
  if (!groups_are_in_order (table))
    return fail (error, place, _ ("the groups of rows are out of order"));
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
  if (node->kind == ZP_DOC_LETTERHEAD && node->lines->len != 1)
    return fail (error, place, _ ("a letterhead has one number"));
  if (node->kind == ZP_DOC_IMPRINT && node->lines->len != 3)
    return fail (error, place, _ ("an imprint is copies, office and day"));
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
