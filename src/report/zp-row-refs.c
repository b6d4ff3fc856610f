/* SPDX-License-Identifier: GPL-3.0-or-later
 * What refers to a row follows it: references by number when rows move, by key when one is renamed.
 */
#include "report/zp-row-edit-private.h"

#include <string.h>

/* What one reference is done to: @data is of the caller. */
typedef void (*RefFunc) (ZpRowEdit *self, const ZpCellDef *def, ZpCell cell, gpointer data);

static void
foreach_row (ZpRowEdit *self, const ZpCellDef *def, RefFunc func, gpointer data)
{
  int n_rows = zp_report_count_rows (self->report, def->cell.block);

  if (!def->every_row)
    {
      func (self, def, def->cell, data);
      return;
    }
  for (int row = 0; row < n_rows; row++)
    func (self, def, zp_cell (def->cell.block, row, def->cell.column), data);
}

static void
foreach_ref (ZpRowEdit *self, RefFunc func, gpointer data)
{
  for (guint i = 0; i < self->pack->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (self->pack, (int) i);

      for (guint k = 0; k < block->cells->len; k++)
        {
          const ZpCellDef *def = g_ptr_array_index (block->cells, k);

          if (def != NULL && def->kind == ZP_KIND_REF && def->to_block >= 0)
            foreach_row (self, def, func, data);
        }
    }
}

/**
 * zp_row_edit_get_reference:
 * @def: a reference
 * @row: row of the table it refers to, as it stands now
 *
 * Returns: (transfer full) (nullable): how @def refers to that row; %NULL when the row has no key
 */
char *
zp_row_edit_get_reference (ZpRowEdit *self, const ZpCellDef *def, int row)
{
  if (def->to_number)
    return g_strdup_printf ("%d", row + 1);
  return zp_row_edit_get_key (self, def->to_block, row);
}

/* Row that @text refers to by number, or -1 when there is no such row. */
static int
row_of_number (ZpRowEdit *self, const ZpCellDef *def, const char *text)
{
  guint64 number;
  guint64 n_rows = (guint64) zp_report_count_rows (self->report, def->to_block);

  if (text == NULL || n_rows == 0 ||
      !g_ascii_string_to_unsigned (text, 10, 1, n_rows, &number, NULL))
    return -1;
  return (int) number - 1;
}

/**
 * zp_row_edit_follow_text:
 * @text: (nullable): what stands in a cell of @def
 *
 * Returns: (transfer full) (nullable): what has to stand there when all rows have their new places
 */
char *
zp_row_edit_follow_text (ZpRowEdit *self, const ZpCellDef *def, const char *text)
{
  int row;
  int place;

  if (def->kind != ZP_KIND_REF || !def->to_number || self->places[def->to_block] == NULL)
    return g_strdup (text);
  row = row_of_number (self, def, text);
  if (row < 0)
    return g_strdup (text);
  place = self->places[def->to_block][row];
  return place != ZP_ROW_GONE ? g_strdup_printf ("%d", place + 1) : NULL;
}

static gboolean
is_going (ZpRowEdit *self, ZpCell cell)
{
  return self->places[cell.block] != NULL && self->places[cell.block][cell.row] == ZP_ROW_GONE;
}

static void
follow_ref (ZpRowEdit *self, const ZpCellDef *def, ZpCell cell, gpointer data)
{
  const char *text = zp_report_get_value (self->report, cell)->typed.text;
  g_autofree char *followed = NULL;

  if (text == NULL || is_going (self, cell))
    return;
  followed = zp_row_edit_follow_text (self, def, text);
  if (g_strcmp0 (followed, text) != 0)
    zp_row_edit_put (self, cell, followed);
}

/**
 * zp_row_edit_follow:
 *
 * References by number to rows that get another place; those to rows that go are emptied. To be
 * called before any row is changed.
 */
void
zp_row_edit_follow (ZpRowEdit *self)
{
  foreach_ref (self, follow_ref, NULL);
}

typedef struct
{
  int block;
  const char *before;
  const char *after;
  int depth;
} Renaming;

static void
rename_ref (ZpRowEdit *self, const ZpCellDef *def, ZpCell cell, gpointer data)
{
  const Renaming *renaming = data;
  const char *text = zp_report_get_value (self->report, cell)->typed.text;

  if (def->to_block != renaming->block || def->to_number || g_strcmp0 (text, renaming->before) != 0)
    return;
  zp_row_edit_put (self, cell, renaming->after);
  zp_row_edit_rename (self, cell, renaming->after, renaming->depth + 1);
}

/**
 * zp_row_edit_rename:
 * @cell: any cell of a table
 * @key: (nullable): what is going to stand in it
 *
 * Where @cell names its row, what refers to the row follows. It stays as it is when the name is
 * taken away, when another row has the old name too, and when another row has the new one already:
 * then nobody could tell any more whom it belonged to.
 */
void
zp_row_edit_rename (ZpRowEdit *self, ZpCell cell, const char *key, int depth)
{
  const ZpBlock *block = zp_pack_get_block (self->pack, cell.block);
  g_autofree char *before = NULL;
  Renaming renaming = { .block = cell.block, .after = key, .depth = depth };

  if (block->kind != ZP_BLOCK_TABLE || block->key_column != cell.column || key == NULL ||
      depth >= ZP_MAX_OWNERS)
    return;
  before = zp_row_edit_get_key (self, cell.block, cell.row);
  if (before == NULL || strcmp (before, key) == 0 ||
      zp_row_edit_is_key_of_another (self, cell.block, cell.row, before) ||
      zp_row_edit_is_key_of_another (self, cell.block, cell.row, key))
    return;
  renaming.before = before;
  foreach_ref (self, rename_ref, &renaming);
}
