/* SPDX-License-Identifier: GPL-3.0-or-later
 * SHA-256 of texts and files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hexadecimal digits of a digest. */
#define ZP_DIGEST_DIGITS 64

char *zp_digest_of_bytes (gconstpointer bytes, gsize length);
char *zp_digest_of_text (const char *text);

G_END_DECLS
