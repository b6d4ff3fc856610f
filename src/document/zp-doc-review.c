/* SPDX-License-Identifier: GPL-3.0-or-later
 * What documents print of the review of a report, as plain data; places and times in words. */
#include "document/zp-doc-review.h"

#include <string.h>

#include "document/zp-doc-label.h"
#include "document/zp-doc-render.h"

#define NOTE_PREFIX "note:"

static void
signer_free (gpointer data)
{
  ZpDocSigner *self = data;

  g_free (self->name);
  g_free (self->opinion);
  g_free (self->time);
  g_free (self->subject);
  g_free (self);
}

static void
change_free (gpointer data)
{
  ZpDocChange *self = data;

  g_free (self->time);
  g_free (self->by);
  g_free (self->how);
  g_free (self->key);
  g_free (self->id);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
reply_free (gpointer data)
{
  ZpDocReply *self = data;

  g_free (self->by);
  g_free (self->text);
  g_free (self);
}

static void
remark_free (gpointer data)
{
  ZpDocRemark *self = data;

  g_free (self->key);
  g_free (self->id);
  g_free (self->time);
  g_free (self->by);
  g_free (self->text);
  g_ptr_array_unref (self->replies);
  g_free (self);
}

/**
 * zp_doc_review_new:
 *
 * Returns: (transfer full): of a report that nobody has looked at
 */
ZpDocReview *
zp_doc_review_new (void)
{
  ZpDocReview *self = g_new0 (ZpDocReview, 1);

  self->signers = g_ptr_array_new_with_free_func (signer_free);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->remarks = g_ptr_array_new_with_free_func (remark_free);
  return self;
}

/** zp_doc_review_free: frees @self with everything in it. */
void
zp_doc_review_free (ZpDocReview *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->signers);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->remarks);
  g_free (self->code);
  g_free (self);
}

/** zp_doc_review_add_signer: (transfer none): the last signer so far, without opinion and time. */
ZpDocSigner *
zp_doc_review_add_signer (ZpDocReview *self, ZpDocRole role, const char *name)
{
  ZpDocSigner *signer = g_new0 (ZpDocSigner, 1);

  signer->role = role;
  signer->name = g_strdup (name);
  signer->opinion = g_strdup ("");
  g_ptr_array_add (self->signers, signer);
  return signer;
}

/** zp_doc_review_add_change: (transfer none): the last line of the history so far. */
ZpDocChange *
zp_doc_review_add_change (ZpDocReview *self, const char *key, const char *id)
{
  ZpDocChange *change = g_new0 (ZpDocChange, 1);

  change->key = g_strdup (key);
  change->id = g_strdup (id);
  g_ptr_array_add (self->changes, change);
  return change;
}

/** zp_doc_review_add_remark: (transfer none): the last remark so far, without answers. */
ZpDocRemark *
zp_doc_review_add_remark (ZpDocReview *self, const char *key, const char *id)
{
  ZpDocRemark *remark = g_new0 (ZpDocRemark, 1);

  remark->key = g_strdup (key);
  remark->id = g_strdup (id);
  remark->replies = g_ptr_array_new_with_free_func (reply_free);
  g_ptr_array_add (self->remarks, remark);
  return remark;
}

/** zp_doc_remark_add_reply: (transfer none): the last answer so far, without words. */
ZpDocReply *
zp_doc_remark_add_reply (ZpDocRemark *self, ZpDocReplyKind kind, const char *by)
{
  ZpDocReply *reply = g_new0 (ZpDocReply, 1);

  reply->kind = kind;
  reply->by = g_strdup (by);
  g_ptr_array_add (self->replies, reply);
  return reply;
}

static char *
render (const ZpDocScope *scope, const ZpPhrase *phrase)
{
  ZpEval eval = ZP_EVAL_INIT (&scope->scope);

  return zp_doc_render_text (scope, &eval, phrase);
}

