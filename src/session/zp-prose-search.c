/* SPDX-License-Identifier: GPL-3.0-or-later
 * Looks for the figure that somebody wants in a text. */
#include <string.h>

#include "base/zp-text.h"
#include "session/zp-cell-facts.h"
#include "session/zp-prose.h"
#include "session/zp-sheet-figure.h"

typedef struct
{
  ZpSession *session;
  char **words;
  GPtrArray *found;
  guint max;
  gboolean for_words;
} Search;

/** zp_prose_found_free: frees what was found. %NULL is let through. */
void
zp_prose_found_free (ZpProseFound *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->label);
  g_free (self->place);
  g_free (self->figure);
  g_free (self);
}

static ZpProseFound *
describe (ZpSession *session, const ZpBlock *block, ZpCell cell)
{
  ZpProseFound *self = g_new0 (ZpProseFound, 1);

  self->id = zp_pack_format_id (zp_session_get_pack (session), cell);
  self->label = zp_cell_facts_get_name (session, cell);
  self->place = zp_sheet_render_label (zp_session_get_report (session), block->label);
  self->figure = zp_cell_facts_get_figure (session, cell);
  return self;
}

/* A figure is found with its separators and without. */
static gboolean
has_words (const ZpProseFound *self, char **words)
{
  g_auto (GStrv) parts = g_strsplit (self->figure, ",", -1);
  g_autofree char *digits = g_strjoinv ("", parts);
  g_autofree char *all =
    g_strjoin (" ", self->place, self->label, self->figure, digits, self->id, NULL);
  g_autofree char *folded = g_utf8_casefold (all, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
look_at (Search *self, const ZpBlock *block, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_session_get_pack (self->session), cell);
  ZpProseFound *found;

  if (self->found->len >= self->max || def == NULL ||
      zp_sheet_figure_is_figure (def) == self->for_words)
    return;
  found = describe (self->session, block, cell);
  if (has_words (found, self->words))
    g_ptr_array_add (self->found, found);
  else
    zp_prose_found_free (found);
}

/* Of a table the total: its rows have no names that a text could keep. */
static void
look_at_block (Search *self, const ZpBlock *block)
{
  gboolean is_table = block->kind == ZP_BLOCK_TABLE;
  int first = is_table ? ZP_ROW_TOTAL : 0;
  int end =
    is_table ? 0 : zp_report_count_rows (zp_session_get_report (self->session), block->index);

  for (int row = first; row < end; row++)
    for (guint column = 0; column < zp_block_count_columns (block); column++)
      look_at (self, block, zp_cell (block->index, row, (int) column));
}

static void
look_at_all (Search *self)
{
  const GPtrArray *blocks = zp_session_get_pack (self->session)->blocks;

  for (guint i = 0; i < blocks->len; i++)
    look_at_block (self, g_ptr_array_index (blocks, i));
}

/**
 * zp_prose_search_figures:
 * @words: parted by spaces: each has to be in the name of the cell or of its sheet, or in its
 * figure
 *
 * The cells that a text can name: figures, then words, each in the order of the pack.
 *
 * Returns: (transfer full): of #ZpProseFound, at most @max
 */
GPtrArray *
zp_prose_search_figures (ZpSession *session, const char *words, guint max)
{
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  Search search = { .session = session, .max = max };

  g_return_val_if_fail (ZP_IS_SESSION (session) && words != NULL, NULL);

  plain = zp_text_to_plain (words);
  folded = g_utf8_casefold (plain, -1);
  parts = g_strsplit (folded, " ", -1);
  search.words = parts;
  search.found = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_prose_found_free);
  look_at_all (&search);
  search.for_words = TRUE;
  look_at_all (&search);
  return search.found;
}
