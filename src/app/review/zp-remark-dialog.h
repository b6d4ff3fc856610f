/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes a remark on a cell, a row, a form, a passage or the whole. */
#pragma once

#include <adwaita.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

void zp_remark_dialog_present (GtkWidget *from, ZpSession *session, const char *id);

G_END_DECLS
