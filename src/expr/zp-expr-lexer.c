/* SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a formula, one after the other. */
#include "expr/zp-expr-lexer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *text;
  ZpTokenKind kind;
} Spelling;

/* clang-format off */
/* Longer spellings before shorter ones with the same beginning. */
static const Spelling operators[] = {
  { "!=", ZP_TOKEN_NOT_EQUAL }, { "<=", ZP_TOKEN_AT_MOST }, { ">=", ZP_TOKEN_AT_LEAST },
  { "=", ZP_TOKEN_EQUAL }, { "<", ZP_TOKEN_LESS }, { ">", ZP_TOKEN_GREATER },
  { "+", ZP_TOKEN_PLUS }, { "-", ZP_TOKEN_MINUS }, { "*", ZP_TOKEN_TIMES }, { "/", ZP_TOKEN_OVER },
  { "(", ZP_TOKEN_OPEN }, { ")", ZP_TOKEN_CLOSE }, { ",", ZP_TOKEN_COMMA },
};

static const Spelling keywords[] = {
  { "or", ZP_TOKEN_OR }, { "and", ZP_TOKEN_AND }, { "not", ZP_TOKEN_NOT }, { "where", ZP_TOKEN_WHERE },
};

static const char *const suffixes[] = { "%", "元", "万元", "亿元" };

/* What people write for the signs of the grammar. */
static const struct { const char *wrong; const char *right; } slips[] = {
  { "≤", "<=" }, { "≥", ">=" }, { "≠", "!=" }, { "<>", "!=" }, { "==", "=" }, { "×", "*" }, { "÷", "/" },
  { "（", "(" }, { "）", ")" }, { "，", "," }, { "＋", "+" }, { "－", "-" }, { "−", "-" }, { "＝", "=" },
  { "％", "%" }, { "＜", "<" }, { "＞", ">" }, { "‘", "'" }, { "’", "'" }, { "“", "'" }, { "”", "'" },
  { "\"", "'" }, { "&&", "and" }, { "||", "or" }, { "!", "not" },
};
/* clang-format on */

static gboolean
fail (guint column, GError **error, const char *message)
{
  g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_SYNTAX, _ ("character %u: %s"), column, message);

  return FALSE;
}

static void
advance (ZpLexer *self, gsize bytes)
{
  self->column += (guint) g_utf8_strlen (self->at, (gssize) bytes);
  self->at += bytes;
}

static void
skip_space (ZpLexer *self)
{
  while (g_ascii_isspace (*self->at))
    advance (self, 1);
}

static gsize
measure_key (const char *at)
{
  gsize n = 0;

  if (!g_ascii_islower (*at))
    return 0;
  while (g_ascii_islower (at[n]) || g_ascii_isdigit (at[n]) || at[n] == '_')
    n++;

  return n;
}

static gsize
measure_digits (const char *at)
{
  return strspn (at, "0123456789");
}

/* One link of a name: a key, or # as the last. */
static gsize
measure_link (const char *at)
{
  return *at == '#' ? 1 : measure_key (at);
}

static gboolean
read_name (ZpLexer *self, ZpToken *token, GError **error)
{
  const char *at = self->at + (*self->at == '@' ? 1 : 0);
  gsize n = measure_link (at);

  while (n > 0 && *at != '#' && at[n] == '.')
    {
      at += n + 1;
      n = measure_link (at);
    }

  if (n == 0)
    return fail (self->column + (guint) (at - self->at), error,
                 _ ("a name goes on with a lower-case letter (a to z), or ends with #"));
  if (g_ascii_isalnum (at[n]) || at[n] == '_')
    return fail (self->column + (guint) (at + n - self->at), error,
                 _ ("names have lower-case letters, digits and _ only"));

  token->kind = ZP_TOKEN_NAME;
  token->length = (gsize) (at + n - self->at);
  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (zp_token_is (token, keywords[i].text))
      token->kind = keywords[i].kind;
  advance (self, token->length);

  return TRUE;
}

static gsize
measure_suffix (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_prefix (at, suffixes[i]))
      return strlen (suffixes[i]);

  return 0;
}

