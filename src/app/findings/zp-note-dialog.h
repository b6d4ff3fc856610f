/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asks for the 审核说明 of a finding. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

void zp_note_dialog_present (GtkWidget *from, ZpSession *session, const char *finding);

G_END_DECLS
