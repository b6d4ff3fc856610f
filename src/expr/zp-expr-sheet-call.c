/* SPDX-License-Identifier: GPL-3.0-or-later
 * Functions and scales as parts of a spreadsheet formula. */
#include "base/zp-date.h"
#include "expr/zp-expr-private.h"
#include "expr/zp-expr-sheet-private.h"

/* Binary noise below the tenth place would make 2 out of 1.9999999999999996 a whole 1. */
#define NOISE_PLACES 9

static const char *const bounds[] = {
  [ZP_BOUND_LESS] = "<",
  [ZP_BOUND_AT_MOST] = "<=",
  [ZP_BOUND_GREATER] = ">",
  [ZP_BOUND_AT_LEAST] = ">=",
};

static ZpSheetPart
write_if (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  const char *condition = zp_sheet_truth (self, expr->args[0]).yes;
  ZpSheetPart then = zp_sheet_part (self, expr->args[1], money);
  ZpSheetPart otherwise =
    expr->n_args > 2 ? zp_sheet_part (self, expr->args[2], money) : zp_sheet_never ();
  const char *then_present = zp_sheet_present (self, then);
  const char *else_present = zp_sheet_present (self, otherwise);
  ZpSheetPart result = { .strength = ZP_SHEET_ATOM, .guard_is_safe = TRUE };

  result.text = zp_sheet_print (self, "IF(%s,%s,%s)", condition, then.text, otherwise.text);
  if (then_present != NULL || else_present != NULL)
    result.guard =
      zp_sheet_print (self, "IF(%s,%s,%s)", condition, then_present != NULL ? then_present : "TRUE",
                      else_present != NULL ? else_present : "TRUE");
  result.never = then.never && otherwise.never;

  return result;
}

static ZpSheetPart
write_extreme (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  g_autofree ZpSheetPart *parts = g_new0 (ZpSheetPart, expr->n_args);

  for (guint i = 0; i < expr->n_args; i++)
    parts[i] = zp_sheet_part (self, expr->args[i], money);

  return zp_sheet_extreme (self, parts, expr->n_args, expr->function == ZP_FUNCTION_MAX);
}

static ZpSheetPart
write_coalesce (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  ZpSheetPart result = zp_sheet_part (self, expr->args[expr->n_args - 1], money);

  for (guint i = expr->n_args - 1; i > 0; i--)
    {
      ZpSheetPart first = zp_sheet_part (self, expr->args[i - 1], money);
      const char *present = zp_sheet_present (self, first);
      const char *rest_present = zp_sheet_present (self, result);

      if (present == NULL)
        result = first;
      if (present == NULL || first.never)
        continue;

      result = (ZpSheetPart){ .strength = ZP_SHEET_ATOM,
                              .guard_is_safe = TRUE,
                              .guard = zp_sheet_or (self, present, rest_present),
                              .text = zp_sheet_print (self, "IF(%s,%s,%s)", present, first.text,
                                                      result.text) };
    }

  return result;
}

static ZpSheetPart
write_abs (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  ZpSheetPart part = zp_sheet_part (self, expr->args[0], money);

  part.text = zp_sheet_print (self, "ABS(%s)", part.text);
  part.strength = ZP_SHEET_ATOM;
  part.is_cell = FALSE;

  return part;
}

static gboolean
is_percent (const ZpExpr *expr)
{
  return expr->type.sort == ZP_SORT_NUMBER && expr->type.unit.kind == ZP_UNIT_PERCENT;
}

static ZpSheetPart
bring_back (ZpSheetWriter *self, const ZpExpr *expr, ZpSheetPart part, const ZpUnit *money)
{
  if (expr->type.sort != ZP_SORT_MONEY)
    return part;

  return zp_sheet_scale (self, part, zp_sheet_factor (&expr->type.unit, money));
}

static ZpSheetPart
write_round (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  ZpSheetPart part = zp_sheet_part (self, expr->args[0], &expr->type.unit);
  ZpSheetPart places = zp_sheet_part (self, expr->args[1], money);
  const char *n = zp_sheet_inside (self, places, ZP_SHEET_SUM);

  zp_sheet_demand (self, &part, places);
  if (expr->args[1]->kind != ZP_EXPR_NUMBER)
    zp_sheet_demand_guard (
      self, &part,
      zp_sheet_print (self, "AND(%s=INT(%s),%s>=0,%s<=%d)", n, n, n, n, ZP_DECIMAL_PLACES));
  part.text = zp_sheet_print (self, "ROUND(%s,%s%s)", part.text, n, is_percent (expr) ? "+2" : "");
  part.strength = ZP_SHEET_ATOM;
  part.is_cell = FALSE;

  return bring_back (self, expr, part, money);
}

static ZpSheetPart
write_floor (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  ZpSheetPart part = zp_sheet_part (self, expr->args[0], &expr->type.unit);
  const ZpRational hundred = zp_rational_from_int (100);
  const ZpRational hundredth = { .num = 1, .den = 100 };

  if (is_percent (expr))
    part = zp_sheet_scale (self, part, hundred);
  part.text = zp_sheet_print (self, "INT(ROUND(%s,%d))", part.text, NOISE_PLACES);
  part.strength = ZP_SHEET_ATOM;
  part.is_cell = FALSE;
  if (is_percent (expr))
    part = zp_sheet_scale (self, part, hundredth);

  return bring_back (self, expr, part, money);
}

