/* SPDX-License-Identifier: GPL-3.0-or-later
 * One passage of the outline as paragraphs: in the clerk's words, or in those of the pack. */
#pragma once

#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

GPtrArray *zp_doc_passage_render (ZpDocScope *scope, ZpEval *eval, const ZpPassage *passage);
char *zp_doc_passage_to_text (ZpDocScope *scope, const ZpPassage *passage);

G_END_DECLS