/* "projects[2]": the table, and what names the row, or its number. */
static char *
name_row (const ZpDocScope *scope, const ZpBlock *block, int row)
{
  g_autofree char *table = render (scope, block->label);
  g_autofree char *number = g_strdup_printf ("%d", row + 1);
  g_autofree char *name = NULL;

  if (block->key_column >= 0)
    name = scope->scope.show (&scope->scope, zp_cell (block->index, row, block->key_column));
  if (name == NULL || *name == '\0')
    {
      g_free (name);
      name = zp_pack_fill_word (scope->pack, ZP_WORD_TRAIL_ROW, (const char *[]){ number, NULL });
    }
  return zp_pack_fill_word (scope->pack, ZP_WORD_IN_TABLE, (const char *[]){ table, name, NULL });
}

/* (transfer full) (nullable): of a form, table or row. */
static char *
name_block_or_row (const ZpDocScope *scope, const char *id)
{
  const char *open = strchr (id, '[');
  g_autofree char *key = open != NULL ? g_strndup (id, (gsize) (open - id)) : g_strdup (id);
  const ZpBlock *block = zp_pack_find_block (scope->pack, key);

  if (block == NULL)
    return NULL;
  return open != NULL ? name_row (scope, block, (int) g_ascii_strtoll (open + 1, NULL, 10))
                      : render (scope, block->label);
}

/* (transfer full) (nullable): of a passage. */
static char *
name_passage (const ZpDocScope *scope, const char *id)
{
  const ZpPassage *passage = zp_pack_find_passage_by_id (scope->pack, id);

  return passage != NULL && passage->label != NULL ? render (scope, passage->label) : NULL;
}

/* (transfer full) (nullable): of a note: the check it is about. */
static char *
name_note (const ZpDocScope *scope, const char *id)
{
  const char *of = g_str_has_prefix (id, NOTE_PREFIX) ? id + strlen (NOTE_PREFIX) : NULL;
  const ZpCheckDef *check = of != NULL ? zp_pack_find_check (scope->pack, of) : NULL;
  g_autofree char *title = NULL;

  if (of == NULL)
    return NULL;
  title = check != NULL && check->each_block < 0 && check->each_suffix == NULL
            ? render (scope, check->title)
            : g_strdup (of);
  return zp_pack_fill_word (
    scope->pack, ZP_WORD_IN_TABLE,
    (const char *[]){ zp_pack_get_word (scope->pack, ZP_WORD_NOTE), title, NULL });
}

/**
 * zp_doc_review_get_place:
 * @key: a name with the lasting number of a row; @id: (nullable): what it is now
 *
 * Returns: (transfer full): a place of the report in the words of its pack; its key where there are
 *   none
 */
char *
zp_doc_review_get_place (const ZpDocScope *scope, const char *key, const char *id)
{
  char *name = NULL;
  ZpCell cell;

  if (id == NULL)
    return zp_pack_fill_word (scope->pack, ZP_WORD_TRAIL_REMOVED, (const char *[]){ key, NULL });
  if (strcmp (id, ZP_DOC_PLACE_WHOLE) == 0)
    return g_strdup (zp_pack_get_word (scope->pack, ZP_WORD_REMARK_WHOLE));
  if (zp_report_find_cell (scope->report, id, &cell, NULL))
    return zp_doc_cell_name (scope, cell);
  name = name_block_or_row (scope, id);
  if (name == NULL)
    name = name_passage (scope, id);
  if (name == NULL)
    name = name_note (scope, id);
  return name != NULL ? name : g_strdup (id);
}

/**
 * zp_doc_review_show_time:
 * @time: (nullable): ISO 8601, UTC
 *
 * Returns: (transfer full): to the minute, where the reports of the pack are at home
 */
char *
zp_doc_review_show_time (const ZpPack *pack, const char *time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = time != NULL ? g_date_time_new_from_iso8601 (time, utc) : NULL;
  g_autoptr (GDateTime) local = NULL;

  if (moment == NULL)
    return g_strdup (time != NULL ? time : "");
  local = g_date_time_to_timezone (moment, pack->time_zone);
  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}
