/* SPDX-License-Identifier: GPL-3.0-or-later
 * A place in a JSON text and the reading of the words that stand there. */
#pragma once

#include "base/zp-json.h"

G_BEGIN_DECLS

/**
 * ZpJsonCursor:
 * @at: next byte to read
 * @end: behind the last byte
 * @line: line of @at, from 1
 * @text_end: where the next decoded text goes; there is room for as many bytes as are left, plus
 * one
 */
typedef struct
{
  const char *at;
  const char *end;
  guint line;
  char *text_end;
} ZpJsonCursor;

char *zp_json_excerpt (const char *bytes, gsize length);
gboolean zp_json_fail (guint line, ZpJsonError code, GError **error, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
gboolean zp_json_check_encoding (const char *bytes, gsize length, GError **error);

/** The next byte; NUL, which no checked text contains, at the end. */
static inline char
zp_json_cursor_peek (const ZpJsonCursor *self)
{
  return self->at < self->end ? *self->at : '\0';
}

gboolean zp_json_cursor_fail_found (const ZpJsonCursor *self, GError **error, const char *expected);
void zp_json_cursor_skip_space (ZpJsonCursor *self);
gboolean
zp_json_cursor_read_string (ZpJsonCursor *self, const char **text, gsize *length, GError **error);
gboolean
zp_json_cursor_read_number (ZpJsonCursor *self, const char **text, gsize *length, GError **error);
gboolean zp_json_cursor_read_literal (ZpJsonCursor *self, ZpJsonKind *kind, GError **error);

G_END_DECLS
