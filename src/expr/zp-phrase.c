/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text with figures in it: its life, and what it consists of. */
#include "expr/zp-phrase-private.h"

typedef void (*LiteralFunc) (const char *text, gpointer user_data);

/**
 * zp_phrase_ref: one more owner of a phrase.
 */
ZpPhrase *
zp_phrase_ref (ZpPhrase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * zp_phrase_unref: one owner less; the last one frees the phrase. %NULL is let through.
 */
void
zp_phrase_unref (ZpPhrase *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->source);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

/**
 * zp_phrase_bind:
 * @self: a phrase fresh from zp_phrase_parse()
 * @context: what the names mean where it stands; text.ID, annex.ID and money are allowed in any
 * case
 *
 * Binds all its formulas; inside a loop @column is a column of the row the loop is at. Done once,
 * when the pack loads.
 *
 * Returns: FALSE with %ZP_EXPR_ERROR_NAME or %ZP_EXPR_ERROR_TYPE and the character; also for a
 *   product that does not say how many places it prints, and for a rendering that does not fit
 */
gboolean
zp_phrase_bind (ZpPhrase *self, const ZpBindContext *context, GError **error)
{
  ZpBindContext inside = { 0 };

  g_return_val_if_fail (self != NULL && context != NULL, FALSE);

  inside = *context;
  inside.in_template = TRUE;

  return zp_pieces_bind (self->pieces, &inside, error);
}

/**
 * zp_phrase_get_source: the text it was read from.
 */
const char *
zp_phrase_get_source (const ZpPhrase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source;
}

static const ZpPiece *
get_only_piece (const ZpPhrase *self)
{
  return self->pieces->len == 1 ? g_ptr_array_index (self->pieces, 0) : NULL;
}

/**
 * zp_phrase_is_literal: whether it holds no formula: it prints the same whatever the report says.
 */
gboolean
zp_phrase_is_literal (const ZpPhrase *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->pieces->len; i++)
    if (((const ZpPiece *) g_ptr_array_index (self->pieces, i))->kind != ZP_PIECE_LITERAL)
      return FALSE;

  return TRUE;
}

/**
 * zp_phrase_get_only_formula: the formula where the phrase is one placeholder and nothing else;
 * otherwise %NULL. Owned by the phrase.
 */
const ZpExpr *
zp_phrase_get_only_formula (const ZpPhrase *self)
{
  const ZpPiece *only;

  g_return_val_if_fail (self != NULL, NULL);

  only = get_only_piece (self);

  return only != NULL && only->kind == ZP_PIECE_FIGURE ? only->formula : NULL;
}

/**
 * zp_phrase_has_rendering: whether the phrase is one placeholder that says how it is printed
 * ({x|亿元|.2}).
 */
gboolean
zp_phrase_has_rendering (const ZpPhrase *self)
{
  const ZpPiece *only;

  g_return_val_if_fail (self != NULL, FALSE);

  only = get_only_piece (self);

  return only != NULL && only->kind == ZP_PIECE_FIGURE &&
         (only->rendering != ZP_RENDERING_NONE || only->asked_places);
}

/**
 * zp_phrase_get_only_figure:
 * @self: a bound phrase
 * @style: how it is printed
 * @unit: (out): the unit its figure is printed in, after renderings and the money of the style
 * @places: (out): decimal places it is printed with, -1 as typed
 *
 * Whether the phrase is one placeholder and nothing else, and that prints a number as a number:
 * then it can stand as a figure on a sheet. FALSE for texts, dates, 十二 and ☑.
 */
gboolean
zp_phrase_get_only_figure (const ZpPhrase *self,
                           const ZpPhraseStyle *style,
                           ZpUnit *unit,
                           int *places)
{
  const ZpExpr *formula;
  const ZpPiece *only;

  g_return_val_if_fail (self != NULL && style != NULL, FALSE);

  only = get_only_piece (self);
  formula = zp_phrase_get_only_formula (self);
  if (only == NULL || formula == NULL || only->rendering == ZP_RENDERING_HANZI)
    return FALSE;
  if (formula->type.sort == ZP_SORT_TEXT || formula->type.sort == ZP_SORT_DATE)
    return FALSE;

  *unit = zp_piece_get_unit (only, style);
  *places = only->places;

  return TRUE;
}

static void
walk_literals (GPtrArray *pieces, LiteralFunc func, gpointer user_data)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const ZpPiece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind == ZP_PIECE_LITERAL)
        func (piece->text, user_data);
      if (piece->sep != NULL)
        func (piece->sep, user_data);
      if (piece->last != NULL)
        func (piece->last, user_data);
      for (guint j = 0; j < piece->branches->len; j++)
        walk_literals (((ZpBranch *) g_ptr_array_index (piece->branches, j))->pieces, func,
                       user_data);
    }
}

/**
 * zp_phrase_foreach_literal:
 * @func: called for every stretch of plain text in it, of all branches, and for the texts between
 *   the items of a loop
 */
void
zp_phrase_foreach_literal (const ZpPhrase *self,
                           void (*func) (const char *text, gpointer user_data),
                           gpointer user_data)
{
  g_return_if_fail (self != NULL && func != NULL);

  walk_literals (self->pieces, func, user_data);
}

static void walk_formulas (GPtrArray *pieces, ZpRefFunc func, gpointer user_data);

static void
walk_branch (const ZpBranch *branch, ZpRefFunc func, gpointer user_data)
{
  if (branch->formula != NULL)
    func (branch->formula, user_data);

  walk_formulas (branch->pieces, func, user_data);
}

static void
walk_formulas (GPtrArray *pieces, ZpRefFunc func, gpointer user_data)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const ZpPiece *piece = g_ptr_array_index (pieces, i);

      if (piece->formula != NULL)
        func (piece->formula, user_data);
      for (guint j = 0; j < piece->branches->len; j++)
        walk_branch (g_ptr_array_index (piece->branches, j), func, user_data);
    }
}

/**
 * zp_phrase_foreach_formula:
 * @func: called for every formula in it: figures, conditions, where clauses, of all branches
 */
void
zp_phrase_foreach_formula (const ZpPhrase *self, ZpRefFunc func, gpointer user_data)
{
  g_return_if_fail (self != NULL && func != NULL);

  walk_formulas (self->pieces, func, user_data);
}
