/* SPDX-License-Identifier: GPL-3.0-or-later
 * From the edited text to the report and back: what was typed is kept when the caret leaves the
 * passage or rests, and what changed elsewhere is shown. */
#include "app/prose/zp-prose-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-toast.h"

/* Milliseconds without a key after which what was typed is kept. */
#define PAUSE 1500

/** zp_prose_view_find_field: (nullable): the passage that a caret at @iter stands in. */
ZpProseField *
zp_prose_view_find_field (ZpProseView *self, const GtkTextIter *iter)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      ZpProseField *field = g_ptr_array_index (self->fields, i);

      if (zp_prose_field_has (field, iter))
        return field;
    }
  return NULL;
}

/* While characters are being composed nothing may change under the input method. */
static gboolean
on_pause (gpointer data)
{
  ZpProseView *self = data;

  if (self->has_preedit)
    return G_SOURCE_CONTINUE;
  self->pause_source = 0;
  zp_prose_view_commit (self);
  return G_SOURCE_REMOVE;
}

/** zp_prose_view_touch: something was typed into @field. */
void
zp_prose_view_touch (ZpProseView *self, ZpProseField *field)
{
  if (field == NULL)
    return;
  field->is_dirty = TRUE;
  zp_prose_field_update_bar (field, self->session);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE, on_pause, self);
}

static gboolean
has_caret (ZpProseView *self, ZpProseField *field)
{
  return field == self->current && gtk_widget_has_focus (GTK_WIDGET (self));
}

static char *
without_spaces (const char *text)
{
  GString *stripped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (stripped, g_utf8_get_char (at));
  return g_string_free (stripped, FALSE);
}

/* Whether what is shown would be kept as just these pieces. */
static gboolean
would_be (ZpProseView *self,
          const ZpProseField *field,
          const GPtrArray *shown,
          const GPtrArray *pieces)
{
  g_autofree char *typed = zp_prose_to_source (shown);
  g_autoptr (GPtrArray) kept = zp_prose_parse_source (self->session, field->passage, typed);
  g_autofree char *source = zp_prose_to_source (kept);
  g_autofree char *wanted = zp_prose_to_source (pieces);

  return strcmp (source, wanted) == 0;
}

static gboolean
differs_in_spaces (const GPtrArray *shown, const GPtrArray *pieces)
{
  g_autofree char *shown_text = zp_prose_to_text (shown);
  g_autofree char *text = zp_prose_to_text (pieces);
  g_autofree char *shown_bare = without_spaces (shown_text);
  g_autofree char *bare = without_spaces (text);

  return strcmp (shown_text, text) != 0 && strcmp (shown_bare, bare) == 0;
}

/* Spaces at the end of a line that is still being written are not taken away. */
static gboolean
is_current (ZpProseView *self, ZpProseField *field, const GPtrArray *pieces)
{
  g_autoptr (GPtrArray) shown = NULL;

  if (zp_prose_field_shows (field, pieces))
    return TRUE;
  if (!has_caret (self, field))
    return FALSE;
  shown = zp_prose_field_read (field);
  return differs_in_spaces (shown, pieces) && would_be (self, field, shown, pieces);
}

static int
get_caret (ZpProseView *self)
{
  GtkTextIter iter;

  zp_prose_view_get_insert (self, &iter);
  return gtk_text_iter_get_offset (&iter);
}

/** zp_prose_view_place_caret: puts the caret into @field, so many characters behind its start. */
void
zp_prose_view_place_caret (ZpProseView *self, const ZpProseField *field, int from_start)
{
  GtkTextIter start;
  GtkTextIter end;

  zp_prose_field_get_range (field, &start, &end);
  gtk_text_iter_forward_chars (&start, MAX (0, from_start));
  if (gtk_text_iter_compare (&start, &end) > 0)
    start = end;
  if (zp_prose_chip_is_inside (&start))
    gtk_text_iter_forward_to_tag_toggle (&start, zp_prose_chip_at (&start));
  gtk_text_buffer_place_cursor (field->buffer, &start);
}

static int
get_start (const ZpProseField *field)
{
  GtkTextIter start;
  GtkTextIter end;

  zp_prose_field_get_range (field, &start, &end);
  return gtk_text_iter_get_offset (&start);
}

static void
rewrite (ZpProseView *self, ZpProseField *field, const GPtrArray *pieces)
{
  int from_start = get_caret (self) - get_start (field);

  zp_prose_field_write (field, pieces);
  if (field == self->current)
    zp_prose_view_place_caret (self, field, from_start);
}

