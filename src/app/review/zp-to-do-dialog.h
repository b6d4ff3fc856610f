/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is left to do before a report is handed in. */
#pragma once

#include <adwaita.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

void zp_to_do_dialog_present (GtkWidget *from, ZpSession *session);

G_END_DECLS
