/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sign-off sheet (审签单) as a document of its own, and the check code in other documents. */
#pragma once

#include "document/zp-book.h"
#include "document/zp-doc-review.h"

G_BEGIN_DECLS

ZpDoc *zp_doc_build_sign_off (ZpReport *report, const ZpDocReview *review);
void zp_doc_add_check_code (ZpDoc *self, const ZpPack *pack, const ZpDocReview *review);
char *zp_doc_review_tell_code (const ZpPack *pack, const ZpDocReview *review);

G_END_DECLS
