/* SPDX-License-Identifier: GPL-3.0-or-later
 * Comments on the cells of sheets that show a place of the report. */
#pragma once

#include "document/zp-book.h"

G_BEGIN_DECLS

/** Any row or column of a block. */
#define ZP_BOOK_ANY (-100)

void zp_book_add_comment (ZpBook *self, ZpCell place, const char *text);

G_END_DECLS
