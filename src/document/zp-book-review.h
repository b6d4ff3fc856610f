/* SPDX-License-Identifier: GPL-3.0-or-later
 * The review of a report in its spreadsheet: check code, remarks, history. */
#pragma once

#include "document/zp-book.h"
#include "document/zp-doc-review.h"

G_BEGIN_DECLS

void zp_book_add_review (ZpBook *self, ZpReport *report, const ZpDocReview *review);

G_END_DECLS
