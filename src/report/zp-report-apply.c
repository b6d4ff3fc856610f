/* SPDX-License-Identifier: GPL-3.0-or-later
 * The one way a report changes: a batch, wholly or not at all. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/zp-record-private.h"
#include "report/zp-report-private.h"

#define NOTE_PREFIX "note:"
#define TEXT_PREFIX "text."

static void
set_before (ZpChange *change, char *before)
{
  g_free (change->before);
  change->before = before;
}

/* 0 outside of tables. */
static guint
find_uid (ZpReport *self, ZpCell cell)
{
  const ZpBlock *block = zp_pack_get_block (self->pack, cell.block);

  return block->kind == ZP_BLOCK_TABLE && cell.row >= 0
           ? zp_cells_get_uid (self->cells, cell.block, cell.row)
           : 0;
}

static gboolean
set_cell (ZpReport *self, ZpChange *change, GError **error)
{
  g_auto (ZpCellContent) content = { 0 };
  const ZpCellDef *def;
  ZpCellValue *value;
  ZpCell cell;

  if (!zp_report_find_cell (self, change->path, &cell, error))
    return FALSE;
  def = zp_pack_get_cell (self->pack, cell);
  value = zp_cells_get (self->cells, cell);
  change->uid = find_uid (self, cell);
  if (!zp_cell_content_from_text (&content, def, change->after, error))
    {
      g_prefix_error (error, "%s: ", change->path);
      return FALSE;
    }
  set_before (change, zp_cell_content_to_text (&value->typed, def));
  if (zp_cell_content_equal (&content, &value->typed))
    return TRUE;

  if (cell.row >= 0)
    zp_cells_forget_index (self->cells, cell.block, cell.column);
  zp_cell_content_clear (&value->typed);
  value->typed = content;
  content = (ZpCellContent){ 0 };
  zp_engine_touch (self->engine, cell);
  return TRUE;
}

static gboolean
set_passage (ZpReport *self, ZpChange *change, GError **error)
{
  if (zp_pack_find_passage_by_id (self->pack, change->path) == NULL)
    {
      g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_ID,
                   _ ("%s: the template has no such text"), change->path);
      return FALSE;
    }
  set_before (change, g_strdup (g_hash_table_lookup (self->passages, change->path)));
  if (change->after != NULL)
    g_hash_table_insert (self->passages, g_strdup (change->path), g_strdup (change->after));
  else
    g_hash_table_remove (self->passages, change->path);
  return TRUE;
}

static gboolean
set_note (ZpReport *self, ZpChange *change, GError **error)
{
  const char *finding = change->path + strlen (NOTE_PREFIX);
  const ZpNote *old = g_hash_table_lookup (self->notes, finding);
  ZpNote *note = NULL;

  if (change->after != NULL)
    {
      note = zp_note_from_text (finding, change->after, error);
      if (note == NULL)
        return FALSE;
    }
  set_before (change, old != NULL ? zp_note_to_text (old) : NULL);
  if (note != NULL)
    g_hash_table_insert (self->notes, g_strdup (finding), note);
  else
    g_hash_table_remove (self->notes, finding);
  return TRUE;
}

static gboolean
set_record (ZpReport *self, ZpChange *change, GError **error)
{
  g_autofree char *record = NULL;

  if (change->after != NULL)
    {
      record = zp_record_read (change->path, change->after, error);
      if (record == NULL)
        return FALSE;
    }
  set_before (change, g_strdup (g_hash_table_lookup (self->records, change->path)));
  if (record == NULL)
    {
      g_hash_table_remove (self->records, change->path);
      return TRUE;
    }
  g_free (change->after);
  change->after = g_strdup (record);
  g_hash_table_insert (self->records, g_strdup (change->path), g_steal_pointer (&record));
  return TRUE;
}

static gboolean
set_value (ZpReport *self, ZpChange *change, GError **error)
{
  if (g_str_has_prefix (change->path, TEXT_PREFIX))
    return set_passage (self, change, error);
  if (g_str_has_prefix (change->path, NOTE_PREFIX))
    return set_note (self, change, error);
  if (g_str_has_prefix (change->path, ZP_RECORD_PREFIX))
    return set_record (self, change, error);
  return set_cell (self, change, error);
}

static const ZpBlock *
find_table (ZpReport *self, const char *key, GError **error)
{
  const ZpBlock *block = zp_pack_find_block (self->pack, key);

  if (block != NULL && block->kind == ZP_BLOCK_TABLE)
    return block;
  g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_ID, _ ("%s: the template has no such table"),
               key);
  return NULL;
}

static gboolean
row_exists (ZpReport *self, const ZpBlock *block, int row, int n_rows, GError **error)
{
  if (row >= 0 && row < n_rows)
    return TRUE;
  g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_ID, _ ("%s: there is no row %d"), block->key,
               row);
  return FALSE;
}

