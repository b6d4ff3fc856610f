/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the names in a phrase mean, and in which unit and with how many places its figures print. */
#include "expr/zp-phrase-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define fail(error, code, ...) (g_set_error (error, ZP_EXPR_ERROR, code, __VA_ARGS__), FALSE)

/* The operands whose places a formula takes over: args[first] to args[end - 1]. */
typedef struct
{
  guint first;
  guint end;
} Operands;

static gboolean
is_call (const ZpExpr *self, ZpFunction function)
{
  return self->kind == ZP_EXPR_CALL && self->function == function;
}

static Operands
find_operands (const ZpExpr *self)
{
  if (self->kind == ZP_EXPR_AGGREGATE)
    return (Operands){ 0, self->function == ZP_FUNCTION_COUNT ? 0 : 1 };
  if (is_call (self, ZP_FUNCTION_IF))
    return (Operands){ 1, self->n_args };
  if (is_call (self, ZP_FUNCTION_ROUND))
    return (Operands){ 0, 1 };

  return (Operands){ 0, self->n_args };
}

/* Sums and whatever hands an operand through. */
static gboolean
is_handed_through (const ZpExpr *self)
{
  switch ((int) self->kind)
    {
    case ZP_EXPR_NEGATE:
    case ZP_EXPR_ADD:
    case ZP_EXPR_SUBTRACT:
      return TRUE;
    case ZP_EXPR_AGGREGATE:
      return self->function != ZP_FUNCTION_COUNT;
    case ZP_EXPR_CALL:
      return self->function == ZP_FUNCTION_IF || self->function == ZP_FUNCTION_MIN ||
             self->function == ZP_FUNCTION_MAX || self->function == ZP_FUNCTION_ABS ||
             self->function == ZP_FUNCTION_COALESCE || self->function == ZP_FUNCTION_PRIOR;
    default:
      return FALSE;
    }
}

/* A ratio in a text is a percentage, and so is a sum or choice of ratios. */
static gboolean
is_ratio (const ZpExpr *self)
{
  Operands operands = find_operands (self);

  if (is_call (self, ZP_FUNCTION_RATIO))
    return TRUE;
  if (self->type.sort != ZP_SORT_NUMBER || self->type.unit.kind != ZP_UNIT_NUMBER ||
      !is_handed_through (self))
    return FALSE;

  for (guint i = operands.first; i < operands.end; i++)
    if (is_ratio (self->args[i]))
      return TRUE;

  return FALSE;
}

static int find_places (const ZpExpr *self);

static int
find_most_places (const ZpExpr *self)
{
  Operands operands = find_operands (self);
  int most = 0;

  for (guint i = operands.first; i < operands.end; i++)
    {
      int places = find_places (self->args[i]);

      if (places < 0 || most < 0)
        most = MIN (most, places);
      else
        most = MAX (most, places);
    }

  return most;
}

static int
find_places (const ZpExpr *self)
{
  if (self->type.sort == ZP_SORT_TEXT || self->type.sort == ZP_SORT_DATE)
    return 0;
  if (self->kind == ZP_EXPR_MULTIPLY || self->kind == ZP_EXPR_DIVIDE)
    return ZP_PLACES_UNSAID;
  if (is_call (self, ZP_FUNCTION_RATIO))
    return 2;
  if (is_handed_through (self))
    return find_most_places (self);

  return self->type.places;
}

/**
 * zp_phrase_shape:
 * @formula: a bound formula
 * @unit: (out): the unit its value is printed in: of a ratio per cent
 * @places: (out): decimal places: of a sum the most of its operands, of a ratio two;
 *   %ZP_PLACES_AS_TYPED where cells are as typed, %ZP_PLACES_UNSAID for products, which have to say
 */
void
zp_phrase_shape (const ZpExpr *formula, ZpUnit *unit, int *places)
{
  *unit = is_ratio (formula) ? zp_unit_percent () : formula->type.unit;
  *places = find_places (formula);
}

static gboolean
is_figure (const ZpType *type)
{
  return type->sort == ZP_SORT_NUMBER || type->sort == ZP_SORT_MONEY || type->sort == ZP_SORT_SCORE;
}

/* What a rendering asks for, or NULL where the formula is just that. */
static const char *
find_demand (const ZpPiece *self)
{
  const ZpType *type = &self->formula->type;

  switch (self->rendering)
    {
    case ZP_RENDERING_MONEY:
      return type->sort == ZP_SORT_MONEY ? NULL : _ ("money");
    case ZP_RENDERING_BOXES:
      return type->sort == ZP_SORT_TEXT && type->options != NULL ? NULL : _ ("a choice");
    case ZP_RENDERING_YEAR_MONTH:
    case ZP_RENDERING_YEAR:
      return type->sort == ZP_SORT_DATE ? NULL : _ ("a date");
    case ZP_RENDERING_NUMBER:
    case ZP_RENDERING_HANZI:
      return is_figure (type) ? NULL : _ ("a figure");
    case ZP_RENDERING_NONE:
    default:
      return self->asked_places && !is_figure (type) ? _ ("a figure") : NULL;
    }
}

