/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reports of the pack changsha-2021 for tests of the checks. */
#pragma once

#include "check/zp-checker.h"

G_BEGIN_DECLS

ZpReport *check_fixture_open (const char *example);
void check_fixture_declare_all (ZpReport *report);
void check_fixture_set (ZpReport *report, const char *id, const char *value);
char *check_fixture_get (ZpReport *report, const char *id);

G_END_DECLS