static void
refresh_field (ZpProseView *self, ZpProseField *field)
{
  g_autoptr (GPtrArray) pieces = NULL;

  if (field->is_dirty)
    return;
  pieces = zp_prose_parse (self->session, field->passage);
  if (!is_current (self, field, pieces))
    rewrite (self, field, pieces);
  zp_prose_field_mark_matches (field, self->session);
  zp_prose_field_update_bar (field, self->session);
}

static gboolean
is_same_part (const ZpProsePart *a, const ZpProsePart *b)
{
  return a->kind == b->kind && a->passage == b->passage && a->level == b->level &&
         a->count == b->count && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->pair, b->pair) == 0;
}

static gboolean
has_parts (ZpProseView *self, const GPtrArray *parts)
{
  if (self->parts == NULL || self->parts->len != parts->len)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    if (!is_same_part (g_ptr_array_index (self->parts, i), g_ptr_array_index (parts, i)))
      return FALSE;
  return TRUE;
}

static ZpProseField *
find_passage (ZpProseView *self, const ZpPassage *passage)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      ZpProseField *field = g_ptr_array_index (self->fields, i);

      if (field->passage == passage)
        return field;
    }
  return NULL;
}

/* Another passage has its condition met, a row was added: built anew, with the caret kept. */
static void
rebuild (ZpProseView *self, GPtrArray *parts)
{
  const ZpPassage *passage = self->current != NULL ? self->current->passage : NULL;
  int from_start = self->current != NULL ? get_caret (self) - get_start (self->current) : 0;
  ZpProseField *field;

  zp_prose_view_build (self, parts);
  field = passage != NULL ? find_passage (self, passage) : NULL;
  if (field == NULL && self->fields->len > 0)
    field = g_ptr_array_index (self->fields, 0);
  if (field != NULL)
    zp_prose_view_place_caret (self, field, from_start);
}

static gboolean
has_dirty (ZpProseView *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (((const ZpProseField *) g_ptr_array_index (self->fields, i))->is_dirty)
      return TRUE;
  return FALSE;
}

/** zp_prose_view_refresh: shows what the report says now; what is being typed stays. */
void
zp_prose_view_refresh (ZpProseView *self)
{
  g_autoptr (GPtrArray) parts = zp_prose_list_parts (self->session, self->section);

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self), zp_session_get_lock (self->session) == NULL);
  if (!has_parts (self, parts) && !has_dirty (self))
    {
      rebuild (self, g_steal_pointer (&parts));
      return;
    }
  self->quiet++;
  for (guint i = 0; i < self->fields->len; i++)
    refresh_field (self, g_ptr_array_index (self->fields, i));
  self->quiet--;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** zp_prose_view_commit_field: keeps what was typed into one passage; FALSE when that failed. */
gboolean
zp_prose_view_commit_field (ZpProseView *self, ZpProseField *field)
{
  g_autoptr (GPtrArray) pieces = NULL;
  g_autoptr (GError) error = NULL;

  if (!field->is_dirty)
    return TRUE;
  pieces = zp_prose_field_read (field);
  field->is_dirty = FALSE;
  if (zp_prose_save (self->session, field->passage, pieces, &error))
    return TRUE;
  zp_toast_show_error (GTK_WIDGET (self), error);
  return FALSE;
}

/**
 * zp_prose_view_commit: keeps everything that was typed.
 *
 * Returns: FALSE when something could not be kept; the report is then shown as it is
 */
gboolean
zp_prose_view_commit (ZpProseView *self)
{
  gboolean is_kept = TRUE;

  if (self->session == NULL || self->is_committing || !has_dirty (self))
    return TRUE;
  self->is_committing = TRUE;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  for (guint i = 0; i < self->fields->len; i++)
    is_kept &= zp_prose_view_commit_field (self, g_ptr_array_index (self->fields, i));
  self->is_committing = FALSE;
  zp_prose_view_refresh (self);
  return is_kept;
}

static void
say_passage (ZpProseView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->current != NULL ? self->current->label : "", -1);
}

static gboolean
on_left (gpointer data)
{
  ZpProseView *self = data;

  self->pause_source = 0;
  zp_prose_view_commit (self);
  return G_SOURCE_REMOVE;
}

/** zp_prose_view_set_current: the caret came to another passage; the one it left is kept soon, but
 * not while the caret is still moving. */
void
zp_prose_view_set_current (ZpProseView *self, ZpProseField *field)
{
  self->current = field;
  say_passage (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!has_dirty (self))
    return;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_idle_add (on_left, self);
}
