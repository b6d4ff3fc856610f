/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ids of an older version of a pack, and what became of them. */
#include "template/zp-migration.h"

#include <string.h>

/* An id in parts. @row: "[12]" behind the first part, or %NULL; @tail: what follows the cell. */
typedef struct
{
  char *block;
  char *row;
  char *middle;
  char *last;
  char *tail;
} Id;

static void
id_clear (Id *self)
{
  g_free (self->block);
  g_free (self->row);
  g_free (self->middle);
  g_free (self->last);
  g_free (self->tail);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Id, id_clear)

static Id
split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 4);
  guint n = g_strv_length (parts);
  const char *bracket = n > 0 ? strchr (parts[0], '[') : NULL;
  Id id = { 0 };

  id.block = n == 0            ? g_strdup ("")
             : bracket != NULL ? g_strndup (parts[0], (gsize) (bracket - parts[0]))
                               : g_strdup (parts[0]);
  id.row = g_strdup (bracket);
  id.middle = n > 2 ? g_strdup (parts[1]) : NULL;
  id.last = n > 1 ? g_strdup (parts[n > 2 ? 2 : 1]) : NULL;
  id.tail = n > 3 ? g_strdup (parts[3]) : NULL;

  return id;
}

static char *
join (const char *a, const char *b, const char *c)
{
  if (b == NULL)
    return g_strdup (a);

  return c != NULL ? g_strjoin (".", a, b, c, NULL) : g_strjoin (".", a, b, NULL);
}

static const char *
behind_block (const char *id)
{
  const char *dot = strchr (id, '.');

  return dot != NULL ? dot + 1 : id;
}

static void
replace (char **part, const char *text)
{
  g_free (*part);
  *part = g_strdup (text);
}

static void
move_block (Id *self, const char *target)
{
  g_autofree char *block = g_strndup (target, strcspn (target, "."));

  replace (&self->block, block);
}

/* The whole cell is renamed: its target says block, row and column. */
static void
move_cell (Id *self, const char *target)
{
  g_auto (Id) to = split (target);

  replace (&self->block, to.block);
  replace (&self->middle, to.middle);
  replace (&self->last, to.last);
}

/* Row, column and block are renamed on their own, and all of them may be. */
static void
move_parts (Id *self, GHashTable *renamed)
{
  g_autofree char *row = self->middle != NULL ? join (self->block, self->middle, NULL) : NULL;
  g_autofree char *column = join (self->block, self->last, NULL);
  const char *new_row = row != NULL ? g_hash_table_lookup (renamed, row) : NULL;
  const char *new_column = self->last != NULL ? g_hash_table_lookup (renamed, column) : NULL;
  const char *new_block = g_hash_table_lookup (renamed, self->block);

  if (new_row != NULL)
    replace (&self->middle, behind_block (new_row));
  if (new_column != NULL)
    replace (&self->last, behind_block (new_column));
  if (new_block != NULL || new_row != NULL || new_column != NULL)
    move_block (self, new_block != NULL ? new_block : new_row != NULL ? new_row : new_column);
}

static const char *
find_dropped (const Id *self, GHashTable *dropped)
{
  g_autofree char *cell = join (self->block, self->middle, self->last);
  g_autofree char *row = self->middle != NULL ? join (self->block, self->middle, NULL) : NULL;
  g_autofree char *column = join (self->block, self->last, NULL);
  const char *const ids[] = { cell, row, column, self->block };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const char *reason = ids[i] != NULL ? g_hash_table_lookup (dropped, ids[i]) : NULL;

      if (reason != NULL)
        return reason;
    }

  return NULL;
}

/* A field without a row in its id: only the middle part is missing. */
static char *
format (const Id *self)
{
  g_autoptr (GString) text = g_string_new (self->block);

  if (self->row != NULL)
    g_string_append (text, self->row);
  if (self->middle != NULL)
    g_string_append_printf (text, ".%s", self->middle);
  if (self->last != NULL)
    g_string_append_printf (text, ".%s", self->last);
  if (self->tail != NULL)
    g_string_append_printf (text, ".%s", self->tail);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * zp_migration_rename:
 * @id: an id of the version before: a block, row, column, cell (of a table with or without the
 * number of its row), passage or check
 * @reason: (out) (nullable): when it was dropped, why; borrowed
 *
 * An entry for the very id comes first; else the row, the column and the block of it are renamed,
 * each by its own entry. What stands behind the id of a cell, as in a check, is kept.
 *
 * Returns: (transfer full) (nullable): its id from @self->version on; %NULL when it was dropped
 */
char *
zp_migration_rename (const ZpMigration *self, const char *id, const char **reason)
{
  g_auto (Id) parts = { 0 };
  g_autofree char *cell = NULL;
  const char *target;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  *reason = NULL;
  target = g_hash_table_lookup (self->renamed, id);
  if (target != NULL)
    return g_strdup (target);
  *reason = g_hash_table_lookup (self->dropped, id);
  if (*reason != NULL)
    return NULL;

  parts = split (id);
  cell = join (parts.block, parts.middle != NULL ? parts.middle : parts.last,
               parts.middle != NULL ? parts.last : NULL);
  target = g_hash_table_lookup (self->renamed, cell);
  if (target == NULL)
    *reason = find_dropped (&parts, self->dropped);
  if (*reason != NULL)
    return NULL;
  if (target != NULL)
    move_cell (&parts, target);
  else
    move_parts (&parts, self->renamed);

  return format (&parts);
}
