/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where bars and labels of the ribbons stand. */
#include "app/overview/zp-chart-flow-private.h"

/* In em. */
#define BAR_GAP .9
#define LINE_HEIGHT 1.35
#define CURVE_WIDTH 1.2

/* In pixels: what is there is seen, however small. */
#define MIN_HEIGHT 1.5

/* What a stage gets of the room that is left. */
static const double shares[ZP_CHART_N_STAGES] = { 0, .4, .3, .3 };

/** zp_chart_flow_is_shown: whether there is something to draw of it. */
gboolean
zp_chart_flow_is_shown (const ZpChartBar *bar)
{
  return bar->has_part && bar->part.millionths > 0;
}

static gboolean
has_stage (const ZpChart *chart, ZpChartStage stage)
{
  for (guint i = 0; i < chart->bars->len; i++)
    {
      const ZpChartBar *bar = g_ptr_array_index (chart->bars, i);

      if (bar->stage == stage && zp_chart_flow_is_shown (bar))
        return TRUE;
    }
  return FALSE;
}

static void
measure_stage (const ZpChartFlow *self, ZpChartStage stage, double *sum, guint *count)
{
  *sum = 0;
  *count = 0;
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->nodes[i].bar->stage == stage && zp_chart_flow_is_shown (self->nodes[i].bar))
      {
        *sum += (double) self->nodes[i].bar->part.millionths;
        (*count)++;
      }
}

/* The stage that needs most height says how high a figure is. */
static void
set_scale (ZpChartFlow *self)
{
  self->scale = G_MAXDOUBLE;
  for (guint stage = 0; stage < ZP_CHART_N_STAGES; stage++)
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
place_stage (ZpChartFlow *self, ZpChartStage stage)
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
      ZpChartNode *node = &self->nodes[i];

      if (node->bar->stage != stage || !zp_chart_flow_is_shown (node->bar))
        continue;
      node->y = y;
      node->height = MAX ((double) node->bar->part.millionths * self->scale, MIN_HEIGHT);
      y += node->height + gap;
    }
}

/* Parts stand beside what they are parts of, not in the middle. */
static void
place_parts (ZpChartFlow *self)
{
  double y = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      ZpChartNode *node = &self->nodes[i];

      if (node->bar->stage != ZP_CHART_STAGE_PART || !zp_chart_flow_is_shown (node->bar))
        continue;
      y = MAX (y, self->nodes[node->bar->parent].y - BAR_GAP * self->paint->em * .5);
      node->y = y;
      node->height = MAX ((double) node->bar->part.millionths * self->scale, MIN_HEIGHT);
      y += node->height + BAR_GAP * self->paint->em;
    }
}

/** zp_chart_flow_width_of: in pixels, of a text beside a bar. */
double
zp_chart_flow_width_of (const ZpChartFlow *self, const char *text)
{
  return zp_chart_texts_get_width (self->paint->texts, text, ZP_CHART_TEXT_PLAIN);
}

/** zp_chart_flow_line_of: height of a line of a label, in pixels. */
double
zp_chart_flow_line_of (const ZpChartFlow *self)
{
  return LINE_HEIGHT * self->paint->em;
}

/** zp_chart_flow_is_one_line: name and figure stand in one line, beside a low bar; else one over
 * the other. */
gboolean
zp_chart_flow_is_one_line (const ZpChartFlow *self, const ZpChartNode *node)
{
  return !self->is_narrow && node->height < 2 * zp_chart_flow_line_of (self);
}

static double
height_of_label (const ZpChartFlow *self, const ZpChartNode *node)
{
  return (zp_chart_flow_is_one_line (self, node) ? 1 : 2) * zp_chart_flow_line_of (self);
}

static double
width_of_label (const ZpChartFlow *self, const ZpChartNode *node)
{
  double label = zp_chart_flow_width_of (self, node->bar->label);
  double figure = zp_chart_flow_width_of (self, node->bar->part_text);

  if (zp_chart_flow_is_one_line (self, node))
    return label + ZP_CHART_WORD_GAP * self->paint->em + figure;
  return MAX (label, figure);
}

