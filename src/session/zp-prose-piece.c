/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pieces of a passage: their life, and what they say together. */
#include "base/zp-text.h"
#include "session/zp-prose.h"

/** zp_prose_piece_free: frees a piece. %NULL is let through. */
void
zp_prose_piece_free (ZpProsePiece *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->source);
  g_free (self->id);
  g_free (self);
}

/** zp_prose_piece_copy: (transfer full): the same piece once more. */
ZpProsePiece *
zp_prose_piece_copy (const ZpProsePiece *self)
{
  ZpProsePiece *copy = g_new (ZpProsePiece, 1);

  *copy = *self;
  copy->text = g_strdup (self->text);
  copy->source = g_strdup (self->source);
  copy->id = g_strdup (self->id);
  return copy;
}

/* Braces are doubled, so that they are never read as those of a figure. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      g_string_append_c (escaped, *at);
      if (*at == '{' || *at == '}')
        g_string_append_c (escaped, *at);
    }
  return g_string_free (escaped, FALSE);
}

/** zp_prose_make_text: (transfer full): a piece of plain text. */
ZpProsePiece *
zp_prose_make_text (const char *text)
{
  ZpProsePiece *piece = g_new0 (ZpProsePiece, 1);

  piece->kind = ZP_PROSE_TEXT;
  piece->text = zp_text_clean (text);
  piece->source = escape (piece->text);
  return piece;
}

/** zp_prose_to_source: (transfer full): what the report keeps of it. */
char *
zp_prose_to_source (const GPtrArray *pieces)
{
  GString *source = g_string_new (NULL);

  g_return_val_if_fail (pieces != NULL, NULL);

  for (guint i = 0; i < pieces->len; i++)
    g_string_append (source, ((const ZpProsePiece *) g_ptr_array_index (pieces, i))->source);
  return g_string_free (source, FALSE);
}

/** zp_prose_to_text: (transfer full): as it reads. */
char *
zp_prose_to_text (const GPtrArray *pieces)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (pieces != NULL, NULL);

  for (guint i = 0; i < pieces->len; i++)
    g_string_append (text, ((const ZpProsePiece *) g_ptr_array_index (pieces, i))->text);
  return g_string_free (text, FALSE);
}

/** zp_prose_count_characters: as the limit on the length of a passage counts, figures as they read.
 */
guint
zp_prose_count_characters (const GPtrArray *pieces)
{
  g_autofree char *text = zp_prose_to_text (pieces);

  return (guint) zp_text_count_characters (text);
}
