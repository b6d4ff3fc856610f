/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a screen reader hears of a cell. */
#pragma once

#include "session/zp-sheet-private.h"

G_BEGIN_DECLS

/**
 * ZpSheetPlace: a cell while it is looked at.
 * @content: in force
 * @finding: (nullable): what its state is told by
 * @computed: (nullable): what the formula gives, where a declared figure differs from it
 */
typedef struct
{
  const ZpSheet *sheet;
  ZpCell cell;
  const ZpCellDef *def;
  const ZpCellValue *value;
  const ZpCellContent *content;
  const ZpFinding *finding;
  char *computed;
} ZpSheetPlace;

char *zp_sheet_say (const ZpSheetPlace *self, int row, int column, const ZpCellView *view);
char *zp_sheet_say_nothing (const ZpSheet *self, int row, int column);

G_END_DECLS
