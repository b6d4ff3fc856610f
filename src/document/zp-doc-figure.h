/* SPDX-License-Identifier: GPL-3.0-or-later
 * The figures of a printed table, for live formulas on a sheet. */
#pragma once

#include "document/zp-doc.h"
#include "expr/zp-expr.h"

G_BEGIN_DECLS

/**
 * ZpDocFigure:
 * @cell: cell of the table that shows it, borrowed from the table
 * @formula: (nullable): what it shows, borrowed from the pack; %NULL for the cell @address itself
 * @address: for a figure of one cell: that cell; @has_address says whether
 * @rows @n_rows: the current rows where the formula stands
 * @unit @places: how it is printed; places -1 as typed
 */
typedef struct
{
  ZpDocCell *cell;
  const ZpExpr *formula;
  gboolean has_address;
  ZpCell address;
  ZpRowAt rows[ZP_MAX_ROWS];
  guint n_rows;
  ZpUnit unit;
  int places;
} ZpDocFigure;

G_END_DECLS
