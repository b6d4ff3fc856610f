/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a reviewer may type into the sheet 数据. */
#pragma once

#include "document/zp-book.h"
#include "document/zp-data-sheet.h"

G_BEGIN_DECLS

void zp_book_add_rules (const ZpDataSheet *data, ZpBookSheet *sheet);

G_END_DECLS