static gboolean
check_rendering (const ZpPiece *self, GError **error)
{
  const ZpType *type = &self->formula->type;
  const char *demand = find_demand (self);

  if (type->sort == ZP_SORT_TRUTH)
    return fail (error, ZP_EXPR_ERROR_TYPE, _ ("a condition cannot be printed; write {if …}"));
  if (demand != NULL)
    return fail (error, ZP_EXPR_ERROR_TYPE, _ ("this rendering is for %s, but this is %s"), demand,
                 zp_type_describe (type));

  return TRUE;
}

static gboolean
bind_figure (ZpPiece *self, const ZpBindContext *context, GError **error)
{
  ZpUnit unit;
  int places;

  if (!zp_expr_bind (self->formula, context, error) || !check_rendering (self, error))
    return FALSE;

  zp_phrase_shape (self->formula, &unit, &places);
  if (self->rendering != ZP_RENDERING_MONEY)
    self->unit = unit;
  if (!self->asked_places)
    self->places = places;
  if (self->places == ZP_PLACES_UNSAID && self->rendering != ZP_RENDERING_HANZI)
    return fail (error, ZP_EXPR_ERROR_TYPE,
                 _ ("a product has no places of its own; write how many, as in {… |.2}"));

  return TRUE;
}

static gboolean
bind_condition (ZpBranch *branch, const ZpBindContext *context, GError **error)
{
  if (branch->formula == NULL)
    return TRUE;
  if (!zp_expr_bind (branch->formula, context, error))
    return FALSE;

  return branch->formula->type.sort == ZP_SORT_TRUTH ||
         fail (error, ZP_EXPR_ERROR_TYPE, _ ("a condition is needed, but this is %s"),
               zp_type_describe (&branch->formula->type));
}

static gboolean
fail_rowset (const ZpPiece *self, const ZpNames *names, GError **error)
{
  const char *near = names->suggest (names, -1, self->text);

  if (near != NULL)
    return fail (error, ZP_EXPR_ERROR_NAME, _ ("no table or grid “%s”; did you mean “%s”?"),
                 self->text, near);

  return fail (error, ZP_EXPR_ERROR_NAME, _ ("no table or grid “%s”"), self->text);
}

static gboolean
bind_loop (ZpPiece *self, const ZpBindContext *context, GError **error)
{
  const ZpNames *names = context->names;
  ZpBindContext visiting = *context;
  ZpBlockKind kind;

  if (!names->find_block (names, self->text, &self->block, &kind) || kind == ZP_BLOCK_FIELDS)
    return fail_rowset (self, names, error);
  if (context->n_blocks >= ZP_MAX_ROWS)
    return fail (error, ZP_EXPR_ERROR_LIMIT, _ ("more than %d repetitions in each other"),
                 ZP_MAX_ROWS);

  visiting.visit_block = self->block;

  return bind_condition (g_ptr_array_index (self->branches, 0), &visiting, error);
}

static gboolean
bind_branches (ZpPiece *self, const ZpBindContext *context, GError **error)
{
  for (guint i = 0; i < self->branches->len; i++)
    {
      ZpBranch *branch = g_ptr_array_index (self->branches, i);

      if (bind_condition (branch, context, error))
        continue;

      g_prefix_error (error, _ ("character %u, {%s}: "), branch->column, branch->text);
      return FALSE;
    }

  return TRUE;
}

/**
 * zp_piece_bind: binds the formulas of a piece itself, not those of what stands inside its
 * branches.
 */
gboolean
zp_piece_bind (ZpPiece *self, const ZpBindContext *context, GError **error)
{
  switch (self->kind)
    {
    case ZP_PIECE_FIGURE:
      if (bind_figure (self, context, error))
        return TRUE;
      g_prefix_error (error, _ ("character %u, {%s}: "), self->column, self->text);
      return FALSE;
    case ZP_PIECE_LOOP:
      if (bind_loop (self, context, error))
        return TRUE;
      g_prefix_error (error, _ ("character %u, {for %s}: "), self->column, self->text);
      return FALSE;
    case ZP_PIECE_CONDITION:
      return bind_branches (self, context, error);
    case ZP_PIECE_LITERAL:
    default:
      return TRUE;
    }
}

/**
 * zp_piece_context: what the names mean in the first branch of a bound piece: in the body of a loop
 * the row of its block comes in.
 */
ZpBindContext
zp_piece_context (const ZpPiece *self, const ZpBindContext *outer)
{
  ZpBindContext inner = *outer;

  if (self->kind != ZP_PIECE_LOOP)
    return inner;

  inner.blocks[inner.n_blocks++] = self->block;
  inner.row = -2;

  return inner;
}

static gboolean
bind_inside (ZpPiece *self, const ZpBindContext *context, GError **error)
{
  for (guint i = 0; i < self->branches->len; i++)
    {
      ZpBranch *branch = g_ptr_array_index (self->branches, i);
      ZpBindContext inner = i == 0 ? zp_piece_context (self, context) : *context;

      if (!zp_pieces_bind (branch->pieces, &inner, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * zp_pieces_bind: binds all formulas of a list of pieces, to any depth.
 */
gboolean
zp_pieces_bind (GPtrArray *pieces, const ZpBindContext *context, GError **error)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      ZpPiece *piece = g_ptr_array_index (pieces, i);

      if (!zp_piece_bind (piece, context, error) || !bind_inside (piece, context, error))
        return FALSE;
    }

  return TRUE;
}
