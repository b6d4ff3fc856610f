/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files that build the document tree share. */
#pragma once

#include "document/zp-doc-builder.h"
#include "document/zp-doc-number.h"
#include "document/zp-doc-scope.h"
#include "document/zp-doc-show.h"

G_BEGIN_DECLS

/**
 * ZpDocPage:
 * @fresh: nothing stands on it yet
 * @closed: it belongs to an annex or a table alone
 * @landscape: it is turned
 */
typedef struct
{
  gboolean fresh;
  gboolean closed;
  gboolean landscape;
} ZpDocPage;

/**
 * ZpDocBuilder:
 * @doc: the tree so far
 * @eval: the report and the current rows
 * @numbers: numbers of headings given so far
 * @head: (nullable): run-in heading that waits for its paragraph; @head_level its level
 * @addressee: (nullable): stands below the next title
 * @words: paragraphs with words, headings of repeated sections and tables with figures so far
 * @page: the page being filled
 */
typedef struct
{
  ZpDoc *doc;
  ZpDocScope *scope;
  ZpEval eval;
  ZpDocNumbers numbers;
  GPtrArray *head;
  int head_level;
  const ZpPhrase *addressee;
  guint words;
  ZpDocPage page;
} ZpDocBuilder;

ZpDocNode *zp_doc_builder_add (ZpDocBuilder *self, ZpDocKind kind);
void zp_doc_builder_turn_page (ZpDocBuilder *self, gboolean landscape);
void zp_doc_builder_add_table (ZpDocBuilder *self, ZpDocTable *table);
void zp_doc_builder_add_title (ZpDocBuilder *self, const ZpPart *part);
void zp_doc_builder_add_sections (ZpDocBuilder *self, const GPtrArray *sections, int level);

/* zp-doc-official.c */
GPtrArray *zp_doc_builder_render (ZpDocBuilder *self, const ZpPhrase *phrase);
void zp_doc_builder_append (ZpDocBuilder *self, const ZpPhrase *phrase, GPtrArray *runs);
void zp_doc_builder_add_letterhead (ZpDocBuilder *self, const ZpPart *part);
void zp_doc_builder_add_addressee (ZpDocBuilder *self);
void zp_doc_builder_add_letter (ZpDocBuilder *self, const ZpPart *part);
void zp_doc_builder_add_imprint (ZpDocBuilder *self, const ZpPart *part);

G_END_DECLS
