/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which definition reads which, an order in which they can be computed, and rings that have none.
 */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>

/* @number: def → its place among @defs, plus one; @reads: of GArray of int, by reader; @n_open: how
 * many of them are not ordered yet; @ordered: whether it is. */
typedef struct
{
  ZpLoader *loader;
  GPtrArray *defs;
  GHashTable *numbers;
  GArray **reads;
  GArray **readers;
  int *n_open;
  gboolean *ordered;
} Graph;

/* The references of one formula while they are followed. */
typedef struct
{
  const ZpPack *pack;
  void (*func) (ZpCellDef *read, gpointer user_data);
  gpointer user_data;
} Walk;

typedef struct
{
  Graph *graph;
  int reader;
} EdgeAdder;

static void
visit_cell (const Walk *walk, ZpCell cell)
{
  ZpCellDef *def = (ZpCellDef *) zp_pack_get_cell (walk->pack, cell);

  if (def != NULL)
    walk->func (def, walk->user_data);
}

/* A column read in a current or visited row may be read in every row. */
static void
visit_ref (const ZpExpr *ref, gpointer user_data)
{
  const Walk *walk = user_data;
  const ZpBlock *block;

  if (ref->ref > ZP_REF_VISIT || ref->cell.column < 0)
    return;
  if (ref->ref == ZP_REF_CELL)
    {
      visit_cell (walk, ref->cell);
      return;
    }

  block = zp_pack_get_block (walk->pack, ref->cell.block);
  for (guint row = 0; row < MAX (block->rows->len, 1); row++)
    visit_cell (walk, zp_cell (ref->cell.block, (int) row, ref->cell.column));
}

static void
foreach_read (const ZpPack *pack,
              const ZpCellDef *def,
              void (*func) (ZpCellDef *, gpointer),
              gpointer user_data)
{
  Walk walk = { pack, func, user_data };

  zp_expr_foreach_ref (def->formula, visit_ref, &walk);
}

static gboolean
has_int (const GArray *array, int value)
{
  for (guint i = 0; i < array->len; i++)
    if (g_array_index (array, int, i) == value)
      return TRUE;

  return FALSE;
}

static void
add_edge (ZpCellDef *read, gpointer user_data)
{
  const EdgeAdder *adder = user_data;
  Graph *graph = adder->graph;
  int number = GPOINTER_TO_INT (g_hash_table_lookup (graph->numbers, read)) - 1;

  if (number < 0 || has_int (graph->reads[adder->reader], number))
    return;

  g_array_append_val (graph->reads[adder->reader], number);
  g_array_append_val (graph->readers[number], adder->reader);
  graph->n_open[adder->reader]++;
}

static void
number_defs (Graph *self)
{
  for (guint i = 0; i < self->loader->sources->len; i++)
    {
      ZpCellDef *def = ((const ZpCellSource *) self->loader->sources->pdata[i])->def;

      if (def->formula == NULL)
        continue;
      g_ptr_array_add (self->defs, def);
      g_hash_table_insert (self->numbers, def, GINT_TO_POINTER (self->defs->len));
    }
}

static void
graph_init (Graph *self, ZpLoader *loader)
{
  *self = (Graph){ .loader = loader };
  self->defs = g_ptr_array_new ();
  self->numbers = g_hash_table_new (NULL, NULL);
  number_defs (self);
  self->reads = g_new0 (GArray *, self->defs->len);
  self->readers = g_new0 (GArray *, self->defs->len);
  self->n_open = g_new0 (int, self->defs->len);
  self->ordered = g_new0 (gboolean, self->defs->len);

  for (guint i = 0; i < self->defs->len; i++)
    {
      self->reads[i] = g_array_new (FALSE, FALSE, sizeof (int));
      self->readers[i] = g_array_new (FALSE, FALSE, sizeof (int));
    }
  for (guint i = 0; i < self->defs->len; i++)
    {
      EdgeAdder adder = { self, (int) i };

      foreach_read (loader->pack, self->defs->pdata[i], add_edge, &adder);
    }
}

