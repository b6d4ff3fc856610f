/* SPDX-License-Identifier: GPL-3.0-or-later
 * Why a report must not be changed: another pack, or the review. */
#include "review/zp-review.h"
#include "session/zp-session-private.h"

/** zp_session_get_lock: (nullable): why the report must not be changed, in words. */
const char *
zp_session_get_lock (ZpSession *self)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  if (self->file->read_only != NULL)
    return self->file->read_only;
  if (!self->lock_is_known)
    self->lock = zp_review_why_locked (self->file->report);
  self->lock_is_known = TRUE;
  return self->lock;
}

/** zp_session_is_locked: whether @batch must not be done, with %ZP_SESSION_ERROR_LOCKED; a report
 * in review takes remarks, steps and seals. */
gboolean
zp_session_is_locked (ZpSession *self, const ZpBatch *batch, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (self->file->read_only == NULL && zp_review_allows (self->file->report, batch, &reason))
    return FALSE;
  g_set_error_literal (error, ZP_SESSION_ERROR, ZP_SESSION_ERROR_LOCKED,
                       reason != NULL ? reason->message : self->file->read_only);
  return TRUE;
}
