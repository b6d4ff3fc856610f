/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sealing a report that was sent for review. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-digest.h"
#include "review/zp-content.h"
#include "review/zp-diff.h"
#include "review/zp-review-private.h"
#include "review/zp-seal-check.h"
#include "review/zp-seal-private.h"

#define MAX_SEALS 99

static ZpStepKind
step_of (ZpRole role)
{
  return role == ZP_ROLE_LEADER ? ZP_STEP_APPROVE : ZP_STEP_REVIEW;
}

static gboolean
fail_changed (const GPtrArray *changed, GError **error)
{
  const char *first = g_ptr_array_index (changed, 0);

  g_set_error (
    error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_CHANGED,
    ngettext ("the report is not what was sent for review: %u place changed (%s); return "
              "it instead",
              "the report is not what was sent for review: %u places changed (%s …); "
              "return it instead",
              changed->len),
    changed->len, first);
  return FALSE;
}

static gboolean
is_what_was_sent (const ZpReportFile *file, GError **error)
{
  g_autoptr (ZpSealCheck) check = zp_seal_check (file, NULL);

  return check->changed->len == 0 || fail_changed (check->changed, error);
}

static gboolean
has_signed (const GPtrArray *seals, const ZpSealRequest *request, GError **error)
{
  for (guint i = 0; i < seals->len; i++)
    {
      const ZpSeal *seal = g_ptr_array_index (seals, i);

      if (seal->role != request->role || strcmp (seal->name, request->name) != 0)
        continue;
      g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_STATE, _ ("%s has already signed as %s"),
                   seal->name, zp_role_get_label (seal->role));
      return TRUE;
    }
  return FALSE;
}

static char *
path_of (guint number)
{
  return g_strdup_printf ("%s%02u", ZP_SEAL_PATH, number);
}

static char *
digest_of_last (ZpReport *report, guint n_seals)
{
  g_autofree char *path = path_of (n_seals);
  const char *record = n_seals > 0 ? zp_report_get_record (report, path) : NULL;

  return record != NULL ? zp_digest_of_text (record) : g_strdup ("");
}

static ZpSeal *
prepare (const ZpReportFile *file, const ZpSealRequest *request, guint n_seals)
{
  const ZpTrail *trail = zp_report_get_trail (file->report);
  ZpSeal *seal = g_new0 (ZpSeal, 1);

  seal->number = n_seals + 1;
  seal->role = request->role;
  seal->name = g_strdup (request->name);
  seal->time = zp_review_time_to_text (request->time);
  seal->opinion = g_strdup (request->opinion != NULL ? request->opinion : "");
  seal->over = digest_of_last (file->report, n_seals);
  seal->trail_entries = zp_trail_count (trail);
  seal->trail = g_strdup (zp_trail_get_chain (trail, seal->trail_entries));
  if (request->certificate != NULL)
    {
      seal->fingerprint = g_strdup (zp_certificate_get_fingerprint (request->certificate));
      seal->subject = g_strdup (zp_certificate_get_subject (request->certificate));
    }
  return seal;
}

static gboolean
close_seal (ZpSeal *seal, const char *content, const ZpSealRequest *request, GError **error)
{
  g_autofree char *text = zp_seal_get_text (seal, content);

  seal->digest = zp_digest_of_text (text);
  seal->code = zp_seal_make_code (seal->digest);
  if (request->certificate == NULL)
    return TRUE;
  seal->signature = zp_certificate_sign (request->certificate, text, error);
  return seal->signature != NULL;
}

static ZpBatch *
make_batch (ZpReport *report, const ZpSeal *seal, const ZpSealRequest *request, const char *content)
{
  ZpStepKind kind = step_of (request->role);
  g_autofree char *path = path_of (seal->number);
  g_autofree char *record = zp_seal_to_record (seal);
  g_autofree char *digest = zp_digest_of_text (content);
  ZpStep step = { kind, seal->name, seal->time, seal->opinion, digest, TRUE };
  ZpBatch *batch = zp_review_begin_batch (zp_step_get_label (kind), request->name, request->time);

  zp_batch_set (batch, path, NULL, record);
  zp_step_add (report, batch, &step);
  return batch;
}

/**
 * zp_seal_make:
 *
 * A batch that seals what was sent for review: a reviewer first, then the leader over the seals
 * before. What is sealed has to be what was sent.
 *
 * Returns: (transfer full) (nullable): for zp_report_apply(); %NULL with %ZP_REVIEW_ERROR
 */
ZpBatch *
zp_seal_make (const ZpReportFile *file, const ZpSealRequest *request, GError **error)
{
  g_autoptr (GPtrArray) seals = zp_seal_list (file->report);
  g_autofree char *content = NULL;
  g_autoptr (ZpSeal) seal = NULL;

  if (!zp_step_is_possible (file->report, step_of (request->role), request->name, error) ||
      has_signed (seals, request, error) || !is_what_was_sent (file, error))
    return NULL;
  if (seals->len >= MAX_SEALS)
    {
      g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_STATE, _ ("there are too many seals"));
      return NULL;
    }
  content = zp_content_new (file);
  seal = prepare (file, request, seals->len);
  if (!close_seal (seal, content, request, error))
    return NULL;
  return make_batch (file->report, seal, request, content);
}
