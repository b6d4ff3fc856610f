/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the facts of a cell share. */
#pragma once

#include "session/zp-cell-facts.h"
#include "session/zp-sheet-figure.h"

G_BEGIN_DECLS

/**
 * ZpNearScope: the report as formulas see it, with cells named as seen from @from.
 */
typedef struct
{
  ZpScope scope;
  const ZpScope *inner;
  ZpReport *report;
  ZpCell from;
} ZpNearScope;

/**
 * ZpTerm: a figure in a formula.
 * @sign: (nullable): + − × ÷ before it
 */
typedef struct
{
  ZpCell cell;
  const char *sign;
} ZpTerm;

GArray *zp_cell_facts_read_terms (ZpReport *report, ZpCell cell, gboolean *is_chain);
void zp_near_scope_init (ZpNearScope *self, ZpReport *report, ZpCell from);
char *zp_cell_facts_name_from (ZpReport *report, ZpCell cell, ZpCell from);
char *zp_cell_facts_say (ZpReport *report, ZpCell cell, const ZpCellContent *content);

G_END_DECLS
