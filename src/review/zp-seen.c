/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a reviewer looked at and accepted, as long as it stays what it was. */
#include "review/zp-seen.h"

#include <glib/gi18n-lib.h>

#include "review/zp-review-private.h"

/** zp_seen_free: frees @self. */
void
zp_seen_free (ZpSeen *self)
{
  if (self == NULL)
    return;
  g_free (self->by);
  g_free (self->time);
  g_free (self->print);
  g_free (self);
}

static char *
path_of (const char *point)
{
  return g_strconcat (ZP_SEEN_PATH, point, NULL);
}

/** zp_seen_find: (transfer full) (nullable): who accepted @point, and what it showed then. */
ZpSeen *
zp_seen_find (ZpReport *report, const char *point)
{
  g_autofree char *path = path_of (point);
  g_autoptr (ZpJsonDoc) doc = zp_review_read (report, path);
  ZpSeen *self;

  if (doc == NULL)
    return NULL;
  self = g_new0 (ZpSeen, 1);
  self->by = zp_review_get_text (zp_json_doc_get_root (doc), "by");
  self->time = zp_review_get_text (zp_json_doc_get_root (doc), "time");
  self->print = zp_review_get_text (zp_json_doc_get_root (doc), "print");
  return self;
}

static char *
to_record (const char *print, const ZpBatch *batch)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new_compact ();
  g_autofree char *time = zp_review_time_to_text (batch->time);

  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_string (writer, "by", batch->author);
  zp_json_writer_string (writer, "time", time);
  zp_json_writer_string (writer, "print", print);
  zp_json_writer_end_object (writer);
  return zp_review_finish (writer);
}

/**
 * zp_seen_make:
 * @point: what it is called, the same in every copy of the report
 * @print: what it shows now; accepted only as long as it does
 * @time: microseconds since 1970 (UTC)
 *
 * Returns: (transfer full): a batch; accepting by somebody else than who handed in begins the
 *   review
 */
ZpBatch *
zp_seen_make (ZpReport *report, const char *point, const char *print, const char *by, gint64 time)
{
  ZpBatch *batch = zp_review_begin_batch (_ ("Accept"), by, time);
  g_autofree char *path = path_of (point);
  g_autofree char *record = to_record (print, batch);

  zp_batch_set (batch, path, NULL, record);
  zp_review_begin (report, batch);
  return batch;
}

/** zp_seen_make_undone: (transfer full): a batch after which @point is not accepted. */
ZpBatch *
zp_seen_make_undone (ZpReport *report, const char *point, const char *by, gint64 time)
{
  ZpBatch *batch = zp_review_begin_batch (_ ("No longer accept"), by, time);
  g_autofree char *path = path_of (point);

  zp_batch_set (batch, path, NULL, NULL);
  return batch;
}
