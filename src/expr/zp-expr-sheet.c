/* SPDX-License-Identifier: GPL-3.0-or-later
 * A formula as a live spreadsheet formula. */
#include "expr/zp-expr-sheet-private.h"

typedef struct
{
  const ZpUnit *unit;
  int places;
} Target;

/* Counts and constants with no more places than the cell shows. */
static gboolean
needs_no_rounding (const ZpExpr *expr, const Target *target)
{
  if (expr->type.sort == ZP_SORT_TEXT || expr->type.sort == ZP_SORT_DATE)
    return TRUE;
  if (expr->kind == ZP_EXPR_AGGREGATE)
    return expr->function == ZP_FUNCTION_COUNT && target->unit->kind != ZP_UNIT_MONEY;

  return expr->kind == ZP_EXPR_NUMBER && expr->type.sort != ZP_SORT_MONEY &&
         expr->type.places <= target->places && expr->type.unit.kind == target->unit->kind;
}

/* A per cent stands as a fraction: two places shown are four on the sheet. */
static const char *
round_part (ZpSheetWriter *self, const ZpSheetPart *part, const ZpExpr *expr, const Target *target)
{
  gboolean is_percent = target->unit->kind == ZP_UNIT_PERCENT;

  if (target->places < 0 || needs_no_rounding (expr, target))
    return part->text;

  return zp_sheet_print (self, "ROUND(%s,%d)", part->text, target->places + (is_percent ? 2 : 0));
}

static const char *
write_part (ZpSheetWriter *self, const ZpExpr *expr, const Target *target)
{
  ZpSheetPart part = zp_sheet_part (self, expr, target->unit);
  const char *present = zp_sheet_present (self, part);
  const char *text = round_part (self, &part, expr, target);

  if (part.never)
    return "\"\"";

  return present == NULL ? text : zp_sheet_print (self, "IF(%s,%s,\"\")", present, text);
}

static const char *
write_whole (ZpSheetWriter *self, const ZpExpr *expr, const Target *target)
{
  const char *then;
  const char *otherwise;

  if (expr->kind != ZP_EXPR_CALL || expr->function != ZP_FUNCTION_IF)
    return write_part (self, expr, target);

  then = write_whole (self, expr->args[1], target);
  otherwise = expr->n_args > 2 ? write_whole (self, expr->args[2], target) : "\"\"";

  return zp_sheet_print (self, "IF(%s,%s,%s)", zp_sheet_truth (self, expr->args[0]).yes, then,
                         otherwise);
}

/**
 * zp_expr_to_sheet:
 * @self: a bound formula, no condition
 * @eval: the report and the current rows; as it was when this returns
 * @sheet: where the cells stand
 * @unit: unit of the cell the formula is for; in a per cent cell the result stands as a fraction
 * @places: decimal places that the cell shows, in @unit; -1 not to round
 *
 * The formula gives what zp_expr_eval() gives, rounded half-up, as long as empty cells are blank or
 * "", those not applicable hold “—”, per cents fractions, and dates days of the 1900 calendar. A
 * missing result is "". It stays right when figures on the sheet change; rows put in are seen where
 * the ranges of the sheet grow. Errors are not hidden. A cell that is on no sheet, and last year's
 * figures, stand in it as constants. Dates and texts are not rounded.
 *
 * Returns: (transfer full): the formula without “=”, or %NULL when a spreadsheet cannot say it: too
 *   long, more than 250 rows to write out, a text of more than 255 characters, a condition
 */
char *
zp_expr_to_sheet (const ZpExpr *self, ZpEval *eval, const ZpSheet *sheet, ZpUnit unit, int places)
{
  g_autoptr (GStringChunk) arena = g_string_chunk_new (1024);
  ZpSheetWriter writer = { .eval = eval, .sheet = sheet, .arena = arena };
  ZpUnit money = unit.kind == ZP_UNIT_MONEY ? unit : (ZpUnit){ 0 };
  Target target = { .unit = &unit, .places = places };
  const char *formula;

  g_return_val_if_fail (self != NULL && eval != NULL && sheet != NULL, NULL);

  if (self->type.sort == ZP_SORT_TRUTH)
    return NULL;
  if (self->type.sort == ZP_SORT_MONEY && unit.kind != ZP_UNIT_MONEY)
    money = zp_sheet_money_unit (&writer, self);
  if (self->type.sort == ZP_SORT_MONEY)
    target.unit = &money;

  formula = write_whole (&writer, self, &target);

  return writer.failed ? NULL : g_strdup (formula);
}
