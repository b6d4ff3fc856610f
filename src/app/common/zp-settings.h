/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the person at this PC prefers. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *zp_settings_get (void);

G_END_DECLS
