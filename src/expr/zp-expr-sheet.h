/* SPDX-License-Identifier: GPL-3.0-or-later
 * A formula as a live spreadsheet formula. */
#pragma once

#include "expr/zp-expr.h"

G_BEGIN_DECLS

/**
 * ZpSheet:
 * @address: absolute address of a cell, 数据!$C$5 (transfer full), or %NULL when it is on no sheet
 * @range: absolute range of one column over all rows of a block, 数据!$C$5:$C$9 (transfer full), or
 %NULL
 * @unit: the unit in which a cell's figure stands on the sheet; per cents stand as fractions

 */
typedef struct _ZpSheet ZpSheet;
struct _ZpSheet
{
  char *(*address) (const ZpSheet *self, ZpCell cell);
  char *(*range) (const ZpSheet *self, int block, int column);
  ZpUnit (*unit) (const ZpSheet *self, ZpCell cell);
};

char *
zp_expr_to_sheet (const ZpExpr *self, ZpEval *eval, const ZpSheet *sheet, ZpUnit unit, int places);

G_END_DECLS
