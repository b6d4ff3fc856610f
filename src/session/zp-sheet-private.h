/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of a sheet share. */
#pragma once

#include "session/zp-sheet-figure.h"
#include "session/zp-sheet.h"

G_BEGIN_DECLS

/**
 * ZpSheetHead: what is known of a column.
 * @column: as it is told; @name: its label alone; @unit: of its figures, "" when they have none or
 * several
 */
typedef struct
{
  ZpSheetColumn column;
  char *name;
  const char *unit;
} ZpSheetHead;

/**
 * ZpSheetHeads: labels of the sheet as they read at @revision of the report.
 * @columns: of #ZpSheetHead; @rows: of #ZpSheetRow: those that are always there
 */
typedef struct
{
  guint64 revision;
  GArray *columns;
  GArray *rows;
} ZpSheetHeads;

/**
 * ZpSheet:
 * @report: of the session
 * @unit: (nullable): of the figures, when most of them have the same; interned
 * @heads: read anew when the report changed: labels may have figures in them
 */
struct _ZpSheet
{
  ZpSession *session;
  ZpReport *report;
  const ZpPack *pack;
  const ZpBlock *block;
  const char *unit;
  ZpSheetHeads *heads;
};

void zp_sheet_heads_read (ZpSheetHeads *self, const ZpSheet *sheet);
void zp_sheet_heads_free (ZpSheetHeads *self);
const char *zp_sheet_find_unit (const ZpBlock *block);
const ZpSheetHead *zp_sheet_get_head (const ZpSheet *self, int column);
gboolean zp_sheet_is_total_row (const ZpSheet *self, int row);

G_END_DECLS
