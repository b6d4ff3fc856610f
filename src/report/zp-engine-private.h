/* SPDX-License-Identifier: GPL-3.0-or-later
 * The inside of the engine. */
#pragma once

#include "report/zp-engine-graph.h"
#include "report/zp-engine.h"

G_BEGIN_DECLS

/** Places are marked in words of so many bits. */
#define ZP_ENGINE_WORD_BITS 64

/**
 * ZpDirty: rows of one definition that have to be computed anew.
 */
typedef struct
{
  gboolean all;
  GArray *rows; /* of int, with repeats */
} ZpDirty;

/**
 * ZpEngineLogEntry: what a cell held before it was recomputed, to take a trial back.
 */
typedef struct
{
  ZpCell cell;
  ZpCellContent before;
} ZpEngineLogEntry;

struct _ZpEngine
{
  const ZpPack *pack;
  ZpCells *cells;
  const ZpScope *scope;
  ZpGraph graph;
  ZpDirty *dirty;  /* by place in the order */
  guint64 *places; /* bit set of places with something dirty */
  guint n_places;
  guint n_words;
  GArray *moved; /* of ZpCell */
  guint n_trials;
  GArray *log; /* of ZpEngineLogEntry */
};

G_END_DECLS
