/* SPDX-License-Identifier: GPL-3.0-or-later
 * A phrase from its text: the pieces put together from the tags. */
#include "expr/zp-phrase-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GArray *tags;
  const char *source;
  const ZpBindContext
    *context; /* of a lenient reading: what does not bind stays as it is written */
} Builder;

static gboolean
build (const Builder *self, guint from, guint to, GPtrArray *pieces, GError **error);

/* The tags of a condition or loop, without what stands between them. */
static ZpPiece *
read_group (const Builder *self, guint opener, GError **error)
{
  const ZpTag *tag = &g_array_index (self->tags, ZpTag, opener);
  g_autoptr (ZpPiece) piece =
    zp_piece_new (tag->kind == ZP_TAG_FOR ? ZP_PIECE_LOOP : ZP_PIECE_CONDITION, tag->column);

  for (; tag->kind != ZP_TAG_END; tag = &g_array_index (self->tags, ZpTag, tag->next))
    if (!zp_piece_read_clause (piece, tag, error))
      {
        g_prefix_error (error, _ ("character %u: "), tag->column);
        return NULL;
      }

  if (self->context != NULL && !zp_piece_bind (piece, self->context, error))
    return NULL;

  return g_steal_pointer (&piece);
}

static ZpPiece *
read_figure (const Builder *self, const ZpTag *tag, GError **error)
{
  g_autoptr (ZpPiece) piece = zp_piece_new (ZP_PIECE_FIGURE, tag->column);

  if (!zp_piece_read_figure (piece, tag->text, error))
    {
      g_prefix_error (error, _ ("character %u, {%s}: "), tag->column, tag->text);
      return NULL;
    }
  if (self->context != NULL && !zp_piece_bind (piece, self->context, error))
    return NULL;

  return g_steal_pointer (&piece);
}

static void
add_literal (GPtrArray *pieces, const ZpTag *tag)
{
  ZpPiece *piece = zp_piece_new (ZP_PIECE_LITERAL, tag->column);

  piece->text = g_strdup (tag->text);
  g_ptr_array_add (pieces, piece);
}

static gboolean
build_branches (const Builder *self, ZpPiece *piece, guint opener, GError **error)
{
  ZpBindContext inner = { 0 };
  Builder builder = *self;
  guint at = opener;

  for (guint i = 0; i < piece->branches->len; i++)
    {
      ZpBranch *branch = g_ptr_array_index (piece->branches, i);
      guint next = g_array_index (self->tags, ZpTag, at).next;

      if (self->context != NULL)
        {
          inner = i == 0 ? zp_piece_context (piece, self->context) : *self->context;
          builder.context = &inner;
        }
      if (!build (&builder, at + 1, next, branch->pieces, error))
        return FALSE;
      at = next;
    }

  return TRUE;
}

static guint
find_end (GArray *tags, guint opener)
{
  guint at = opener;

  while (g_array_index (tags, ZpTag, at).kind != ZP_TAG_END)
    at = g_array_index (tags, ZpTag, at).next;

  return at;
}

static void
set_source (ZpPiece *piece, const ZpTag *first, const ZpTag *last)
{
  piece->start = first->start;
  piece->length = last->start + last->length - first->start;
}

/* Takes the tag at *at, or all up to its {end}, and goes on behind it. Where a lenient reading
 * finds something wrong, the tags become literals and are met again as such. */
static gboolean
build_tag (const Builder *self, guint *at, GPtrArray *pieces, GError **error)
{
  const ZpTag *tag = &g_array_index (self->tags, ZpTag, *at);
  gboolean is_figure = tag->kind == ZP_TAG_FIGURE;
  GError **reason = self->context == NULL ? error : NULL;
  ZpPiece *piece = is_figure ? read_figure (self, tag, reason) : read_group (self, *at, reason);
  guint end;

  if (piece == NULL && self->context == NULL)
    return FALSE;
  if (piece == NULL)
    {
      zp_tags_demote (self->tags, *at, self->source);
      return TRUE;
    }

  g_ptr_array_add (pieces, piece);
  end = is_figure ? *at : find_end (self->tags, *at);
  set_source (piece, tag, &g_array_index (self->tags, ZpTag, end));
  if (!is_figure && !build_branches (self, piece, *at, error))
    return FALSE;
  *at = end + 1;

  return TRUE;
}

static gboolean
build (const Builder *self, guint from, guint to, GPtrArray *pieces, GError **error)
{
  guint at = from;

  while (at < to)
    {
      const ZpTag *tag = &g_array_index (self->tags, ZpTag, at);

      if (tag->kind == ZP_TAG_LITERAL)
        {
          add_literal (pieces, tag);
          at++;
        }
      else if (!build_tag (self, &at, pieces, error))
        return FALSE;
    }

  return TRUE;
}

static ZpPhrase *
read_phrase (const char *text, const ZpBindContext *context, GError **error)
{
  gboolean lenient = context != NULL;
  g_autoptr (ZpPhrase) self = g_new0 (ZpPhrase, 1);
  g_autoptr (GArray) tags = NULL;
  Builder builder = { .source = text, .context = context };

  g_atomic_ref_count_init (&self->refs);
  self->source = g_strdup (text);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_piece_free);

  tags = zp_tags_read (text, lenient, error);
  if (tags == NULL || !zp_tags_match (tags, text, lenient, error))
    return NULL;

  builder.tags = tags;
  if (!build (&builder, 0, tags->len, self->pieces, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * zp_phrase_parse:
 * @text: a template of a pack, UTF-8
 *
 * Reads literals, {{ and }}, {figures}, {if}{elif}{else}{end} and {for}{else}{end}. Every formula
 * in it keeps the limits of a formula; conditions and loops stand in each other up to
 * %ZP_EXPR_MAX_DEPTH deep, loops three deep.
 *
 * Returns: (transfer full): the phrase, not yet bound; %NULL with %ZP_EXPR_ERROR_SYNTAX or
 *   %ZP_EXPR_ERROR_LIMIT and the character, counted from 1
 */
ZpPhrase *
zp_phrase_parse (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  return read_phrase (text, NULL, error);
}

/**
 * zp_phrase_parse_lenient:
 * @text: what a clerk typed, UTF-8
 * @context: what the names mean where it stands
 *
 * As zp_phrase_parse(), and bound. What does not parse, names nothing known or does not go together
 * stays literally as it was typed; the rest of the text is read all the same. Never fails.
 *
 * Returns: (transfer full): the phrase
 */
ZpPhrase *
zp_phrase_parse_lenient (const char *text, const ZpBindContext *context)
{
  ZpBindContext inside = { 0 };

  g_return_val_if_fail (text != NULL && context != NULL, NULL);

  inside = *context;
  inside.in_template = TRUE;

  return read_phrase (text, &inside, NULL);
}
