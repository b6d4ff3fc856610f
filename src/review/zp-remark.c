/* SPDX-License-Identifier: GPL-3.0-or-later
 * Remarks as records of a report. */
#include "review/zp-remark.h"

#include <string.h>

#include "base/zp-digest.h"
#include "review/zp-review-private.h"

#define ID_PREFIX "r-"
#define ID_DIGITS 8

static const char *const reply_ids[] = {
  [ZP_REPLY_ANSWER] = "answer",
  [ZP_REPLY_DONE] = "done",
  [ZP_REPLY_REOPEN] = "reopen",
};

/** zp_reply_get_id: word of the file for what a reply does. */
const char *
zp_reply_get_id (ZpReplyKind kind)
{
  return reply_ids[kind];
}

/** zp_reply_free: frees a reply. */
void
zp_reply_free (ZpReply *self)
{
  g_free (self->by);
  g_free (self->time);
  g_free (self->text);
  g_free (self);
}

static void
free_reply (gpointer data)
{
  zp_reply_free (data);
}

/** zp_remark_free: frees a remark with its thread. */
void
zp_remark_free (ZpRemark *self)
{
  g_free (self->id);
  g_free (self->anchor);
  g_free (self->by);
  g_free (self->time);
  g_free (self->text);
  g_free (self->shown);
  g_ptr_array_unref (self->thread);
  g_free (self);
}

static void
free_remark (gpointer data)
{
  zp_remark_free (data);
}

/** zp_remark_is_id: whether @id is called like a remark; no place of a report is. */
gboolean
zp_remark_is_id (const char *id)
{
  return g_str_has_prefix (id, ID_PREFIX);
}

/** zp_remark_make_id: (transfer full): from who wrote what, where and when, so that two copies that
 * get remarks apart never call two of them the same. */
char *
zp_remark_make_id (const ZpRemark *self)
{
  g_autofree char *all =
    g_strjoin ("\n", self->anchor, self->by, self->time, self->shown, self->text, NULL);
  g_autofree char *hash = zp_digest_of_text (all);

  return g_strdup_printf ("%s%.*s", ID_PREFIX, ID_DIGITS, hash);
}

static ZpReply *
read_reply (const ZpJson *object)
{
  g_autofree char *id = zp_review_get_text (object, "kind");
  ZpReply *reply = g_new0 (ZpReply, 1);

  for (guint i = 0; i < G_N_ELEMENTS (reply_ids); i++)
    if (strcmp (reply_ids[i], id) == 0)
      reply->kind = (ZpReplyKind) i;
  reply->by = zp_review_get_text (object, "by");
  reply->time = zp_review_get_text (object, "time");
  reply->text = zp_review_get_text (object, "text");
  return reply;
}

static void
add_reply (ZpRemark *self, ZpReply *reply)
{
  if (reply->kind != ZP_REPLY_ANSWER)
    self->open = reply->kind == ZP_REPLY_REOPEN;
  g_ptr_array_add (self->thread, reply);
}

/** zp_remark_from_text: (transfer full) (nullable): reads what zp_remark_to_text() wrote. */
ZpRemark *
zp_remark_from_text (const char *id, const char *text)
{
  g_autoptr (ZpJsonDoc) doc = zp_review_parse (text);
  const ZpJson *object = doc != NULL ? zp_json_doc_get_root (doc) : NULL;
  const ZpJson *thread;
  ZpRemark *self;

  if (object == NULL || object->kind != ZP_JSON_OBJECT)
    return NULL;
  self = g_new0 (ZpRemark, 1);
  self->id = g_strdup (id);
  self->anchor = zp_review_get_text (object, "on");
  self->by = zp_review_get_text (object, "by");
  self->time = zp_review_get_text (object, "time");
  self->text = zp_review_get_text (object, "text");
  self->shown = zp_review_get_text (object, "shown");
  self->thread = g_ptr_array_new_with_free_func (free_reply);
  self->open = TRUE;
  thread = zp_json_get (object, "thread");
  for (const ZpJson *reply = thread != NULL ? thread->first : NULL; reply != NULL;
       reply = reply->next)
    add_reply (self, read_reply (reply));
  return self;
}

static void
write_reply (ZpJsonWriter *writer, const ZpReply *reply)
{
  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_string (writer, "kind", reply_ids[reply->kind]);
  zp_json_writer_string (writer, "by", reply->by);
  zp_json_writer_string (writer, "time", reply->time);
  zp_json_writer_string (writer, "text", reply->text);
  zp_json_writer_end_object (writer);
}

/** zp_remark_to_text: (transfer full): the record of a remark. */
char *
zp_remark_to_text (const ZpRemark *self)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new_compact ();

  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_string (writer, "on", self->anchor);
  zp_json_writer_string (writer, "by", self->by);
  zp_json_writer_string (writer, "time", self->time);
  zp_json_writer_string (writer, "text", self->text);
  zp_json_writer_string (writer, "shown", self->shown);
  zp_json_writer_begin_array (writer, "thread");
  for (guint i = 0; i < self->thread->len; i++)
    write_reply (writer, g_ptr_array_index (self->thread, i));
  zp_json_writer_end_array (writer);
  zp_json_writer_end_object (writer);
  return zp_review_finish (writer);
}

/** zp_remark_find: (transfer full) (nullable): the remark "r-…". */
ZpRemark *
zp_remark_find (ZpReport *report, const char *id)
{
  g_autofree char *path = g_strconcat (ZP_REMARK_PATH, id, NULL);
  const char *text = zp_report_get_record (report, path);

  return text != NULL ? zp_remark_from_text (id, text) : NULL;
}

static int
compare_remarks (gconstpointer a, gconstpointer b)
{
  const ZpRemark *first = *(const ZpRemark *const *) a;
  const ZpRemark *second = *(const ZpRemark *const *) b;
  int order = strcmp (first->time, second->time);

  return order != 0 ? order : strcmp (first->id, second->id);
}

/** zp_remark_list: (transfer full): of #ZpRemark, the oldest first. */
GPtrArray *
zp_remark_list (ZpReport *report)
{
  g_autoptr (GPtrArray) paths = zp_report_list_records (report, ZP_REMARK_PATH);
  GPtrArray *remarks = g_ptr_array_new_with_free_func (free_remark);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      ZpRemark *remark = zp_remark_find (report, path + strlen (ZP_REMARK_PATH));

      if (remark != NULL)
        g_ptr_array_add (remarks, remark);
    }
  g_ptr_array_sort (remarks, compare_remarks);
  return remarks;
}
