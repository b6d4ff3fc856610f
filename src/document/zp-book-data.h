/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet 数据: every figure of a report, computed ones as live formulas. */
#pragma once

#include "document/zp-book.h"
#include "document/zp-data-sheet.h"

G_BEGIN_DECLS

void zp_book_add_data (const ZpDataSheet *self, ZpBookSheet *sheet);

G_END_DECLS
