/* SPDX-License-Identifier: GPL-3.0-or-later
 * Widths that the sheets of one page share, so that their lines meet. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZpSheetLines:
 * @n_columns: of the sheet with the most columns
 * @head: width of its row heads
 * @figure: width of every column of figures
 * @revision: raised when one of them changes
 */
typedef struct
{
  gatomicrefcount refs;
  int n_columns;
  int head;
  int figure;
  guint revision;
} ZpSheetLines;

ZpSheetLines *zp_sheet_lines_new (void);
ZpSheetLines *zp_sheet_lines_ref (ZpSheetLines *self);
void zp_sheet_lines_unref (ZpSheetLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpSheetLines, zp_sheet_lines_unref)

gboolean zp_sheet_lines_need (ZpSheetLines *self, int n_columns, int head, int figure);
void zp_sheet_lines_clear (ZpSheetLines *self);

G_END_DECLS
