/* SPDX-License-Identifier: GPL-3.0-or-later
 * Conditions of a spreadsheet formula: surely true, surely false, or neither. */
#include "expr/zp-expr-private.h"
#include "expr/zp-expr-sheet-private.h"

#include <string.h>

typedef struct
{
  const char *sign;
  const char *opposite;
} Comparison;

/* clang-format off */
static const Comparison comparisons[] = {
  [ZP_EXPR_EQUAL] = { "=", "<>" },
  [ZP_EXPR_NOT_EQUAL] = { "<>", "=" },
  [ZP_EXPR_LESS] = { "<", ">=" },
  [ZP_EXPR_AT_MOST] = { "<=", ">" },
  [ZP_EXPR_GREATER] = { ">", "<=" },
  [ZP_EXPR_AT_LEAST] = { ">=", "<" },
};
/* clang-format on */

static ZpSheetTruth
reverse (ZpSheetTruth truth)
{
  return (ZpSheetTruth){ .yes = truth.no, .no = truth.yes };
}

static const char *
if_present (ZpSheetWriter *self, const char *present, const char *condition)
{
  if (present == NULL)
    return condition;

  return zp_sheet_print (self, "IF(%s,%s,FALSE)", present, condition);
}

static ZpSheetTruth
compare_figures (ZpSheetWriter *self, const ZpExpr *expr)
{
  const Comparison *comparison = &comparisons[expr->kind];
  gboolean is_left = expr->args[0]->type.sort == ZP_SORT_MONEY;
  const ZpUnit unit = zp_sheet_money_unit (self, expr->args[is_left ? 0 : 1]);
  ZpSheetPart left = zp_sheet_part (self, expr->args[0], &unit);
  ZpSheetPart right = zp_sheet_part (self, expr->args[1], &unit);
  const char *a = zp_sheet_inside (self, left, ZP_SHEET_SUM);
  const char *b = zp_sheet_inside (self, right, ZP_SHEET_SUM);
  const char *present;

  zp_sheet_demand (self, &left, right);
  present = zp_sheet_present (self, left);

  return (ZpSheetTruth){
    .yes = if_present (self, present, zp_sheet_print (self, "%s%s%s", a, comparison->sign, b)),
    .no = if_present (self, present, zp_sheet_print (self, "%s%s%s", a, comparison->opposite, b)),
  };
}

/* Against a constant a missing cell is surely not equal, so that it needs no further condition. */
static gboolean
is_cell_against_text (const ZpExpr *expr)
{
  const ZpExpr *cell = expr->args[0]->kind == ZP_EXPR_REF ? expr->args[0] : expr->args[1];
  const ZpExpr *text = expr->args[0]->kind == ZP_EXPR_REF ? expr->args[1] : expr->args[0];

  return cell->kind == ZP_EXPR_REF && text->kind == ZP_EXPR_TEXT && *text->text != '\0' &&
         strcmp (text->text, "—") != 0;
}

/* The sheet's own = takes A for a and knows jokers; EXACT does not. */
static ZpSheetTruth
compare_texts (ZpSheetWriter *self, const ZpExpr *expr)
{
  ZpSheetPart left = zp_sheet_part (self, expr->args[0], NULL);
  ZpSheetPart right = zp_sheet_part (self, expr->args[1], NULL);
  const char *equal = zp_sheet_print (self, "EXACT(%s,%s)", left.text, right.text);
  const char *present;
  ZpSheetTruth truth;

  zp_sheet_demand (self, &left, right);
  present = zp_sheet_present (self, left);
  truth = (ZpSheetTruth){
    .yes = is_cell_against_text (expr) && !left.never ? equal : if_present (self, present, equal),
    .no = if_present (self, present, zp_sheet_not (self, equal)),
  };

  return expr->kind == ZP_EXPR_EQUAL ? truth : reverse (truth);
}

static ZpSheetTruth
compare_truths (ZpSheetWriter *self, const ZpExpr *expr)
{
  ZpSheetTruth left = zp_sheet_truth (self, expr->args[0]);
  ZpSheetTruth right = zp_sheet_truth (self, expr->args[1]);
  ZpSheetTruth truth = {
    .yes = zp_sheet_or (self, zp_sheet_and (self, left.yes, right.yes),
                        zp_sheet_and (self, left.no, right.no)),
    .no = zp_sheet_or (self, zp_sheet_and (self, left.yes, right.no),
                       zp_sheet_and (self, left.no, right.yes)),
  };

  return expr->kind == ZP_EXPR_EQUAL ? truth : reverse (truth);
}

static ZpSheetTruth
write_comparison (ZpSheetWriter *self, const ZpExpr *expr)
{
  switch ((int) expr->args[0]->type.sort)
    {
    case ZP_SORT_TEXT:
      return compare_texts (self, expr);
    case ZP_SORT_TRUTH:
      return compare_truths (self, expr);
    default:
      return compare_figures (self, expr);
    }
}

static ZpSheetTruth
write_logic (ZpSheetWriter *self, const ZpExpr *expr)
{
  ZpSheetTruth left = zp_sheet_truth (self, expr->args[0]);
  ZpSheetTruth right = zp_sheet_truth (self, expr->args[1]);

  if (expr->kind == ZP_EXPR_OR)
    return (ZpSheetTruth){ .yes = zp_sheet_or (self, left.yes, right.yes),
                           .no = zp_sheet_and (self, left.no, right.no) };

  return (ZpSheetTruth){ .yes = zp_sheet_and (self, left.yes, right.yes),
                         .no = zp_sheet_or (self, left.no, right.no) };
}

static ZpSheetTruth
write_empty (ZpSheetWriter *self, const ZpExpr *expr)
{
  const char *filled = zp_sheet_filled (self, expr->args[0]);

  return (ZpSheetTruth){ .yes = zp_sheet_not (self, filled),
                         .no = filled != NULL ? filled : "TRUE" };
}

/**
 * zp_sheet_truth: a condition. Where an operand is missing it is neither true nor false, as in the
 * formula itself.
 */
ZpSheetTruth
zp_sheet_truth (ZpSheetWriter *self, const ZpExpr *expr)
{
  ZpSheetTruth unknown = { .yes = "FALSE", .no = "FALSE" };

  if (self->failed)
    return unknown;

  switch ((int) expr->kind)
    {
    case ZP_EXPR_NOT:
      return reverse (zp_sheet_truth (self, expr->args[0]));
    case ZP_EXPR_OR:
    case ZP_EXPR_AND:
      return write_logic (self, expr);
    case ZP_EXPR_EQUAL:
    case ZP_EXPR_NOT_EQUAL:
    case ZP_EXPR_LESS:
    case ZP_EXPR_AT_MOST:
    case ZP_EXPR_GREATER:
    case ZP_EXPR_AT_LEAST:
      return write_comparison (self, expr);
    case ZP_EXPR_CALL:
      if (expr->function == ZP_FUNCTION_EMPTY)
        return write_empty (self, expr);
      break;
    default:
      break;
    }

  self->failed = TRUE;

  return unknown;
}
