/* SPDX-License-Identifier: GPL-3.0-or-later
 * Icons grow with text that is much larger than usual. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void zp_large_text_follow (GtkSettings *settings);

G_END_DECLS
