/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether the seals of a report hold, and what changed since. */
#include "review/zp-seal-check.h"

#include <string.h>

#include "base/zp-digest.h"
#include "review/zp-content.h"
#include "review/zp-diff.h"
#include "review/zp-review-private.h"
#include "review/zp-seal-private.h"

/** zp_seal_check_free: frees the result. */
void
zp_seal_check_free (ZpSealCheck *self)
{
  g_ptr_array_unref (self->seals);
  g_ptr_array_unref (self->changed);
  g_free (self);
}

static void
free_state (gpointer data)
{
  ZpSealState *state = data;

  zp_seal_free (state->seal);
  g_free (state);
}

static void
add_changed (ZpSealCheck *self, const char *id)
{
  if (!g_ptr_array_find_with_equal_func (self->changed, id, g_str_equal, NULL))
    g_ptr_array_add (self->changed, g_strdup (id));
}

/** zp_seal_list_changes: (transfer full): of #ZpDifference: from what was sent for review to what
 * the report holds; all of it when nothing was sent. */
GPtrArray *
zp_seal_list_changes (const ZpReportFile *file)
{
  const char *sent = zp_report_get_record (file->report, ZP_CONTENT_PATH);
  g_autofree char *now = zp_content_as_read (file);

  return zp_diff_contents (sent != NULL ? sent : "{}", now);
}

static void
compare_content (ZpSealCheck *self, const ZpReportFile *file)
{
  g_autoptr (GPtrArray) differences = zp_seal_list_changes (file);

  for (guint i = 0; i < differences->len; i++)
    {
      const ZpDifference *difference = g_ptr_array_index (differences, i);

      add_changed (self, difference->id);
    }
}

/* What the history last said of each record: its digest, or NULL when it was taken away. */
static void
collect_records (GHashTable *digests, const char *body)
{
  g_autoptr (ZpJsonDoc) doc = zp_review_parse (body);
  const ZpJson *changes = doc != NULL ? zp_json_get (zp_json_doc_get_root (doc), "changes") : NULL;

  for (const ZpJson *change = changes != NULL ? changes->first : NULL; change != NULL;
       change = change->next)
    {
      const char *id = change->kind == ZP_JSON_OBJECT ? zp_json_get_string (change, "id") : NULL;

      if (id != NULL && g_str_has_prefix (id, ZP_RECORD_PREFIX))
        g_hash_table_insert (digests, g_strdup (id),
                             g_strdup (zp_json_get_string (change, "after")));
    }
}

static void
compare_record (ZpSealCheck *self, ZpReport *report, const char *path, const char *digest)
{
  const char *record = zp_report_get_record (report, path);
  g_autofree char *now = record != NULL ? zp_trail_digest (record) : NULL;

  if (g_strcmp0 (now, digest) != 0)
    add_changed (self, path);
}

static void
compare_records (ZpSealCheck *self, ZpReport *report)
{
  const ZpTrail *trail = zp_report_get_trail (report);
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) paths = zp_report_list_records (report, ZP_RECORD_PREFIX);
  g_autoptr (GList) told = NULL;

  for (guint i = 0; i < zp_trail_count (trail); i++)
    collect_records (digests, zp_trail_get_body (trail, i));
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      compare_record (self, report, path, g_hash_table_lookup (digests, path));
    }
  told = g_list_sort (g_hash_table_get_keys (digests), (GCompareFunc) strcmp);
  for (const GList *path = told; path != NULL; path = path->next)
    compare_record (self, report, path->data, g_hash_table_lookup (digests, path->data));
}

static gint64
seconds_of (const char *time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (time, NULL);

  return moment != NULL ? g_date_time_to_unix (moment) : 0;
}

static ZpSignatureState
check_signature (const ZpSeal *seal, const char *text, GBytes *authorities)
{
  ZpSignatureClaim claim = { text, seal->fingerprint, seconds_of (seal->time) };

  if (seal->fingerprint == NULL && seal->signature == NULL)
    return ZP_SIGNATURE_NONE;
  if (seal->fingerprint == NULL || seal->signature == NULL)
    return ZP_SIGNATURE_ALTERED;
  return zp_signature_check (seal->signature, &claim, authorities);
}

