/* SPDX-License-Identifier: GPL-3.0-or-later
 * Moving a report to a newer version of its pack while it is read: nothing is lost. */
#include "report/zp-report-move-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/zp-report-private.h"

#define TOTAL_PART ".total."

/** zp_report_move_init: prepares to read a report made with @version of the pack of @file. */
void
zp_report_move_init (ZpReportMove *self, ZpReportFile *file, int version, const ZpJson *units)
{
  const ZpPack *pack = file->report->pack;

  self->file = file;
  self->units = units != NULL && units->kind == ZP_JSON_OBJECT ? units : NULL;
  self->newer = pack->version > version;
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->steps = g_ptr_array_new ();
  for (guint i = 0; i < pack->migrations->len; i++)
    {
      ZpMigration *step = g_ptr_array_index (pack->migrations, i);

      if (step->version > version)
        g_ptr_array_add (self->steps, step);
    }
  if (self->newer)
    g_ptr_array_add (file->migrated, g_strdup_printf (_ ("template %s: version %d → %d"), pack->id,
                                                      version, pack->version));
}

/** zp_report_move_clear: frees what the move needed. */
void
zp_report_move_clear (ZpReportMove *self)
{
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->told, g_hash_table_unref);
}

/* "projects[3].actual" → "projects.actual"; @row (optional) is set to "[3]". A row may be named by
 * its key, in which brackets may stand. */
static char *
without_row (const char *id, char **row)
{
  const char *open = strchr (id, '[');
  const char *close = open != NULL ? strrchr (open, ']') : NULL;

  if (close == NULL)
    return g_strdup (id);
  if (row != NULL)
    *row = g_strndup (open, (gsize) (close + 1 - open));
  return g_strdup_printf ("%.*s%s", (int) (open - id), id, close + 1);
}

/* (nullable): label of the unit that a cell counted money in: its own, else that of its block. */
static const char *
find_old_label (ZpReportMove *self, const char *old_id)
{
  g_autofree char *id = without_row (old_id, NULL);
  const char *label = zp_json_get_string (self->units, id);
  char *total = strstr (id, TOTAL_PART);

  if (label == NULL && total != NULL)
    {
      g_autofree char *column =
        g_strdup_printf ("%.*s.%s", (int) (total - id), id, total + strlen (TOTAL_PART));

      label = zp_json_get_string (self->units, column);
    }
  if (label != NULL)
    return label;
  id[strcspn (id, ".")] = '\0';
  return zp_json_get_string (self->units, id);
}

/* (transfer full): why a figure is unplaced. Nobody knows any more of what kind its cell was, but
 * in what unit money was counted there. */
static char *
tell_reason (ZpReportMove *self, const char *id, const char *value, const char *reason)
{
  const char *money = self->newer && self->units != NULL ? find_old_label (self, id) : NULL;
  ZpDecimal figure;

  if (money == NULL || !zp_decimal_parse (value, &figure, NULL))
    return g_strdup (reason);
  return g_strdup_printf (_ ("%s (money was counted in %s)"), reason, money);
}

static void
add_unplaced (ZpReportMove *self, const char *id, const char *value, const char *reason)
{
  ZpUnplaced *figure = g_new0 (ZpUnplaced, 1);

  figure->id = g_strdup (id);
  figure->label = g_strdup (id);
  figure->unit = g_strdup ("");
  figure->value = g_strdup (value);
  figure->reason = tell_reason (self, id, value, reason);
  g_ptr_array_add (self->file->report->unplaced, figure);
  if (self->newer)
    g_ptr_array_add (self->file->migrated, g_strdup_printf (_ ("%s = %s has no place any more: %s"),
                                                            id, value, figure->reason));
}

/* The row stands behind the block of a cell, and at the end of the id of a finding. */
static char *
with_row (const char *id, const char *row, gboolean at_end)
{
  const char *dot = strchr (id, '.');

  if (row == NULL)
    return g_strdup (id);
  if (at_end || dot == NULL)
    return g_strconcat (id, row, NULL);
  return g_strdup_printf ("%.*s%s%s", (int) (dot - id), id, row, dot);
}

/* Follows the steps. (nullable): NULL with @reason when the id was dropped. */
static char *
follow_bare (ZpReportMove *self, const char *id, const char **reason)
{
  g_autofree char *now = g_strdup (id);

  *reason = NULL;
  for (guint i = 0; i < self->steps->len; i++)
    {
      char *next = zp_migration_rename (g_ptr_array_index (self->steps, i), now, reason);

      if (next == NULL)
        return NULL;
      g_free (now);
      now = next;
    }
  return g_steal_pointer (&now);
}

static char *
follow (ZpReportMove *self, const char *id, const char **reason)
{
  g_autofree char *row = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *now = NULL;

  *reason = NULL;
  if (self->steps->len == 0)
    return g_strdup (id);

  bare = without_row (id, &row);
  now = follow_bare (self, bare, reason);

  return now != NULL ? with_row (now, row, g_str_has_suffix (id, "]")) : NULL;
}

static void
tell_renamed (ZpReportMove *self, const char *id, const char *now)
{
  g_autofree char *old_column = without_row (id, NULL);
  g_autofree char *column = without_row (now, NULL);
  g_autofree char *text = g_strdup_printf (_ ("%s → %s"), old_column, column);

  if (g_hash_table_add (self->told, g_strdup (text)))
    g_ptr_array_add (self->file->migrated, g_steal_pointer (&text));
}

/**
 * zp_report_move_id:
 *
 * The id that stands for @id now. When it was dropped, @value goes to the unplaced figures.
 *
 * Returns: (transfer full) (nullable): %NULL when it was dropped
 */
