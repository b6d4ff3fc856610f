/* SPDX-License-Identifier: GPL-3.0-or-later
 * One piece of a phrase: its life, and what stands between the braces of its tags. */
#include "expr/zp-phrase-private.h"

#include "base/zp-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define fail(error, ...)                                                                           \
  (g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_SYNTAX, __VA_ARGS__), FALSE)

typedef struct
{
  const char *name;
  ZpRendering rendering;
} Rendering;

/* clang-format off */
static const Rendering renderings[] = {
  { "number", ZP_RENDERING_NUMBER }, { "元", ZP_RENDERING_MONEY }, { "万元", ZP_RENDERING_MONEY },
  { "亿元", ZP_RENDERING_MONEY }, { "hanzi", ZP_RENDERING_HANZI }, { "boxes", ZP_RENDERING_BOXES },
  { "年月", ZP_RENDERING_YEAR_MONTH }, { "年", ZP_RENDERING_YEAR },
};
/* clang-format on */

static void
free_branch (gpointer data)
{
  ZpBranch *branch = data;

  zp_expr_unref (branch->formula);
  g_free (branch->text);
  g_ptr_array_unref (branch->pieces);
  g_free (branch);
}

/**
 * zp_piece_new: an empty piece.
 * @column: character of the phrase it begins at, from 1
 */
ZpPiece *
zp_piece_new (ZpPieceKind kind, guint column)
{
  ZpPiece *self = g_new0 (ZpPiece, 1);

  self->kind = kind;
  self->column = column;
  self->unit = zp_unit_number ("");
  self->places = ZP_PLACES_UNSAID;
  self->block = -1;
  self->branches = g_ptr_array_new_with_free_func (free_branch);

  return self;
}

void
zp_piece_free (ZpPiece *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  zp_expr_unref (self->formula);
  g_ptr_array_unref (self->branches);
  g_free (self->sep);
  g_free (self->last);
  g_free (self);
}

/**
 * zp_piece_add_branch: one more branch without a formula and without pieces; the piece owns it.
 */
ZpBranch *
zp_piece_add_branch (ZpPiece *self, guint column)
{
  ZpBranch *branch = g_new0 (ZpBranch, 1);

  branch->column = column;
  branch->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_piece_free);
  g_ptr_array_add (self->branches, branch);

  return branch;
}

static const Rendering *
find_rendering (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (renderings); i++)
    if (strcmp (renderings[i].name, name) == 0)
      return &renderings[i];

  return NULL;
}

/**
 * zp_phrase_get_rendering_name:
 *
 * Returns: (nullable): how a figure may be printed: "number", "亿元"; %NULL behind the last
 */
const char *
zp_phrase_get_rendering_name (guint index)
{
  return index < G_N_ELEMENTS (renderings) ? renderings[index].name : NULL;
}

/**
 * zp_phrase_change_rendering:
 * @placeholder: a figure in its braces: "{budget.total.actual|亿元}"
 * @rendering: (nullable): what to put in the place of what is behind the bar
 *
 * Returns: (transfer full): the same figure, printed in another way
 */
char *
zp_phrase_change_rendering (const char *placeholder, const char *rendering)
{
  const char *end;

  g_return_val_if_fail (placeholder != NULL && g_str_has_suffix (placeholder, "}"), NULL);

  end = zp_tag_find (placeholder, '|');
  if (end == NULL)
    end = placeholder + strlen (placeholder) - 1;
  return g_strdup_printf ("%.*s%s%s}", (int) (end - placeholder), placeholder,
                          rendering != NULL ? "|" : "", rendering != NULL ? rendering : "");
}

static gboolean
read_places (ZpPiece *self, const char *name, GError **error)
{
  if (self->asked_places)
    return fail (error, _ ("“%s”: the places are given twice"), name);
  if (!g_ascii_isdigit (name[1]) || name[2] != '\0' || name[1] > '0' + ZP_DECIMAL_PLACES)
    return fail (error, _ ("“%s”: places are written .0 to .%d"), name, ZP_DECIMAL_PLACES);

  self->asked_places = TRUE;
  self->places = name[1] - '0';

  return TRUE;
}

