/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whole numbers in Chinese numerals. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *zp_hanzi_from_int (gint64 number);

G_END_DECLS
