/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reports and books for the tests of the formats without pages. */
#pragma once

#include "document/zp-book.h"
#include "document/zp-doc.h"

G_BEGIN_DECLS

ZpDoc *flow_fixture_report (void);
ZpDoc *flow_fixture_hostile (void);
ZpDoc *flow_fixture_bare (void);
ZpBook *flow_fixture_book (void);
ZpBook *flow_fixture_planted_book (void);
ZpBook *flow_fixture_large_book (int n_rows);

G_END_DECLS
