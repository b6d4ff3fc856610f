/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the charts. Their objects have no ids and are not laid over each other: a pack that gives
 * charts gives all of them. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const char *const kind_words[] = { "rates", "shares", "flow", NULL };
static const char *const rates_keys[] = { "chart", "title", "bars", NULL };
static const char *const shares_keys[] = { "chart", "title", "of", "parts", NULL };
static const char *const flow_keys[] = { "chart", "title", "sources", "through", "uses", NULL };
static const char *const *const chart_keys[] = { rates_keys, shares_keys, flow_keys };
static const char *const bar_keys[] = { "label", "figure", "of", "rate", "total", NULL };
static const char *const mark_keys[] = { "label", "figure", NULL };
static const char *const use_keys[] = { "label", "figure", "rest", "parts", NULL };
/* clang-format on */

/* @unit: (nullable): of the figures read so far */
typedef struct
{
  ZpLoader *loader;
  ZpChartDef *chart;
  const char *where;
  const char *unit;
} ChartReader;

void
zp_chart_mark_free (ZpChartMark *self)
{
  zp_phrase_unref (self->label);
  g_free (self);
}

void
zp_chart_def_free (ZpChartDef *self)
{
  zp_phrase_unref (self->title);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

static void
check_keys (ChartReader *self, const ZpNode *object, const char *const *known)
{
  for (guint i = 0; i < zp_node_count (object); i++)
    {
      const ZpNode *member = zp_node_get_child (object, i);

      if (!g_strv_contains (known, member->key))
        zp_loader_fail (self->loader, member, _ ("%s: unknown key “%s”"), self->where, member->key);
    }
}

static const ZpCellDef *
find_cell (ChartReader *self, const ZpNode *node, ZpCell *cell)
{
  const char *id = zp_node_text (node);
  const ZpCellDef *def = NULL;

  if (id != NULL && zp_pack_parse_id (self->loader->pack, id, cell, NULL))
    def = zp_pack_get_cell (self->loader->pack, *cell);
  if (def == NULL)
    zp_loader_fail (self->loader, node, _ ("%s: “%s” names no cell"), self->where, node->key);
  return def;
}

static gboolean
has_figures (ZpKind kind)
{
  return kind == ZP_KIND_MONEY || kind == ZP_KIND_NUMBER || kind == ZP_KIND_PERCENT ||
         kind == ZP_KIND_SCORE;
}

/* Bars of different units cannot be held against each other; a rate is only written beside one. */
static void
check_unit (ChartReader *self, const ZpNode *node, const ZpCellDef *def)
{
  if (g_str_equal (node->key, "rate"))
    return;
  if (self->unit != NULL && !g_str_equal (self->unit, def->unit.label))
    zp_loader_fail (self->loader, node, _ ("%s: “%s” has another unit than the figures before it"),
                    self->where, zp_node_text (node));
  self->unit = def->unit.label;
}

static gboolean
read_cell (ChartReader *self, const ZpNode *object, const char *key, ZpCell *cell)
{
  const ZpNode *node = zp_node_get (object, key);
  const ZpCellDef *def;

  if (node == NULL)
    return FALSE;
  def = find_cell (self, node, cell);
  if (def == NULL)
    return FALSE;
  if (!has_figures (def->kind))
    zp_loader_fail (self->loader, node, _ ("%s: “%s” holds no figures"), self->where,
                    zp_node_text (node));
  if (def->every_row && cell->row != ZP_ROW_TOTAL)
    zp_loader_fail (self->loader, node, _ ("%s: “%s” must be one cell, not a column of a table"),
                    self->where, zp_node_text (node));
  check_unit (self, node, def);
  return TRUE;
}

static ZpPhrase *
read_text (ChartReader *self, const ZpNode *object, const char *key)
{
  const ZpBindContext context = zp_loader_context (self->loader);
  const ZpNode *node = zp_node_get (object, key);

  if (zp_node_text (node) != NULL)
    return zp_loader_read_phrase (self->loader, node, self->where, &context);
  zp_loader_fail (self->loader, object, _ ("%s: “%s” is missing"), self->where, key);
  return NULL;
}

static ZpChartMark *
read_mark (ChartReader *self, const ZpNode *object, const char *const *keys)
{
  ZpChartMark *mark = g_new0 (ZpChartMark, 1);

  g_ptr_array_add (self->chart->marks, mark);
  mark->parent = -1;
  check_keys (self, object, keys);
  mark->label = read_text (self, object, "label");
  if (zp_node_get (object, "figure") == NULL)
    zp_loader_fail (self->loader, object, _ ("%s: “%s” is missing"), self->where, "figure");
  read_cell (self, object, "figure", &mark->figure);
  return mark;
}

static void
read_bars (ChartReader *self, const ZpNode *list)
{
  for (guint i = 0; i < zp_node_count (list); i++)
    {
      const ZpNode *object = zp_node_get_child (list, i);
      ZpChartMark *mark = read_mark (self, object, bar_keys);

      mark->has_whole = read_cell (self, object, "of", &mark->whole);
      mark->has_rate = read_cell (self, object, "rate", &mark->rate);
      mark->is_total = zp_node_get_flag (object, "total", FALSE);
      if (!mark->has_whole)
        zp_loader_fail (self->loader, object, _ ("%s: “%s” is missing"), self->where, "of");
    }
}

static void
read_parts (ChartReader *self, const ZpNode *list, ZpChartStage stage, int parent)
{
  for (guint i = 0; i < zp_node_count (list); i++)
    {
      ZpChartMark *mark = read_mark (self, zp_node_get_child (list, i), mark_keys);

      mark->stage = stage;
      mark->parent = parent;
    }
}

static void
read_uses (ChartReader *self, const ZpNode *list, int whole)
{
  for (guint i = 0; i < zp_node_count (list); i++)
    {
      const ZpNode *object = zp_node_get_child (list, i);
      ZpChartMark *mark = read_mark (self, object, use_keys);

      mark->stage = ZP_CHART_STAGE_USE;
      mark->parent = whole;
      mark->is_rest = zp_node_get_flag (object, "rest", FALSE);
      read_parts (self, zp_node_get (object, "parts"), ZP_CHART_STAGE_PART,
                  (int) self->chart->marks->len - 1);
    }
}

static void
read_flow (ChartReader *self, const ZpNode *object)
{
  const ZpNode *sources = zp_node_get (object, "sources");
  const ZpNode *through = zp_node_get (object, "through");
  int whole = (int) zp_node_count (sources);

  if (through == NULL)
    {
      zp_loader_fail (self->loader, object, _ ("%s: “%s” is missing"), self->where, "through");
      return;
    }
  read_parts (self, sources, ZP_CHART_STAGE_SOURCE, whole);
  read_mark (self, through, mark_keys)->stage = ZP_CHART_STAGE_WHOLE;
  read_uses (self, zp_node_get (object, "uses"), whole);
}

static void
read_marks (ChartReader *self, const ZpNode *object)
{
  switch (self->chart->kind)
    {
    case ZP_CHART_SHARES:
      self->chart->has_whole = read_cell (self, object, "of", &self->chart->whole);
      read_parts (self, zp_node_get (object, "parts"), ZP_CHART_STAGE_SOURCE, -1);
      return;
    case ZP_CHART_FLOW:
      read_flow (self, object);
      return;
    case ZP_CHART_RATES:
    default:
      read_bars (self, zp_node_get (object, "bars"));
    }
}

static void
read_chart (ZpLoader *loader, const ZpNode *object)
{
  int kind = zp_word_index (zp_node_get_text (object, "chart"), kind_words, -1);
  ChartReader reader = { .loader = loader, .where = _ ("charts") };

  if (kind < 0)
    {
      zp_loader_fail (loader, object, _ ("charts: “chart” is rates, shares or flow"));
      return;
    }
  reader.chart = g_new0 (ZpChartDef, 1);
  reader.chart->kind = (ZpChartKind) kind;
  reader.chart->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_chart_mark_free);
  g_ptr_array_add (loader->pack->charts, reader.chart);
  check_keys (&reader, object, chart_keys[kind]);
  reader.chart->title = read_text (&reader, object, "title");
  read_marks (&reader, object);
}

/**
 * zp_loader_read_charts: reads the charts.
 */
void
zp_loader_read_charts (ZpLoader *self)
{
  const ZpNode *charts = zp_node_get (self->layer->content, "charts");

  for (guint i = 0; i < zp_node_count (charts); i++)
    read_chart (self, zp_node_get_child (charts, i));
}
