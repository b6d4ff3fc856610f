/* SPDX-License-Identifier: GPL-3.0-or-later
 * One report: what it consists of, from its making to its end. */
#include "report/zp-report.h"

#include "report/zp-report-private.h"

G_DEFINE_QUARK (zp_report_error, zp_report_error)

G_DEFINE_FINAL_TYPE (ZpReport, zp_report, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
unplaced_free (ZpUnplaced *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self->unit);
  g_free (self->value);
  g_free (self->reason);
  g_free (self);
}

static void
prior_free (ZpCellContent *content)
{
  zp_cell_content_clear (content);
  g_free (content);
}

static void
zp_report_finalize (GObject *object)
{
  ZpReport *self = ZP_REPORT (object);

  g_clear_pointer (&self->engine, zp_engine_free);
  g_clear_pointer (&self->cells, zp_cells_free);
  g_clear_pointer (&self->journal, zp_journal_free);
  g_clear_pointer (&self->passages, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->prior, g_hash_table_unref);
  g_clear_pointer (&self->unplaced, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_clear_pointer (&self->trail, zp_trail_free);
  g_clear_pointer (&self->pack, zp_pack_unref);
  g_clear_pointer (&self->trials, g_array_unref);
  G_OBJECT_CLASS (zp_report_parent_class)->finalize (object);
}

static void
zp_report_class_init (ZpReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zp_report_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ZP_TYPE_REPORT, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
zp_report_init (ZpReport *self)
{
  self->journal = zp_journal_new ();
  self->trials = g_array_new (FALSE, FALSE, sizeof (ZpTrial));
  self->passages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->notes =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) zp_note_free);
  self->prior =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) prior_free);
  self->unplaced = g_ptr_array_new_with_free_func ((GDestroyNotify) unplaced_free);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->trail = zp_trail_new ();
  zp_report_scope_init (&self->scope, self);
}

/**
 * zp_report_new:
 * @pack: (transfer none): what the report consists of
 *
 * An empty report: no rows in tables, every formula computed.
 *
 * Returns: (transfer full)
 */
ZpReport *
zp_report_new (ZpPack *pack)
{
  ZpReport *self = g_object_new (ZP_TYPE_REPORT, NULL);
  ZpCell too_large;

  self->pack = zp_pack_ref (pack);
  self->cells = zp_cells_new (pack);
  self->engine = zp_engine_new (pack, self->cells, &self->scope.scope);
  zp_engine_touch_all (self->engine);
  if (!zp_engine_run (self->engine, &too_large))
    g_warning ("a constant of pack %s does not fit its cell", pack->id);
  zp_engine_clear_moved (self->engine);
  return self;
}

/** zp_report_emit_changed: tells whoever watches; zp_report_get_moved() says what moved. */
void
zp_report_emit_changed (ZpReport *self)
{
  self->revision++;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  zp_engine_clear_moved (self->engine);
}

/**
 * zp_report_recompute:
 *
 * Computes every formula anew. Never needed for right figures; benchmarks and tests hold it against
 * what was computed step by step.
 */
void
zp_report_recompute (ZpReport *self)
{
  ZpCell too_large;

  zp_engine_touch_all (self->engine);
  zp_engine_run (self->engine, &too_large);
  zp_engine_clear_moved (self->engine);
}