static double
widest_label (const ZpChartFlow *self, ZpChartStage stage)
{
  double widest = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const ZpChartNode *node = &self->nodes[i];

      if (node->bar->stage == stage && zp_chart_flow_is_shown (node->bar))
        widest = MAX (widest, width_of_label (self, node));
    }
  return widest;
}

/* How far a stage stands from the one before, at least: as far as the words between them need. */
static double
room_before (const ZpChartFlow *self, ZpChartStage stage)
{
  double em = self->paint->em;
  double widest = 0;

  if (stage <= ZP_CHART_STAGE_WHOLE)
    return stage == ZP_CHART_STAGE_WHOLE ? (ZP_CHART_BAR_WIDTH + CURVE_WIDTH) * em : 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const ZpChartBar *bar = self->nodes[i].bar;

      if (bar->stage == stage - 1 && zp_chart_flow_is_shown (bar))
        widest = MAX (widest, MAX (zp_chart_flow_width_of (self, bar->label),
                                   zp_chart_flow_width_of (self, bar->part_text)));
    }
  return (ZP_CHART_BAR_WIDTH + 2 * ZP_CHART_LABEL_GAP) * em + widest;
}

/* What is left when every stage has its room is shared; too little is too little for all. */
static void
place_between (ZpChartFlow *self, ZpChartStage last, double width)
{
  double rooms[ZP_CHART_N_STAGES] = { 0 };
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

/* Between the labels at both ends. */
static double
find_width (const ZpChartFlow *self, ZpChartStage last)
{
  double ends = widest_label (self, ZP_CHART_STAGE_SOURCE) + widest_label (self, last);

  return MAX (
    self->paint->width - ends - (2 * ZP_CHART_LABEL_GAP + ZP_CHART_BAR_WIDTH) * self->paint->em, 0);
}

static gboolean
fits (const ZpChartFlow *self, ZpChartStage last, double width)
{
  double needed = 0;

  for (guint stage = 1; stage <= last; stage++)
    needed += room_before (self, stage);
  return needed <= width;
}

static void
place_columns (ZpChartFlow *self)
{
  const ZpChartPaint *paint = self->paint;
  gboolean has_parts = has_stage (paint->chart, ZP_CHART_STAGE_PART);
  ZpChartStage last = has_parts ? ZP_CHART_STAGE_PART : ZP_CHART_STAGE_USE;
  double width = find_width (self, last);

  if (!fits (self, last, width))
    {
      self->is_narrow = TRUE;
      width = find_width (self, last);
    }
  self->x[0] = widest_label (self, ZP_CHART_STAGE_SOURCE) + ZP_CHART_LABEL_GAP * paint->em;
  place_between (self, last, width);
}

/* Labels stand in the middle of their bars, but not on each other, and inside the chart. */
static void
place_labels (ZpChartFlow *self, ZpChartStage stage)
{
  double top = 0;
  double bottom = self->paint->height;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      ZpChartNode *node = &self->nodes[i];
      double height = height_of_label (self, node);

      if (node->bar->stage != stage || !zp_chart_flow_is_shown (node->bar))
        continue;
      node->label_y = MAX (node->y + (node->height - height) / 2, top);
      top = node->label_y + height;
    }
  for (guint i = self->n_nodes; i > 0; i--)
    {
      ZpChartNode *node = &self->nodes[i - 1];

      if (node->bar->stage != stage || !zp_chart_flow_is_shown (node->bar))
        continue;
      node->label_y = MIN (node->label_y, bottom - height_of_label (self, node));
      bottom = node->label_y;
    }
}

/** zp_chart_flow_place: gives every bar and label its place. */
void
zp_chart_flow_place (ZpChartFlow *self)
{
  set_scale (self);
  for (guint stage = 0; stage < ZP_CHART_STAGE_PART; stage++)
    place_stage (self, stage);
  place_parts (self);
  place_columns (self);
  for (guint stage = 0; stage < ZP_CHART_N_STAGES; stage++)
    place_labels (self, stage);
}
