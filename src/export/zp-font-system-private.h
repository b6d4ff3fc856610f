/* SPDX-License-Identifier: GPL-3.0-or-later
 * Faces of the system, asked for only when a bundled face cannot do. */
#pragma once

#include "export/zp-font-set-private.h"

G_BEGIN_DECLS

ZpFontFace *zp_font_system_open_office (ZpFontRole role, GPtrArray *refused);
ZpFontFace *zp_font_system_open_similar (ZpFontRole role);
ZpFontFace *zp_font_system_open_for (ZpFontRole role, gunichar character);

G_END_DECLS
