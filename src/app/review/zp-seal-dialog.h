/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who signed, whether the seals hold, and what changed since. */
#pragma once

#include <adwaita.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

void zp_seal_dialog_present (GtkWidget *from, ZpSession *session);

G_END_DECLS
