/* SPDX-License-Identifier: GPL-3.0-or-later
 * Blocks of cells as text for other programs, and text of other programs as a plan of changes. */
#pragma once

#include "session/zp-sheet.h"

G_BEGIN_DECLS

/** Larger pastes are refused. */
#define ZP_CLIP_MAX_BYTES (4 * 1024 * 1024)
#define ZP_CLIP_MAX_FIELDS 200000

#define ZP_CLIP_ERROR (zp_clip_error_quark ())
GQuark zp_clip_error_quark (void);

/**
 * ZpClipError:
 * @ZP_CLIP_ERROR_EMPTY: there is nothing to paste
 * @ZP_CLIP_ERROR_SIZE: there is too much
 */
typedef enum
{
  ZP_CLIP_ERROR_EMPTY,
  ZP_CLIP_ERROR_SIZE,
} ZpClipError;

typedef enum
{
  ZP_CLIP_PLAIN,    /* goes in as it is */
  ZP_CLIP_CLEANED,  /* separators, full width, spaces, units, brackets were read away */
  ZP_CLIP_DOUBTFUL, /* goes in, but looks wrong: ten times its neighbours */
  ZP_CLIP_REFUSED,  /* does not go in */
} ZpClipFate;

/**
 * ZpClipItem: one field of the clipboard that has to do with a cell; where nothing was given and
 * nothing stands there is none.
 * @row @column: of the sheet once the rows are there that the paste adds
 * @place: 第 3 行 · 年初预算
 * @given: as it was in the clipboard
 * @written: (nullable): as it will be shown
 * @remark: (nullable): what was changed, or why it is left out
 * @cell: where it goes, unless it is refused
 * @kept: (nullable): what the report is going to keep; %NULL empties the cell
 * @is_written: FALSE when it is refused, and when it is what the program computes by itself
 */
typedef struct
{
  int row;
  int column;
  char *place;
  char *given;
  char *written;
  char *remark;
  ZpClipFate fate;
  ZpCell cell;
  char *kept;
  gboolean is_written;
} ZpClipItem;

/**
 * ZpClipPlan: what a paste would do.
 * @items: of #ZpClipItem
 * @n_rows @n_columns: of the clipboard; @n_new_rows: rows that a table gets for it
 * @counts: items by #ZpClipFate
 */
typedef struct
{
  GPtrArray *items;
  int row;
  int column;
  int n_rows;
  int n_columns;
  int n_new_rows;
  guint counts[ZP_CLIP_REFUSED + 1];
} ZpClipPlan;

void zp_clip_plan_free (ZpClipPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpClipPlan, zp_clip_plan_free)

GPtrArray *zp_clip_parse (const char *text, GError **error);
char *zp_clip_copy (const ZpSheet *sheet, int row, int column, int n_rows, int n_columns);
ZpClipPlan *
zp_clip_plan (const ZpSheet *sheet, const char *text, int row, int column, GError **error);
gboolean zp_clip_is_clean (const ZpClipPlan *plan);
guint zp_clip_count_written (const ZpClipPlan *plan);
gboolean zp_clip_paste (const ZpSheet *sheet, const ZpClipPlan *plan, GError **error);
gboolean zp_clip_fill_down (
  const ZpSheet *sheet, int row, int column, int n_rows, int n_columns, GError **error);
char *zp_clip_sum (const ZpSheet *sheet, int row, int column, int n_rows, int n_columns);

G_END_DECLS
