/* SPDX-License-Identifier: GPL-3.0-or-later
 * Parts of an archive, and texts found in them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *flow_part_read (GBytes *archive, const char *name);
char *flow_part_list (GBytes *archive);
guint flow_part_count (const char *text, const char *wanted);

G_END_DECLS
