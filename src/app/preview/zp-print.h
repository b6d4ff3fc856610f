/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages on paper. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-preview.h"

G_BEGIN_DECLS

GtkPrintOperation *zp_print_operation_new (ZpPreview *preview, GError **error);
void zp_print_run (ZpPreview *preview, guint current_page, GtkWindow *parent);

G_END_DECLS
