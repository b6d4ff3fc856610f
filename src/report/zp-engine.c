/* SPDX-License-Identifier: GPL-3.0-or-later
 * Keeps every computed figure right while typed ones change, recomputing only what depends on them.
 */
#include "report/zp-engine-private.h"

/**
 * zp_engine_new:
 *
 * An engine over @cells, which must be those of a report with @pack; nothing is computed yet. All
 * three must outlive it.
 *
 * Returns: (transfer full): free with zp_engine_free()
 */
ZpEngine *
zp_engine_new (const ZpPack *pack, ZpCells *cells, const ZpScope *scope)
{
  ZpEngine *self = g_new0 (ZpEngine, 1);

  self->pack = pack;
  self->cells = cells;
  self->scope = scope;
  self->n_places = pack->order->len;
  self->n_words = self->n_places / ZP_ENGINE_WORD_BITS + 1;
  self->places = g_new0 (guint64, self->n_words);
  self->dirty = g_new0 (ZpDirty, self->n_places);
  for (guint i = 0; i < self->n_places; i++)
    self->dirty[i].rows = g_array_new (FALSE, FALSE, sizeof (int));
  self->moved = g_array_new (FALSE, FALSE, sizeof (ZpCell));
  self->log = g_array_new (FALSE, FALSE, sizeof (ZpEngineLogEntry));
  zp_graph_init (&self->graph, pack);
  for (guint i = 0; i < self->n_places; i++)
    zp_graph_add_reader (&self->graph, (int) i,
                         ((const ZpCellDef *) g_ptr_array_index (pack->order, i))->formula);
  return self;
}

/** zp_engine_free: frees the engine; the cells stay. */
void
zp_engine_free (ZpEngine *self)
{
  for (guint i = 0; i < self->n_places; i++)
    g_array_unref (self->dirty[i].rows);
  for (guint i = 0; i < self->log->len; i++)
    zp_cell_content_clear (&g_array_index (self->log, ZpEngineLogEntry, i).before);
  zp_graph_clear (&self->graph);
  g_array_unref (self->log);
  g_array_unref (self->moved);
  g_free (self->dirty);
  g_free (self->places);
  g_free (self);
}

static void
keep_in_log (ZpEngine *self, ZpCell cell, ZpCellContent *content)
{
  ZpEngineLogEntry entry = { .cell = cell, .before = *content };

  content->text = NULL;
  g_array_append_val (self->log, entry);
}

static void
store (ZpEngine *self, ZpCell cell, ZpCellValue *value, ZpCellContent *content)
{
  gboolean in_force = value->typed.state == ZP_CONTENT_EMPTY;
  gboolean had_text = value->computed.text != NULL || content->text != NULL;

  if (self->n_trials > 0)
    keep_in_log (self, cell, &value->computed);
  else
    zp_cell_content_clear (&value->computed);
  value->computed = *content;
  if (!in_force)
    return;
  if (had_text && cell.row >= 0)
    zp_cells_forget_index (self->cells, cell.block, cell.column);
  zp_engine_touch (self, cell);
}

/* FALSE when the figure does not fit; the cell is then empty. */
static gboolean
compute (ZpEngine *self, const ZpCellDef *def, int row)
{
  ZpCell cell = zp_cell (def->cell.block, row, def->cell.column);
  ZpCellValue *value = zp_cells_get (self->cells, cell);
  ZpEval eval = ZP_EVAL_INIT (self->scope);
  ZpCellContent content = { 0 };
  ZpValue result;
  gboolean fits;

  if (value == NULL)
    return TRUE;
  zp_eval_push_row (&eval, cell.block, row, row + 1);
  zp_expr_eval (def->formula, &eval, &result);
  fits = !eval.overflow && zp_cell_content_from_value (&content, def, &result);
  if (zp_cell_content_equal (&content, &value->computed))
    zp_cell_content_clear (&content);
  else
    store (self, cell, value, &content);
  return fits;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
compute_or_report (ZpEngine *self, const ZpCellDef *def, int row, ZpCell *too_large, gboolean *fits)
{
  if (compute (self, def, row))
    return;
  if (*fits)
    *too_large = zp_cell (def->cell.block, row, def->cell.column);
  *fits = FALSE;
}

static gboolean
compute_listed (ZpEngine *self, const ZpCellDef *def, GArray *rows, ZpCell *too_large)
{
  gboolean fits = TRUE;

  if (rows->len > 1)
    g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      int row = g_array_index (rows, int, i);

      if (i == 0 || row != g_array_index (rows, int, i - 1))
        compute_or_report (self, def, row, too_large, &fits);
    }
  return fits;
}

