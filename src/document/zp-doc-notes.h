/* SPDX-License-Identifier: GPL-3.0-or-later
 * The notes on findings (审核说明) as paragraphs of the text. */
#pragma once

#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

GPtrArray *zp_doc_notes_render (const ZpDocScope *scope, ZpEval *eval, const ZpContent *content);

G_END_DECLS
