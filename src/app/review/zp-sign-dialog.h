/* SPDX-License-Identifier: GPL-3.0-or-later
 * 审签: role, name, opinion, and a certificate where there is one. */
#pragma once

#include <adwaita.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

void zp_sign_dialog_present (GtkWidget *from, ZpSession *session);
void zp_sign_dialog_set_certificate (GtkWindow *dialog, const char *path, const char *password);

G_END_DECLS
