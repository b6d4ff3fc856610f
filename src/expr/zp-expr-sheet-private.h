/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files about spreadsheet formulas share. */
#pragma once

#include "expr/zp-expr-sheet.h"

G_BEGIN_DECLS

/* What every spreadsheet program takes: characters of a formula and of a text in it, operands. */
#define ZP_SHEET_MAX_LENGTH 8000
#define ZP_SHEET_MAX_TEXT 255
#define ZP_SHEET_MAX_OPERANDS 250

/* Days from the first day of the sheet's calendar to 1970-01-01. */
#define ZP_SHEET_EPOCH 25569

/**
 * ZpSheetWriter:
 * @eval: the report and the current rows; @visit_row is set while an aggregate is written row by
 * row
 * @sheet: where the cells stand
 * @arena: owns every piece of text
 * @failed: the formula cannot be written
 */
typedef struct
{
  ZpEval *eval;
  const ZpSheet *sheet;
  GStringChunk *arena;
  gboolean failed;
} ZpSheetWriter;

typedef enum
{
  ZP_SHEET_COMPARE,
  ZP_SHEET_SUM,
  ZP_SHEET_PRODUCT,
  ZP_SHEET_ATOM,
} ZpSheetStrength;

/**
 * ZpSheetPart:
 * @text: formula of the value; without an error as long as the part is present
 * @strength: how tightly @text holds together
 * @needs: addresses of cells that must hold numbers, one a line, or %NULL
 * @guard: further condition for the part to be present, or %NULL; has no error as long as all of
 *   @needs hold numbers
 * @guard_is_safe: @guard never has an error
 * @never: the part is missing whatever the sheet says
 * @is_cell: @text is the one address in @needs, so that SUM and COUNT pass over it when it is
 * missing
 *
 * A figure or text in a spreadsheet formula, with the condition under which there is one: what is
 * missing stays apart from the value until the last moment.
 */
typedef struct
{
  const char *text;
  ZpSheetStrength strength;
  const char *needs;
  const char *guard;
  gboolean guard_is_safe;
  gboolean never;
  gboolean is_cell;
} ZpSheetPart;

/**
 * ZpSheetTruth:
 * @yes: formula that is TRUE when the condition surely holds; never an error
 * @no: formula that is TRUE when it surely does not
 */
typedef struct
{
  const char *yes;
  const char *no;
} ZpSheetTruth;

/* Text and conditions (zp-expr-sheet-part.c) */
const char *zp_sheet_print (ZpSheetWriter *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
const char *zp_sheet_quote (ZpSheetWriter *self, const char *text);
const char *zp_sheet_and (ZpSheetWriter *self, const char *a, const char *b);
const char *zp_sheet_or (ZpSheetWriter *self, const char *a, const char *b);
const char *zp_sheet_not (ZpSheetWriter *self, const char *a);
const char *zp_sheet_text_filled (ZpSheetWriter *self, const char *address);
ZpSheetPart zp_sheet_never (void);
ZpSheetPart zp_sheet_atom (const char *text);
ZpSheetPart zp_sheet_number (ZpSheetWriter *self, ZpRational number);
ZpSheetPart zp_sheet_scale (ZpSheetWriter *self, ZpSheetPart part, ZpRational factor);
const char *zp_sheet_inside (ZpSheetWriter *self, ZpSheetPart part, ZpSheetStrength around);
const char *zp_sheet_present (ZpSheetWriter *self, ZpSheetPart part);
void zp_sheet_demand (ZpSheetWriter *self, ZpSheetPart *part, ZpSheetPart operand);
void zp_sheet_demand_guard (ZpSheetWriter *self, ZpSheetPart *part, const char *guard);
ZpSheetPart zp_sheet_sum (ZpSheetWriter *self, const ZpSheetPart *parts, guint n_parts);
ZpSheetPart
zp_sheet_extreme (ZpSheetWriter *self, const ZpSheetPart *parts, guint n_parts, gboolean greatest);

/* Formulas (zp-expr-sheet-formula.c, -call.c, -truth.c, -mask.c, -aggregate.c, -rows.c) */
ZpSheetPart zp_sheet_part (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money);
ZpSheetPart zp_sheet_call (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money);
ZpSheetPart zp_sheet_band (ZpSheetWriter *self, const ZpExpr *expr);
ZpSheetPart zp_sheet_quotient (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money);
ZpSheetTruth zp_sheet_truth (ZpSheetWriter *self, const ZpExpr *expr);
ZpSheetPart zp_sheet_aggregate (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money);
ZpSheetPart zp_sheet_by_rows (ZpSheetWriter *self, const ZpExpr *expr, const ZpUnit *money);
const char *zp_sheet_mask (ZpSheetWriter *self, const ZpExpr *where);
const char *zp_sheet_range (ZpSheetWriter *self, int block, int column);
const char *zp_sheet_filled (ZpSheetWriter *self, const ZpExpr *expr);
ZpUnit zp_sheet_money_unit (ZpSheetWriter *self, const ZpExpr *expr);
ZpRational zp_sheet_factor (const ZpUnit *from, const ZpUnit *to);

G_END_DECLS
