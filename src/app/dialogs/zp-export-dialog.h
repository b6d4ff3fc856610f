/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes the report out: formats, folder, what is replaced, progress. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

void zp_export_dialog_present (GtkWindow *parent, ZpSession *session);

G_END_DECLS
