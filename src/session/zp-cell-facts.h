/* SPDX-License-Identifier: GPL-3.0-or-later
 * What there is to know about one cell: what it means, where it comes from, where it is used. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpUse: another place that has to do with the cell.
 * @id: of a cell or a passage; what the action "win.go-to" takes
 */
typedef struct
{
  char *id;
  char *label;
} ZpUse;

void zp_use_free (ZpUse *self);

/**
 * ZpOperand: a figure that the formula of a cell reads.
 * @id: (nullable): %NULL for the entry that stands for all further rows of a sum
 * @sign: (nullable): + − × ÷ before it
 * @origin: in words: typed, declared, computed, and how
 * @state: what its own cell shows
 */
typedef struct
{
  char *id;
  char *label;
  char *figure;
  char *origin;
  const char *sign;
  ZpCellState state;
} ZpOperand;

void zp_operand_free (ZpOperand *self);

/**
 * ZpPast: one change of the cell, the last first.
 * @author: (nullable)
 * @label: (nullable): of the step: 粘贴 18 格
 * @before @after: (nullable): with unit; %NULL for empty
 */
typedef struct
{
  gint64 time;
  char *author;
  char *label;
  char *before;
  char *after;
} ZpPast;

void zp_past_free (ZpPast *self);

char *zp_cell_facts_get_name (ZpSession *session, ZpCell cell);
char *zp_cell_facts_get_figure (ZpSession *session, ZpCell cell);
const char *zp_cell_facts_get_help (ZpSession *session, ZpCell cell);
const char *zp_cell_facts_get_source (ZpSession *session, ZpCell cell);
const char *zp_cell_facts_get_basis (ZpSession *session, ZpCell cell);
char *zp_cell_facts_get_prior (ZpSession *session, ZpCell cell);
gboolean zp_cell_facts_find_prior (ZpSession *session, ZpCell cell, ZpDecimal *figure);
char *zp_cell_facts_get_formula (ZpSession *session, ZpCell cell);
char *zp_cell_facts_get_working (ZpSession *session, ZpCell cell);
char *zp_cell_facts_get_lock (ZpSession *session, ZpCell cell);
GPtrArray *zp_cell_facts_list_operands (ZpSession *session, ZpCell cell);
GPtrArray *zp_cell_facts_list_readers (ZpSession *session, ZpCell cell);
GPtrArray *zp_cell_facts_list_passages (ZpSession *session, ZpCell cell);
GPtrArray *zp_cell_facts_list_past (ZpSession *session, ZpCell cell);
char *zp_cell_facts_get_computed (ZpSession *session, ZpCell cell);
char *zp_cell_facts_get_difference (ZpSession *session, ZpCell cell);

G_END_DECLS
