/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ribbons from sources through a whole to uses and their parts, as high as their figures. */
#include "app/overview/zp-chart-flow-private.h"

/* In em. */
#define HEIGHT 11.0

/** zp_chart_flow_measure: height in pixels, whatever the width. */
int
zp_chart_flow_measure (ZpChartTexts *texts, const ZpChart *chart, int width)
{
  return (int) (HEIGHT * zp_chart_texts_get_em (texts));
}

static void
draw_ribbon (const ZpChartFlow *self,
             const ZpChartNode *from,
             const ZpChartNode *to,
             double y0,
             double y1,
             double height)
{
  cairo_t *cr = self->paint->cr;
  double x0 = self->x[from->bar->stage] + ZP_CHART_BAR_WIDTH * self->paint->em;
  double x1 = self->x[to->bar->stage];
  double middle = (x0 + x1) / 2;

  cairo_move_to (cr, x0, y0);
  cairo_curve_to (cr, middle, y0, middle, y1, x1, y1);
  cairo_line_to (cr, x1, y1 + height);
  cairo_curve_to (cr, middle, y1 + height, middle, y0 + height, x0, y0 + height);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_link (ZpChartFlow *self, ZpChartNode *node)
{
  gboolean is_source = node->bar->stage == ZP_CHART_STAGE_SOURCE;
  ZpChartNode *parent = &self->nodes[node->bar->parent];
  ZpChartNode *from = is_source ? node : parent;
  ZpChartNode *to = is_source ? parent : node;

  if (node->bar->is_rest)
    zp_chart_set_color (self->paint, &self->paint->text, .16);
  else
    zp_chart_set_color (self->paint, &self->paint->accent, is_source ? .2 : .28);
  draw_ribbon (self, from, to, from->y + from->used_out, to->y + to->used_in, node->height);
  from->used_out += node->height;
  to->used_in += node->height;
}

static void
draw_links (ZpChartFlow *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      ZpChartNode *node = &self->nodes[i];

      if (zp_chart_flow_is_shown (node->bar) && node->bar->parent >= 0 &&
          zp_chart_flow_is_shown (self->nodes[node->bar->parent].bar))
        draw_link (self, node);
    }
}

/* @x: where the text ends. */
static void
draw_left_label (const ZpChartFlow *self, const ZpChartNode *node, double x)
{
  const ZpChartBar *bar = node->bar;
  double figure = zp_chart_flow_width_of (self, bar->part_text);
  double label = zp_chart_flow_width_of (self, bar->label);
  gboolean one_line = zp_chart_flow_is_one_line (self, node);
  double beside = one_line ? figure + ZP_CHART_WORD_GAP * self->paint->em : 0;

  zp_chart_draw_text (self->paint, bar->label, ZP_CHART_TEXT_PLAIN, x - beside - label,
                      node->label_y);
  zp_chart_draw_text (self->paint, bar->part_text, ZP_CHART_TEXT_PLAIN, x - figure,
                      one_line ? node->label_y : node->label_y + zp_chart_flow_line_of (self));
}

static void
draw_right_label (const ZpChartFlow *self, const ZpChartNode *node, double x)
{
  const ZpChartBar *bar = node->bar;
  gboolean one_line = zp_chart_flow_is_one_line (self, node);
  ZpChartText style = bar->stage == ZP_CHART_STAGE_WHOLE ? ZP_CHART_TEXT_BOLD : ZP_CHART_TEXT_PLAIN;
  double beside =
    one_line ? zp_chart_flow_width_of (self, bar->label) + ZP_CHART_WORD_GAP * self->paint->em : 0;

  zp_chart_draw_text (self->paint, bar->label, style, x, node->label_y);
  zp_chart_draw_text (self->paint, bar->part_text, ZP_CHART_TEXT_PLAIN, x + beside,
                      one_line ? node->label_y : node->label_y + zp_chart_flow_line_of (self));
}

static void
draw_node (const ZpChartFlow *self, const ZpChartNode *node)
{
  const ZpChartPaint *paint = self->paint;
  double x = self->x[node->bar->stage];
  double bar = ZP_CHART_BAR_WIDTH * paint->em;
  double gap = ZP_CHART_LABEL_GAP * paint->em;

  if (node->bar->is_rest)
    zp_chart_set_color (paint, &paint->text, .5);
  else
    zp_chart_set_color (paint, &paint->accent, node->bar->stage == ZP_CHART_STAGE_WHOLE ? 1 : .75);
  cairo_rectangle (paint->cr, x, node->y, bar, node->height);
  cairo_fill (paint->cr);
  zp_chart_add_hit (paint, node->bar->id, x - bar, node->y - 4, 3 * bar, node->height + 8);
  zp_chart_set_color (paint, &paint->text, 1);
  if (node->bar->stage == ZP_CHART_STAGE_SOURCE)
    draw_left_label (self, node, x - gap);
  else
    draw_right_label (self, node, x + bar + gap);
}

/** zp_chart_flow_draw: draws ribbons, bars, and name and figure at each bar. */
void
zp_chart_flow_draw (const ZpChartPaint *paint)
{
  guint n_nodes = paint->chart->bars->len;
  g_autofree ZpChartNode *nodes = g_new0 (ZpChartNode, n_nodes);
  ZpChartFlow flow = { .paint = paint, .nodes = nodes, .n_nodes = n_nodes };

  for (guint i = 0; i < n_nodes; i++)
    nodes[i].bar = g_ptr_array_index (paint->chart->bars, i);
  zp_chart_flow_place (&flow);
  draw_links (&flow);
  for (guint i = 0; i < n_nodes; i++)
    if (zp_chart_flow_is_shown (nodes[i].bar))
      draw_node (&flow, &nodes[i]);
}
