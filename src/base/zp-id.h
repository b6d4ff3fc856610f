/* SPDX-License-Identifier: GPL-3.0-or-later
 * Well-formed ids and suggestions for mistyped ones. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean zp_id_is_key (const char *text);
gboolean zp_id_is_dotted (const char *text);
const char *zp_id_nearest (const char *text, const char *const *known);

G_END_DECLS
