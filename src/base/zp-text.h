/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small helpers for Chinese text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *zp_text_clean (const char *text);
char *zp_text_to_plain (const char *text);
char *zp_text_shorten (const char *text, gsize max_characters);
gsize zp_text_count_characters (const char *text);
gboolean zp_text_is_blank (const char *text);
int zp_text_column_width (const char *text);

G_END_DECLS
