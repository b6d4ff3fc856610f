/* SPDX-License-Identifier: GPL-3.0-or-later
 * Compares a pack with an older version of it: ids that vanished, cells whose kind or unit changed.
 */
#include "template/zp-pack-against.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "template/zp-pack-loader-private.h"
#include "template/zp-pack-store.h"

/* @file: of the new pack, for messages */
typedef struct
{
  const ZpPack *pack;
  const ZpPack *old;
  GPtrArray *problems;
  char *data_file;
  char *changes_file;
} Comparison;

static void
tell (const Comparison *self, const char *file, guint line, gboolean warning, char *message)
{
  ZpProblem *problem = g_new0 (ZpProblem, 1);

  problem->file = g_strdup (file);
  problem->line = line;
  problem->warning = warning;
  problem->message = message;
  g_ptr_array_add (self->problems, problem);
}

/**
 * zp_pack_migrate_id:
 * @from_version: version of the pack that @id is of
 * @id: an id
 * @reason: (out) (nullable): when it was dropped on the way, why; borrowed
 *
 * Returns: (transfer full) (nullable): the id in this version; %NULL when it was dropped
 */
char *
zp_pack_migrate_id (const ZpPack *self, int from_version, const char *id, const char **reason)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (self != NULL && id != NULL && reason != NULL, NULL);

  now = g_strdup (id);
  *reason = NULL;
  for (guint i = 0; i < self->migrations->len && now != NULL; i++)
    {
      const ZpMigration *migration = self->migrations->pdata[i];
      g_autofree char *before = NULL;

      if (migration->version <= from_version)
        continue;
      before = g_steal_pointer (&now);
      now = zp_migration_rename (migration, before, reason);
    }

  return g_steal_pointer (&now);
}

/* Changes of a pack that succeeds another one start from the beginning. */
static char *
migrate (const Comparison *self, const char *id, const char **reason)
{
  gboolean is_same = strcmp (self->pack->id, self->old->id) == 0;

  return zp_pack_migrate_id (self->pack, is_same ? self->old->version : 0, id, reason);
}

static void
tell_vanished (const Comparison *self, const char *id, const char *now)
{
  if (strcmp (id, now) == 0)
    tell (self, self->changes_file, 0, FALSE,
          g_strdup_printf (_ ("“%s” of version %d is gone; say under “changes” what it was renamed "
                              "to, or why it was dropped"),
                           id, self->old->version));
  else
    tell (self, self->changes_file, 0, FALSE,
          g_strdup_printf (_ ("“%s” of version %d is renamed to “%s”, but there is none"), id,
                           self->old->version, now));
}

static const ZpCellDef *
find_cell (const ZpPack *pack, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (id, ".", 2);
  const ZpBlock *block = zp_pack_find_block (pack, parts[0]);
  ZpCell cell;

  if (block != NULL && block->kind == ZP_BLOCK_TABLE && parts[1] != NULL &&
      strchr (parts[1], '.') == NULL)
    return zp_block_get_cell (block, 0, zp_block_find_column (block, parts[1]));

  return zp_pack_parse_id (pack, id, &cell, NULL) ? zp_pack_get_cell (pack, cell) : NULL;
}

static gboolean
is_same_unit (const ZpUnit *a, const ZpUnit *b)
{
  return a->kind == b->kind && strcmp (a->label, b->label) == 0;
}

static void
compare_cell (const Comparison *self, const ZpCellDef *old, const ZpCellDef *now, const char *id)
{
  gboolean converts = old->kind == ZP_KIND_MONEY && now->kind == ZP_KIND_MONEY;

  if (old->kind != now->kind)
    tell (self, self->data_file, now->line, FALSE,
          g_strdup_printf (_ ("“%s” was of kind %s and is of kind %s now; figures that do not fit "
                              "lose their place; give it a new key"),
                           id, zp_kind_words[old->kind], zp_kind_words[now->kind]));
  else if (!is_same_unit (&old->unit, &now->unit))
    tell (self, self->data_file, now->line, converts,
          g_strdup_printf (converts ? _ ("“%s” was in %s and is in %s now; figures are converted")
                                    : _ ("“%s” was in %s and is in %s now; figures would change "
                                         "their meaning; give it a new key"),
                           id, old->unit.label, now->unit.label));
}

static void
check_cell (const Comparison *self, const ZpCellDef *old)
{
  const char *reason = NULL;
  g_autofree char *id = zp_cell_def_format_id (self->old, old);
  g_autofree char *now = migrate (self, id, &reason);
  const ZpCellDef *found = now != NULL ? find_cell (self->pack, now) : NULL;

  if (now != NULL && found == NULL)
    tell_vanished (self, id, now);
  if (found != NULL)
    compare_cell (self, old, found, now);
}

static void
check_cells (const Comparison *self, const GPtrArray *cells)
{
  for (guint i = 0; cells != NULL && i < cells->len; i++)
    if (cells->pdata[i] != NULL)
      check_cell (self, cells->pdata[i]);
}

static void
check_passages (const Comparison *self)
{
  for (guint i = 0; i < self->old->passages->len; i++)
    {
      const ZpPassage *old = self->old->passages->pdata[i];
      const char *reason = NULL;
      g_autofree char *now = migrate (self, old->id, &reason);

      if (now != NULL && (!g_str_has_prefix (now, "text.") ||
                          zp_pack_find_passage (self->pack, now + strlen ("text.")) == NULL))
        tell_vanished (self, old->id, now);
    }
}

/* Notes hang on checks; those by themselves go with their cells. */
static void
check_checks (const Comparison *self)
{
  for (guint i = 0; i < self->old->checks->len; i++)
    {
      const ZpCheckDef *old = self->old->checks->pdata[i];
      const char *reason = NULL;
      g_autofree char *now = migrate (self, old->id, &reason);

      if (!old->automatic && now != NULL && zp_pack_find_check (self->pack, now) == NULL)
        tell_vanished (self, old->id, now);
    }
}

/**
 * zp_pack_check_against:
 * @self: the new version
 * @old: the version before, or the pack it succeeds
 * @problems: (element-type ZpProblem): where it is told what reports would lose
 *
 * An id of the old version must still be there, or stand in "changes". A cell keeps its kind and
 * its unit; amounts may change their unit, since they convert exactly, which is a warning.
 */
void
zp_pack_check_against (const ZpPack *self, const ZpPack *old, GPtrArray *problems)
{
  g_autofree char *data_file = NULL;
  g_autofree char *changes_file = NULL;
  Comparison comparison;

  g_return_if_fail (self != NULL && old != NULL && problems != NULL);

  data_file = g_strdup_printf ("%s/data.json", self->id);
  changes_file = g_strdup_printf ("%s/pack.json", self->id);
  comparison = (Comparison){ self, old, problems, data_file, changes_file };
  for (guint i = 0; i < old->blocks->len; i++)
    {
      const ZpBlock *block = old->blocks->pdata[i];

      check_cells (&comparison, block->cells);
      check_cells (&comparison, block->totals);
    }
  check_passages (&comparison);
  check_checks (&comparison);
}
