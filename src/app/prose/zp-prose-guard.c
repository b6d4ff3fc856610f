/* SPDX-License-Identifier: GPL-3.0-or-later
 * What keeps the text of a section in order while it is edited: chips are whole, passages stay
 * apart, and every edit is noted. */
#include "app/prose/zp-prose-view-private.h"

#include <string.h>

/* From whichever end is nearer to where the caret came from, so that it goes over the chip. */
static void
leave_chip (ZpProseView *self, GtkTextIter *iter)
{
  GtkTextIter start;
  GtkTextIter end;

  zp_prose_chip_get_bounds (zp_prose_chip_at (iter), iter, &start, &end);
  *iter = gtk_text_iter_get_offset (iter) > self->caret ? end : start;
}

static void
note_caret (ZpProseView *self, const GtkTextIter *iter)
{
  ZpProseField *field = zp_prose_view_find_field (self, iter);

  self->caret = gtk_text_iter_get_offset (iter);
  if (field != self->current)
    zp_prose_view_set_current (self, field);
  zp_prose_view_emit_caret (self);
}

static void
on_mark_set (GtkTextBuffer *buffer, const GtkTextIter *at, GtkTextMark *mark, ZpProseView *self)
{
  gboolean is_insert = mark == gtk_text_buffer_get_insert (buffer);
  GtkTextIter iter = *at;

  if (self->quiet > 0 || (!is_insert && mark != gtk_text_buffer_get_selection_bound (buffer)))
    return;
  if (!zp_prose_chip_is_inside (&iter))
    {
      if (is_insert)
        note_caret (self, &iter);
      return;
    }
  if (is_insert)
    leave_chip (self, &iter);
  else
    zp_prose_view_get_insert (self, &iter);
  gtk_text_buffer_move_mark (buffer, mark, &iter);
}

static void
stop (GtkTextBuffer *buffer, const char *signal)
{
  g_signal_stop_emission_by_name (buffer, signal);
}

static void
on_insert (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length, ZpProseView *self)
{
  gboolean opens = self->entered && length == 1 && *text == '\n';

  if (self->quiet > 0)
    return;
  if (zp_prose_chip_is_inside (at))
    leave_chip (self, at);
  if (zp_prose_view_find_field (self, at) == NULL)
    stop (buffer, "insert-text");
  if (!opens)
    return;
  stop (buffer, "insert-text");
  self->entered = FALSE;
  zp_prose_view_activate_chip (self);
}

static void
on_inserted (
  GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length, ZpProseView *self)
{
  if (self->quiet == 0)
    zp_prose_view_touch (self, zp_prose_view_find_field (self, at));
}

static void
widen_over_chips (GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter ignored;

  if (zp_prose_chip_is_inside (start))
    zp_prose_chip_get_bounds (zp_prose_chip_at (start), start, start, &ignored);
  if (zp_prose_chip_is_inside (end))
    zp_prose_chip_get_bounds (zp_prose_chip_at (end), end, &ignored, end);
}

/* The newline behind a passage is not the clerk's to delete. */
static void
clip_to_field (ZpProseView *self, GtkTextIter *start, GtkTextIter *end)
{
  ZpProseField *field = zp_prose_view_find_field (self, start);
  GtkTextIter first;
  GtkTextIter last;

  if (field == NULL)
    {
      *end = *start;
      return;
    }
  zp_prose_field_get_range (field, &first, &last);
  if (gtk_text_iter_compare (end, &last) > 0)
    *end = last;
}

static void
on_delete (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, ZpProseView *self)
{
  GtkTextIter from = *start;
  GtkTextIter to = *end;

  if (self->quiet > 0)
    return;
  clip_to_field (self, &from, &to);
  if (!gtk_text_iter_equal (&from, &to))
    widen_over_chips (&from, &to);
  if (gtk_text_iter_equal (&from, start) && gtk_text_iter_equal (&to, end) && !self->entered)
    return;
  stop (buffer, "delete-range");
  if (gtk_text_iter_equal (&from, &to) || self->entered)
    return;
  self->quiet++;
  gtk_text_buffer_delete (buffer, &from, &to);
  self->quiet--;
  *start = from;
  *end = to;
  zp_prose_view_touch (self, zp_prose_view_find_field (self, start));
}

static void
on_deleted (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, ZpProseView *self)
{
  if (self->quiet == 0)
    zp_prose_view_touch (self, zp_prose_view_find_field (self, start));
}

/* What is dropped or comes from the primary selection is text: the look of a heading could not be
 * edited, and a chip has its tag for itself. */
static void
on_apply_tag (GtkTextBuffer *buffer,
              GtkTextTag *tag,
              const GtkTextIter *start,
              const GtkTextIter *end,
              ZpProseView *self)
{
  if (self->quiet == 0)
    stop (buffer, "apply-tag");
}

/* The toolkit puts the very anchor of a bar into the text once more, and breaks on it later. */
static void
on_insert_anchor (GtkTextBuffer *buffer,
                  const GtkTextIter *at,
                  GtkTextChildAnchor *anchor,
                  ZpProseView *self)
{
  if (self->quiet == 0)
    stop (buffer, "insert-child-anchor");
}

/** zp_prose_view_connect_guard: begins to watch the buffer. */
void
zp_prose_view_connect_guard (ZpProseView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (on_mark_set), self, 0);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_insert), self, 0);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_inserted), self, G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (on_delete), self, 0);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (on_deleted), self, G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "apply-tag", G_CALLBACK (on_apply_tag), self, 0);
  g_signal_connect_object (buffer, "insert-child-anchor", G_CALLBACK (on_insert_anchor), self, 0);
}
