/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reports for tests of the checks: of changsha-2021, and of the small pack beside the tests. */
#pragma once

#include "check/zp-checker.h"

G_BEGIN_DECLS

ZpReport *check_fixture_open_empty (void);
ZpReport *check_fixture_open (const char *example);
ZpReport *check_fixture_open_ledger (void);
void check_fixture_fill (ZpReport *report, const char *members);
char *check_fixture_tell (ZpReport *report, const char *finding_id);
void check_fixture_declare_all (ZpReport *report);
void check_fixture_set (ZpReport *report, const char *id, const char *value);
char *check_fixture_get (ZpReport *report, const char *id);

G_END_DECLS
