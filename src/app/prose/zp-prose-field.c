/* SPDX-License-Identifier: GPL-3.0-or-later
 * The stretch of the text in which one passage is edited: pieces into the buffer and out of it. */
#include "app/prose/zp-prose-field.h"

#include <string.h>

#include "app/prose/zp-prose-chip.h"
#include "session/zp-remarks.h"

/* What the window puts between the words: the sides of chips, places of widgets. */
static gboolean
is_of_window (gunichar c)
{
  return c == 0x202F || c == 0xFFFC;
}

static char *
strip (const char *text)
{
  GString *stripped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_of_window (g_utf8_get_char (at)))
      g_string_append_unichar (stripped, g_utf8_get_char (at));
  return g_string_free (stripped, FALSE);
}

/**
 * zp_prose_field_new:
 * @part: a passage
 * @at: where; stands on the line of the bar afterwards
 *
 * An empty field: a line of its own, ending with a newline that belongs to it.
 */
ZpProseField *
zp_prose_field_new (GtkTextBuffer *buffer, const ZpProsePart *part, GtkTextIter *at)
{
  ZpProseField *self = g_new0 (ZpProseField, 1);
  GtkTextIter first;

  gtk_text_buffer_insert (buffer, at, "\n", -1);
  first = *at;
  gtk_text_iter_backward_char (&first);
  self->passage = part->passage;
  self->label = g_strdup (part->title);
  self->buffer = buffer;
  self->start = gtk_text_buffer_create_mark (buffer, NULL, &first, TRUE);
  self->end = gtk_text_buffer_create_mark (buffer, NULL, &first, FALSE);
  return self;
}

/** zp_prose_field_free: frees what is known of the field, not its text. */
void
zp_prose_field_free (ZpProseField *self)
{
  gtk_text_buffer_delete_mark (self->buffer, self->start);
  gtk_text_buffer_delete_mark (self->buffer, self->end);
  if (self->below != NULL)
    gtk_text_buffer_delete_mark (self->buffer, self->below);
  g_free (self->label);
  g_free (self);
}

/** zp_prose_field_get_range: its text, without the newline at the end. */
void
zp_prose_field_get_range (const ZpProseField *self, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, start, self->start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, end, self->end);
}

/** zp_prose_field_has: whether a caret at @iter stands in it. */
gboolean
zp_prose_field_has (const ZpProseField *self, const GtkTextIter *iter)
{
  GtkTextIter start;
  GtkTextIter end;

  zp_prose_field_get_range (self, &start, &end);
  return gtk_text_iter_compare (iter, &start) >= 0 && gtk_text_iter_compare (iter, &end) <= 0;
}

/** zp_prose_field_is_empty: whether nothing stands in it. */
gboolean
zp_prose_field_is_empty (const ZpProseField *self)
{
  GtkTextIter start;
  GtkTextIter end;

  zp_prose_field_get_range (self, &start, &end);
  return gtk_text_iter_equal (&start, &end);
}

/** zp_prose_read_plain: (transfer full): what stands there, without what the window puts between.
 */
char *
zp_prose_read_plain (const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *text = gtk_text_iter_get_slice (start, end);

  return strip (text);
}

static void
read_text (GPtrArray *pieces, const GtkTextIter *start, const GtkTextIter *end)
{
  g_autofree char *stripped = zp_prose_read_plain (start, end);

  if (*stripped != '\0')
    g_ptr_array_add (pieces, zp_prose_make_text (stripped));
}

/* The next place where a chip begins or ends. */
static void
find_next (GtkTextIter *at, const GtkTextIter *end)
{
  GtkTextTag *chip = zp_prose_chip_at (at);

  if (chip != NULL)
    {
      gtk_text_iter_forward_to_tag_toggle (at, chip);
      return;
    }
  do
    if (!gtk_text_iter_forward_to_tag_toggle (at, NULL))
      break;
  while (zp_prose_chip_at (at) == NULL && gtk_text_iter_compare (at, end) < 0);
  if (gtk_text_iter_compare (at, end) > 0)
    *at = *end;
}

/**
 * zp_prose_read_range:
 * @start @end: in one passage, not inside a chip
 *
 * Returns: (transfer full): of #ZpProsePiece: what stands there
 */
GPtrArray *
zp_prose_read_range (const GtkTextIter *start, const GtkTextIter *end)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_prose_piece_free);
  GtkTextIter at = *start;

  while (gtk_text_iter_compare (&at, end) < 0)
    {
      GtkTextTag *chip = zp_prose_chip_at (&at);
      GtkTextIter next = at;

      find_next (&next, end);
      if (chip != NULL)
        g_ptr_array_add (pieces, zp_prose_piece_copy (zp_prose_chip_get_piece (chip)));
      else
        read_text (pieces, &at, &next);
      at = next;
    }
  return pieces;
}

