/* SPDX-License-Identifier: GPL-3.0-or-later
 * A phrase cut into literals and tags, and the tags that belong together. */
#include "expr/zp-phrase-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *source;
  const char *at;
  guint column;
  GString *literal;
  const char *literal_start;
  guint literal_column;
  GArray *tags;
} Lexer;

typedef struct
{
  guint opener;
  guint last;
  gboolean has_else;
  gboolean demote;
} Open;

typedef struct
{
  const char *word;
  ZpTagKind kind;
  gboolean takes_text;
} Keyword;

/* clang-format off */
static const Keyword keywords[] = {
  { "if", ZP_TAG_IF, TRUE }, { "elif", ZP_TAG_ELIF, TRUE }, { "else", ZP_TAG_ELSE, FALSE },
  { "for", ZP_TAG_FOR, TRUE }, { "end", ZP_TAG_END, FALSE },
};
/* clang-format on */

static gboolean
fail (ZpExprError code, guint column, GError **error, const char *message)
{
  g_set_error (error, ZP_EXPR_ERROR, code, _ ("character %u: %s"), column, message);

  return FALSE;
}

/**
 * zp_tag_find: first place of a sign outside of quoted text, or %NULL.
 */
const char *
zp_tag_find (const char *text, char wanted)
{
  gboolean quoted = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\'')
        quoted = !quoted;
      else if (!quoted && *at == wanted)
        return at;
    }

  return NULL;
}

/**
 * zp_tag_find_word: first place of a word outside of quoted text, or %NULL. A word stands between
 * spaces.
 * @word: with a space before and behind
 */
const char *
zp_tag_find_word (const char *text, const char *word)
{
  for (const char *at = zp_tag_find (text, ' '); at != NULL; at = zp_tag_find (at + 1, ' '))
    if (g_str_has_prefix (at, word))
      return at;

  return NULL;
}

static void
clear_tag (gpointer data)
{
  ZpTag *tag = data;

  g_free (tag->text);
}

static void
finish_literal (Lexer *self)
{
  ZpTag tag = { .kind = ZP_TAG_LITERAL, .column = self->literal_column };

  if (self->literal->len == 0)
    return;

  tag.start = (gsize) (self->literal_start - self->source);
  tag.length = (gsize) (self->at - self->literal_start);
  tag.text = g_strdup (self->literal->str);
  g_array_append_val (self->tags, tag);
  g_string_truncate (self->literal, 0);
}

static void
advance (Lexer *self, gsize bytes)
{
  self->column += (guint) g_utf8_strlen (self->at, (gssize) bytes);
  self->at += bytes;
}

/* Takes one character for the literal; @skip bytes stand for it in the source. */
static void
take_literal (Lexer *self, gsize skip)
{
  gsize bytes = (gsize) (g_utf8_next_char (self->at) - self->at);

  if (self->literal->len == 0)
    {
      self->literal_start = self->at;
      self->literal_column = self->column;
    }

  g_string_append_len (self->literal, self->at, (gssize) bytes);
  advance (self, MAX (bytes, skip));
}

/* The brace that ends a tag; none where another tag begins first. */
static const char *
find_close (const char *inside)
{
  gboolean quoted = FALSE;

  for (const char *at = inside; *at != '\0'; at++)
    {
      if (*at == '\'')
        quoted = !quoted;
      else if (!quoted && (*at == '{' || *at == '}'))
        return *at == '}' ? at : NULL;
    }

  return NULL;
}

static void
classify (ZpTag *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      gsize length = strlen (keywords[i].word);

      if (strncmp (tag->text, keywords[i].word, length) != 0)
        continue;
      if (tag->text[length] != (keywords[i].takes_text ? ' ' : '\0'))
        continue;

      tag->kind = keywords[i].kind;
      memmove (tag->text, tag->text + length, strlen (tag->text + length) + 1);
      g_strchug (tag->text);

      return;
    }
}

static void
take_tag (Lexer *self, const char *close)
{
  ZpTag tag = { .kind = ZP_TAG_FIGURE, .column = self->column };

  finish_literal (self);
  tag.start = (gsize) (self->at - self->source);
  tag.length = (gsize) (close + 1 - self->at);
  tag.text = g_strndup (self->at + 1, tag.length - 2);
  g_strstrip (tag.text);
  classify (&tag);
  g_array_append_val (self->tags, tag);
  advance (self, tag.length);
}

static gboolean
read_brace (Lexer *self, gboolean lenient, GError **error)
{
  gboolean is_open = *self->at == '{';
  const char *close = is_open ? find_close (self->at + 1) : NULL;

  if (self->at[1] == *self->at)
    take_literal (self, 2);
  else if (close != NULL)
    take_tag (self, close);
  else if (lenient)
    take_literal (self, 1);
  else
    return fail (ZP_EXPR_ERROR_SYNTAX, self->column, error,
                 is_open ? _ ("“{” without “}”; write {{ for the sign itself")
                         : _ ("“}” without “{”; write }} for the sign itself"));

  return TRUE;
}

/**
 * zp_tags_read:
 * @source: a phrase
 * @lenient: a brace that belongs to no tag is a literal, not an error
 *
 * Returns: (transfer full): array of #ZpTag, not yet matched
 */
