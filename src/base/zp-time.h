/* SPDX-License-Identifier: GPL-3.0-or-later
 * Moments as files keep them, told as the clock of the reader shows them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *zp_time_format_local (const char *time, const char *format);
char *zp_time_say (const char *time);

G_END_DECLS
