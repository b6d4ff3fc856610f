/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of places of a report, for everything that may be remarked on, change or be compared. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

char *zp_place_name (ZpSession *session, const char *place);
char *zp_place_target (ZpSession *session, const char *place);
char *zp_place_block_name (ZpSession *session, const ZpBlock *block);
char *zp_place_say_value (ZpSession *session, const char *place, const char *kept);

G_END_DECLS
