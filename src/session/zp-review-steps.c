/* SPDX-License-Identifier: GPL-3.0-or-later
 * Steps of the review as a window takes them: what can be done, what is left to do before. */
#include "session/zp-review-steps.h"

#include <glib/gi18n-lib.h>

#include "base/zp-time.h"
#include "review/zp-left.h"
#include "session/zp-finding-card.h"
#include "session/zp-session-private.h"

/** zp_to_do_free: frees @self. */
void
zp_to_do_free (ZpToDo *self)
{
  if (self == NULL)
    return;
  g_free (self->finding);
  g_free (self->target);
  g_free (self->title);
  g_free (self->message);
  g_free (self);
}

static ZpToDo *
make_to_do (ZpSession *session, const ZpLeft *left)
{
  ZpToDo *self = g_new0 (ZpToDo, 1);

  self->finding = g_strdup (left->finding->id);
  self->target = zp_finding_get_target (session, left->finding);
  self->title = zp_finding_say_title (session, left->finding);
  self->message = g_strdup (left->finding->message);
  self->severity = left->finding->severity;
  self->needs_note = left->needs_note;
  return self;
}

/**
 * zp_session_list_to_do:
 *
 * Returns: (transfer full): of #ZpToDo: what the pack wants done before the report is handed in;
 *   empty when it may be
 */
GPtrArray *
zp_session_list_to_do (ZpSession *session)
{
  g_autoptr (GArray) left = NULL;
  GPtrArray *list;

  g_return_val_if_fail (ZP_IS_SESSION (session), NULL);

  left = zp_left_list (session->checker, zp_session_get_pack (session));
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_to_do_free);
  for (guint i = 0; i < left->len; i++)
    g_ptr_array_add (list, make_to_do (session, &g_array_index (left, ZpLeft, i)));
  return list;
}

static const char *
author_of (ZpSession *session)
{
  const char *author = zp_session_get_author (session);

  return author != NULL ? author : "";
}

static gboolean
may_be_saved (ZpSession *session, GError **error)
{
  if (session->file->read_only == NULL)
    return TRUE;
  g_set_error_literal (error, ZP_SESSION_ERROR, ZP_SESSION_ERROR_LOCKED, session->file->read_only);
  return FALSE;
}

/**
 * zp_session_may_step:
 * @error: (nullable): why not
 *
 * Whether the step fits where the report stands; what is left to do before it is handed in does
 * not matter here.
 */
gboolean
zp_session_may_step (ZpSession *session, ZpStepKind kind, GError **error)
{
  g_return_val_if_fail (ZP_IS_SESSION (session), FALSE);

  return may_be_saved (session, error) &&
         zp_step_is_possible (zp_session_get_report (session), kind, author_of (session), error);
}

/**
 * zp_session_take_step:
 * @kind: not a signature, see zp_session_sign()
 * @text: (nullable): the reason
 *
 * Takes the report one step on, by the author, now. What is left to do before it is handed in has
 * to be asked for before.
 */
gboolean
zp_session_take_step (ZpSession *session, ZpStepKind kind, const char *text, GError **error)
{
  ZpBatch *batch;

  g_return_val_if_fail (ZP_IS_SESSION (session), FALSE);

  batch =
    zp_review_make_step (session->file, kind, author_of (session), text, g_get_real_time (), error);
  return batch != NULL && zp_session_apply (session, batch, error);
}

/**
 * zp_session_sign:
 * @request: who signs; its time is filled in when it is 0
 *
 * Seals what was sent for review.
 */
gboolean
zp_session_sign (ZpSession *session, const ZpSealRequest *request, GError **error)
{
  ZpSealRequest now = *request;
  ZpBatch *batch;

  g_return_val_if_fail (ZP_IS_SESSION (session), FALSE);

  if (now.time == 0)
    now.time = g_get_real_time ();
  batch = zp_seal_make (session->file, &now, error);
  return batch != NULL && zp_session_apply (session, batch, error);
}

/** zp_session_get_review_state: where the report stands. */
ZpReviewState
zp_session_get_review_state (ZpSession *session)
{
  g_return_val_if_fail (ZP_IS_SESSION (session), ZP_REVIEW_DRAFT);

  return zp_review_get_state (zp_session_get_report (session));
}

/** zp_session_say_review_state: (transfer full): 送审 · 张三，2026-03-01 10:20; 草稿 alone. */
char *
zp_session_say_review_state (ZpSession *session)
{
  ZpReport *report = zp_session_get_report (session);
  g_autoptr (GPtrArray) steps = zp_review_get_steps (report);
  const ZpStep *last = zp_step_find_last (steps);
  const char *label = zp_review_state_get_label (zp_review_get_state (report));
  g_autofree char *time = last != NULL ? zp_time_say (last->time) : NULL;

  if (last == NULL)
    return g_strdup (label);
  return g_strdup_printf (C_ ("state, by whom, when", "%1$s · %2$s, %3$s"), label, last->by, time);
}
