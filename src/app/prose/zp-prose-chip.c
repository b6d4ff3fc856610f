/* SPDX-License-Identifier: GPL-3.0-or-later
 * Live figures in a text buffer: stretches under a tag of their own that knows its piece. */
#include "app/prose/zp-prose-chip.h"

/* Narrow spaces that no line is broken at: room for the ground of the chip. */
#define SIDE "\xE2\x80\xAF"

/* A list of names may go over the end of a line, a figure never. */
#define LONGEST_UNBROKEN 20

#define PIECE "zp-prose-piece"
#define MATCH "zp-prose-match"

/**
 * zp_prose_chip_insert:
 * @at: where; stands behind the chip afterwards
 *
 * Puts a live piece into the text, with a narrow space at both sides.
 */
void
zp_prose_chip_insert (GtkTextBuffer *buffer, GtkTextIter *at, const ZpProsePiece *piece)
{
  gboolean is_long = g_utf8_strlen (piece->text, -1) > LONGEST_UNBROKEN;
  g_autofree char *shown = g_strconcat (SIDE, piece->text, SIDE, NULL);
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, "allow-breaks", is_long, NULL);

  g_object_set_data_full (G_OBJECT (tag), PIECE, zp_prose_piece_copy (piece),
                          (GDestroyNotify) zp_prose_piece_free);
  gtk_text_buffer_insert_with_tags (buffer, at, shown, -1, tag, NULL);
}

static GtkTextTag *
find_tag (const GtkTextIter *iter, const char *data)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *at = tags; at != NULL; at = at->next)
    if (g_object_get_data (at->data, data) != NULL)
      return at->data;
  return NULL;
}

/** zp_prose_chip_at: (nullable): the chip that the character behind @iter belongs to. */
GtkTextTag *
zp_prose_chip_at (const GtkTextIter *iter)
{
  return find_tag (iter, PIECE);
}

/** zp_prose_chip_near: (nullable): the chip at @iter, else the one that ends there. */
GtkTextTag *
zp_prose_chip_near (const GtkTextIter *iter)
{
  GtkTextTag *tag = zp_prose_chip_at (iter);
  GtkTextIter before = *iter;

  if (tag != NULL || !gtk_text_iter_backward_char (&before))
    return tag;
  return zp_prose_chip_at (&before);
}

/** zp_prose_chip_is_inside: whether @iter stands within a chip, not at one of its ends. */
gboolean
zp_prose_chip_is_inside (const GtkTextIter *iter)
{
  GtkTextTag *tag = zp_prose_chip_at (iter);

  return tag != NULL && !gtk_text_iter_starts_tag (iter, tag);
}

/** zp_prose_chip_get_piece: what a chip stands for. */
const ZpProsePiece *
zp_prose_chip_get_piece (GtkTextTag *tag)
{
  return g_object_get_data (G_OBJECT (tag), PIECE);
}

/**
 * zp_prose_chip_get_bounds:
 * @tag: of a chip or a match
 * @inside: anywhere in it; at its end the character before counts
 */
void
zp_prose_chip_get_bounds (GtkTextTag *tag,
                          const GtkTextIter *inside,
                          GtkTextIter *start,
                          GtkTextIter *end)
{
  *start = *inside;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  *end = *start;
  gtk_text_iter_forward_to_tag_toggle (end, tag);
}

static void
match_free (gpointer match)
{
  zp_prose_match_free (match);
}

/** zp_prose_match_apply: marks a figure typed by hand that could be bound. */
void
zp_prose_match_apply (GtkTextBuffer *buffer,
                      const GtkTextIter *start,
                      const GtkTextIter *end,
                      const ZpProseMatch *match)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  ZpProseMatch *copy = g_new0 (ZpProseMatch, 1);

  copy->id = g_strdup (match->id);
  copy->label = g_strdup (match->label);
  copy->source = g_strdup (match->source);
  g_object_set_data_full (G_OBJECT (tag), MATCH, copy, match_free);
  gtk_text_buffer_apply_tag (buffer, tag, start, end);
}

/** zp_prose_match_at: (nullable): the tag of a figure typed by hand at @iter. */
GtkTextTag *
zp_prose_match_at (const GtkTextIter *iter)
{
  return find_tag (iter, MATCH);
}

/** zp_prose_match_get: what the figure under the tag equals. */
const ZpProseMatch *
zp_prose_match_get (GtkTextTag *tag)
{
  return g_object_get_data (G_OBJECT (tag), MATCH);
}

/** zp_prose_match_clear: takes the marks off a stretch of text. */
void
zp_prose_match_clear (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextIter at = *start;

  while (gtk_text_iter_compare (&at, end) < 0)
    {
      GtkTextTag *tag = zp_prose_match_at (&at);

      if (tag != NULL)
        gtk_text_tag_table_remove (table, tag);
      if (!gtk_text_iter_forward_to_tag_toggle (&at, NULL))
        break;
    }
}