char *
zp_report_move_id (ZpReportMove *self, const char *id, const char *value)
{
  const char *reason;
  char *now = follow (self, id, &reason);

  if (now == NULL)
    add_unplaced (self, id, value, reason);
  else if (strcmp (now, id) != 0)
    tell_renamed (self, id, now);
  return now;
}

static void
add_unplaced_rows (ZpReportMove *self, const ZpJson *array, const char *reason)
{
  guint row = 0;

  for (const ZpJson *object = array->first; object != NULL; object = object->next, row++)
    for (const ZpJson *member = object->first; member != NULL; member = member->next)
      {
        g_autofree char *id = NULL;

        if (object->kind != ZP_JSON_OBJECT || member->kind != ZP_JSON_STRING)
          continue;
        id = g_strdup_printf ("%s[%u].%s", array->key, row, member->key);
        add_unplaced (self, id, member->text, reason);
      }
}

/**
 * zp_report_move_table:
 *
 * The table that stands for that of @array now. When it was dropped, its figures go to the unplaced
 * ones.
 *
 * Returns: (transfer full) (nullable): %NULL when it was dropped
 */
char *
zp_report_move_table (ZpReportMove *self, const ZpJson *array)
{
  const char *reason;
  char *now = follow (self, array->key, &reason);

  if (now == NULL)
    add_unplaced_rows (self, array, reason);
  return now;
}

static gboolean
old_money (ZpReportMove *self, const ZpCellDef *def, const char *old_id, ZpUnit *unit)
{
  const char *label;

  if (!self->newer || self->units == NULL || def->unit.kind != ZP_UNIT_MONEY)
    return FALSE;
  label = find_old_label (self, old_id);
  return label != NULL && zp_unit_money (label, unit) &&
         (unit->num != def->unit.num || unit->den != def->unit.den);
}

static gboolean
convert_exactly (ZpUnit from, ZpUnit to, ZpDecimal figure, ZpDecimal *out)
{
  ZpRational base = zp_unit_to_base (from, figure);
  int order;

  return zp_unit_from_base (to, base, ZP_DECIMAL_PLACES, out) &&
         zp_rational_compare (zp_unit_to_base (to, *out), base, &order) && order == 0;
}

/**
 * zp_report_move_convert:
 * @old_id: what the cell was called when @value was kept
 * @id: what it is called now
 *
 * @value in the unit that the cell has now: money typed in another unit of money is converted
 * exactly, and the list of what happened says so. What has no exact figure in the new unit goes to
 * the unplaced ones.
 *
 * Returns: (transfer full) (nullable): @value itself when nothing has to be converted; %NULL when
 * it lost its place
 */
char *
zp_report_move_convert (
  ZpReportMove *self, const ZpCellDef *def, const char *old_id, const char *id, const char *value)
{
  g_autofree char *converted = NULL;
  ZpUnit unit;
  ZpDecimal figure;

  if (!old_money (self, def, old_id, &unit) || !zp_decimal_parse (value, &figure, NULL))
    return g_strdup (value);
  if (!convert_exactly (unit, def->unit, figure, &figure))
    {
      add_unplaced (self, id, value, _ ("it has no exact figure in the unit that counts now"));
      return NULL;
    }
  converted = zp_decimal_to_string (figure, -1);
  g_ptr_array_add (self->file->migrated, g_strdup_printf (_ ("%s: %s%s = %s%s"), id, value,
                                                          unit.label, converted, def->unit.label));
  return g_steal_pointer (&converted);
}

static gboolean
may_drop (const ZpReportMove *self)
{
  return self->newer || self->file->read_only != NULL;
}

/**
 * zp_report_move_drop:
 *
 * A figure that has no cell any more, or does not fit it because the kind of the cell changed.
 *
 * Returns: FALSE when the pack is the very one the report was made with: then it is damage
 */
gboolean
zp_report_move_drop (ZpReportMove *self, const char *id, const char *value, const char *reason)
{
  if (!may_drop (self))
    return FALSE;
  add_unplaced (self, id, value, reason);
  return TRUE;
}

/** zp_report_move_drop_table: the same for all figures of a table. */
gboolean
zp_report_move_drop_table (ZpReportMove *self, const ZpJson *array, const char *reason)
{
  if (!may_drop (self))
    return FALSE;
  add_unplaced_rows (self, array, reason);
  return TRUE;
}

static void
move_to (ZpReportMove *self, char **id)
{
  const char *reason;
  char *now = follow (self, *id, &reason);

  if (now == NULL)
    return;
  g_free (*id);
  *id = now;
}

/** zp_report_move_note: gives a note the present ids of its finding and figures. */
void
zp_report_move_note (ZpReportMove *self, ZpNote *note)
{
  move_to (self, &note->finding);
  for (guint i = 0; note->ids != NULL && note->ids[i] != NULL; i++)
    move_to (self, &note->ids[i]);
}

/** zp_report_find_prior_def: (nullable): definition that a figure of last year, "t[key].column", is
 * of. */
const ZpCellDef *
zp_report_find_prior_def (ZpReport *self, const char *id)
{
  g_autofree char *row = NULL;
  g_autofree char *bare = without_row (id, &row);
  char *dot = strchr (bare, '.');
  const ZpBlock *block;
  ZpCell cell;
  int column;

  if (row == NULL)
    return zp_pack_parse_id (self->pack, id, &cell, NULL) ? zp_pack_get_cell (self->pack, cell)
                                                          : NULL;
  if (dot == NULL)
    return NULL;
  *dot = '\0';
  block = zp_pack_find_block (self->pack, bare);
  column =
    block != NULL && block->kind == ZP_BLOCK_TABLE ? zp_block_find_column (block, dot + 1) : -1;
  return column >= 0 ? zp_block_get_cell (block, 0, column) : NULL;
}
