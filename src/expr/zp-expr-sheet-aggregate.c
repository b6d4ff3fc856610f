/* SPDX-License-Identifier: GPL-3.0-or-later
 * Aggregates of a spreadsheet formula over ranges. */
#include "expr/zp-expr-private.h"
#include "expr/zp-expr-sheet-private.h"

#include <string.h>

/* Smaller than any figure: the criterion that every number meets and no text. */
#define ANY_NUMBER "\">-1E+300\""

/**
 * Columns:
 * @first: range of the only or first column
 * @list: all columns, as operands of SUMPRODUCT
 * @numbers: product that is 1 in the rows where all of them hold numbers
 * @factor: what the result is multiplied with to be in the unit wanted
 * @n: how many
 *
 * The inside of an aggregate that is a column or a product of columns.
 */
typedef struct
{
  const char *first;
  const char *list;
  const char *numbers;
  ZpRational factor;
  guint n;
} Columns;

static ZpSheetPart
make_part (const char *text, const char *present)
{
  return (ZpSheetPart){
    .text = text, .strength = ZP_SHEET_ATOM, .guard = present, .guard_is_safe = TRUE
  };
}

static gboolean
add_column (ZpSheetWriter *self, const ZpExpr *ref, const ZpUnit *money, Columns *columns)
{
  const char *range = zp_sheet_range (self, ref->cell.block, ref->cell.column);
  ZpUnit unit;

  if (range == NULL)
    return FALSE;

  if (ref->type.sort == ZP_SORT_MONEY)
    {
      unit = self->sheet->unit (self->sheet, ref->cell);
      columns->factor = zp_sheet_factor (&unit, money);
    }
  columns->first = columns->n == 0 ? range : columns->first;
  columns->list = columns->n == 0 ? range : zp_sheet_print (self, "%s,%s", columns->list, range);
  columns->numbers = columns->n == 0
                       ? zp_sheet_print (self, "ISNUMBER(%s)", range)
                       : zp_sheet_print (self, "%s*ISNUMBER(%s)", columns->numbers, range);
  columns->n++;

  return TRUE;
}

static gboolean
find_columns (ZpSheetWriter *self, const ZpExpr *inside, const ZpUnit *money, Columns *columns)
{
  if (inside->kind == ZP_EXPR_MULTIPLY)
    return find_columns (self, inside->args[0], money, columns) &&
           find_columns (self, inside->args[1], money, columns);

  return inside->kind == ZP_EXPR_REF && inside->ref == ZP_REF_VISIT &&
         inside->type.sort != ZP_SORT_TEXT && inside->type.sort != ZP_SORT_DATE &&
         add_column (self, inside, money, columns);
}

/* A criterion is more than a text: it knows jokers and signs and takes A for a. Only Chinese
 * characters are sure to mean themselves. */
static gboolean
is_safe_criterion (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalpha (c) || g_unichar_get_script (c) != G_UNICODE_SCRIPT_HAN)
        return FALSE;
    }

  return *text != '\0';
}

/* column = 'text' as range and criterion of SUMIFS; NULL for everything else. */
static const char *
find_criterion (ZpSheetWriter *self, const ZpExpr *where)
{
  const char *range;

  if (where->kind != ZP_EXPR_EQUAL || where->args[0]->kind != ZP_EXPR_REF ||
      where->args[0]->ref != ZP_REF_VISIT || where->args[1]->kind != ZP_EXPR_TEXT ||
      !is_safe_criterion (where->args[1]->text))
    return NULL;

  range = zp_sheet_range (self, where->args[0]->cell.block, where->args[0]->cell.column);
  if (range == NULL)
    return NULL;

  return zp_sheet_print (self, "%s,%s", range, zp_sheet_quote (self, where->args[1]->text));
}

static ZpSheetPart
sum_all (ZpSheetWriter *self, const Columns *columns)
{
  if (columns->n == 1)
    return make_part (zp_sheet_print (self, "SUM(%s)", columns->first),
                      zp_sheet_print (self, "COUNT(%s)>0", columns->first));

  return make_part (zp_sheet_print (self, "SUMPRODUCT(%s)", columns->list),
                    zp_sheet_print (self, "SUMPRODUCT(%s)>0", columns->numbers));
}

static ZpSheetPart
sum_matching (ZpSheetWriter *self, const Columns *columns, const char *mask)
{
  return make_part (
    zp_sheet_print (self, "SUMPRODUCT(%s*%s,%s)", mask, columns->numbers, columns->list),
    zp_sheet_print (self, "SUMPRODUCT(%s*%s)>0", mask, columns->numbers));
}

static ZpSheetPart
sum_by_criterion (ZpSheetWriter *self, const Columns *columns, const char *criterion)
{
  return make_part (
    zp_sheet_print (self, "SUMIFS(%s,%s)", columns->first, criterion),
    zp_sheet_print (self, "COUNTIFS(%s,%s," ANY_NUMBER ")>0", criterion, columns->first));
}

static gboolean
write_sum (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money, ZpSheetPart *out)
{
  Columns columns = { .factor = { .num = 1, .den = 1 } };
  const char *criterion;
  const char *mask;

  if (!find_columns (self, expr->args[0], money, &columns))
    return FALSE;

  criterion = expr->args[1] != NULL && columns.n == 1 ? find_criterion (self, expr->args[1]) : NULL;
  mask = expr->args[1] != NULL && criterion == NULL ? zp_sheet_mask (self, expr->args[1]) : NULL;
  if (criterion == NULL && mask == NULL && expr->args[1] != NULL)
    return FALSE;

  if (criterion != NULL)
    *out = sum_by_criterion (self, &columns, criterion);
  else
    *out = mask != NULL ? sum_matching (self, &columns, mask) : sum_all (self, &columns);
  *out = zp_sheet_scale (self, *out, columns.factor);

  return TRUE;
}

