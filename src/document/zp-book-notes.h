/* SPDX-License-Identifier: GPL-3.0-or-later
 * Notes on findings as comments on the sheet 数据. */
#pragma once

#include "check/zp-checker.h"
#include "document/zp-book.h"
#include "document/zp-data-sheet.h"

G_BEGIN_DECLS

void zp_book_add_notes (const ZpDataSheet *data, ZpChecker *checker, ZpBookSheet *sheet);

G_END_DECLS
