/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the figures, texts and notes of a report. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-date.h"
#include "report/zp-entry.h"
#include "report/zp-report-private.h"

/** zp_report_get_pack: (transfer none): the pack of the report. */
const ZpPack *
zp_report_get_pack (ZpReport *self)
{
  return self->pack;
}

/** zp_report_get_scope: (transfer none): the report as formulas and phrases see it. */
const ZpScope *
zp_report_get_scope (ZpReport *self)
{
  return &self->scope.scope;
}

/** zp_report_get_journal: (transfer none): what was done to it since it was opened. */
ZpJournal *
zp_report_get_journal (ZpReport *self)
{
  return self->journal;
}

/** zp_report_get_revision: grows with every change. */
guint64
zp_report_get_revision (ZpReport *self)
{
  return self->revision;
}

/** zp_report_get_rows_revision: grows when rows come, go or move. */
guint64
zp_report_get_rows_revision (ZpReport *self)
{
  return self->rows_revision;
}

/** zp_report_count_rows: rows of a block, the total row of a table not counted. */
int
zp_report_count_rows (ZpReport *self, int block)
{
  return zp_cells_count_rows (self->cells, block);
}

/** zp_report_get_row_uid: lasting number of a row; it keeps it when rows move. */
guint
zp_report_get_row_uid (ZpReport *self, int block, int row)
{
  return zp_cells_get_uid (self->cells, block, row);
}

/** zp_report_get_value: (nullable): what stands at @cell; %NULL when there is no such row. */
const ZpCellValue *
zp_report_get_value (ZpReport *self, ZpCell cell)
{
  return zp_cells_get (self->cells, cell);
}

/**
 * zp_report_find_cell:
 * @id: "budget.total.actual", "projects[0].rate", "projects.total.actual"
 *
 * Returns: FALSE with an error when the pack has no such cell or the table no such row
 */
gboolean
zp_report_find_cell (ZpReport *self, const char *id, ZpCell *cell, GError **error)
{
  ZpCell found;
  int n_rows;

  if (!zp_pack_parse_id (self->pack, id, &found, error))
    return FALSE;
  n_rows = zp_cells_count_rows (self->cells, found.block);
  if (found.row >= n_rows)
    {
      g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_ID,
                   ngettext ("%s: the table has only %d row (counted from 0)",
                             "%s: the table has only %d rows (counted from 0)", (gulong) n_rows),
                   id, n_rows);
      return FALSE;
    }
  *cell = found;
  return TRUE;
}

/** zp_report_show: (transfer full): the content in force as the report prints it, without unit. */
char *
zp_report_show (ZpReport *self, ZpCell cell)
{
  const ZpCellValue *value = zp_cells_get (self->cells, cell);

  return value != NULL ? zp_report_show_content (self, cell, zp_cell_value_in_force (value))
                       : g_strdup ("");
}

/** zp_report_show_content: (transfer full): @content as it would be printed at @cell, without unit.
 */
char *
zp_report_show_content (ZpReport *self, ZpCell cell, const ZpCellContent *content)
{
  return zp_cell_content_show (content, zp_pack_get_cell (self->pack, cell), self->pack->na,
                               self->pack->grouping);
}

/** zp_report_get_passage: (nullable): what the clerk wrote for "text.scale". */
const char *
zp_report_get_passage (ZpReport *self, const char *id)
{
  return g_hash_table_lookup (self->passages, id);
}

/** zp_report_get_note: (nullable): the note on a finding. */
const ZpNote *
zp_report_get_note (ZpReport *self, const char *finding)
{
  return g_hash_table_lookup (self->notes, finding);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const ZpNote *const *) a)->finding, (*(const ZpNote *const *) b)->finding);
}

/** zp_report_get_notes: (transfer container): of #ZpNote, by id of the finding. */
GPtrArray *
zp_report_get_notes (ZpReport *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer note;

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    g_ptr_array_add (notes, note);
  g_ptr_array_sort (notes, compare_notes);
  return g_steal_pointer (&notes);
}

/** zp_report_get_prior_text: (nullable): how a passage, "text.scale", read in the report carried
 * over. */
const char *
zp_report_get_prior_text (ZpReport *self, const char *passage)
{
  const ZpCellContent *content = g_hash_table_lookup (self->prior, passage);

  return content != NULL && content->state == ZP_CONTENT_WORDS ? content->text : NULL;
}

/** zp_report_get_unplaced: (transfer none): of #ZpUnplaced: figures without a cell. */
GPtrArray *
zp_report_get_unplaced (ZpReport *self)
{
  return self->unplaced;
}

/** zp_report_find_row: place of the row with a lasting number, or -1 when it is gone. */
int
zp_report_find_row (ZpReport *self, int block, guint uid)
{
  return zp_cells_find_uid (self->cells, block, uid);
}

/** zp_report_get_record: (nullable): the record at "review/…" as JSON. */
const char *
zp_report_get_record (ZpReport *self, const char *path)
{
  return g_hash_table_lookup (self->records, path);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/** zp_report_list_records: (transfer container): of const char*: paths that begin with @prefix. */
GPtrArray *
zp_report_list_records (ZpReport *self, const char *prefix)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (g_str_has_prefix (path, prefix))
      g_ptr_array_add (paths, path);
  g_ptr_array_sort (paths, compare_paths);
  return g_steal_pointer (&paths);
}

/** zp_report_keep_trail: the report was saved: its trail up to now stays for ever. */
void
zp_report_keep_trail (ZpReport *self)
{
  zp_trail_keep (self->trail, self->journal);
}

/** zp_report_get_trail: (transfer none): who changed what, up to the last change. */
const ZpTrail *
zp_report_get_trail (ZpReport *self)
{
  zp_trail_take (self->trail, self->journal);
  return self->trail;
}

static gboolean
get_whole (ZpReport *self, const char *id, gint64 *out)
{
  ZpValue value = { 0 };
  ZpCell cell;

  if (!zp_pack_parse_id (self->pack, id, &cell, NULL))
    return FALSE;
  self->scope.scope.get (&self->scope.scope, cell, &value);
  if (value.kind != ZP_VALUE_NUMBER)
    return FALSE;
  *out = (gint64) (value.number.num / value.number.den);
  return TRUE;
}

/**
 * zp_report_get_date:
 *
 * Date that exported files carry, never the clock: report.date; without it 1 January after
 * report.year; without both 1 January 1980. Days since 1970.
 */
gint32
zp_report_get_date (ZpReport *self)
{
  gint64 day;
  gint64 year;
  ZpDay start;

  if (get_whole (self, "report.date", &day))
    return (gint32) day;
  if (!get_whole (self, "report.year", &year))
    year = 1979;
  return zp_date_make ((int) year + 1, 1, 1, &start) ? start : 0;
}

/**
 * zp_report_parse_value:
 * @typed: (nullable): what the clerk gave
 * @canonical: (out) (transfer full) (nullable): what a #ZpChange carries; %NULL for empty
 *
 * Reads a typed value for @cell. See zp_entry_parse().
 *
 * Returns: FALSE with a reason when it does not fit
 */
gboolean
zp_report_parse_value (
  ZpReport *self, ZpCell cell, const char *typed, char **canonical, GError **error)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, cell);
  const ZpCellValue *measure = NULL;

  g_return_val_if_fail (def != NULL, FALSE);

  if (def->measure >= 0)
    measure = zp_cells_get (self->cells, zp_cell (cell.block, cell.row, def->measure));
  return zp_entry_parse (
    def, typed, measure != NULL ? zp_cell_value_in_force (measure)->text : NULL, canonical, error);
}
