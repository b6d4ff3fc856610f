/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records of a report: JSON values that are kept without knowing what they mean. */
#include "report/zp-record-private.h"

#include <string.h>

#define MAX_BYTES (64 * 1024 * 1024)

/* In the file a record stands inside two objects. */
#define MAX_DEPTH_IN_FILE 64
#define MAX_DEPTH (MAX_DEPTH_IN_FILE - 2)

static ZpJsonDoc *
parse (const char *text, guint max_depth, GError **error)
{
  ZpJsonLimits limits = { .max_bytes = MAX_BYTES, .max_depth = max_depth };

  return zp_json_doc_parse (text, strlen (text), limits, error);
}

/** zp_record_to_text: (transfer full): @value on one line; the same value is the same text. */
char *
zp_record_to_text (const ZpJson *value)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new_compact ();

  zp_json_writer_value (writer, NULL, value);
  return g_strchomp (zp_json_writer_finish (writer, NULL));
}

/**
 * zp_record_read:
 * @path: of the record, for the message
 *
 * Returns: (transfer full) (nullable): @text as zp_record_to_text() gives it; %NULL with
 * %ZP_JSON_ERROR
 */
char *
zp_record_read (const char *path, const char *text, GError **error)
{
  g_autoptr (ZpJsonDoc) doc = parse (text, MAX_DEPTH, error);

  if (doc != NULL)
    return zp_record_to_text (zp_json_doc_get_root (doc));
  g_prefix_error (error, "%s: ", path);
  return NULL;
}

/** zp_record_write: writes the record @text under @key of an object. */
void
zp_record_write (const char *key, const char *text, ZpJsonWriter *writer)
{
  g_autoptr (ZpJsonDoc) doc = parse (text, MAX_DEPTH_IN_FILE, NULL);

  g_return_if_fail (doc != NULL);

  zp_json_writer_value (writer, key, zp_json_doc_get_root (doc));
}
