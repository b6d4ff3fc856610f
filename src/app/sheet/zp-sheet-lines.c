/* SPDX-License-Identifier: GPL-3.0-or-later
 * Widths that the sheets of one page share, so that their lines meet. */
#include "app/sheet/zp-sheet-lines.h"

/** zp_sheet_lines_new: (transfer full): for one page. */
ZpSheetLines *
zp_sheet_lines_new (void)
{
  ZpSheetLines *self = g_new0 (ZpSheetLines, 1);

  g_atomic_ref_count_init (&self->refs);
  return self;
}

/** zp_sheet_lines_ref: (transfer full): @self. */
ZpSheetLines *
zp_sheet_lines_ref (ZpSheetLines *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/** zp_sheet_lines_unref: frees @self when it was the last. */
void
zp_sheet_lines_unref (ZpSheetLines *self)
{
  if (g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

/**
 * zp_sheet_lines_need:
 * @n_columns: of figures, of one sheet
 * @head @figure: widths that it needs
 *
 * The row heads of the sheet with the most columns decide; those of the others reach to one of its
 * lines.
 *
 * Returns: whether a width changed
 */
gboolean
zp_sheet_lines_need (ZpSheetLines *self, int n_columns, int head, int figure)
{
  ZpSheetLines before = *self;

  if (n_columns > self->n_columns)
    {
      self->n_columns = n_columns;
      self->head = head;
    }
  else if (n_columns == self->n_columns)
    self->head = MAX (self->head, head);
  self->figure = MAX (self->figure, figure);
  if (before.head == self->head && before.figure == self->figure)
    return FALSE;
  self->revision++;
  return TRUE;
}

/** zp_sheet_lines_clear: forgets all needs: the size of the text changed. */
void
zp_sheet_lines_clear (ZpSheetLines *self)
{
  self->n_columns = 0;
  self->head = 0;
  self->figure = 0;
  self->revision++;
}
