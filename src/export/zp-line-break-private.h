/* SPDX-License-Identifier: GPL-3.0-or-later
 * Kinds of characters, for breaking and setting lines. */
#pragma once

#include <wchar.h>

#include "export/zp-line-break.h"

G_BEGIN_DECLS

gboolean zp_line_is_one_of (gunichar c, const wchar_t *set);
gboolean zp_line_is_word (gunichar c);
double zp_line_blank_half (const ZpAtom *atom);

G_END_DECLS
