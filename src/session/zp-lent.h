/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files that the desktop lends to a program in a sandbox. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean zp_lent_is_file (const char *path);
char *zp_lent_show (const char *path);
char *zp_lent_find_folder (const char *document);

G_END_DECLS
