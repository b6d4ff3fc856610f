/* SPDX-License-Identifier: GPL-3.0-or-later
 * Notes on findings in the rows of a table go with their row. */
#include <string.h>

#include "report/zp-row-edit-private.h"

#define NOTE_PREFIX "note:"

/* (transfer full) (nullable): the id of a cell when all rows have their new places; NULL when its
 * row goes. */
static char *
move_cell_id (ZpRowEdit *self, const char *id)
{
  ZpCell cell;
  int place;

  if (!zp_report_find_cell (self->report, id, &cell, NULL) || cell.row < 0 ||
      self->places[cell.block] == NULL)
    return g_strdup (id);
  place = self->places[cell.block][cell.row];
  if (place == ZP_ROW_GONE)
    return NULL;
  cell.row = place;
  return zp_pack_format_id (self->pack, cell);
}

/* The same for the id of a finding, "check[3]". */
static char *
move_finding_id (ZpRowEdit *self, const char *id)
{
  const char *open = strrchr (id, '[');
  g_autofree char *check_id = open != NULL ? g_strndup (id, (gsize) (open - id)) : NULL;
  const ZpCheckDef *check = check_id != NULL ? zp_pack_find_check (self->pack, check_id) : NULL;
  guint64 row = open != NULL ? g_ascii_strtoull (open + 1, NULL, 10) : 0;
  int place;

  if (check == NULL || check->each_block < 0 || self->places[check->each_block] == NULL ||
      row >= (guint64) zp_report_count_rows (self->report, check->each_block))
    return g_strdup (id);
  place = self->places[check->each_block][row];
  return place != ZP_ROW_GONE ? g_strdup_printf ("%s[%d]", check_id, place) : NULL;
}

/* (transfer full) (nullable): NULL when the note goes with its row. A figure that goes stays in the
 * note under its old id. */
static ZpNote *
move_note (ZpRowEdit *self, const ZpNote *note)
{
  g_autofree char *finding = move_finding_id (self, note->finding);
  ZpNote *moved;

  if (finding == NULL)
    return NULL;
  moved = zp_note_new (finding, note->text, note->author, note->time);
  moved->ids = g_strdupv (note->ids);
  moved->figures = g_strdupv (note->figures);
  for (guint i = 0; moved->ids != NULL && moved->ids[i] != NULL; i++)
    {
      char *id = move_cell_id (self, moved->ids[i]);

      if (id == NULL)
        continue;
      g_free (moved->ids[i]);
      moved->ids[i] = id;
    }
  return moved;
}

static void
set_note (ZpRowEdit *self, const char *finding, const char *text)
{
  g_autofree char *path = g_strconcat (NOTE_PREFIX, finding, NULL);

  zp_batch_set (self->batch, path, NULL, text);
}

/**
 * zp_row_edit_move_notes:
 *
 * Notes on findings in rows that get another place; notes on rows that go are removed with them.
 */
void
zp_row_edit_move_notes (ZpRowEdit *self)
{
  g_autoptr (GPtrArray) notes = zp_report_get_notes (self->report);
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_note_free);

  /* First all go and then they come back, since one gets the id of another. */
  for (guint i = 0; i < notes->len; i++)
    {
      const ZpNote *note = g_ptr_array_index (notes, i);
      g_autoptr (ZpNote) now = move_note (self, note);
      g_autofree char *before = zp_note_to_text (note);
      g_autofree char *after = now != NULL ? zp_note_to_text (now) : NULL;

      if (g_strcmp0 (before, after) == 0)
        continue;
      set_note (self, note->finding, NULL);
      if (now != NULL)
        g_ptr_array_add (moved, g_steal_pointer (&now));
    }
  for (guint i = 0; i < moved->len; i++)
    {
      const ZpNote *note = g_ptr_array_index (moved, i);
      g_autofree char *text = zp_note_to_text (note);

      set_note (self, note->finding, text);
    }
}
