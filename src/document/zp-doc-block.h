/* SPDX-License-Identifier: GPL-3.0-or-later
 * A block without a layout of its own → a table as printed. */
#pragma once

#include "document/zp-doc-figure.h"
#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

ZpDocTable *zp_doc_block_build (ZpDocScope *scope, ZpEval *eval, int block, GArray *figures);
gboolean zp_doc_block_is_wide (const ZpBlock *block);

G_END_DECLS