static gboolean
read_number (ZpLexer *self, ZpToken *token, GError **error)
{
  gsize n = measure_digits (self->at);
  gsize suffix;
  gunichar after;

  if (self->at[n] == '.')
    {
      gsize places = measure_digits (self->at + n + 1);

      if (places == 0)
        return fail (self->column + (guint) n + 1, error,
                     _ ("digits are expected behind the point"));
      n += 1 + places;
    }

  suffix = measure_suffix (self->at + n);
  after = g_utf8_get_char (self->at + n + suffix);
  if (g_unichar_isalnum (after) || after == '_' || after == '.')
    return fail (self->column + (guint) n, error,
                 _ ("a number may carry %, 元, 万元 or 亿元, nothing else"));

  token->kind = ZP_TOKEN_NUMBER;
  token->length = n + suffix;
  advance (self, token->length);

  return TRUE;
}

static gboolean
read_text (ZpLexer *self, ZpToken *token, GError **error)
{
  const char *end = strchr (self->at + 1, '\'');

  if (end == NULL)
    return fail (self->column, error, _ ("the text that begins here has no closing '"));

  token->kind = ZP_TOKEN_TEXT;
  token->start = self->at + 1;
  token->length = (gsize) (end - token->start);
  advance (self, token->length + 2);

  return TRUE;
}

static const Spelling *
find_operator (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_has_prefix (at, operators[i].text))
      return &operators[i];

  return NULL;
}

static gboolean
refuse_slip (const ZpLexer *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    if (g_str_has_prefix (self->at, slips[i].wrong) && !g_str_has_prefix (self->at, "!="))
      {
        g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_SYNTAX,
                     _ ("character %u: write %s instead of %s"), self->column, slips[i].right,
                     slips[i].wrong);
        return TRUE;
      }

  return FALSE;
}

static gboolean
refuse_character (const ZpLexer *self, GError **error)
{
  g_autofree char *one = g_strndup (self->at, (gsize) (g_utf8_next_char (self->at) - self->at));

  if (g_ascii_isupper (*self->at))
    return fail (self->column, error, _ ("names are written in lower-case letters"));

  g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_SYNTAX,
               _ ("character %u: “%s” has no meaning in a formula; texts stand in '…'"),
               self->column, one);

  return FALSE;
}

/**
 * zp_lexer_next:
 * @token: (out): the next word; %ZP_TOKEN_END, as often as asked, when there is none left
 *
 * Returns: FALSE with %ZP_EXPR_ERROR_SYNTAX when what stands there is no word of the grammar.
 */
gboolean
zp_lexer_next (ZpLexer *self, ZpToken *token, GError **error)
{
  const Spelling *sign;

  skip_space (self);
  *token = (ZpToken){ .kind = ZP_TOKEN_END, .start = self->at, .column = self->column };
  if (*self->at == '\0')
    return TRUE;
  if (*self->at == '@' || g_ascii_islower (*self->at))
    return read_name (self, token, error);
  if (g_ascii_isdigit (*self->at))
    return read_number (self, token, error);
  if (*self->at == '\'')
    return read_text (self, token, error);
  if (refuse_slip (self, error))
    return FALSE;

  sign = find_operator (self->at);
  if (sign == NULL)
    return refuse_character (self, error);

  token->kind = sign->kind;
  token->length = strlen (sign->text);
  advance (self, token->length);

  return TRUE;
}

/**
 * zp_token_is: whether a token is spelled like this.
 */
gboolean
zp_token_is (const ZpToken *token, const char *text)
{
  return strlen (text) == token->length && strncmp (token->start, text, token->length) == 0;
}

/**
 * zp_token_describe: a token for a message (transfer full): “)”, or the end of the formula.
 */
char *
zp_token_describe (const ZpToken *token)
{
  if (token->kind == ZP_TOKEN_END)
    return g_strdup (_ ("the end of the formula"));
  if (token->kind == ZP_TOKEN_TEXT)
    return g_strdup_printf ("'%.*s'", (int) token->length, token->start);

  return g_strdup_printf (_ ("“%.*s”"), (int) token->length, token->start);
}
