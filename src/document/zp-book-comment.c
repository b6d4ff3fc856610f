/* SPDX-License-Identifier: GPL-3.0-or-later
 * Comments on the cells of sheets that show a place of the report. */
#include "document/zp-book-comment.h"

static gboolean
shows (const ZpBookCell *cell, ZpCell place)
{
  return cell->has_source && cell->source.block == place.block &&
         (place.row == ZP_BOOK_ANY || cell->source.row == place.row) &&
         (place.column == ZP_BOOK_ANY || cell->source.column == place.column);
}

static ZpBookCell *
find_first (const ZpBookSheet *sheet, ZpCell place)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    if (shows (g_ptr_array_index (sheet->cells, i), place))
      return g_ptr_array_index (sheet->cells, i);

  return NULL;
}

static void
extend_comment (ZpBookCell *cell, const char *text)
{
  char *comment =
    cell->comment != NULL ? g_strconcat (cell->comment, "\n", text, NULL) : g_strdup (text);

  g_free (cell->comment);
  cell->comment = comment;
}

/**
 * zp_book_add_comment:
 * @place: a cell of the report; a row or column may be %ZP_BOOK_ANY, for a whole row or form
 *
 * Puts a comment on the first cell of each sheet that shows @place, under those it has already.
 */
void
zp_book_add_comment (ZpBook *self, ZpCell place, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      ZpBookCell *cell = find_first (g_ptr_array_index (self->sheets, i), place);

      if (cell != NULL)
        extend_comment (cell, text);
    }
}
