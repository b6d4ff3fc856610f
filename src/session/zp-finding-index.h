/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a cell to the findings that name it, and to the gravest thing that is wrong with it. */
#pragma once

#include "check/zp-finding.h"

G_BEGIN_DECLS

/**
 * ZpCellState: what a cell shows of the findings that name it, the gravest last.
 * @ZP_CELL_STATE_CLEAN: nothing
 * @ZP_CELL_STATE_EXPLAINED: a warning with a valid note
 * @ZP_CELL_STATE_ROUNDING: 尾差
 * @ZP_CELL_STATE_AFFECTED: it differs, but the cause lies elsewhere (牵连)
 * @ZP_CELL_STATE_WARNING: an open warning
 * @ZP_CELL_STATE_ERROR: the likely cause of an error, or its guilty side
 */
typedef enum
{
  ZP_CELL_STATE_CLEAN,
  ZP_CELL_STATE_EXPLAINED,
  ZP_CELL_STATE_ROUNDING,
  ZP_CELL_STATE_AFFECTED,
  ZP_CELL_STATE_WARNING,
  ZP_CELL_STATE_ERROR,
} ZpCellState;

typedef struct _ZpFindingIndex ZpFindingIndex;

ZpFindingIndex *zp_finding_index_new (const GPtrArray *findings);
void zp_finding_index_free (ZpFindingIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpFindingIndex, zp_finding_index_free)

ZpCellState zp_finding_index_get_state (const ZpFindingIndex *self, ZpCell cell);
const ZpFinding *zp_finding_index_get_gravest (const ZpFindingIndex *self, ZpCell cell);
const GPtrArray *zp_finding_index_get_findings (const ZpFindingIndex *self, ZpCell cell);
const GPtrArray *zp_finding_index_get_passage (const ZpFindingIndex *self, const char *passage);

gboolean zp_finding_get_first (const ZpFinding *finding, ZpCell *cell);
gboolean zp_finding_get_culprit (const ZpFinding *finding, ZpCell *cell);
gboolean zp_finding_is_left (const ZpFinding *finding, ZpCell cell);
gboolean zp_finding_is_right (const ZpFinding *finding, ZpCell cell);
const ZpHint *zp_finding_get_hint (const ZpFinding *finding);

G_END_DECLS
