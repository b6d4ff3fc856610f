/* SPDX-License-Identifier: GPL-3.0-or-later
 * Aggregates of a spreadsheet formula row by row, where no function over ranges says the same. */
#include "expr/zp-expr-private.h"
#include "expr/zp-expr-sheet-private.h"

/* The inside of an aggregate in one row: there only where the where clause holds. */
static ZpSheetPart
write_row (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  ZpSheetPart part =
    expr->args[0] != NULL ? zp_sheet_part (self, expr->args[0], money) : zp_sheet_atom ("1");
  const char *matches;
  const char *present;

  if (expr->args[0] != NULL && expr->function == ZP_FUNCTION_COUNT)
    part = (ZpSheetPart){ .text = "1",
                          .strength = ZP_SHEET_ATOM,
                          .guard_is_safe = TRUE,
                          .guard = zp_sheet_filled (self, expr->args[0]) };
  if (expr->args[1] == NULL)
    return part;

  matches = zp_sheet_truth (self, expr->args[1]).yes;
  present = zp_sheet_present (self, part);
  part.needs = NULL;
  part.guard = zp_sheet_and (self, matches, present);
  part.guard_is_safe = TRUE;
  part.is_cell = FALSE;

  return part;
}

static ZpSheetPart
count_parts (ZpSheetWriter *self, const ZpSheetPart *parts, guint n_parts)
{
  ZpSheetPart sum = zp_sheet_sum (self, parts, n_parts);
  const char *present = zp_sheet_present (self, sum);

  if (sum.never)
    return zp_sheet_atom ("0");

  return zp_sheet_atom (present == NULL ? sum.text
                                        : zp_sheet_print (self, "IF(%s,%s,0)", present, sum.text));
}

/* What one() looks for, in the order of the rows: which row matches, and its value. */
static ZpSheetPart
pick_single (ZpSheetWriter *self,
             const ZpSheetPart *values,
             const ZpSheetPart *matches,
             guint n_parts)
{
  ZpSheetPart count = count_parts (self, matches, n_parts);
  const char *text = "0";
  const char *present = "FALSE";

  for (guint i = n_parts; i > 0; i--)
    {
      const char *here = zp_sheet_present (self, matches[i - 1]);
      const char *filled = zp_sheet_present (self, values[i - 1]);

      here = here != NULL ? here : "TRUE";
      text = zp_sheet_print (self, "IF(%s,%s,%s)", here, values[i - 1].text, text);
      present =
        zp_sheet_print (self, "IF(%s,%s,%s)", here, filled != NULL ? filled : "TRUE", present);
    }

  return (ZpSheetPart){
    .text = text,
    .strength = ZP_SHEET_ATOM,
    .guard = zp_sheet_print (self, "IF(%s=1,%s,FALSE)", count.text, present),
    .guard_is_safe = TRUE,
  };
}

static void
write_rows (
  ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money, guint n_rows, ZpSheetPart *parts)
{
  int outer = self->eval->visit_row;

  for (guint i = 0; i < n_rows; i++)
    {
      self->eval->visit_row = (int) i;
      parts[i] = write_row (self, expr, money);
    }

  self->eval->visit_row = outer;
}

static ZpSheetPart
write_one (ZpSheetWriter *self, const ZpExpr *expr, const ZpSheetPart *values, guint n_rows)
{
  g_autofree ZpSheetPart *matches = g_new0 (ZpSheetPart, n_rows);
  ZpExpr *args[2] = { NULL, expr->args[1] };
  ZpExpr where = *expr;

  where.args = args;
  write_rows (self, &where, NULL, n_rows, matches);

  return pick_single (self, values, matches, n_rows);
}

/**
 * zp_sheet_by_rows: an aggregate with every row of its block written out. Fails for blocks with
 * more than %ZP_SHEET_MAX_OPERANDS rows.
 */
ZpSheetPart
zp_sheet_by_rows (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money)
{
  guint n_rows = (guint) self->eval->scope->count_rows (self->eval->scope, expr->block);
  g_autofree ZpSheetPart *parts = NULL;

  self->failed |= n_rows > ZP_SHEET_MAX_OPERANDS;
  if (self->failed)
    return zp_sheet_never ();

  parts = g_new0 (ZpSheetPart, n_rows);
  write_rows (self, expr, money, n_rows, parts);

  switch ((int) expr->function)
    {
    case ZP_FUNCTION_SUM:
      return zp_sheet_sum (self, parts, n_rows);
    case ZP_FUNCTION_COUNT:
      return count_parts (self, parts, n_rows);
    case ZP_FUNCTION_ONE:
      return write_one (self, expr, parts, n_rows);
    default:
      return zp_sheet_extreme (self, parts, n_rows, expr->function == ZP_FUNCTION_MAX);
    }
}
