/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ribbons from sources through a whole to uses and their parts, as high as their figures. */
#include "app/overview/zp-chart-paint-private.h"

#define N_STAGES 4

/* In em. */
#define HEIGHT 11.0
#define BAR_WIDTH .55
#define BAR_GAP .9
#define LABEL_GAP .6
#define LINE_HEIGHT 1.35
#define WORD_GAP .5
#define CURVE_WIDTH 1.2

/* In pixels: what is there is seen, however small. */
#define MIN_HEIGHT 1.5

/* What a stage gets of the room that is left. */
static const double shares[N_STAGES] = { 0, .4, .3, .3 };

/**
 * Node: a mark with its place.
 * @y: upper edge; @used_in @used_out: how much of its height ribbons have taken
 * @label_y: upper edge of its label
 */
typedef struct
{
  const ZpChartBar *bar;
  double y;
  double height;
  double used_in;
  double used_out;
  double label_y;
} Node;

typedef struct
{
  const ZpChartPaint *paint;
  Node *nodes;
  guint n_nodes;
  double scale;
  double x[N_STAGES];
} Flow;

static gboolean
is_shown (const ZpChartBar *bar)
{
  return bar->has_part && bar->part.millionths > 0;
}

static gboolean
has_stage (const ZpChart *chart, ZpChartStage stage)
{
  for (guint i = 0; i < chart->bars->len; i++)
    {
      const ZpChartBar *bar = g_ptr_array_index (chart->bars, i);

      if (bar->stage == stage && is_shown (bar))
        return TRUE;
    }
  return FALSE;
}

/** zp_chart_flow_measure: height in pixels, whatever the width. */
int
zp_chart_flow_measure (GtkWidget *widget, const ZpChart *chart, int width)
{
  return (int) (HEIGHT * zp_chart_get_em (widget));
}

static void
measure_stage (const Flow *self, ZpChartStage stage, double *sum, guint *count)
{
  *sum = 0;
  *count = 0;
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->nodes[i].bar->stage == stage && is_shown (self->nodes[i].bar))
      {
        *sum += (double) self->nodes[i].bar->part.millionths;
        (*count)++;
      }
}

/* The stage that needs most height says how high a figure is. */
static void
set_scale (Flow *self)
{
  self->scale = G_MAXDOUBLE;
  for (guint stage = 0; stage < N_STAGES; stage++)
    {
      double sum;
      guint count;

      measure_stage (self, stage, &sum, &count);
      if (count > 0)
        self->scale =
          MIN (self->scale, (self->paint->height - (count - 1) * BAR_GAP * self->paint->em) / sum);
    }
}

static void
place_stage (Flow *self, ZpChartStage stage)
{
  double gap = BAR_GAP * self->paint->em;
  double sum;
  double y;
  guint count;

  measure_stage (self, stage, &sum, &count);
  if (count == 0)
    return;
  y = MAX ((self->paint->height - sum * self->scale - (count - 1) * gap) / 2, 0);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      Node *node = &self->nodes[i];

      if (node->bar->stage != stage || !is_shown (node->bar))
        continue;
      node->y = y;
      node->height = MAX ((double) node->bar->part.millionths * self->scale, MIN_HEIGHT);
      y += node->height + gap;
    }
}

/* Parts stand beside what they are parts of, not in the middle. */
static void
place_parts (Flow *self)
{
  double y = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      Node *node = &self->nodes[i];

      if (node->bar->stage != ZP_CHART_STAGE_PART || !is_shown (node->bar))
        continue;
      y = MAX (y, self->nodes[node->bar->parent].y - BAR_GAP * self->paint->em * .5);
      node->y = y;
      node->height = MAX ((double) node->bar->part.millionths * self->scale, MIN_HEIGHT);
      y += node->height + BAR_GAP * self->paint->em;
    }
}

static double
width_of (const Flow *self, const char *text)
{
  double width;

  zp_chart_measure_text (self->paint->widget, text, ZP_CHART_TEXT_PLAIN, &width, NULL);
  return width;
}

static double
line_of (const Flow *self)
{
  return LINE_HEIGHT * self->paint->em;
}

/* Name over figure, or both in one line beside a low bar. */
static gboolean
is_one_line (const Flow *self, const Node *node)
{
  return node->height < 2 * line_of (self);
}

static double
height_of_label (const Flow *self, const Node *node)
{
  return (is_one_line (self, node) ? 1 : 2) * line_of (self);
}

static double
width_of_label (const Flow *self, const Node *node)
{
  double label = width_of (self, node->bar->label);
  double figure = width_of (self, node->bar->part_text);

  if (is_one_line (self, node))
    return label + WORD_GAP * self->paint->em + figure;
  return MAX (label, figure);
}

static double
widest_label (const Flow *self, ZpChartStage stage)
{
  double widest = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const Node *node = &self->nodes[i];

      if (node->bar->stage == stage && is_shown (node->bar))
        widest = MAX (widest, width_of_label (self, node));
    }
  return widest;
}

/* How far a stage stands from the one before, at least: as far as the words between them need. */
static double
room_before (const Flow *self, ZpChartStage stage)
{
  double em = self->paint->em;
  double widest = 0;

  if (stage <= ZP_CHART_STAGE_WHOLE)
    return stage == ZP_CHART_STAGE_WHOLE ? (BAR_WIDTH + CURVE_WIDTH) * em : 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const ZpChartBar *bar = self->nodes[i].bar;

      if (bar->stage == stage - 1 && is_shown (bar))
        widest = MAX (widest, MAX (width_of (self, bar->label), width_of (self, bar->part_text)));
    }
  return (BAR_WIDTH + 2 * LABEL_GAP) * em + widest;
}