/* Without a where clause; with one the rows are looked at one by one. */
static gboolean
write_extreme (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money, ZpSheetPart *out)
{
  const char *function = expr->function == ZP_FUNCTION_MAX ? "MAX" : "MIN";
  Columns columns = { .factor = { .num = 1, .den = 1 } };

  if (expr->args[1] != NULL || expr->args[0]->kind != ZP_EXPR_REF ||
      !find_columns (self, expr->args[0], money, &columns))
    return FALSE;

  *out = make_part (zp_sheet_print (self, "%s(%s)", function, columns.first),
                    zp_sheet_print (self, "COUNT(%s)>0", columns.first));
  *out = zp_sheet_scale (self, *out, columns.factor);

  return TRUE;
}

/* Product that is 1 in the rows counted, besides the where clause; "1" when all are. */
static const char *
mask_counted (ZpSheetWriter *self, const ZpExpr *expr)
{
  const ZpExpr *inside = expr->args[0];
  const char *range;

  if (inside == NULL)
    return "1";
  if (inside->kind != ZP_EXPR_REF || inside->ref != ZP_REF_VISIT)
    return NULL;

  range = zp_sheet_range (self, expr->block, inside->cell.column);

  return range != NULL ? zp_sheet_print (self, "(%s<>\"\")*(%s<>\"—\")", range, range) : NULL;
}

static ZpSheetPart
count_all (ZpSheetWriter *self, int block)
{
  const char *range = zp_sheet_range (self, block, 0);
  int n_rows = self->eval->scope->count_rows (self->eval->scope, block);

  if (range != NULL)
    return zp_sheet_atom (zp_sheet_print (self, "ROWS(%s)", range));

  return zp_sheet_number (self, zp_rational_from_int (n_rows));
}

static gboolean
write_count (ZpSheetWriter *self, const ZpExpr *expr, ZpSheetPart *out)
{
  const char *counted = mask_counted (self, expr);
  const char *criterion;
  const char *mask;

  if (counted == NULL)
    return FALSE;
  if (expr->args[1] == NULL)
    {
      *out = expr->args[0] == NULL
               ? count_all (self, expr->block)
               : make_part (zp_sheet_print (self, "SUMPRODUCT(%s)", counted), NULL);
      return TRUE;
    }

  criterion = expr->args[0] == NULL ? find_criterion (self, expr->args[1]) : NULL;
  mask = criterion == NULL ? zp_sheet_mask (self, expr->args[1]) : NULL;
  if (criterion == NULL && mask == NULL)
    return FALSE;

  *out = make_part (criterion != NULL ? zp_sheet_print (self, "COUNTIFS(%s)", criterion)
                                      : zp_sheet_print (self, "SUMPRODUCT(%s*%s)", counted, mask),
                    NULL);

  return TRUE;
}

static const char *
find_position (ZpSheetWriter *self, const char *range, const char *mask)
{
  return zp_sheet_print (self, "SUMPRODUCT(%s*(ROW(%s)-ROW(INDEX(%s,1))+1))", mask, range, range);
}

/* The number of the only row that matches is the sum of the numbers of all that match. */
static gboolean
write_one (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money, ZpSheetPart *out)
{
  const ZpExpr *inside = expr->args[0];
  gboolean is_column = inside->kind == ZP_EXPR_REF && inside->ref == ZP_REF_VISIT;
  const char *range = is_column ? zp_sheet_range (self, expr->block, inside->cell.column) : NULL;
  const char *criterion;
  const char *mask;
  const char *found;
  const char *single;
  ZpUnit unit;

  if (range == NULL || expr->args[1] == NULL)
    return FALSE;
  mask = zp_sheet_mask (self, expr->args[1]);
  if (mask == NULL)
    return FALSE;

  criterion = find_criterion (self, expr->args[1]);
  single = criterion != NULL ? zp_sheet_print (self, "COUNTIFS(%s)=1", criterion)
                             : zp_sheet_print (self, "SUMPRODUCT(1*%s)=1", mask);
  found = zp_sheet_print (self, "INDEX(%s,%s)", range, find_position (self, range, mask));
  *out = make_part (found, zp_sheet_print (self, "IF(%s,%s,FALSE)", single,
                                           inside->type.sort == ZP_SORT_TEXT
                                             ? zp_sheet_text_filled (self, found)
                                             : zp_sheet_print (self, "ISNUMBER(%s)", found)));
  if (inside->type.sort != ZP_SORT_MONEY)
    return TRUE;

  unit = self->sheet->unit (self->sheet, inside->cell);
  *out = zp_sheet_scale (self, *out, zp_sheet_factor (&unit, money));

  return TRUE;
}

static gboolean
write_over_ranges (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money, ZpSheetPart *out)
{
  switch ((int) expr->function)
    {
    case ZP_FUNCTION_SUM:
      return write_sum (self, expr, money, out);
    case ZP_FUNCTION_COUNT:
      return write_count (self, expr, out);
    case ZP_FUNCTION_ONE:
      return write_one (self, expr, money, out);
    default:
      return write_extreme (self, expr, money, out);
    }
}

/**
 * zp_sheet_aggregate: an aggregate over the ranges of its columns; where its inside or where clause
 * is more than a range can say, row by row.
 */
ZpSheetPart
zp_sheet_aggregate (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  ZpSheetPart part;

  if (write_over_ranges (self, expr, money, &part))
    return part;

  return zp_sheet_by_rows (self, expr, money);
}