/** zp_prose_field_read: (transfer full): of #ZpProsePiece: what stands in it. */
GPtrArray *
zp_prose_field_read (const ZpProseField *self)
{
  GtkTextIter start;
  GtkTextIter end;

  zp_prose_field_get_range (self, &start, &end);
  return zp_prose_read_range (&start, &end);
}

/** zp_prose_field_insert: puts pieces into it at @at, which stands behind them afterwards. */
void
zp_prose_field_insert (ZpProseField *self, GtkTextIter *at, const GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const ZpProsePiece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind == ZP_PROSE_TEXT)
        gtk_text_buffer_insert (self->buffer, at, piece->text, -1);
      else
        zp_prose_chip_insert (self->buffer, at, piece);
    }
}

static GtkTextTag *
find_owned_tag (const GtkTextIter *iter)
{
  GtkTextTag *chip = zp_prose_chip_at (iter);

  return chip != NULL ? chip : zp_prose_match_at (iter);
}

/* Each chip has a tag of its own, which would otherwise stay in the table for good. */
static void
remove_tags (const ZpProseField *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  GtkTextIter at;
  GtkTextIter end;

  zp_prose_field_get_range (self, &at, &end);
  while (gtk_text_iter_compare (&at, &end) < 0)
    {
      GtkTextTag *tag = find_owned_tag (&at);

      if (tag != NULL)
        gtk_text_tag_table_remove (table, tag);
      else if (!gtk_text_iter_forward_to_tag_toggle (&at, NULL))
        break;
    }
}

/** zp_prose_field_write: @pieces take the place of what stands in it. */
void
zp_prose_field_write (ZpProseField *self, const GPtrArray *pieces)
{
  GtkTextIter start;
  GtkTextIter end;

  remove_tags (self);
  zp_prose_field_get_range (self, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  zp_prose_field_insert (self, &start, pieces);
}

static gboolean
is_same (const ZpProsePiece *a, const ZpProsePiece *b)
{
  return a->kind == b->kind && a->state == b->state && a->is_open == b->is_open &&
         strcmp (a->text, b->text) == 0 && strcmp (a->source, b->source) == 0;
}

/** zp_prose_field_shows: whether it shows just these pieces, with what the checks say of them. */
gboolean
zp_prose_field_shows (const ZpProseField *self, const GPtrArray *pieces)
{
  g_autoptr (GPtrArray) shown = zp_prose_field_read (self);

  if (shown->len != pieces->len)
    return FALSE;
  for (guint i = 0; i < pieces->len; i++)
    if (!is_same (g_ptr_array_index (shown, i), g_ptr_array_index (pieces, i)))
      return FALSE;
  return TRUE;
}

/* From a character of the passage as it reads to its place in the buffer, which has sides of chips
 * between. */
static void
find_character (const ZpProseField *self, guint wanted, GtkTextIter *at)
{
  GtkTextIter end;
  guint passed = 0;

  zp_prose_field_get_range (self, at, &end);
  while (gtk_text_iter_compare (at, &end) < 0)
    {
      gboolean counts = !is_of_window (gtk_text_iter_get_char (at));

      if (counts && passed == wanted)
        break;
      passed += counts;
      gtk_text_iter_forward_char (at);
    }
}

/** zp_prose_field_mark_matches: marks the figures typed by hand that could be bound. */
void
zp_prose_field_mark_matches (ZpProseField *self, ZpSession *session)
{
  g_autoptr (GPtrArray) pieces = zp_prose_field_read (self);
  g_autoptr (GPtrArray) matches = NULL;
  GtkTextIter start;
  GtkTextIter end;

  zp_prose_field_get_range (self, &start, &end);
  zp_prose_match_clear (self->buffer, &start, &end);
  if (zp_prose_get_origin (session, self->passage) == ZP_PROSE_BY_PROGRAM && !self->is_dirty)
    return;
  matches = zp_prose_find_matches (session, self->passage, pieces);
  for (guint i = 0; i < matches->len; i++)
    {
      const ZpProseMatch *match = g_ptr_array_index (matches, i);

      find_character (self, match->start, &start);
      find_character (self, match->end, &end);
      zp_prose_match_apply (self->buffer, &start, &end, match);
    }
}

/** zp_prose_field_update_bar: the line under it says what it is now. */
void
zp_prose_field_update_bar (ZpProseField *self, ZpSession *session)
{
  g_autoptr (GPtrArray) pieces = zp_prose_field_read (self);
  ZpProseOrigin origin = zp_prose_get_origin (session, self->passage);

  if (self->is_dirty && origin == ZP_PROSE_BY_PROGRAM)
    origin = ZP_PROSE_REWRITTEN;
  zp_prose_bar_update (self->bar, origin, zp_prose_count_characters (pieces));
  zp_prose_bar_set_remarks (self->bar, zp_session_count_remarks_at (session, self->passage->id));
}