/* What is left when every stage has its room is shared; too little is too little for all. */
static void
place_between (Flow *self, ZpChartStage last, double width)
{
  double rooms[N_STAGES] = { 0 };
  double needed = 0;
  double spare;
  double squeeze;

  for (guint stage = 1; stage <= last; stage++)
    {
      rooms[stage] = room_before (self, stage);
      needed += rooms[stage];
    }
  spare = MAX (width - needed, 0);
  squeeze = needed > width ? width / needed : 1;
  for (guint stage = 1; stage <= last; stage++)
    self->x[stage] = self->x[stage - 1] + rooms[stage] * squeeze + spare * shares[stage];
}

static void
place_columns (Flow *self)
{
  const ZpChartPaint *paint = self->paint;
  gboolean has_parts = has_stage (paint->chart, ZP_CHART_STAGE_PART);
  ZpChartStage last = has_parts ? ZP_CHART_STAGE_PART : ZP_CHART_STAGE_USE;
  double gap = LABEL_GAP * paint->em;
  double right = paint->width - widest_label (self, last) - gap - BAR_WIDTH * paint->em;

  self->x[0] = widest_label (self, ZP_CHART_STAGE_SOURCE) + gap;
  place_between (self, last, MAX (right - self->x[0], 0));
}

static void
draw_ribbon (
  const Flow *self, const Node *from, const Node *to, double y0, double y1, double height)
{
  cairo_t *cr = self->paint->cr;
  double x0 = self->x[from->bar->stage] + BAR_WIDTH * self->paint->em;
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
draw_link (Flow *self, Node *node)
{
  gboolean is_source = node->bar->stage == ZP_CHART_STAGE_SOURCE;
  Node *parent = &self->nodes[node->bar->parent];
  Node *from = is_source ? node : parent;
  Node *to = is_source ? parent : node;

  if (node->bar->is_rest)
    zp_chart_set_color (self->paint, &self->paint->text, .16);
  else
    zp_chart_set_color (self->paint, &self->paint->accent, is_source ? .2 : .28);
  draw_ribbon (self, from, to, from->y + from->used_out, to->y + to->used_in, node->height);
  from->used_out += node->height;
  to->used_in += node->height;
}

static void
draw_links (Flow *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      Node *node = &self->nodes[i];

      if (is_shown (node->bar) && node->bar->parent >= 0 &&
          is_shown (self->nodes[node->bar->parent].bar))
        draw_link (self, node);
    }
}

/* Labels stand in the middle of their bars, but not on each other, and inside the chart. */
static void
place_labels (Flow *self, ZpChartStage stage)
{
  double top = 0;
  double bottom = self->paint->height;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      Node *node = &self->nodes[i];
      double height = height_of_label (self, node);

      if (node->bar->stage != stage || !is_shown (node->bar))
        continue;
      node->label_y = MAX (node->y + (node->height - height) / 2, top);
      top = node->label_y + height;
    }
  for (guint i = self->n_nodes; i > 0; i--)
    {
      Node *node = &self->nodes[i - 1];

      if (node->bar->stage != stage || !is_shown (node->bar))
        continue;
      node->label_y = MIN (node->label_y, bottom - height_of_label (self, node));
      bottom = node->label_y;
    }
}

/* @x: where the text ends. */
static void
draw_left_label (const Flow *self, const Node *node, double x)
{
  const ZpChartBar *bar = node->bar;
  double figure = width_of (self, bar->part_text);
  double label = width_of (self, bar->label);
  gboolean one_line = is_one_line (self, node);
  double beside = one_line ? figure + WORD_GAP * self->paint->em : 0;

  zp_chart_draw_text (self->paint, bar->label, ZP_CHART_TEXT_PLAIN, x - beside - label,
                      node->label_y);
  zp_chart_draw_text (self->paint, bar->part_text, ZP_CHART_TEXT_PLAIN, x - figure,
                      one_line ? node->label_y : node->label_y + line_of (self));
}

static void
draw_right_label (const Flow *self, const Node *node, double x)
{
  const ZpChartBar *bar = node->bar;
  gboolean one_line = is_one_line (self, node);
  ZpChartText style = bar->stage == ZP_CHART_STAGE_WHOLE ? ZP_CHART_TEXT_BOLD : ZP_CHART_TEXT_PLAIN;
  double beside = one_line ? width_of (self, bar->label) + WORD_GAP * self->paint->em : 0;

  zp_chart_draw_text (self->paint, bar->label, style, x, node->label_y);
  zp_chart_draw_text (self->paint, bar->part_text, ZP_CHART_TEXT_PLAIN, x + beside,
                      one_line ? node->label_y : node->label_y + line_of (self));
}

static void
draw_node (const Flow *self, const Node *node)
{
  const ZpChartPaint *paint = self->paint;
  double x = self->x[node->bar->stage];
  double bar = BAR_WIDTH * paint->em;
  double gap = LABEL_GAP * paint->em;

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
  g_autofree Node *nodes = g_new0 (Node, n_nodes);
  Flow flow = { .paint = paint, .nodes = nodes, .n_nodes = n_nodes };

  for (guint i = 0; i < n_nodes; i++)
    nodes[i].bar = g_ptr_array_index (paint->chart->bars, i);
  set_scale (&flow);
  for (guint stage = 0; stage < ZP_CHART_STAGE_PART; stage++)
    place_stage (&flow, stage);
  place_parts (&flow);
  place_columns (&flow);
  for (guint stage = 0; stage < N_STAGES; stage++)
    place_labels (&flow, stage);
  draw_links (&flow);
  for (guint i = 0; i < n_nodes; i++)
    if (is_shown (nodes[i].bar))
      draw_node (&flow, &nodes[i]);
}
