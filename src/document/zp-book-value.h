/* SPDX-License-Identifier: GPL-3.0-or-later
 * Figures and texts of a report as values of a sheet. */
#pragma once

#include "document/zp-book.h"
#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

void zp_book_cell_set_text (ZpBookCell *self, const char *text);
void zp_book_cell_set_content (ZpBookCell *self,
                               const ZpCellContent *content,
                               const ZpCellDef *def,
                               const ZpPack *pack);
void zp_book_cell_set_figure (
  ZpBookCell *self, ZpRational base, ZpUnit unit, int places, gboolean grouping);

G_END_DECLS