static gboolean
compute_all (ZpEngine *self, const ZpCellDef *def, ZpCell *too_large)
{
  int first = def->every_row ? 0 : def->cell.row;
  int end = def->every_row ? zp_cells_count_rows (self->cells, def->cell.block) : first + 1;
  gboolean fits = TRUE;

  for (int row = first; row < end; row++)
    compute_or_report (self, def, row, too_large, &fits);
  return fits;
}

static gboolean
run_place (ZpEngine *self, guint place, ZpCell *too_large)
{
  const ZpCellDef *def = g_ptr_array_index (self->pack->order, place);
  ZpDirty *dirty = &self->dirty[place];
  gboolean fits;

  if (dirty->all)
    fits = compute_all (self, def, too_large);
  else
    fits = compute_listed (self, def, dirty->rows, too_large);
  dirty->all = FALSE;
  g_array_set_size (dirty->rows, 0);
  return fits;
}

/**
 * zp_engine_run:
 * @too_large: (out): the first cell whose figure does not fit
 *
 * Computes what was touched, in the order of the definitions, each once.
 *
 * Returns: FALSE when a figure does not fit its cell; everything else is computed all the same, so
 * that the caller can take its change back and run again
 */
gboolean
zp_engine_run (ZpEngine *self, ZpCell *too_large)
{
  gboolean fits = TRUE;
  ZpCell later;

  /* A formula marks only later places: the order is topological. So one pass over the words is
   * enough, as long as each word is read again until it is empty. */
  for (guint word = 0; word < self->n_words; word++)
    while (self->places[word] != 0)
      {
        guint bit = (guint) __builtin_ctzll (self->places[word]);

        self->places[word] &= self->places[word] - 1;
        if (!run_place (self, word * ZP_ENGINE_WORD_BITS + bit, fits ? too_large : &later))
          fits = FALSE;
      }
  return fits;
}

/** zp_engine_get_moved: of #ZpCell: contents in force that changed since zp_engine_clear_moved().
 */
const GArray *
zp_engine_get_moved (const ZpEngine *self)
{
  return self->moved;
}

/** zp_engine_clear_moved: starts a new list of moved cells. */
void
zp_engine_clear_moved (ZpEngine *self)
{
  g_array_set_size (self->moved, 0);
}

/**
 * zp_engine_begin_trial:
 *
 * From now on what is overwritten is remembered. Trials may be nested.
 *
 * Returns: a mark for zp_engine_end_trial()
 */
guint
zp_engine_begin_trial (ZpEngine *self)
{
  self->n_trials++;
  return self->log->len;
}

static void
put_back (ZpEngine *self, ZpEngineLogEntry *entry)
{
  ZpCellValue *value = zp_cells_get (self->cells, entry->cell);

  if (entry->cell.row >= 0 && (value->computed.text != NULL || entry->before.text != NULL))
    zp_cells_forget_index (self->cells, entry->cell.block, entry->cell.column);
  zp_cell_content_clear (&value->computed);
  value->computed = entry->before;
}

/** zp_engine_end_trial: puts back every computed content overwritten since @mark. */
void
zp_engine_end_trial (ZpEngine *self, guint mark)
{
  g_return_if_fail (self->n_trials > 0);

  for (guint i = self->log->len; i > mark; i--)
    put_back (self, &g_array_index (self->log, ZpEngineLogEntry, i - 1));
  g_array_set_size (self->log, mark);
  self->n_trials--;
}
