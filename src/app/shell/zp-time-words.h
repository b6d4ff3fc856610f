/* SPDX-License-Identifier: GPL-3.0-or-later
 * Times as people say them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *zp_time_to_words (gint64 time, gint64 now);
char *zp_time_to_clock (gint64 time);

G_END_DECLS
