/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small reports made by hand, and what their pages say. */
#pragma once

#include "document/zp-doc.h"
#include "export/zp-font-set.h"
#include "export/zp-pages.h"

G_BEGIN_DECLS

/** One line of set text: runs with the same base line, from left to right. */
typedef struct
{
  double x;
  double right;
  double y;
  double size;
  guint n_characters;
  char *text;
} PageLine;

/** Opens the faces the pages are tested with, or skips the test where they are not installed. */
#define FONTS_OR_RETURN(fonts)                                                                     \
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();                                             \
  if (fonts == NULL)                                                                               \
    return;

ZpFontSet *page_fixture_fonts (void);
ZpPages *page_fixture_paginate (const ZpDoc *doc, ZpFontSet *fonts);
char *page_fixture_repeat (const char *text, guint times);

GPtrArray *page_fixture_runs (const char *text);
ZpDocNode *page_fixture_add (ZpDoc *doc, ZpDocKind kind, int level, const char *text);
void page_fixture_break (ZpDoc *doc, gboolean landscape, const char *annex);
ZpDocTable *page_fixture_table (ZpDoc *doc, int n_columns, int n_head);
ZpDocCell *
page_fixture_cell (ZpDocTable *table, int row, int column, int rows, int columns, const char *text);
ZpDoc *page_fixture_report (void);
ZpDoc *page_fixture_random (GRand *random, guint n_nodes);

const ZpPrintedPage *page_fixture_page (const ZpPages *pages, guint page);
GPtrArray *page_fixture_lines (const ZpPrintedPage *page);
char *page_fixture_pages_text (const ZpPages *pages);
char *page_fixture_doc_text (const ZpDoc *doc);
char *page_fixture_sort (const char *text);

G_END_DECLS
