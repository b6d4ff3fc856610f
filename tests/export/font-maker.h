/* SPDX-License-Identifier: GPL-3.0-or-later
 * Fonts for tests: an installed one under another name, with other rights. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void font_maker_write (const char *source, const char *family, guint16 rights, const char *path);
char *font_maker_write_config (const char *folder);

G_END_DECLS
