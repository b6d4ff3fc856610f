/* SPDX-License-Identifier: GPL-3.0-or-later
 * All checks of a report, kept up to date while it changes. */
#include "check/zp-checker.h"

#include <string.h>

#include "check/zp-checker-private.h"

G_DEFINE_QUARK (zp_check_error, zp_check_error)

ZpReport *
zp_checker_get_report (ZpChecker *self)
{
  return self->report;
}

const ZpStates *
zp_checker_get_states (ZpChecker *self)
{
  return &self->states;
}

const ZpCheckDef *
zp_checker_get_check (ZpChecker *self, int check)
{
  return g_ptr_array_index (self->pack->checks, check);
}

static void
report_changed_cb (ZpReport *report, ZpChecker *self)
{
  zp_checker_update_states (self);
  self->stale = TRUE;
}

/**
 * zp_checker_new:
 * @report: (transfer none): what is checked; its changes are followed
 *
 * Runs every check of the report's pack.
 *
 * Returns: (transfer full): free with zp_checker_free()
 */
ZpChecker *
zp_checker_new (ZpReport *report)
{
  ZpChecker *self = g_new0 (ZpChecker, 1);

  self->report = g_object_ref (report);
  self->pack = zp_report_get_pack (report);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_finding_free);
  self->hints = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_hint_free);
  zp_checker_init_states (self);
  self->stale = TRUE;
  self->handler = g_signal_connect (report, "changed", G_CALLBACK (report_changed_cb), self);
  return self;
}

/** zp_checker_free: frees the checker and its findings. */
void
zp_checker_free (ZpChecker *self)
{
  g_signal_handler_disconnect (self->report, self->handler);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->hints);
  zp_states_clear (&self->states);
  zp_graph_clear (&self->graph);
  g_object_unref (self->report);
  g_free (self);
}

static void
add_findings (ZpChecker *self)
{
  for (guint i = 0; i < self->states.n_checks; i++)
    for (guint row = 0; row < self->states.rows[i]->len; row++)
      {
        ZpInstance instance = { (int) i, (int) row };
        ZpState state = zp_states_get (&self->states, instance);

        if (state == ZP_STATE_FAILS || state == ZP_STATE_ROUNDING)
          g_ptr_array_add (self->findings, zp_finding_new (self, instance, state));
      }
}

static void
attach_hints (ZpChecker *self)
{
  for (guint i = 0; i < self->hints->len; i++)
    {
      ZpHint *hint = g_ptr_array_index (self->hints, i);

      for (guint k = 0; k < self->findings->len; k++)
        {
          ZpFinding *finding = g_ptr_array_index (self->findings, k);

          if (g_strv_contains ((const char *const *) hint->repairs, finding->id))
            g_ptr_array_add (finding->hints, hint);
        }
    }
}

static guint
explanation_rank (const ZpChecker *self, const ZpFinding *finding)
{
  guint rank;
  const ZpHint *best = finding->hints->len > 0 ? g_ptr_array_index (finding->hints, 0) : NULL;

  if (best == NULL || !best->likely)
    return G_MAXUINT;
  return g_ptr_array_find (self->hints, best, &rank) ? rank : G_MAXUINT;
}

static int
compare_findings (gconstpointer a, gconstpointer b, gpointer data)
{
  const ZpFinding *left = *(const ZpFinding *const *) a;
  const ZpFinding *right = *(const ZpFinding *const *) b;
  guint left_rank = explanation_rank (data, left);
  guint right_rank = explanation_rank (data, right);

  if (left->severity != right->severity)
    return (int) left->severity - (int) right->severity;
  if (left_rank != right_rank)
    return left_rank < right_rank ? -1 : 1;
  return 0;
}

static void
refresh (ZpChecker *self)
{
  if (!self->stale)
    return;
  g_ptr_array_set_size (self->findings, 0);
  g_ptr_array_unref (self->hints);
  self->hints = zp_hint_search (self, &self->work);
  add_findings (self);
  attach_hints (self);
  g_ptr_array_sort_with_data (self->findings, compare_findings, self);
  self->stale = FALSE;
}

/**
 * zp_checker_get_findings:
 *
 * Everything found, by severity; among errors those that a likely hint explains come first, the
 * strongest explanation at the top.
 *
 * Returns: (transfer none): of #ZpFinding, until the report changes
 */
GPtrArray *
zp_checker_get_findings (ZpChecker *self)
{
  refresh (self);
  return self->findings;
}

/** zp_checker_get_hints: (transfer none): of #ZpHint, the best first, until the report changes. */
GPtrArray *
zp_checker_get_hints (ZpChecker *self)
{
  refresh (self);
  return self->hints;
}

/**
 * zp_checker_get_work:
 *
 * How many figures the search for hints read: the same for the same report on every machine, and
 * bounded however large the report is.
 */
guint64
zp_checker_get_work (ZpChecker *self)
{
  refresh (self);
  return self->work;
}

/** zp_checker_find: (nullable): the open finding of that id. */
const ZpFinding *
zp_checker_find (ZpChecker *self, const char *id)
{
  refresh (self);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (self->findings, i);

      if (strcmp (finding->id, id) == 0)
        return finding;
    }
  return NULL;
}

static void
count (ZpSummary *out, ZpState state, ZpSeverity severity)
{
  out->checks += state != ZP_STATE_SKIPPED;
  out->skipped += state == ZP_STATE_SKIPPED;
  out->roundings += state == ZP_STATE_ROUNDING;
  if (state != ZP_STATE_FAILS)
    return;
  out->errors += severity == ZP_SEVERITY_ERROR;
  out->warnings += severity == ZP_SEVERITY_WARNING;
  out->infos += severity == ZP_SEVERITY_INFO;
}

/** zp_checker_get_summary: how many checks were made and what they found. */
void
zp_checker_get_summary (ZpChecker *self, ZpSummary *out)
{
  *out = (ZpSummary){ 0 };
  for (guint i = 0; i < self->states.n_checks; i++)
    for (guint row = 0; row < self->states.rows[i]->len; row++)
      count (out, (ZpState) self->states.rows[i]->data[row],
             zp_checker_get_check (self, (int) i)->severity);
}

/** zp_checker_collect_met: adds every #ZpCheckDef that was not skipped everywhere to the set @met.
 */
void
zp_checker_collect_met (ZpChecker *self, GHashTable *met)
{
  for (guint i = 0; i < self->states.n_checks; i++)
    for (guint row = 0; row < self->states.rows[i]->len; row++)
      if (self->states.rows[i]->data[row] != ZP_STATE_SKIPPED)
        g_hash_table_add (met, (gpointer) zp_checker_get_check (self, (int) i));
}
