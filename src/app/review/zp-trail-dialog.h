/* SPDX-License-Identifier: GPL-3.0-or-later
 * 修改记录: who changed what, when, from what to what, and how. */
#pragma once

#include <adwaita.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

void zp_trail_dialog_present (GtkWidget *from, ZpSession *session, const char *cell);

G_END_DECLS
