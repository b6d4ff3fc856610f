/* SPDX-License-Identifier: GPL-3.0-or-later
 * A layout of the pack and the rows it stands in → a table as printed. */
#pragma once

#include "document/zp-doc-figure.h"
#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

ZpDocTable *
zp_doc_layout_build (ZpDocScope *scope, ZpEval *eval, const ZpLayout *layout, GArray *figures);

G_END_DECLS
