/* SPDX-License-Identifier: GPL-3.0-or-later
 * A place in a JSON text and the reading of the words that stand there. */
#pragma once

#include <string.h>

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

/**
 * ZpJsonDoc:
 * @root: the outermost value
 * @blocks: all values, in blocks
 * @texts: all keys, texts and numbers one after the other
 */
struct _ZpJsonDoc
{
  ZpJson *root;
  GPtrArray *blocks;
  char *texts;
};

/* zp-json-error.c */
char *zp_json_excerpt (const char *bytes, gsize length);
gboolean zp_json_fail (guint line, ZpJsonError code, GError **error, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
gboolean zp_json_check_encoding (const char *bytes, gsize length, GError **error);
gboolean zp_json_check_size (gsize length, gsize max_bytes, GError **error);

/* zp-json-keys.c */
gboolean zp_json_check_keys (const ZpJson *object, GPtrArray *members, GError **error);
void zp_json_leave_out_repeated (ZpJson *value, GPtrArray *lost);

/* zp-json-parser.c */
ZpJsonDoc *zp_json_doc_read_prefix (
  const char *bytes, gsize length, guint max_depth, gboolean *ended, GError **error);

/* zp-json-cursor.c, zp-json-string.c */

/** The next byte; NUL, which no checked text contains, at the end. */
static inline char
zp_json_cursor_peek (const ZpJsonCursor *self)
{
  return self->at < self->end ? *self->at : '\0';
}

/** Adds to the text that is being decoded. */
static inline void
zp_json_cursor_add (ZpJsonCursor *self, const char *bytes, gsize length)
{
  memcpy (self->text_end, bytes, length);
  self->text_end += length;
}

gboolean zp_json_cursor_fail_found (const ZpJsonCursor *self, GError **error, const char *expected);
void zp_json_cursor_skip_space (ZpJsonCursor *self);
gboolean
zp_json_cursor_read_string (ZpJsonCursor *self, const char **text, gsize *length, GError **error);
gboolean
zp_json_cursor_read_number (ZpJsonCursor *self, const char **text, gsize *length, GError **error);
gboolean zp_json_cursor_read_literal (ZpJsonCursor *self, ZpJsonKind *kind, GError **error);

G_END_DECLS
