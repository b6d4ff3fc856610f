/* SPDX-License-Identifier: GPL-3.0-or-later
 * A table as printed → a sheet whose figures refer to the sheet 数据. */
#pragma once

#include "document/zp-book.h"
#include "document/zp-data-sheet.h"
#include "document/zp-doc-figure.h"

G_BEGIN_DECLS

void zp_book_add_annex (const ZpDataSheet *data,
                        const ZpDocTable *table,
                        const GArray *figures,
                        const char *mark,
                        ZpBookSheet *sheet);

G_END_DECLS
