/* SPDX-License-Identifier: GPL-3.0-or-later
 * All checks of a report, kept up to date while it changes. */
#include "check/zp-checker.h"

#include <string.h>

#include "check/zp-checker-private.h"

struct _ZpChecker
{
  ZpReport *report;
  const ZpPack *pack;
  ZpGraph graph;
  ZpStates states;
  guint64 rows_revision;
  gulong handler;
  gboolean stale;      /* findings and hints have to be made anew */
  GPtrArray *findings; /* of ZpFinding */
  GPtrArray *hints;    /* of ZpHint */
};

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

ZpStates
zp_states_copy (const ZpStates *self)
{
  ZpStates copy = { .n_checks = self->n_checks, .rows = g_new (GByteArray *, self->n_checks) };

  for (guint i = 0; i < self->n_checks; i++)
    {
      copy.rows[i] = g_byte_array_sized_new (self->rows[i]->len);
      g_byte_array_append (copy.rows[i], self->rows[i]->data, self->rows[i]->len);
    }
  return copy;
}

void
zp_states_clear (ZpStates *self)
{
  for (guint i = 0; i < self->n_checks; i++)
    g_byte_array_unref (self->rows[i]);
  g_free (self->rows);
}

static gboolean
reads_texts (const ZpCheckDef *check)
{
  return check->kind == ZP_CHECK_SCAN_YEARS || check->kind == ZP_CHECK_SCAN_WORDS ||
         check->passage != NULL;
}

static void
add_target_readers (ZpChecker *self, int place, const ZpCellDef *def)
{
  const ZpBlock *target = zp_pack_get_block (self->pack, def->to_block);

  if (target->key_column >= 0)
    zp_graph_add_reader_of_cell (&self->graph, place,
                                 zp_cell (target->index, 0, target->key_column), ZP_EDGE_ALL_ROWS);
}

static void
add_readers (ZpChecker *self, int place)
{
  const ZpCheckDef *check = zp_checker_get_check (self, place);
  ZpEdgeMode mode = ZP_EDGE_ALL_ROWS;

  zp_graph_add_reader (&self->graph, place, check->where);
  zp_graph_add_reader (&self->graph, place, check->when);
  zp_graph_add_reader (&self->graph, place, check->left);
  zp_graph_add_reader (&self->graph, place, check->right);
  zp_graph_add_reader (&self->graph, place, check->require);
  if (check->def == NULL)
    return;
  if (check->def->every_row && check->kind != ZP_CHECK_UNIQUE && check->kind != ZP_CHECK_ROWS)
    mode = ZP_EDGE_SAME_ROW;
  zp_graph_add_reader_of_cell (&self->graph, place, check->def->cell, mode);
  if (check->kind == ZP_CHECK_REF)
    add_target_readers (self, place, check->def);
}

static guint
count_rows (ZpChecker *self, const ZpCheckDef *check)
{
  return check->each_block >= 0 ? (guint) zp_report_count_rows (self->report, check->each_block)
                                : 1;
}

static void
evaluate_all_rows (ZpChecker *self, int place)
{
  const ZpCheckDef *check = zp_checker_get_check (self, place);
  guint n_rows = count_rows (self, check);

  g_byte_array_set_size (self->states.rows[place], n_rows);
  for (guint row = 0; row < n_rows; row++)
    self->states.rows[place]->data[row] =
      (guint8) zp_verdict_get_state (self->report, check, (int) row);
}

static void
evaluate_all (ZpChecker *self)
{
  for (guint i = 0; i < self->states.n_checks; i++)
    evaluate_all_rows (self, (int) i);
  self->rows_revision = zp_report_get_rows_revision (self->report);
}

static int
compare_instances (gconstpointer a, gconstpointer b)
{
  const ZpInstance *left = a;
  const ZpInstance *right = b;

  return left->check != right->check ? left->check - right->check : left->row - right->row;
}

static void
add_instance (GArray *instances, int check, int row)
{
  ZpInstance instance = { check, row };

  g_array_append_val (instances, instance);
}

static void
add_readers_of (ZpChecker *self, ZpCell cell, GArray *instances)
{
  const GArray *edges = zp_graph_get_edges (&self->graph, cell);

  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      const ZpEdge *edge = &g_array_index (edges, ZpEdge, i);

      if (edge->mode == ZP_EDGE_SAME_ROW)
        add_instance (instances, edge->place, cell.row);
      else
        for (guint row = 0; row < self->states.rows[edge->place]->len; row++)
          add_instance (instances, edge->place, (int) row);
    }
}

static void
remove_repeats (GArray *instances)
{
  guint kept = 0;

  g_array_sort (instances, compare_instances);
  for (guint i = 0; i < instances->len; i++)
    {
      ZpInstance instance = g_array_index (instances, ZpInstance, i);

      if (kept == 0 ||
          compare_instances (&instance, &g_array_index (instances, ZpInstance, kept - 1)) != 0)
        g_array_index (instances, ZpInstance, kept++) = instance;
    }
  g_array_set_size (instances, kept);
}

/* (transfer full): of ZpInstance: checks that read one of the cells in @moved, each once. */
GArray *
zp_checker_list_affected (ZpChecker *self, const GArray *moved)
{
  GArray *instances = g_array_new (FALSE, FALSE, sizeof (ZpInstance));

  for (guint i = 0; i < moved->len; i++)
    add_readers_of (self, g_array_index (moved, ZpCell, i), instances);
  remove_repeats (instances);
  return instances;
}

static gboolean
moved_only_figures (ZpChecker *self, const GArray *moved)
{
  for (guint i = 0; i < moved->len; i++)
    if (zp_pack_get_cell (self->pack, g_array_index (moved, ZpCell, i))->kind == ZP_KIND_TEXT)
      return FALSE;
  return moved->len > 0;
}

static void
evaluate_text_checks (ZpChecker *self)
{
  for (guint i = 0; i < self->states.n_checks; i++)
    if (reads_texts (zp_checker_get_check (self, (int) i)))
      evaluate_all_rows (self, (int) i);
}

static void
evaluate_affected (ZpChecker *self, const GArray *moved)
{
  g_autoptr (GArray) instances = zp_checker_list_affected (self, moved);

  for (guint i = 0; i < instances->len; i++)
    {
      ZpInstance instance = g_array_index (instances, ZpInstance, i);

      zp_states_set (&self->states, instance,
                     zp_verdict_get_state (
                       self->report, zp_checker_get_check (self, instance.check), instance.row));
    }
  if (!moved_only_figures (self, moved))
    evaluate_text_checks (self);
}

static void
report_changed_cb (ZpReport *report, ZpChecker *self)
{
  if (self->rows_revision != zp_report_get_rows_revision (report))
    evaluate_all (self);
  else
    evaluate_affected (self, zp_report_get_moved (report));
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
  self->states.n_checks = self->pack->checks->len;
  self->states.rows = g_new0 (GByteArray *, self->states.n_checks);
  zp_graph_init (&self->graph, self->pack);
  for (guint i = 0; i < self->states.n_checks; i++)
    {
      self->states.rows[i] = g_byte_array_new ();
      add_readers (self, (int) i);
    }
  evaluate_all (self);
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
  self->hints = zp_hint_search (self);
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
