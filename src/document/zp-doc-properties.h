/* SPDX-License-Identifier: GPL-3.0-or-later
 * Title, author, year and day of a document, as its report has them. */
#pragma once

#include "document/zp-doc-scope.h"
#include "document/zp-doc.h"

G_BEGIN_DECLS

void zp_doc_set_properties (ZpDoc *doc, const ZpDocScope *scope);
ZpDoc *zp_doc_build_empty (ZpReport *report);

G_END_DECLS
