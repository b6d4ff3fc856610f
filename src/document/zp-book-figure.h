/* SPDX-License-Identifier: GPL-3.0-or-later
 * A figure of a printed table as a live formula on the sheet 数据. */
#pragma once

#include "document/zp-book.h"
#include "document/zp-data-sheet.h"
#include "document/zp-doc-figure.h"

G_BEGIN_DECLS

void zp_book_cell_set_shown (const ZpDataSheet *data, const ZpDocFigure *figure, ZpBookCell *cell);

G_END_DECLS
