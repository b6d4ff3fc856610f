/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where clauses of aggregates as ones and zeros over the rows, for SUMPRODUCT. */
#include "expr/zp-expr-private.h"
#include "expr/zp-expr-sheet-private.h"

/* clang-format off */
static const char *const signs[] = {
  [ZP_EXPR_EQUAL] = "=", [ZP_EXPR_NOT_EQUAL] = "<>", [ZP_EXPR_LESS] = "<",
  [ZP_EXPR_AT_MOST] = "<=", [ZP_EXPR_GREATER] = ">", [ZP_EXPR_AT_LEAST] = ">=",
};

/* The same with the sides exchanged. */
static const char *const mirrored_signs[] = {
  [ZP_EXPR_EQUAL] = "=", [ZP_EXPR_NOT_EQUAL] = "<>", [ZP_EXPR_LESS] = ">",
  [ZP_EXPR_AT_MOST] = ">=", [ZP_EXPR_GREATER] = "<", [ZP_EXPR_AT_LEAST] = "<=",
};
/* clang-format on */

/**
 * zp_sheet_range: the range of a column over all rows of a block, or %NULL when it is on no sheet.
 */
const char *
zp_sheet_range (ZpSheetWriter *self, int block, int column)
{
  g_autofree char *range = column >= 0 ? self->sheet->range (self->sheet, block, column) : NULL;

  return range != NULL ? zp_sheet_print (self, "%s", range) : NULL;
}

static gboolean
is_visited (const ZpExpr *expr)
{
  return expr->kind == ZP_EXPR_REF && expr->ref == ZP_REF_VISIT;
}

/* A constant or a cell: what can stand beside a range without an error of its own. */
static gboolean
is_simple (const ZpExpr *expr)
{
  return expr->kind == ZP_EXPR_NUMBER || expr->kind == ZP_EXPR_TEXT ||
         (expr->kind == ZP_EXPR_REF && expr->ref != ZP_REF_VISIT);
}

static const char *
mask_filled (ZpSheetWriter *self, const char *range)
{
  return zp_sheet_print (self, "(%s<>\"\")*(%s<>\"—\")", range, range);
}

static const char *
mask_text (ZpSheetWriter *self, const char *range, const char *text, gboolean equal)
{
  if (equal)
    return zp_sheet_print (self, "EXACT(%s,%s)", range, text);

  return zp_sheet_print (self, "(1-EXACT(%s,%s))*%s", range, text, mask_filled (self, range));
}

/* Column of an ordinary cell against a value without an error of its own. */
static const char *
mask_cells (ZpSheetWriter *self, const ZpExpr *column, const ZpExpr *where, ZpSheetPart value)
{
  const char *range = zp_sheet_range (self, column->cell.block, column->cell.column);
  const char *sign = (where->args[0] == column ? signs : mirrored_signs)[where->kind];

  if (range == NULL)
    return NULL;
  if (column->type.sort == ZP_SORT_TEXT)
    return mask_text (self, range, value.text, where->kind == ZP_EXPR_EQUAL);

  return zp_sheet_print (self, "ISNUMBER(%s)*(%s%s%s)", range, range, sign,
                         zp_sheet_inside (self, value, ZP_SHEET_SUM));
}

/* The running number of the row: that of the sheet, counted from the first row of the block. */
static const char *
mask_row_number (ZpSheetWriter *self, const ZpExpr *column, const ZpExpr *where, ZpSheetPart value)
{
  const char *range = zp_sheet_range (self, column->cell.block, 0);
  const char *sign = (where->args[0] == column ? signs : mirrored_signs)[where->kind];

  if (range == NULL)
    return NULL;

  return zp_sheet_print (self, "(ROW(%s)-ROW(INDEX(%s,1))+1%s%s)", range, range, sign,
                         zp_sheet_inside (self, value, ZP_SHEET_SUM));
}

static const char *
mask_column (ZpSheetWriter *self, const ZpExpr *column, const ZpExpr *other, const ZpExpr *where)
{
  const ZpUnit unit = zp_sheet_money_unit (self, column);
  ZpSheetPart value = zp_sheet_part (self, other, &unit);
  const char *present = zp_sheet_present (self, value);
  const char *mask = NULL;

  if (!value.never && column->cell.column >= 0)
    mask = mask_cells (self, column, where, value);
  else if (!value.never && column->cell.column == ZP_COLUMN_NUMBER)
    mask = mask_row_number (self, column, where, value);
  if (mask == NULL || present == NULL)
    return mask;

  return zp_sheet_print (self, "%s*%s", mask, present);
}

static const char *
mask_comparison (ZpSheetWriter *self, const ZpExpr *where)
{
  if (where->args[0]->type.sort == ZP_SORT_TRUTH)
    return NULL;
  if (is_visited (where->args[0]) && is_simple (where->args[1]))
    return mask_column (self, where->args[0], where->args[1], where);
  if (is_visited (where->args[1]) && is_simple (where->args[0]))
    return mask_column (self, where->args[1], where->args[0], where);

  return NULL;
}

static const char *
mask_not_empty (ZpSheetWriter *self, const ZpExpr *where)
{
  const ZpExpr *inside = where->args[0];
  const char *range;

  if (inside->kind != ZP_EXPR_CALL || inside->function != ZP_FUNCTION_EMPTY ||
      !is_visited (inside->args[0]))
    return NULL;

  range = zp_sheet_range (self, inside->args[0]->cell.block, inside->args[0]->cell.column);

  return range != NULL ? mask_filled (self, range) : NULL;
}

/**
 * zp_sheet_mask: product that is 1 in the rows where a where clause surely holds and 0 in the
 * others; %NULL for a clause that cannot be written so, or whose columns are on no sheet.
 */
const char *
zp_sheet_mask (ZpSheetWriter *self, const ZpExpr *where)
{
  const char *left;
  const char *right;

  switch ((int) where->kind)
    {
    case ZP_EXPR_AND:
      left = zp_sheet_mask (self, where->args[0]);
      right = left != NULL ? zp_sheet_mask (self, where->args[1]) : NULL;
      return right != NULL ? zp_sheet_print (self, "%s*%s", left, right) : NULL;
    case ZP_EXPR_NOT:
      return mask_not_empty (self, where);
    case ZP_EXPR_EQUAL:
    case ZP_EXPR_NOT_EQUAL:
    case ZP_EXPR_LESS:
    case ZP_EXPR_AT_MOST:
    case ZP_EXPR_GREATER:
    case ZP_EXPR_AT_LEAST:
      return mask_comparison (self, where);
    default:
      return NULL;
    }
}
