/* SPDX-License-Identifier: GPL-3.0-or-later
 * Figures set on trial: everything that depends on them is computed, and all taken back. */
#include "report/zp-report-private.h"

static void
forget_text (ZpReport *self, ZpCell cell, const ZpCellContent *content)
{
  if (content->text != NULL && cell.row >= 0)
    zp_cells_forget_index (self->cells, cell.block, cell.column);
}

/**
 * zp_report_try:
 * @cell: a cell with a figure
 *
 * Sets the figure and computes what depends on it, without journal and signal;
 * zp_report_get_moved() says what moved by it. Must be ended with zp_report_end_try(); trials may
 * be nested.
 *
 * Returns: FALSE when a figure does not fit; the trial must be ended all the same
 */
gboolean
zp_report_try (ZpReport *self, ZpCell cell, ZpDecimal figure)
{
  ZpCellValue *value = zp_cells_get (self->cells, cell);
  ZpTrial trial = { .cell = cell };
  ZpCell too_large;

  g_return_val_if_fail (value != NULL, FALSE);

  forget_text (self, cell, &value->typed);
  trial.before = value->typed;
  trial.mark = zp_engine_begin_trial (self->engine);
  g_array_append_val (self->trials, trial);
  value->typed = (ZpCellContent){ .state = ZP_CONTENT_FIGURE, .number = figure };
  zp_engine_clear_moved (self->engine);
  zp_engine_touch (self->engine, cell);
  return zp_engine_run (self->engine, &too_large);
}

/** zp_report_end_try: takes back what the last zp_report_try() set and computed. */
void
zp_report_end_try (ZpReport *self)
{
  ZpTrial *trial;

  g_return_if_fail (self->trials->len > 0);

  trial = &g_array_index (self->trials, ZpTrial, self->trials->len - 1);
  zp_engine_end_trial (self->engine, trial->mark);
  zp_engine_clear_moved (self->engine);
  zp_cells_get (self->cells, trial->cell)->typed = trial->before;
  forget_text (self, trial->cell, &trial->before);
  g_array_set_size (self->trials, self->trials->len - 1);
}

/**
 * zp_report_get_moved:
 *
 * Returns: (transfer none): of #ZpCell: what moved, during "changed" or a trial
 */
const GArray *
zp_report_get_moved (ZpReport *self)
{
  return zp_engine_get_moved (self->engine);
}
