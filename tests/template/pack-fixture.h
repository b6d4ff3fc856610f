/* SPDX-License-Identifier: GPL-3.0-or-later
 * Packs of the tests, copied where they can be broken. */
#pragma once

#include "zp-test.h"

G_BEGIN_DECLS

char *pack_fixture_source (const char *pack);
void pack_fixture_copy (const char *pack, const char *folder);
void pack_fixture_replace (const char *folder,
                           const char *file,
                           const char *old_text,
                           const char *new_text);
ZpPack *pack_fixture_load (const char *pack);
GPtrArray *pack_fixture_problems (const char *folder);
gboolean pack_fixture_tells (const GPtrArray *problems, const char *place, const char *message);

G_END_DECLS
