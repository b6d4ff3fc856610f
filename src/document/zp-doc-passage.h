/* SPDX-License-Identifier: GPL-3.0-or-later
 * One passage of the outline as paragraphs: in the clerk's words, or in those of the pack. */
#pragma once

#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

typedef void (*ZpDocPhraseFunc) (const ZpPhrase *phrase, gpointer user_data);

void zp_doc_passage_foreach_phrase (ZpDocScope *scope,
                                    ZpEval *eval,
                                    const ZpPassage *passage,
                                    const char *typed,
                                    ZpDocPhraseFunc func,
                                    gpointer user_data);
GPtrArray *zp_doc_passage_render (ZpDocScope *scope, ZpEval *eval, const ZpPassage *passage);
char *zp_doc_passage_to_text (ZpDocScope *scope, const ZpPassage *passage);

G_END_DECLS
