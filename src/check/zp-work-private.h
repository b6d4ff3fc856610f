/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a trial costs, told in figures read: the same on every machine. */
#pragma once

#include "report/zp-engine-graph.h"
#include "report/zp-report.h"

G_BEGIN_DECLS

/**
 * ZpWork:
 * @formulas: who reads which definition, of the engine
 * @n_reads: figures read so far
 */
typedef struct
{
  ZpReport *report;
  const ZpPack *pack;
  ZpGraph formulas;
  guint64 n_reads;
} ZpWork;

void zp_work_init (ZpWork *self, ZpReport *report);
void zp_work_clear (ZpWork *self);
void zp_work_add_trial (ZpWork *self);
void zp_work_add_check (ZpWork *self, const ZpCheckDef *check);
void zp_work_add_all_cells (ZpWork *self);

G_END_DECLS
