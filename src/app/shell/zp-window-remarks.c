/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writing and answering remarks from the window. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-toast.h"
#include "app/review/zp-remark-dialog.h"
#include "app/review/zp-remarks-pane.h"
#include "app/review/zp-words-dialog.h"
#include "app/shell/zp-page.h"
#include "app/shell/zp-window-private.h"
#include "session/zp-points.h"
#include "session/zp-remarks.h"
#include "session/zp-review-steps.h"

/** zp_window_remark: writes a remark where one is. */
void
zp_window_remark (ZpWindow *self)
{
  g_autofree char *place = NULL;

  if (!zp_window_commit (self) || !zp_window_has_name (self, "win.remark"))
    return;
  place = zp_page_get_passage (zp_window_get_page (self));
  if (place == NULL)
    place = zp_window_get_target (self);
  zp_remark_dialog_present (GTK_WIDGET (self), self->session, place);
}

/** zp_window_remark_on: writes a remark on @place. */
void
zp_window_remark_on (ZpWindow *self, const char *place)
{
  if (zp_window_commit (self) && zp_window_has_name (self, "win.remark"))
    zp_remark_dialog_present (GTK_WIDGET (self), self->session, place);
}

/**
 * Reply: an answer that is being written.
 */
typedef struct
{
  ZpSession *session;
  char *remark;
  ZpReplyKind kind;
} Reply;

static void
reply_free (gpointer data)
{
  Reply *self = data;

  g_object_unref (self->session);
  g_free (self->remark);
  g_free (self);
}

static gboolean
on_reply (const char *text, gpointer data, GError **error)
{
  const Reply *self = data;

  return zp_session_reply (self->session, self->remark, self->kind, text, error);
}

static const struct
{
  const char *title;
  const char *verb;
} kinds[] = {
  [ZP_REPLY_ANSWER] = { N_ ("Answer a Remark"), N_ ("_Answer") },
  [ZP_REPLY_DONE] = { N_ ("The Remark Is Dealt With"), N_ ("_Dealt With") },
  [ZP_REPLY_REOPEN] = { N_ ("Open the Remark Again"), N_ ("_Open Again") },
};

static void
ask_words (ZpWindow *self, const ZpRemark *remark, ZpReplyKind kind, const char *place)
{
  ZpWordsRequest request = {
    .title = _ (kinds[kind].title),
    .heading = place,
    .quote = remark->text,
    .label = _ ("Answer"),
    .verb = _ (kinds[kind].verb),
    .may_be_empty = kind != ZP_REPLY_ANSWER,
  };
  Reply *reply = g_new0 (Reply, 1);

  reply->session = g_object_ref (self->session);
  reply->remark = g_strdup (remark->id);
  reply->kind = kind;
  zp_words_dialog_present (GTK_WIDGET (self), &request, on_reply, reply, reply_free);
}

static void
reply_to (ZpWindow *self, const char *id, ZpReplyKind kind)
{
  g_autoptr (GPtrArray) cards = NULL;

  if (!zp_window_commit (self) || !zp_window_has_name (self, "win.show-remarks"))
    return;
  cards = zp_session_list_remarks (self->session, FALSE);
  for (guint i = 0; i < cards->len; i++)
    {
      const ZpRemarkCard *card = g_ptr_array_index (cards, i);

      if (g_str_equal (card->remark->id, id))
        ask_words (self, card->remark, kind, card->place);
    }
}

/** zp_window_answer_remark: adds an answer to the remark @id. */
void
zp_window_answer_remark (ZpWindow *self, const char *id)
{
  reply_to (self, id, ZP_REPLY_ANSWER);
}

/** zp_window_close_remark: says that the remark @id is dealt with. */
void
zp_window_close_remark (ZpWindow *self, const char *id)
{
  reply_to (self, id, ZP_REPLY_DONE);
}

/** zp_window_reopen_remark: says that the remark @id is not dealt with. */
void
zp_window_reopen_remark (ZpWindow *self, const char *id)
{
  reply_to (self, id, ZP_REPLY_REOPEN);
}

/** zp_window_show_remarks: brings the remarks in front. */
void
zp_window_show_remarks (ZpWindow *self)
{
  zp_window_show_pane (self);
  zp_window_show_tab (self, ZP_TAB_REMARKS);
}

/** zp_window_show_remarks_on: brings the remark on @target, a cell or a passage, in front. */
void
zp_window_show_remarks_on (ZpWindow *self, const char *target)
{
  if (!zp_window_commit (self))
    return;
  zp_window_show_remarks (self);
  zp_remarks_pane_show_target (ZP_REMARKS_PANE (self->remarks), target);
}

/** zp_window_begin_with_remarks: a report that came back opens with what is to be done in it. */
void
zp_window_begin_with_remarks (ZpWindow *self)
{
  if (zp_session_get_review_state (self->session) == ZP_REVIEW_RETURNED &&
      zp_session_count_remarks (self->session, TRUE) > 0)
    zp_window_show_remarks (self);
}

/** zp_window_accept_point: keeps that somebody looked at @point and accepted it. */
void
zp_window_accept_point (ZpWindow *self, const char *point)
{
  g_autoptr (GError) error = NULL;

  if (!zp_window_has_name (self, "win.show-review"))
    return;
  if (!zp_session_accept_point (self->session, point, &error))
    zp_toast_show_error (GTK_WIDGET (self), error);
}

/** zp_window_unaccept_point: takes that back. */
void
zp_window_unaccept_point (ZpWindow *self, const char *point)
{
  g_autoptr (GError) error = NULL;

  if (!zp_window_has_name (self, "win.show-review"))
    return;
  if (!zp_session_unaccept_point (self->session, point, &error))
    zp_toast_show_error (GTK_WIDGET (self), error);
}

/** zp_window_show_review: shows what needs a person. */
void
zp_window_show_review (ZpWindow *self)
{
  zp_window_go_to (self, "review");
}
