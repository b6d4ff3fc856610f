/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names, constants and operators as parts of a spreadsheet formula. */
#include "expr/zp-expr-private.h"
#include "expr/zp-expr-sheet-private.h"

static ZpWide
find_common_divisor (ZpWide a, ZpWide b)
{
  while (b != 0)
    {
      ZpWide rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

/**
 * zp_sheet_factor: what a figure in one unit of money is multiplied with to be in another, in
 * lowest terms.
 */
ZpRational
zp_sheet_factor (const ZpUnit *from, const ZpUnit *to)
{
  ZpWide num = (ZpWide) from->num * to->den;
  ZpWide den = (ZpWide) from->den * to->num;
  ZpWide common = find_common_divisor (num, den);

  return (ZpRational){ .num = num / common, .den = den / common };
}

static gboolean
find_money_unit (ZpSheetWriter *self, const ZpExpr *expr, ZpUnit *unit)
{
  if (expr == NULL)
    return FALSE;
  if (expr->kind == ZP_EXPR_REF && expr->type.sort == ZP_SORT_MONEY)
    {
      *unit = self->sheet->unit (self->sheet, expr->cell);
      return TRUE;
    }

  for (guint i = 0; i < expr->n_args; i++)
    if (find_money_unit (self, expr->args[i], unit))
      return TRUE;

  return FALSE;
}

/**
 * zp_sheet_money_unit: a unit of money to calculate a formula in where nothing asks for one: that
 * of its first operand, so that it needs no conversion.
 */
ZpUnit
zp_sheet_money_unit (ZpSheetWriter *self, const ZpExpr *expr)
{
  ZpUnit unit = expr->type.unit;

  find_money_unit (self, expr, &unit);

  return unit;
}

static ZpSheetPart
write_number (ZpSheetWriter *self, ZpRational number, const ZpType *type, const ZpUnit *money)
{
  if (type->sort == ZP_SORT_DATE)
    number.num += ZP_SHEET_EPOCH * number.den;
  if (type->sort == ZP_SORT_MONEY)
    self->failed |=
      !zp_rational_multiply (number, (ZpRational){ .num = money->den, .den = money->num }, &number);

  return zp_sheet_number (self, number);
}

static ZpSheetPart
write_value (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  ZpValue value;

  zp_expr_eval (expr, self->eval, &value);
  if (value.kind == ZP_VALUE_NUMBER)
    return write_number (self, value.number, &expr->type, money);
  if (value.kind == ZP_VALUE_TEXT)
    return zp_sheet_atom (zp_sheet_quote (self, value.text));

  return zp_sheet_never ();
}

static const char *
find_address (ZpSheetWriter *self, const ZpExpr *ref, ZpCell *cell)
{
  g_autofree char *address = NULL;

  if (!zp_ref_resolve (ref, self->eval, cell) || cell->column < 0)
    return NULL;

  address = self->sheet->address (self->sheet, *cell);

  return address != NULL ? zp_sheet_print (self, "%s", address) : NULL;
}

/* A cell that is on no sheet stands as its figure. */
static ZpSheetPart
write_ref (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  ZpCell cell;
  const char *address = find_address (self, expr, &cell);
  ZpSheetPart part;
  ZpUnit unit;

  if (address == NULL)
    return write_value (self, expr, money);

  part = zp_sheet_atom (address);
  if (expr->type.sort == ZP_SORT_TEXT)
    {
      part.guard = zp_sheet_text_filled (self, address);
      part.guard_is_safe = TRUE;
      return part;
    }

  part.needs = address;
  part.is_cell = TRUE;
  if (expr->type.sort != ZP_SORT_MONEY)
    return part;

  unit = self->sheet->unit (self->sheet, cell);

  return zp_sheet_scale (self, part, zp_sheet_factor (&unit, money));
}

/**
 * zp_sheet_filled: condition for a value to be neither empty nor not applicable; %NULL when it
 * always is. A cell that takes texts beside figures is filled by a text, too.
 */
const char *
zp_sheet_filled (ZpSheetWriter *self, const ZpExpr *expr)
{
  const ZpUnit unit = zp_sheet_money_unit (self, expr);
  ZpCell cell;
  const char *address = NULL;

  if (expr->kind == ZP_EXPR_REF && expr->type.sort == ZP_SORT_NUMBER && expr->type.places < 0)
    address = find_address (self, expr, &cell);
  if (address != NULL)
    return zp_sheet_text_filled (self, address);

  return zp_sheet_present (self, zp_sheet_part (self, expr, &unit));
}

static guint
count_addends (const ZpExpr *expr)
{
  if (expr->kind != ZP_EXPR_ADD)
    return 1;

  return count_addends (expr->args[0]) + count_addends (expr->args[1]);
}

static void
collect_addends (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money, GArray *parts)
{
  ZpSheetPart part;

  if (expr->kind == ZP_EXPR_ADD)
    {
      collect_addends (self, expr->args[0], money, parts);
      collect_addends (self, expr->args[1], money, parts);
      return;
    }

  part = zp_sheet_part (self, expr, money);
  g_array_append_val (parts, part);
}

static ZpSheetPart
write_sum (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  g_autoptr (GArray) parts =
    g_array_sized_new (FALSE, FALSE, sizeof (ZpSheetPart), count_addends (expr));

  collect_addends (self, expr, money, parts);

  return zp_sheet_sum (self, (const ZpSheetPart *) (gpointer) parts->data, parts->len);
}

static ZpSheetPart
write_operator (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  gboolean is_product = expr->kind == ZP_EXPR_MULTIPLY;
  ZpSheetStrength strength = is_product ? ZP_SHEET_PRODUCT : ZP_SHEET_SUM;
  ZpSheetPart result = zp_sheet_part (self, expr->args[0], money);
  ZpSheetPart right = zp_sheet_part (self, expr->args[1], money);

  result.text = zp_sheet_print (self, "%s%s%s", zp_sheet_inside (self, result, strength),
                                is_product ? "*" : "-",
                                zp_sheet_inside (self, right, strength + (is_product ? 0 : 1)));
  result.strength = strength;
  zp_sheet_demand (self, &result, right);

  return result;
}

static gboolean
is_not_zero (const ZpExpr *expr)
{
  return expr->kind == ZP_EXPR_NUMBER && zp_rational_sign (expr->number) != 0;
}

/**
 * zp_sheet_quotient: the first operand by the second; missing for a divisor of zero.
 */
ZpSheetPart
zp_sheet_quotient (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  gboolean is_rate = expr->args[1]->type.sort == ZP_SORT_MONEY;
  ZpUnit common = zp_sheet_money_unit (self, expr->args[is_rate ? 1 : 0]);
  const ZpUnit *unit = is_rate ? &common : money;
  ZpSheetPart result = zp_sheet_part (self, expr->args[0], unit);
  ZpSheetPart right = zp_sheet_part (self, expr->args[1], unit);
  gboolean is_safe;

  result.text = zp_sheet_print (self, "%s/%s", zp_sheet_inside (self, result, ZP_SHEET_PRODUCT),
                                zp_sheet_inside (self, right, ZP_SHEET_ATOM));
  result.strength = ZP_SHEET_PRODUCT;
  zp_sheet_demand (self, &result, right);
  if (is_not_zero (expr->args[1]))
    return result;

  is_safe = result.guard == NULL && right.is_cell;
  zp_sheet_demand_guard (
    self, &result, zp_sheet_print (self, "%s<>0", zp_sheet_inside (self, right, ZP_SHEET_SUM)));
  result.guard_is_safe = is_safe;

  return result;
}

static ZpSheetPart
write_negative (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  ZpSheetPart part = zp_sheet_part (self, expr->args[0], money);

  part.text = zp_sheet_print (self, "-%s", zp_sheet_inside (self, part, ZP_SHEET_PRODUCT));
  part.strength = ZP_SHEET_SUM;
  part.is_cell = FALSE;

  return part;
}

/**
 * zp_sheet_part:
 * @expr: a part of a bound formula that is no condition
 * @money: unit in which money is calculated
 *
 * The part as it stands on the sheet: money in @money, per cents as fractions, dates as days of the
 * sheet's calendar.
 */
ZpSheetPart
zp_sheet_part (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  if (self->failed)
    return zp_sheet_never ();

  switch ((int) expr->kind)
    {
    case ZP_EXPR_NUMBER:
      return write_number (self, expr->number, &expr->type, money);
    case ZP_EXPR_TEXT:
      return zp_sheet_atom (zp_sheet_quote (self, expr->text));
    case ZP_EXPR_REF:
      return write_ref (self, expr, money);
    case ZP_EXPR_NEGATE:
      return write_negative (self, expr, money);
    case ZP_EXPR_ADD:
      return write_sum (self, expr, money);
    case ZP_EXPR_SUBTRACT:
    case ZP_EXPR_MULTIPLY:
      return write_operator (self, expr, money);
    case ZP_EXPR_DIVIDE:
      return zp_sheet_quotient (self, expr, money);
    case ZP_EXPR_BAND:
      return zp_sheet_band (self, expr);
    case ZP_EXPR_AGGREGATE:
      return zp_sheet_aggregate (self, expr, money);
    case ZP_EXPR_CALL:
      if (expr->function == ZP_FUNCTION_PRIOR)
        return write_value (self, expr, money);
      return zp_sheet_call (self, expr, money);
    default:
      self->failed = TRUE;
      return zp_sheet_never ();
    }
}
