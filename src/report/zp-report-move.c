/* SPDX-License-Identifier: GPL-3.0-or-later
 * Moving a report to a newer version of its pack while it is read: nothing is lost. */
#include "report/zp-report-move-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/zp-report-private.h"

/** zp_report_move_init: prepares to read a report made with @version of the pack of @file. */
void
zp_report_move_init (ZpReportMove *self, ZpReportFile *file, int version, const ZpJson *units)
{
  const ZpPack *pack = file->report->pack;

  self->file = file;
  self->units = units != NULL && units->kind == ZP_JSON_OBJECT ? units : NULL;
  self->newer = pack->version > version;
  self->steps = g_ptr_array_new ();
  for (guint i = 0; i < pack->migrations->len; i++)
    {
      ZpMigration *step = g_ptr_array_index (pack->migrations, i);

      if (step->version > version)
        g_ptr_array_add (self->steps, step);
    }
  if (self->newer)
    g_ptr_array_add (file->migrated,
                     g_strdup_printf (_ ("template %s: version %d → %d"),
                                      pack->id,
                                      version,
                                      pack->version));
}

/** zp_report_move_clear: frees what the move needed. */
void
zp_report_move_clear (ZpReportMove *self)
{
  g_clear_pointer (&self->steps, g_ptr_array_unref);
}

static void
add_unplaced (ZpReportMove *self, const char *id, const char *value, const char *reason)
{
  ZpUnplaced *figure = g_new0 (ZpUnplaced, 1);

  figure->id = g_strdup (id);
  figure->label = g_strdup (id);
  figure->unit = g_strdup ("");
  figure->value = g_strdup (value);
  figure->reason = g_strdup (reason);
  g_ptr_array_add (self->file->report->unplaced, figure);
  g_ptr_array_add (self->file->migrated,
                   g_strdup_printf (_ ("%s = %s has no place any more: %s"), id, value, reason));
}

/* Follows the steps. (nullable): NULL with @reason when the id was dropped. */
static char *
follow (ZpReportMove *self, const char *id, const char **reason)
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
    g_ptr_array_add (self->file->migrated, g_strdup_printf (_ ("%s → %s"), id, now));
  return now;
}

static void
add_unplaced_rows (ZpReportMove *self, const ZpJson *array, const char *reason)
{
  guint row = 0;

  for (const ZpJson *object = array->first; object != NULL; object = object->next, row++)
    for (const ZpJson *member = object->first; member != NULL; member = member->next)
      {
        g_autofree char *id = g_strdup_printf ("%s[%u].%s", array->key, row, member->key);

        if (member->kind == ZP_JSON_STRING)
          add_unplaced (self, id, member->text, reason);
      }
}

/**
 * zp_report_move_table:
 *
 * The table that stands for that of @array now. When it was dropped, its figures go to the unplaced ones.
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
old_money (ZpReportMove *self, const ZpCellDef *def, ZpUnit *unit)
{
  const ZpBlock *block = zp_pack_get_block (self->file->report->pack, def->cell.block);
  const char *label = self->units != NULL ? zp_json_get_string (self->units, block->key) : NULL;

  return label != NULL && zp_unit_money (label, unit) && unit->num != def->unit.num;
}

/**
 * zp_report_move_convert:
 *
 * @value in the unit that the cell has now: money typed in another unit of money is converted exactly, and
 * the list of what happened says so.
 *
 * Returns: (transfer full): @value itself when nothing has to be converted
 */
char *
zp_report_move_convert (ZpReportMove *self,
                        const ZpCellDef *def,
                        const char *id,
                        const char *value)
{
  ZpUnit unit;
  ZpDecimal figure;
  char *converted;

  if (!self->newer || def->unit.kind != ZP_UNIT_MONEY || !old_money (self, def, &unit) ||
      !zp_decimal_parse (value, &figure, NULL) ||
      !zp_unit_from_base (def->unit, zp_unit_to_base (unit, figure), ZP_DECIMAL_PLACES, &figure))
    return g_strdup (value);
  converted = zp_decimal_to_string (figure, -1);
  g_ptr_array_add (
    self->file->migrated,
    g_strdup_printf (_ ("%s: %s%s = %s%s"), id, value, unit.label, converted, def->unit.label));
  return converted;
}

/**
 * zp_report_move_drop:
 *
 * A figure that has no cell any more, or does not fit it because the kind of the cell changed.
 *
 * Returns: FALSE when the pack is the one the report was made with: then it is damage
 */
gboolean
zp_report_move_drop (ZpReportMove *self, const char *id, const char *value, const char *reason)
{
  if (!self->newer)
    return FALSE;
  add_unplaced (self, id, value, reason);
  return TRUE;
}

/** zp_report_move_note: gives a note the present ids of its finding and figures. */
void
zp_report_move_note (ZpReportMove *self, ZpNote *note)
{
  const char *reason;
  char *finding = follow (self, note->finding, &reason);

  if (finding != NULL)
    {
      g_free (note->finding);
      note->finding = finding;
    }
  for (guint i = 0; note->ids != NULL && note->ids[i] != NULL; i++)
    {
      char *id = follow (self, note->ids[i], &reason);

      if (id == NULL)
        continue;
      g_free (note->ids[i]);
      note->ids[i] = id;
    }
}

/** zp_report_find_prior_def: (nullable): definition that a figure of last year, "t[key].column", is of. */
const ZpCellDef *
zp_report_find_prior_def (ZpReport *self, const char *id)
{
  const char *open = strchr (id, '[');
  const char *close = open != NULL ? g_strrstr (id, "].") : NULL;
  g_autofree char *table = NULL;
  const ZpBlock *block;
  ZpCell cell;
  int column;

  if (close == NULL)
    return zp_pack_parse_id (self->pack, id, &cell, NULL) ? zp_pack_get_cell (self->pack, cell) : NULL;
  table = g_strndup (id, (gsize) (open - id));
  block = zp_pack_find_block (self->pack, table);
  column = block != NULL ? zp_block_find_column (block, close + strlen ("].")) : -1;
  return column >= 0 ? zp_block_get_cell (block, 0, column) : NULL;
}