static void
graph_clear (Graph *self)
{
  for (guint i = 0; i < self->defs->len; i++)
    {
      g_array_unref (self->reads[i]);
      g_array_unref (self->readers[i]);
    }
  g_free (self->reads);
  g_free (self->readers);
  g_free (self->n_open);
  g_free (self->ordered);
  g_ptr_array_unref (self->defs);
  g_hash_table_unref (self->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Graph, graph_clear)

static void
order_one (Graph *self, GArray *waiting, int number)
{
  ZpCellDef *def = self->defs->pdata[number];

  def->order = (int) self->loader->pack->order->len;
  g_ptr_array_add (self->loader->pack->order, def);
  self->ordered[number] = TRUE;

  for (guint i = 0; i < self->readers[number]->len; i++)
    {
      int reader = g_array_index (self->readers[number], int, i);

      if (--self->n_open[reader] == 0)
        g_array_append_val (waiting, reader);
    }
}

/* Whoever reads nothing that is still open comes next; without recursion, since chains may be long.
 */
static void
order_all (Graph *self)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->defs->len; i++)
    if (self->n_open[i] == 0)
      g_array_append_val (waiting, i);

  for (guint i = 0; i < waiting->len; i++)
    order_one (self, waiting, g_array_index (waiting, int, i));
}

static int
find_open_read (const Graph *self, int number)
{
  for (guint i = 0; i < self->reads[number]->len; i++)
    {
      int read = g_array_index (self->reads[number], int, i);

      if (!self->ordered[read])
        return read;
    }

  return -1;
}

static const ZpNode *
find_formula (const Graph *self, const ZpCellDef *def)
{
  for (guint i = 0; i < self->loader->sources->len; i++)
    {
      const ZpCellSource *source = self->loader->sources->pdata[i];

      if (source->def != def)
        continue;
      if (source->by_row && source->row != NULL)
        return zp_node_get (source->row, "formula");

      return source->node;
    }

  return NULL;
}

static void
report_ring (const Graph *self, const GArray *path, guint first)
{
  g_autoptr (GString) ring = g_string_new (NULL);
  const ZpCellDef *def = self->defs->pdata[g_array_index (path, int, first)];
  g_autofree char *start = zp_cell_def_format_id (self->loader->pack, def);

  for (guint i = first; i < path->len; i++)
    {
      g_autofree char *id =
        zp_cell_def_format_id (self->loader->pack, self->defs->pdata[g_array_index (path, int, i)]);

      g_string_append_printf (ring, "%s → ", id);
    }
  g_string_append (ring, start);
  zp_loader_fail (self->loader, find_formula (self, def),
                  _ ("formulas read each other in a ring: %s; take one of them out"), ring->str);
}

static int
find_in_path (const GArray *path, int number)
{
  for (guint i = 0; i < path->len; i++)
    if (g_array_index (path, int, i) == number)
      return (int) i;

  return -1;
}

/* Follows what is read from one open definition until it comes round, or meets what was told
 * already. */
static void
follow_ring (Graph *self, int start, gboolean *told)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (int));
  int number = start;

  while (number >= 0 && !told[number] && find_in_path (path, number) < 0)
    {
      g_array_append_val (path, number);
      number = find_open_read (self, number);
    }
  if (number >= 0 && !told[number])
    report_ring (self, path, (guint) find_in_path (path, number));

  for (guint i = 0; i < path->len; i++)
    told[g_array_index (path, int, i)] = TRUE;
}

static void
report_rings (Graph *self)
{
  g_autofree gboolean *told = g_new0 (gboolean, self->defs->len);

  for (guint i = 0; i < self->defs->len; i++)
    if (!self->ordered[i] && !told[i])
      follow_ring (self, (int) i, told);
}

static void
add_reader (ZpCellDef *read, gpointer user_data)
{
  int order = GPOINTER_TO_INT (user_data);
  const GArray *readers = read->readers;

  if (readers->len == 0 || g_array_index (readers, int, readers->len - 1) != order)
    g_array_append_val (read->readers, order);
}

/**
 * zp_loader_order_formulas: puts all definitions with a formula into an order in which each comes
 * after what it reads, and notes for every definition who reads it. Rings are told whole.
 */
void
zp_loader_order_formulas (ZpLoader *self)
{
  g_auto (Graph) graph = { 0 };
  const ZpPack *pack = self->pack;

  graph_init (&graph, self);
  order_all (&graph);
  if (pack->order->len < graph.defs->len)
    report_rings (&graph);

  for (guint i = 0; i < pack->order->len; i++)
    foreach_read (pack, pack->order->pdata[i], add_reader, GINT_TO_POINTER (i));
}
