/* SPDX-License-Identifier: GPL-3.0-or-later
 * Remarks as a window shows them: by place, open or done, and written by the author. */
#include "session/zp-remarks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-time.h"
#include "review/zp-anchor.h"
#include "session/zp-place-name.h"

#define OPEN "zp-open-remarks"

static void
card_free (gpointer data)
{
  ZpRemarkCard *self = data;

  zp_remark_free (self->remark);
  g_free (self->place);
  g_free (self->target);
  g_free (self->who);
  g_free (self->moved);
  g_free (self);
}

static char *
say_who (const char *by, const char *time)
{
  g_autofree char *when = zp_time_say (time);

  return g_strdup_printf (C_ ("author and time", "%1$s, %2$s"), by, when);
}

static char *
say_moved (ZpReport *report, const ZpRemark *remark)
{
  g_autofree char *now = zp_anchor_show (report, remark->anchor);
  ZpCell cell;

  if (strcmp (now, remark->shown) == 0)
    return NULL;
  if (!zp_report_find_cell (report, remark->anchor, &cell, NULL) &&
      strchr (remark->anchor, '#') == NULL)
    return g_strdup (_ ("The text changed since"));
  return g_strdup_printf (_ ("Was %1$s then, is %2$s now"),
                          *remark->shown != '\0' ? remark->shown : _ ("nothing"),
                          *now != '\0' ? now : _ ("nothing"));
}

/* Takes @remark. */
static ZpRemarkCard *
make_card (ZpSession *session, ZpRemark *remark)
{
  ZpRemarkCard *self = g_new0 (ZpRemarkCard, 1);

  self->remark = remark;
  self->place = zp_place_name (session, remark->anchor);
  self->target = zp_place_target (session, remark->anchor);
  self->who = say_who (remark->by, remark->time);
  self->moved = say_moved (zp_session_get_report (session), remark);
  return self;
}

/* The whole first, then forms, then the text; what is gone comes last. */
static gint64
order_of (ZpSession *session, const ZpRemarkCard *card)
{
  const GPtrArray *passages = zp_session_get_pack (session)->passages;
  ZpCell cell;

  if (strcmp (card->remark->anchor, ZP_ANCHOR_REPORT) == 0)
    return -1;
  if (card->target == NULL)
    return G_MAXINT64;
  if (zp_report_find_cell (zp_session_get_report (session), card->target, &cell, NULL))
    return ((gint64) cell.block << 44) + ((gint64) (cell.row + 1) << 12) + cell.column;
  for (guint i = 0; i < passages->len; i++)
    if (strcmp (((const ZpPassage *) g_ptr_array_index (passages, i))->id, card->target) == 0)
      return ((gint64) 1 << 60) + i;
  return G_MAXINT64;
}

static int
compare_cards (gconstpointer a, gconstpointer b, gpointer session)
{
  const ZpRemarkCard *first = *(const ZpRemarkCard *const *) a;
  const ZpRemarkCard *second = *(const ZpRemarkCard *const *) b;
  gint64 of_first = order_of (session, first);
  gint64 of_second = order_of (session, second);

  if (of_first != of_second)
    return of_first < of_second ? -1 : 1;
  return strcmp (first->remark->time, second->remark->time);
}

/**
 * zp_session_list_remarks:
 *
 * Returns: (transfer full): of #ZpRemarkCard, in the order of their places
 */
GPtrArray *
zp_session_list_remarks (ZpSession *session, gboolean only_open)
{
  g_autoptr (GPtrArray) remarks = zp_remark_list (zp_session_get_report (session));
  GPtrArray *cards = g_ptr_array_new_with_free_func (card_free);

  while (remarks->len > 0)
    {
      ZpRemark *remark = g_ptr_array_steal_index (remarks, 0);

      if (only_open && !remark->open)
        zp_remark_free (remark);
      else
        g_ptr_array_add (cards, make_card (session, remark));
    }
  g_ptr_array_sort_with_data (cards, compare_cards, session);
  return cards;
}

/**
 * Open: open remarks by what they are shown at, at one revision of the report.
 * @targets: target → number of open remarks
 */
typedef struct
{
  guint64 revision;
  GHashTable *targets;
  guint n_open;
  guint n_all;
} Open;

static void
open_free (gpointer data)
{
  Open *self = data;

  g_hash_table_unref (self->targets);
  g_free (self);
}

static void
count_remark (Open *self, ZpSession *session, const ZpRemark *remark)
{
  char *target;

  self->n_all++;
  if (!remark->open)
    return;
  self->n_open++;
  target = zp_place_target (session, remark->anchor);
  if (target != NULL)
    g_hash_table_insert (
      self->targets, target,
      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->targets, target)) + 1));
}

static Open *
read_open (ZpSession *session)
{
  ZpReport *report = zp_session_get_report (session);
  g_autoptr (GPtrArray) remarks = zp_remark_list (report);
  Open *self = g_new0 (Open, 1);

  self->revision = zp_report_get_revision (report);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < remarks->len; i++)
    count_remark (self, session, g_ptr_array_index (remarks, i));
  return self;
}

/* Read once for each revision: every cell in sight asks. */
static const Open *
get_open (ZpSession *session)
{
  Open *self = g_object_get_data (G_OBJECT (session), OPEN);

  if (self != NULL && self->revision == zp_report_get_revision (zp_session_get_report (session)))
    return self;
  self = read_open (session);
  g_object_set_data_full (G_OBJECT (session), OPEN, self, open_free);
  return self;
}

