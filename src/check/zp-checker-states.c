/* SPDX-License-Identifier: GPL-3.0-or-later
 * The outcome of every check in every row, kept up to date while the report changes. */
#include "check/zp-checker-private.h"

#define TEXT_PREFIX "text."

/* The outcomes as they are now. Free with zp_states_clear(). */
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

/* Frees what @self holds. */
void
zp_states_clear (ZpStates *self)
{
  for (guint i = 0; i < self->n_checks; i++)
    g_byte_array_unref (self->rows[i]);
  g_free (self->rows);
  g_clear_pointer (&self->lengths, g_array_unref);
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
  int block = zp_check_get_block (check);

  return block >= 0 ? (guint) zp_report_count_rows (self->report, block) : 1;
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
add_all_rows (ZpChecker *self, int check, GArray *instances)
{
  for (guint row = 0; row < self->states.rows[check]->len; row++)
    add_instance (instances, check, (int) row);
}

/* Whether the check holds for rows that are found by the key which the aggregate looks for. A row
 * that got another key left one group for another: both would have to be found. */
static gboolean
is_found_by_key (ZpChecker *self, const ZpEdge *edge, ZpCell cell)
{
  const ZpExpr *key = edge->aggregate->index_key;

  return cell.column != edge->aggregate->index_column && key->kind == ZP_EXPR_REF &&
         key->ref == ZP_REF_ROW && key->cell.column >= 0 &&
         key->cell.block == zp_check_get_block (zp_checker_get_check (self, edge->place));
}

static void
add_rows_with_key (ZpChecker *self, const ZpEdge *edge, ZpCell cell, GArray *instances)
{
  const ZpScope *scope = zp_report_get_scope (self->report);
  ZpCell key = edge->aggregate->index_key->cell;
  const ZpCellValue *value = zp_report_get_value (
    self->report, zp_cell (cell.block, cell.row, edge->aggregate->index_column));
  const char *text = value != NULL ? zp_cell_value_in_force (value)->text : NULL;
  const int *rows;
  int n_rows;

  if (text == NULL)
    return;
  rows = scope->rows_where (scope, key.block, key.column, text, &n_rows);
  if (n_rows < 0)
    add_all_rows (self, edge->place, instances);
  for (int i = 0; i < n_rows; i++)
    add_instance (instances, edge->place, rows[i]);
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
      else if (edge->mode == ZP_EDGE_INDEXED && is_found_by_key (self, edge, cell))
        add_rows_with_key (self, edge, cell, instances);
      else
        add_all_rows (self, edge->place, instances);
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

/* Scans read the texts typed into cells and the year of the report. */
static gboolean
moves_scanned_cell (ZpChecker *self, const GArray *moved)
{
  for (guint i = 0; i < moved->len; i++)
    {
      ZpKind kind = zp_pack_get_cell (self->pack, g_array_index (moved, ZpCell, i))->kind;

      if (kind == ZP_KIND_TEXT || kind == ZP_KIND_YEAR)
        return TRUE;
    }
  return FALSE;
}

/* A passage is no cell and so moves none: the journal tells whether one was written. */
static gboolean
writes_passage (ZpChecker *self)
{
  const ZpJournal *journal = zp_report_get_journal (self->report);
  guint n_batches = zp_journal_get_n_batches (journal);
  const ZpBatch *last = n_batches > 0 ? zp_journal_get_batch (journal, n_batches - 1) : NULL;

  for (guint i = 0; last != NULL && i < last->changes->len; i++)
    if (g_str_has_prefix (((const ZpChange *) g_ptr_array_index (last->changes, i))->path,
                          TEXT_PREFIX))
      return TRUE;
  return FALSE;
}

static void
evaluate_text_checks (ZpChecker *self)
{
  for (guint i = 0; i < self->states.n_checks; i++)
    if (reads_texts (zp_checker_get_check (self, (int) i)))
      evaluate_all_rows (self, (int) i);
}

/* Which figures a passage names is the clerk's choice, so no graph knows them. */
static void
evaluate_lengths (ZpChecker *self)
{
  for (guint i = 0; i < self->states.lengths->len; i++)
    evaluate_all_rows (self, g_array_index (self->states.lengths, int, i));
}

static void
note_length (ZpStates *self, int place, const ZpCheckDef *check)
{
  if (check->kind == ZP_CHECK_LENGTH && check->passage != NULL)
    g_array_append_val (self->lengths, place);
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
  if (moves_scanned_cell (self, moved) || writes_passage (self))
    evaluate_text_checks (self);
  else
    evaluate_lengths (self);
}

/* Runs every check that may have another outcome after the change just made. */
void
zp_checker_update_states (ZpChecker *self)
{
  if (self->rows_revision != zp_report_get_rows_revision (self->report))
    evaluate_all (self);
  else
    evaluate_affected (self, zp_report_get_moved (self->report));
}

/* Runs every check for the first time. */
void
zp_checker_init_states (ZpChecker *self)
{
  self->states.n_checks = self->pack->checks->len;
  self->states.rows = g_new0 (GByteArray *, self->states.n_checks);
  self->states.lengths = g_array_new (FALSE, FALSE, sizeof (int));
  zp_graph_init (&self->graph, self->pack);
  for (guint i = 0; i < self->states.n_checks; i++)
    {
      self->states.rows[i] = g_byte_array_new ();
      add_readers (self, (int) i);
      note_length (&self->states, (int) i, zp_checker_get_check (self, (int) i));
    }
  evaluate_all (self);
}
