/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sessions to test with, and short words for driving them. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

ZpSession *session_fixture_open (const char *example);
ZpSession *session_fixture_new (const char *data, const char *checks, const char *document);
void session_fixture_close (ZpSession *session);
ZpCell session_fixture_cell (ZpSession *session, const char *id);
void session_fixture_type (ZpSession *session, const char *id, const char *typed);
void session_fixture_add_rows (ZpSession *session, const char *block, int n_rows);
char *session_fixture_show (ZpSession *session, const char *id);

G_END_DECLS
