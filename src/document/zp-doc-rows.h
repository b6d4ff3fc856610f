/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rows that something is repeated for. */
#pragma once

#include "expr/zp-expr.h"

G_BEGIN_DECLS

GArray *zp_doc_rows_find (ZpEval *eval, int block, const ZpExpr *where);

G_END_DECLS
