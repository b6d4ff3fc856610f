/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet 概览: the main figures with their charts. */
#pragma once

#include "document/zp-book.h"
#include "document/zp-data-sheet.h"

G_BEGIN_DECLS

/** Name of the sheet with the charts. */
#define ZP_OVERVIEW_SHEET_NAME "概览"

void zp_book_add_overview (const ZpDataSheet *data, ZpBookSheet *sheet);

G_END_DECLS
