/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asks once who works at this PC. */
#pragma once

#include <adwaita.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

void zp_name_ask (GtkWidget *from, ZpSession *session, const char *action);

G_END_DECLS