static gboolean
fits_trail (const ZpSeal *seal, const ZpTrail *trail)
{
  return seal->trail_entries <= zp_trail_count (trail) &&
         strcmp (seal->trail, zp_trail_get_chain (trail, seal->trail_entries)) == 0;
}

/**
 * Chain: what each seal is checked against.
 * @content: what was sent for review
 * @before: digest of the record before, "" before the first
 */
typedef struct
{
  ZpReport *report;
  const char *content;
  GBytes *authorities;
  char *before;
  guint number;
} Chain;

static gboolean
holds (const ZpSeal *seal, const Chain *chain, const char *text)
{
  g_autofree char *digest = zp_digest_of_text (text);
  g_autofree char *code = zp_seal_make_code (digest);

  return strcmp (digest, seal->digest) == 0 && strcmp (code, seal->code) == 0 &&
         strcmp (seal->over, chain->before) == 0 && seal->number == chain->number &&
         fits_trail (seal, zp_report_get_trail (chain->report));
}

static void
check_seal (ZpSealCheck *self, Chain *chain, const char *path)
{
  ZpSealState *state = g_new0 (ZpSealState, 1);
  g_autofree char *text = NULL;

  state->seal = zp_seal_read (chain->report, path);
  if (state->seal == NULL)
    {
      g_free (state);
      add_changed (self, path);
      return;
    }
  text = zp_seal_get_text (state->seal, chain->content);
  state->holds = holds (state->seal, chain, text);
  state->signature = check_signature (state->seal, text, chain->authorities);
  if (!state->holds)
    add_changed (self, path);
  if (!fits_trail (state->seal, zp_report_get_trail (chain->report)))
    add_changed (self, "trail");
  g_ptr_array_add (self->seals, state);
  g_free (chain->before);
  chain->before = zp_digest_of_text (zp_report_get_record (chain->report, path));
  chain->number++;
}

static void
check_seals (ZpSealCheck *self, Chain *chain)
{
  g_autoptr (GPtrArray) paths = zp_report_list_records (chain->report, ZP_SEAL_PATH);

  for (guint i = 0; i < paths->len; i++)
    check_seal (self, chain, g_ptr_array_index (paths, i));
  g_clear_pointer (&chain->before, g_free);
}

static gboolean
is_bad (const ZpSealState *state)
{
  return !state->holds ||
         (state->signature != ZP_SIGNATURE_NONE && state->signature != ZP_SIGNATURE_GOOD);
}

static gboolean
is_valid (const ZpSealCheck *self)
{
  for (guint i = 0; i < self->seals->len; i++)
    if (is_bad (g_ptr_array_index (self->seals, i)))
      return FALSE;
  return self->seals->len > 0 && self->changed->len == 0;
}

static gboolean
is_out_of_hand (ZpReport *report)
{
  ZpReviewState state = zp_review_get_state (report);

  return state != ZP_REVIEW_DRAFT && state != ZP_REVIEW_RETURNED;
}

/**
 * zp_seal_check:
 * @authorities: (nullable): certificates in PEM that have to have issued those of the signers
 *
 * Holds a report that was sent for review against what was sent, its records against the history,
 * and each seal against what it was set on.
 *
 * Returns: (transfer full): free with zp_seal_check_free()
 */
ZpSealCheck *
zp_seal_check (const ZpReportFile *file, GBytes *authorities)
{
  ZpSealCheck *self = g_new0 (ZpSealCheck, 1);
  g_autoptr (GPtrArray) paths = zp_report_list_records (file->report, ZP_SEAL_PATH);
  const char *sent = zp_report_get_record (file->report, ZP_CONTENT_PATH);
  Chain chain = { file->report, sent != NULL ? sent : "{}", authorities, g_strdup (""), 1 };

  self->seals = g_ptr_array_new_with_free_func (free_state);
  self->changed = g_ptr_array_new_with_free_func (g_free);
  if (is_out_of_hand (file->report) || paths->len > 0)
    compare_content (self, file);
  if (!zp_trail_is_whole (zp_report_get_trail (file->report)))
    add_changed (self, "trail");
  compare_records (self, file->report);
  check_seals (self, &chain);
  self->valid = is_valid (self);
  return self;
}
