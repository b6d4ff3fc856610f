/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reports for the tests of documents, and their trees as short lines of text. */
#pragma once

#include "document/zp-book.h"
#include "document/zp-doc-builder.h"

G_BEGIN_DECLS

ZpReport *doc_fixture_small (const char *data);
ZpReport *doc_fixture_example (const char *name);
void doc_fixture_fill (ZpReport *report, const char *data);
char *doc_fixture_print (ZpReport *report, ZpProfile profile);
char *doc_fixture_print_table (ZpReport *report, ZpProfile profile, const char *layout, guint copy);
void doc_fixture_assert_lines (const char *text, const char *wanted);
ZpBook *doc_fixture_book (ZpReport *report, ZpProfile profile);

G_END_DECLS
