/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the caret is in a section, and how it comes to a passage. */
#include <string.h>

#include "app/prose/zp-prose-view-private.h"

/**
 * zp_prose_view_go_to:
 * @passage: its id, "text.scale"
 *
 * Returns: FALSE when it is not in this section now
 */
gboolean
zp_prose_view_go_to (ZpProseView *self, const char *passage)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      ZpProseField *field = g_ptr_array_index (self->fields, i);

      if (strcmp (field->passage->id, passage) != 0)
        continue;
      zp_prose_view_place_caret (self, field, 0);
      gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), field->start, 0.1, FALSE, 0, 0);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return TRUE;
    }
  return FALSE;
}

/**
 * zp_prose_view_get_passage:
 * @number: (out) (optional): which of the section it is, from 1
 *
 * Returns: (nullable): the passage with the caret
 */
const ZpPassage *
zp_prose_view_get_passage (ZpProseView *self, guint *number)
{
  guint index = 0;

  if (self->current == NULL)
    return NULL;
  g_ptr_array_find (self->fields, self->current, &index);
  if (number != NULL)
    *number = index + 1;
  return self->current->passage;
}

/** zp_prose_view_count_figures: live figures in the whole section. */
guint
zp_prose_view_count_figures (ZpProseView *self)
{
  guint n_figures = 0;

  for (guint i = 0; i < self->fields->len; i++)
    {
      g_autoptr (GPtrArray) pieces = zp_prose_field_read (g_ptr_array_index (self->fields, i));

      for (guint j = 0; j < pieces->len; j++)
        {
          const ZpProsePiece *piece = g_ptr_array_index (pieces, j);

          n_figures += piece->kind == ZP_PROSE_FIGURE && !piece->is_words;
        }
    }
  return n_figures;
}
