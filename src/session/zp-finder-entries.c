/* SPDX-License-Identifier: GPL-3.0-or-later
 * What there is to be found in a report: places, cells, texts, findings. */
#include <glib/gi18n-lib.h>

#include "session/zp-finder-private.h"
#include "session/zp-finding-card.h"
#include "session/zp-sheet-figure.h"

typedef struct
{
  ZpSession *session;
  ZpOutline *outline;
  GPtrArray *entries;
} Reader;

/** zp_find_entry_free: frees an entry. */
void
zp_find_entry_free (gpointer data)
{
  ZpFindEntry *entry = data;

  g_free (entry->target);
  g_free (entry->label);
  g_free (entry->where);
  g_free (entry->folded_label);
  g_free (entry->folded_where);
  g_free (entry);
}

/** zp_find_fold: (transfer full): the text as it is compared: without case, full width as half. */
char *
zp_find_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

/** zp_find_entry_new: (transfer full): takes the texts; @where may be %NULL. */
ZpFindEntry *
zp_find_entry_new (ZpFoundKind kind, char *target, char *label, char *where)
{
  ZpFindEntry *entry = g_new0 (ZpFindEntry, 1);

  entry->kind = kind;
  entry->target = target;
  entry->label = label;
  entry->where = where != NULL ? where : g_strdup ("");
  entry->folded_label = zp_find_fold (label);
  entry->folded_where = zp_find_fold (entry->where);
  return entry;
}

static ZpFindEntry *
add_entry (Reader *self, ZpFoundKind kind, char *target, char *label, char *where)
{
  ZpFindEntry *entry = zp_find_entry_new (kind, target, label, where);

  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
add_places (Reader *self)
{
  for (guint i = 0; i < zp_outline_count (self->outline); i++)
    {
      const ZpPlace *place = zp_outline_get (self->outline, i);

      if (zp_outline_is_shown (self->outline, i))
        add_entry (self, ZP_FOUND_PLACE, g_strdup (place->id), g_strdup (place->title), NULL);
    }
}

static char *
place_of_block (Reader *self, const ZpBlock *block, const char *title)
{
  int place = zp_outline_find_block (self->outline, block->index);
  const char *label;

  if (place < 0)
    return NULL;
  label = zp_outline_get (self->outline, (guint) place)->label;
  if (g_str_equal (label, title))
    return g_strdup (label);
  return g_strdup_printf (C_ ("page and sheet", "%1$s · %2$s"), label, title);
}

static gboolean
names_row (const ZpPack *pack, ZpCell cell)
{
  const ZpBlock *block = zp_pack_get_block (pack, cell.block);

  return block->kind == ZP_BLOCK_TABLE && cell.row >= 0 && cell.column == block->key_column;
}

/* The cell with the name of a row is called by the number of the row, and found by the name too. */
static void
add_words (ZpFindEntry *entry, ZpReport *report, ZpCell cell)
{
  g_autofree char *shown = zp_report_show (report, cell);
  g_autofree char *folded = zp_find_fold (shown);
  g_autofree char *before = entry->folded_where;

  entry->folded_where = g_strjoin (" ", before, folded, NULL);
}

static void
add_cell (Reader *self, ZpCell cell, const char *where)
{
  ZpReport *report = zp_session_get_report (self->session);
  const ZpPack *pack = zp_session_get_pack (self->session);
  ZpFindEntry *entry;

  if (zp_pack_get_cell (pack, cell) == NULL)
    return;
  entry = add_entry (self, ZP_FOUND_CELL, zp_pack_format_id (pack, cell),
                     zp_sheet_get_cell_name (report, cell), g_strdup (where));
  entry->is_cell = TRUE;
  entry->cell = cell;
  if (names_row (pack, cell))
    add_words (entry, report, cell);
}

static void
add_row (Reader *self, const ZpBlock *block, int row, const char *where)
{
  for (int column = 0; column < (int) zp_block_count_columns (block); column++)
    add_cell (self, zp_cell (block->index, row, column), where);
}

static void
add_block (Reader *self, const ZpBlock *block)
{
  ZpReport *report = zp_session_get_report (self->session);
  g_autofree char *title = zp_sheet_render_label (report, block->label);
  g_autofree char *where = place_of_block (self, block, title);

  if (where == NULL)
    return;
  for (int row = 0; row < zp_report_count_rows (report, block->index); row++)
    add_row (self, block, row, where);
  if (block->totals != NULL)
    add_row (self, block, ZP_ROW_TOTAL, where);
}

static void
add_cells (Reader *self)
{
  const GPtrArray *blocks = zp_session_get_pack (self->session)->blocks;

  for (guint i = 0; i < blocks->len; i++)
    add_block (self, g_ptr_array_index (blocks, i));
}

static void
add_texts (Reader *self)
{
  ZpReport *report = zp_session_get_report (self->session);
  const GPtrArray *passages = zp_session_get_pack (self->session)->passages;

  for (guint i = 0; i < passages->len; i++)
    {
      const ZpPassage *passage = g_ptr_array_index (passages, i);
      int place = zp_outline_find_passage (self->outline, passage->id);

      if (place >= 0 && passage->label != NULL)
        add_entry (self, ZP_FOUND_TEXT, g_strdup (passage->id),
                   zp_sheet_render_label (report, passage->label),
                   g_strdup (zp_outline_get (self->outline, (guint) place)->label));
    }
}

static void
add_findings (Reader *self)
{
  const GPtrArray *findings = zp_session_get_findings (self->session);

  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);

      add_entry (self, ZP_FOUND_FINDING, g_strdup (finding->id),
                 zp_finding_say_title (self->session, finding), NULL);
    }
}

/**
 * zp_find_entries_read:
 *
 * Returns: (transfer full): of #ZpFindEntry: places, cells, texts and findings of a report
 */
GPtrArray *
zp_find_entries_read (ZpSession *session, ZpOutline *outline)
{
  Reader reader = { session, outline, g_ptr_array_new_with_free_func (zp_find_entry_free) };

  add_places (&reader);
  add_cells (&reader);
  add_texts (&reader);
  add_findings (&reader);
  return reader.entries;
}
