/* SPDX-License-Identifier: GPL-3.0-or-later
 * Charts of the main figures, as a pack lays them out. */
#pragma once

#include "template/zp-block.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_CHART_RATES,  /* a bar for each line: part of a whole */
  ZP_CHART_SHARES, /* one bar of parts */
  ZP_CHART_FLOW,   /* from sources through a whole to uses */
} ZpChartKind;

/** Stages of a flow, from left to right. */
typedef enum
{
  ZP_CHART_STAGE_SOURCE,
  ZP_CHART_STAGE_WHOLE,
  ZP_CHART_STAGE_USE,
  ZP_CHART_STAGE_PART,
} ZpChartStage;

/**
 * ZpChartMark: one bar.
 * @figure: the cell it shows; @whole @rate: cells it is held against, where @has_whole, @has_rate
 * @parent: of a flow: number of the mark it flows into or out of, or -1
 * @is_rest: what is left over; @is_total: stands out
 */
typedef struct
{
  ZpPhrase *label;
  ZpCell figure;
  ZpCell whole;
  ZpCell rate;
  gboolean has_whole;
  gboolean has_rate;
  ZpChartStage stage;
  int parent;
  gboolean is_rest;
  gboolean is_total;
} ZpChartMark;

/**
 * ZpChartDef:
 * @has_whole: of shares: @whole is the cell they are parts of
 * @marks: of #ZpChartMark
 */
typedef struct
{
  ZpChartKind kind;
  ZpPhrase *title;
  ZpCell whole;
  gboolean has_whole;
  GPtrArray *marks;
} ZpChartDef;

G_END_DECLS