GArray *
zp_tags_read (const char *source, gboolean lenient, GError **error)
{
  g_autoptr (GString) literal = g_string_new (NULL);
  g_autoptr (GArray) tags = g_array_new (FALSE, TRUE, sizeof (ZpTag));
  Lexer lexer = { .source = source, .at = source, .column = 1, .literal = literal, .tags = tags };

  g_array_set_clear_func (tags, clear_tag);
  while (*lexer.at != '\0')
    {
      if (*lexer.at != '{' && *lexer.at != '}')
        take_literal (&lexer, 1);
      else if (!read_brace (&lexer, lenient, error))
        return NULL;
    }
  finish_literal (&lexer);

  return g_steal_pointer (&tags);
}

static void
demote (ZpTag *tag, const char *source)
{
  g_free (tag->text);
  tag->kind = ZP_TAG_LITERAL;
  tag->text = g_strndup (source + tag->start, tag->length);
}

/**
 * zp_tags_demote: makes literals of a tag and of all that belong to it; what stands between them
 * stays.
 * @opener: index of an {if} or {for}
 */
void
zp_tags_demote (GArray *tags, guint opener, const char *source)
{
  guint at = opener;

  do
    {
      ZpTag *tag = &g_array_index (tags, ZpTag, at);

      at = tag->next;
      demote (tag, source);
    }
  while (at != 0);
}

static guint
count_loops (GArray *tags, GArray *stack)
{
  guint n = 0;

  for (guint i = 0; i < stack->len; i++)
    n += g_array_index (tags, ZpTag, g_array_index (stack, Open, i).opener).kind == ZP_TAG_FOR;

  return n;
}

static const char *
push (GArray *tags, GArray *stack, guint i)
{
  Open open = { .opener = i, .last = i };
  gboolean is_loop = g_array_index (tags, ZpTag, i).kind == ZP_TAG_FOR;
  const char *wrong = NULL;

  if (stack->len >= ZP_EXPR_MAX_DEPTH)
    wrong = _ ("conditions and loops stand in each other too deep");
  else if (is_loop && count_loops (tags, stack) >= ZP_PHRASE_MAX_LOOPS)
    wrong = _ ("loops stand in loops more than three deep");

  open.demote = wrong != NULL;
  g_array_append_val (stack, open);

  return wrong;
}

static const char *
add_clause (GArray *tags, GArray *stack, guint i)
{
  const ZpTag *tag = &g_array_index (tags, ZpTag, i);
  Open *open = stack->len > 0 ? &g_array_index (stack, Open, stack->len - 1) : NULL;

  if (open == NULL)
    return _ ("this tag stands in no {if} and no {for}");
  if (tag->kind != ZP_TAG_END && open->has_else)
    return _ ("{else} must be the last branch");
  if (tag->kind == ZP_TAG_ELIF && g_array_index (tags, ZpTag, open->opener).kind == ZP_TAG_FOR)
    return _ ("{elif} belongs to {if}, but this is a {for}");

  g_array_index (tags, ZpTag, open->last).next = i;
  open->last = i;
  open->has_else |= tag->kind == ZP_TAG_ELSE;

  return NULL;
}

static void
close_group (GArray *tags, GArray *stack, const char *source)
{
  Open open = g_array_index (stack, Open, stack->len - 1);

  g_array_set_size (stack, stack->len - 1);
  if (open.demote)
    zp_tags_demote (tags, open.opener, source);
}

static gboolean
close_rest (GArray *tags, GArray *stack, const char *source, gboolean lenient, GError **error)
{
  if (stack->len > 0 && !lenient)
    {
      guint opener = g_array_index (stack, Open, stack->len - 1).opener;

      return fail (ZP_EXPR_ERROR_SYNTAX, g_array_index (tags, ZpTag, opener).column, error,
                   _ ("this {if} or {for} has no {end}"));
    }

  for (guint i = 0; i < stack->len; i++)
    zp_tags_demote (tags, g_array_index (stack, Open, i).opener, source);

  return TRUE;
}

/* What is wrong with a tag in its place, or NULL. */
static const char *
place_tag (GArray *tags, GArray *stack, guint i)
{
  switch (g_array_index (tags, ZpTag, i).kind)
    {
    case ZP_TAG_IF:
    case ZP_TAG_FOR:
      return push (tags, stack, i);
    case ZP_TAG_ELIF:
    case ZP_TAG_ELSE:
    case ZP_TAG_END:
      return add_clause (tags, stack, i);
    case ZP_TAG_LITERAL:
    case ZP_TAG_FIGURE:
    default:
      return NULL;
    }
}

/**
 * zp_tags_match: finds for every {if} and {for} the tags that belong to it, and sets their @next.
 * @lenient: what belongs to nothing becomes a literal and is no error
 */
gboolean
zp_tags_match (GArray *tags, const char *source, gboolean lenient, GError **error)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Open));

  for (guint i = 0; i < tags->len; i++)
    {
      ZpTag *tag = &g_array_index (tags, ZpTag, i);
      gboolean is_opener = tag->kind == ZP_TAG_IF || tag->kind == ZP_TAG_FOR;
      const char *wrong = place_tag (tags, stack, i);

      if (wrong != NULL && !lenient)
        return fail (is_opener ? ZP_EXPR_ERROR_LIMIT : ZP_EXPR_ERROR_SYNTAX, tag->column, error,
                     wrong);
      if (wrong != NULL && !is_opener)
        demote (tag, source);
      else if (tag->kind == ZP_TAG_END)
        close_group (tags, stack, source);
    }

  return close_rest (tags, stack, source, lenient, error);
}
