/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where every figure of a report stands on the sheet 数据. */
#pragma once

#include "document/zp-doc-scope.h"
#include "expr/zp-expr-sheet.h"

G_BEGIN_DECLS

/** Name of the sheet with every figure of the report; other tools look for it. */
#define ZP_DATA_SHEET_NAME "数据"

/**
 * ZpDataPlace: where a block stands on the sheet, in rows and columns from 0.
 * @title: row of its title; @head: row of its column labels
 * @first: row of its first row of figures; @n_rows: how many, total row not counted
 * @total: row of the total of a table, or -1
 * @end: first free row behind it
 */
typedef struct
{
  int title;
  int head;
  int first;
  int n_rows;
  int total;
  int end;
} ZpDataPlace;

/**
 * ZpDataSheet:
 * @sheet: the addresses, for formulas
 * @scope: the report for one profile
 * @places: of #ZpDataPlace, by number of the block
 *
 * Block stands under block. Labels, or running numbers of a table's rows, are in the first column;
 * fields stand one under the other with their figure in the second column, columns of grids and
 * tables side by side from the second one.
 */
typedef struct
{
  ZpSheet sheet;
  const ZpDocScope *scope;
  GArray *places;
} ZpDataSheet;

ZpDataSheet *zp_data_sheet_new (const ZpDocScope *scope);
void zp_data_sheet_free (ZpDataSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpDataSheet, zp_data_sheet_free)

const ZpDataPlace *zp_data_sheet_get_place (const ZpDataSheet *self, int block);
gboolean zp_data_sheet_find (const ZpDataSheet *self, ZpCell cell, int *row, int *column);
char *zp_data_sheet_get_address (const ZpDataSheet *self, ZpCell cell);
char *zp_data_sheet_make_formula (
  const ZpDataSheet *self, const ZpExpr *formula, ZpEval *eval, ZpUnit unit, int places);

G_END_DECLS