static gboolean
read_rendering (ZpPiece *self, const char *name, GError **error)
{
  const Rendering *found = find_rendering (name);

  if (*name == '.')
    return read_places (self, name, error);
  if (found == NULL)
    return fail (error,
                 _ ("no rendering “%s”; there are number, 元, 万元, 亿元, .0 to .6, hanzi, boxes, "
                    "年月, 年"),
                 name);
  if (self->rendering != ZP_RENDERING_NONE)
    return fail (error, _ ("“%s”: there is another rendering already"), name);

  self->rendering = found->rendering;
  if (self->rendering == ZP_RENDERING_MONEY && !zp_unit_money (name, &self->unit))
    g_return_val_if_reached (FALSE);

  return TRUE;
}

static gboolean
read_renderings (ZpPiece *self, const char *bar, GError **error)
{
  g_auto (GStrv) names = g_strsplit (bar, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (!read_rendering (self, g_strstrip (names[i]), error))
      return FALSE;

  return TRUE;
}

/**
 * zp_piece_read_figure:
 * @text: what stands between the braces: a formula and its renderings, separated by bars
 */
gboolean
zp_piece_read_figure (ZpPiece *self, const char *text, GError **error)
{
  const char *bar = zp_tag_find (text, '|');

  self->text = bar == NULL ? g_strdup (text) : g_strndup (text, (gsize) (bar - text));
  g_strchomp (self->text);
  self->formula = zp_expr_parse (self->text, error);

  return self->formula != NULL && (bar == NULL || read_renderings (self, bar + 1, error));
}

static gboolean
read_quoted (const char **at, char **text, GError **error)
{
  const char *start = *at + strspn (*at, " ");
  const char *end = *start == '\'' ? strchr (start + 1, '\'') : NULL;

  if (end == NULL)
    return fail (error, _ ("“sep” and “last” take a text in single quotes"));

  *text = g_strndup (start + 1, (gsize) (end - start - 1));
  *at = end + 1;

  return TRUE;
}

static gboolean
read_separators (ZpPiece *self, const char *at, GError **error)
{
  if (*at == '\0')
    return TRUE;

  at += strlen (" sep ");
  if (!read_quoted (&at, &self->sep, error))
    return FALSE;
  if (g_str_has_prefix (at, " last "))
    {
      at += strlen (" last ");
      if (!read_quoted (&at, &self->last, error))
        return FALSE;
    }

  return *at == '\0' || fail (error, _ ("“%s” does not belong at the end of {for}"), at);
}

/* A rowset, then perhaps where, sep and last: projects where projects.actual > 0 sep '、' last
 * '和'.
 */
static gboolean
read_loop (ZpPiece *self, const char *text, GError **error)
{
  ZpBranch *body = g_ptr_array_index (self->branches, 0);
  const char *key_end = text + strcspn (text, " ");
  const char *sep = zp_tag_find_word (text, " sep ");
  const char *end = sep != NULL ? sep : text + strlen (text);

  self->text = g_strndup (text, (gsize) (key_end - text));
  if (!zp_id_is_key (self->text))
    return fail (error, _ ("{for} needs the key of a table or grid, but this is “%s”"), self->text);

  if (g_str_has_prefix (key_end, " where ") && key_end < end)
    {
      key_end += strlen (" where ");
      body->text = g_strndup (key_end, (gsize) (end - key_end));
      body->formula = zp_expr_parse (body->text, error);
      if (body->formula == NULL)
        return FALSE;
    }
  else if (key_end != end)
    return fail (error, _ ("“%s” does not belong behind {for %s"), key_end + 1, self->text);

  return read_separators (self, end, error);
}

static gboolean
read_condition (ZpBranch *branch, const char *text, GError **error)
{
  branch->text = g_strdup (text);
  branch->formula = zp_expr_parse (text, error);

  return branch->formula != NULL;
}

/**
 * zp_piece_read_clause: adds the branch that a tag opens: {if …}, {elif …}, {else} or {for …}.
 */
gboolean
zp_piece_read_clause (ZpPiece *self, const ZpTag *tag, GError **error)
{
  ZpBranch *branch = zp_piece_add_branch (self, tag->column);

  if (tag->kind == ZP_TAG_FOR)
    return read_loop (self, tag->text, error);
  if (tag->kind == ZP_TAG_ELSE)
    return TRUE;

  return read_condition (branch, tag->text, error);
}