static gboolean
row_is_empty (ZpReport *self, const ZpBlock *block, int row)
{
  for (guint i = 0; i < zp_block_count_columns (block); i++)
    {
      const ZpCellValue *value = zp_cells_get (self->cells, zp_cell (block->index, row, (int) i));

      if (value->typed.state != ZP_CONTENT_EMPTY)
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_row (ZpReport *self, ZpChange *change, const ZpBlock *block, GError **error)
{
  int n_rows = zp_cells_count_rows (self->cells, block->index);

  if (!row_exists (self, block, change->from, n_rows, error))
    return FALSE;
  /* Its cells are emptied by changes of their own, so that undoing brings them back. */
  g_return_val_if_fail (row_is_empty (self, block, change->from), FALSE);
  change->uid = zp_cells_get_uid (self->cells, block->index, change->from);
  zp_cells_remove_row (self->cells, block->index, change->from);
  return TRUE;
}

static gboolean
change_rows (ZpReport *self, ZpChange *change, const ZpBlock *block, GError **error)
{
  int n_rows = zp_cells_count_rows (self->cells, block->index);

  if (change->kind == ZP_CHANGE_REMOVE)
    return remove_row (self, change, block, error);
  if (change->kind == ZP_CHANGE_INSERT)
    {
      if (!row_exists (self, block, change->to, n_rows + 1, error))
        return FALSE;
      change->uid = zp_cells_insert_row (self->cells, block->index, change->to, change->uid);
      return TRUE;
    }
  if (!row_exists (self, block, change->from, n_rows, error) ||
      !row_exists (self, block, change->to, n_rows, error))
    return FALSE;
  change->uid = zp_cells_get_uid (self->cells, block->index, change->from);
  zp_cells_move_row (self->cells, block->index, change->from, change->to);
  return TRUE;
}

/** zp_report_do_change: does one change without computing; fills in what undoing needs. */
gboolean
zp_report_do_change (ZpReport *self, ZpChange *change, GError **error)
{
  const ZpBlock *block;

  if (change->kind == ZP_CHANGE_SET)
    return set_value (self, change, error);
  block = find_table (self, change->path, error);
  if (block == NULL || !change_rows (self, change, block, error))
    return FALSE;
  self->rows_revision++;
  zp_engine_touch_rows (self->engine, block->index);
  return TRUE;
}

/* The first @n_done changes of @batch are undone; they were just done, so this cannot fail. */
static void
take_back (ZpReport *self, const ZpBatch *batch, guint n_done)
{
  g_autoptr (ZpBatch) inverse = zp_batch_invert (batch);
  ZpCell too_large;

  for (guint i = batch->changes->len - n_done; i < inverse->changes->len; i++)
    if (!zp_report_do_change (self, g_ptr_array_index (inverse->changes, i), NULL))
      g_error ("a change that was just done cannot be taken back");
  zp_engine_run (self->engine, &too_large);
  zp_engine_clear_moved (self->engine);
}

static void
set_too_large_error (ZpReport *self, ZpCell cell, GError **error)
{
  g_autofree char *id = zp_pack_format_id (self->pack, cell);
  g_autofree char *label = zp_report_get_label (self, cell);

  g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_RANGE,
               _ ("%s (%s): the computed figure is too large; check the figures it is made of"), id,
               label);
}

static gboolean
do_batch (ZpReport *self, ZpBatch *batch, GError **error)
{
  ZpCell too_large;

  for (guint i = 0; i < batch->changes->len; i++)
    if (!zp_report_do_change (self, g_ptr_array_index (batch->changes, i), error))
      {
        take_back (self, batch, i);
        return FALSE;
      }
  if (zp_engine_run (self->engine, &too_large))
    return TRUE;

  set_too_large_error (self, too_large, error);
  take_back (self, batch, batch->changes->len);
  return FALSE;
}

/**
 * zp_report_apply:
 * @batch: (transfer full): changes to do together
 *
 * Does all changes of @batch, computes what depends on them, adds one entry to the journal and
 * emits "changed"; or does nothing at all. `before` of each change is filled in from the report.
 *
 * Returns: FALSE with %ZP_REPORT_ERROR when a path or value does not fit or a computed figure is
 * too large
 */
gboolean
zp_report_apply (ZpReport *self, ZpBatch *batch, GError **error)
{
  g_autoptr (ZpBatch) owned = batch;

  g_return_val_if_fail (ZP_IS_REPORT (self) && self->trials->len == 0, FALSE);

  if (!do_batch (self, owned, error))
    return FALSE;
  zp_journal_add (self->journal, g_steal_pointer (&owned));
  zp_report_emit_changed (self);
  return TRUE;
}

/**
 * zp_report_undo:
 *
 * Takes back the last batch that is not yet taken back; without one does nothing.
 *
 * Returns: FALSE with an error when it cannot be taken back
 */
gboolean
zp_report_undo (ZpReport *self, GError **error)
{
  const ZpBatch *last = zp_journal_peek_undo (self->journal);
  g_autoptr (ZpBatch) inverse = last != NULL ? zp_batch_invert (last) : NULL;

  if (inverse == NULL)
    return TRUE;
  zp_batch_set_how (inverse, ZP_HOW_UNDONE);
  if (!do_batch (self, inverse, error))
    return FALSE;
  zp_journal_add_undo (self->journal, g_steal_pointer (&inverse));
  zp_report_emit_changed (self);
  return TRUE;
}

/**
 * zp_report_redo:
 *
 * Does again what was taken back last; without any does nothing.
 *
 * Returns: FALSE with an error when it cannot be done
 */
gboolean
zp_report_redo (ZpReport *self, GError **error)
{
  const ZpBatch *last = zp_journal_peek_redo (self->journal);
  g_autoptr (ZpBatch) again = last != NULL ? zp_batch_invert (last) : NULL;

  if (again == NULL)
    return TRUE;
  zp_batch_set_how (again, ZP_HOW_REDONE);
  if (!do_batch (self, again, error))
    return FALSE;
  zp_journal_add_redo (self->journal, g_steal_pointer (&again));
  zp_report_emit_changed (self);
  return TRUE;
}
