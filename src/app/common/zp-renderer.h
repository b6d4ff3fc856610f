/* SPDX-License-Identifier: GPL-3.0-or-later
 * What draws the windows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void zp_renderer_choose (void);

G_END_DECLS