static ZpSheetPart
write_year (ZpSheetWriter *self, const ZpExpr *expr)
{
  ZpSheetPart part = zp_sheet_part (self, expr->args[0], NULL);

  part.text = zp_sheet_print (self, "YEAR(%s)", part.text);
  part.strength = ZP_SHEET_ATOM;
  part.is_cell = FALSE;

  return part;
}

static int
read_whole (const ZpExpr *expr)
{
  if (expr->kind != ZP_EXPR_NUMBER || expr->number.num % expr->number.den != 0)
    return 0;

  return (int) (expr->number.num / expr->number.den);
}

/* A month and day that every year has. */
static gboolean
is_common_day (const ZpExpr *month, const ZpExpr *day)
{
  const int common_year = 2021;
  ZpDay made;

  return zp_date_make (common_year, read_whole (month), read_whole (day), &made);
}

/* A sheet takes the 31st of June for the 1st of July; for us there is no such day. */
static ZpSheetPart
write_date (ZpSheetWriter *self, const ZpExpr *expr)
{
  ZpSheetPart year = zp_sheet_part (self, expr->args[0], NULL);
  ZpSheetPart month = zp_sheet_part (self, expr->args[1], NULL);
  ZpSheetPart day = zp_sheet_part (self, expr->args[2], NULL);
  ZpSheetPart result = { .strength = ZP_SHEET_ATOM, .guard_is_safe = TRUE };

  result.text = zp_sheet_print (self, "DATE(%s,%s,%s)", year.text, month.text, day.text);
  zp_sheet_demand (self, &result, year);
  zp_sheet_demand (self, &result, month);
  zp_sheet_demand (self, &result, day);
  if (is_common_day (expr->args[1], expr->args[2]))
    return result;

  zp_sheet_demand_guard (self, &result,
                         zp_sheet_print (self, "AND(YEAR(%s)=%s,MONTH(%s)=%s,DAY(%s)=%s)",
                                         result.text, year.text, result.text, month.text,
                                         result.text, day.text));

  return result;
}

/**
 * zp_sheet_call: a function call, but for prior, empty and what is an aggregate.
 */
ZpSheetPart
zp_sheet_call (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  switch ((int) expr->function)
    {
    case ZP_FUNCTION_IF:
      return write_if (self, expr, money);
    case ZP_FUNCTION_MIN:
    case ZP_FUNCTION_MAX:
      return write_extreme (self, expr, money);
    case ZP_FUNCTION_ABS:
      return write_abs (self, expr, money);
    case ZP_FUNCTION_ROUND:
      return write_round (self, expr, money);
    case ZP_FUNCTION_FLOOR:
      return write_floor (self, expr, money);
    case ZP_FUNCTION_RATIO:
      return zp_sheet_quotient (self, expr, money);
    case ZP_FUNCTION_COALESCE:
      return write_coalesce (self, expr, money);
    case ZP_FUNCTION_YEAR:
      return write_year (self, expr);
    case ZP_FUNCTION_DATE:
      return write_date (self, expr);
    default:
      self->failed = TRUE;
      return zp_sheet_never ();
    }
}

static const char *
write_limit (ZpSheetWriter *self, const ZpScale *scale, const ZpBand *band)
{
  ZpRational limit = band->limit;
  const ZpRational unit = { .num = scale->of.unit.den, .den = scale->of.unit.num };

  if (scale->of.sort == ZP_SORT_MONEY)
    self->failed |= !zp_rational_multiply (limit, unit, &limit);

  return zp_sheet_number (self, limit).text;
}

static const char *
write_result (ZpSheetWriter *self, const ZpBand *band)
{
  return band->text != NULL ? zp_sheet_quote (self, band->text)
                            : zp_sheet_number (self, band->number).text;
}

/**
 * zp_sheet_band: a look-up in a scale: IF in IF, the last band first. Where no band holds the part
 * is missing.
 */
ZpSheetPart
zp_sheet_band (ZpSheetWriter *self, const ZpExpr *expr)
{
  const ZpScale *scale = expr->scale;
  ZpSheetPart result = zp_sheet_part (self, expr->args[0], &scale->of.unit);
  const char *figure = zp_sheet_inside (self, result, ZP_SHEET_SUM);
  const char *text = "\"\"";
  const char *guard = "FALSE";

  for (guint i = scale->bands->len; i > 0; i--)
    {
      const ZpBand *band = &g_array_index (scale->bands, ZpBand, i - 1);
      const char *holds;

      if (band->bound == ZP_BOUND_ELSE)
        {
          guard = NULL;
          text = write_result (self, band);
          continue;
        }

      holds = zp_sheet_print (self, "%s%s%s", figure, bounds[band->bound],
                              write_limit (self, scale, band));
      guard = zp_sheet_or (self, guard, holds);
      text = zp_sheet_print (self, "IF(%s,%s,%s)", holds, write_result (self, band), text);
    }

  result.text = text;
  result.strength = ZP_SHEET_ATOM;
  result.is_cell = FALSE;
  if (guard != NULL)
    zp_sheet_demand_guard (self, &result, guard);

  return result;
}