/** zp_session_count_remarks: how many there are. */
guint
zp_session_count_remarks (ZpSession *session, gboolean only_open)
{
  const Open *open = get_open (session);

  return only_open ? open->n_open : open->n_all;
}

/** zp_session_count_remarks_at: open ones that are shown at @target, a cell or a passage. */
guint
zp_session_count_remarks_at (ZpSession *session, const char *target)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (get_open (session)->targets, target));
}

/** zp_session_count_remarks_on: open ones that are shown at @cell; those on a row or a table are
 * shown at its first cell. */
guint
zp_session_count_remarks_on (ZpSession *session, ZpCell cell)
{
  g_autofree char *id = NULL;

  if (get_open (session)->n_open == 0)
    return 0;
  id = zp_pack_format_id (zp_session_get_pack (session), cell);
  return zp_session_count_remarks_at (session, id);
}

static int
find_place (ZpSession *session, const ZpOutline *outline, const char *target)
{
  ZpCell cell;
  int place = zp_outline_find_passage (outline, target);

  if (place >= 0 || !zp_report_find_cell (zp_session_get_report (session), target, &cell, NULL))
    return place;
  return zp_outline_find_block (outline, cell.block);
}

/** zp_session_count_remarks_in: open ones on the page @place of @outline. */
guint
zp_session_count_remarks_in (ZpSession *session, const ZpOutline *outline, const ZpPlace *place)
{
  const Open *open = get_open (session);
  GHashTableIter iter;
  gpointer target;
  gpointer number;
  guint count = 0;

  g_hash_table_iter_init (&iter, open->targets);
  while (g_hash_table_iter_next (&iter, &target, &number))
    {
      int at = find_place (session, outline, target);

      if (at >= 0 && zp_outline_get (outline, (guint) at) == place)
        count += GPOINTER_TO_UINT (number);
    }
  return count;
}

/** zp_remarks_say_open: (transfer full): 2 条未处理的批注 */
char *
zp_remarks_say_open (guint n_remarks)
{
  return g_strdup_printf (ngettext ("%u open remark", "%u open remarks", n_remarks), n_remarks);
}

/** zp_reply_say: (transfer full): 张三，2026-03-02 09:10，已处理 */
char *
zp_reply_say (const ZpReply *reply)
{
  g_autofree char *who = say_who (reply->by, reply->time);

  switch (reply->kind)
    {
    case ZP_REPLY_DONE:
      return g_strdup_printf (C_ ("who and what", "%1$s · %2$s"), who, _ ("dealt with"));
    case ZP_REPLY_REOPEN:
      return g_strdup_printf (C_ ("who and what", "%1$s · %2$s"), who, _ ("opened again"));
    case ZP_REPLY_ANSWER:
    default:
      return g_steal_pointer (&who);
    }
}

static void
place_free (gpointer data)
{
  ZpRemarkPlace *self = data;

  g_free (self->id);
  g_free (self->label);
  g_free (self);
}

/* Takes @id. */
static void
add_place (GPtrArray *places, ZpSession *session, char *id)
{
  ZpRemarkPlace *place = g_new0 (ZpRemarkPlace, 1);

  place->id = id;
  place->label = zp_place_name (session, id);
  g_ptr_array_add (places, place);
}

static void
add_around (GPtrArray *places, ZpSession *session, ZpCell cell)
{
  const ZpBlock *block = zp_pack_get_block (zp_session_get_pack (session), cell.block);

  if (block->kind == ZP_BLOCK_TABLE && cell.row >= 0)
    add_place (places, session, g_strdup_printf ("%s[%d]", block->key, cell.row));
  add_place (places, session, g_strdup (block->key));
}

/**
 * zp_session_list_remark_places:
 * @id: (nullable): of a cell or a passage where one is
 *
 * Returns: (transfer full): of #ZpRemarkPlace: what is there and what it is part of, the whole
 *   last
 */
GPtrArray *
zp_session_list_remark_places (ZpSession *session, const char *id)
{
  ZpReport *report = zp_session_get_report (session);
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);
  g_autofree char *anchor = id != NULL ? zp_anchor_from_id (report, id, NULL) : NULL;
  ZpCell cell;

  if (anchor != NULL && strcmp (anchor, ZP_ANCHOR_REPORT) != 0)
    add_place (places, session, g_strdup (id));
  if (anchor != NULL && zp_report_find_cell (report, id, &cell, NULL))
    add_around (places, session, cell);
  add_place (places, session, g_strdup (ZP_ANCHOR_REPORT));
  return places;
}

static const char *
author_of (ZpSession *session)
{
  const char *author = zp_session_get_author (session);

  return author != NULL ? author : "";
}

/** zp_session_write_remark: @place: see zp_anchor_from_id(). Also while the report is locked. */
gboolean
zp_session_write_remark (ZpSession *session, const char *place, const char *text, GError **error)
{
  ZpBatch *batch = zp_remark_make (zp_session_get_report (session), place, text,
                                   author_of (session), g_get_real_time (), error);

  return batch != NULL && zp_session_apply (session, batch, error);
}

/** zp_session_reply: @text: (nullable): may be missing where the remark is only done or reopened.
 */
gboolean
zp_session_reply (
  ZpSession *session, const char *id, ZpReplyKind kind, const char *text, GError **error)
{
  ZpBatch *batch = zp_remark_make_reply (zp_session_get_report (session), id, kind, text,
                                         author_of (session), g_get_real_time (), error);

  return batch != NULL && zp_session_apply (session, batch, error);
}
