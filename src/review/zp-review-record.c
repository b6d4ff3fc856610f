/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records of the review: one JSON object each, kept by the report. */
#include <string.h>

#include "base/zp-time.h"
#include "review/zp-review-private.h"

#define MAX_DEPTH 64

/** zp_review_parse: (transfer full) (nullable): a record that the report accepted, as JSON. */
ZpJsonDoc *
zp_review_parse (const char *text)
{
  ZpJsonLimits limits = { .max_bytes = ZP_REPORT_MAX_BYTES, .max_depth = MAX_DEPTH };

  return zp_json_doc_parse (text, strlen (text), limits, NULL);
}

/** zp_review_read: (transfer full) (nullable): the object at @path; %NULL when there is none. */
ZpJsonDoc *
zp_review_read (ZpReport *report, const char *path)
{
  const char *text = zp_report_get_record (report, path);
  g_autoptr (ZpJsonDoc) doc = text != NULL ? zp_review_parse (text) : NULL;

  if (doc == NULL || zp_json_doc_get_root (doc)->kind != ZP_JSON_OBJECT)
    return NULL;
  return g_steal_pointer (&doc);
}

/** zp_review_get_text: (transfer full): a text of a record; "" when it is missing. */
char *
zp_review_get_text (const ZpJson *object, const char *key)
{
  const char *text = object->kind == ZP_JSON_OBJECT ? zp_json_get_string (object, key) : NULL;

  return g_strdup (text != NULL ? text : "");
}

/** zp_review_finish: (transfer full): what was written, on one line. */
char *
zp_review_finish (ZpJsonWriter *writer)
{
  return g_strchomp (zp_json_writer_finish (writer, NULL));
}

/** zp_review_time_to_text: (transfer full): microseconds since 1970 as ISO 8601, UTC. */
char *
zp_review_time_to_text (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

/** zp_review_begin_batch: (transfer full): an empty batch of the review. */
ZpBatch *
zp_review_begin_batch (const char *label, const char *by, gint64 time)
{
  ZpBatch *batch = zp_batch_new (label, by, time);

  zp_batch_set_how (batch, ZP_HOW_REVIEW);
  return batch;
}

/** zp_review_show_day: (transfer full): the day of "2022-04-08T20:00:00Z" where the reader
 * is. */
char *
zp_review_show_day (const char *time)
{
  char *day = zp_time_format_local (time, "%Y-%m-%d");

  return day != NULL ? day : g_strdup (time);
}
