/* SPDX-License-Identifier: GPL-3.0-or-later
 * Phrases of a pack as runs of the document. */
#pragma once

#include "document/zp-doc-scope.h"
#include "document/zp-doc.h"

G_BEGIN_DECLS

ZpPhraseStyle zp_doc_prose_style (const ZpDocScope *scope);
void zp_doc_render (const ZpDocScope *scope,
                    ZpEval *eval,
                    const ZpPhrase *phrase,
                    const ZpPhraseStyle *style,
                    GPtrArray *runs);
GPtrArray *zp_doc_render_prose (const ZpDocScope *scope, ZpEval *eval, const ZpPhrase *phrase);
char *zp_doc_render_text (const ZpDocScope *scope, ZpEval *eval, const ZpPhrase *phrase);

GPtrArray *zp_doc_runs_split (const GPtrArray *runs);
void zp_doc_runs_join_lines (GPtrArray *runs);
void zp_doc_runs_trim (GPtrArray *runs);
void zp_doc_runs_append (GPtrArray *runs, const GPtrArray *more);
void zp_doc_runs_add_paragraphs (const GPtrArray *runs, GPtrArray *paragraphs);
gboolean zp_doc_runs_are_blank (const GPtrArray *runs);

G_END_DECLS
