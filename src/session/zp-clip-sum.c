/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the figures of a block of cells add up to. */
#include <glib/gi18n-lib.h>

#include "base/zp-rational.h"
#include "session/zp-clip-private.h"

/**
 * Sum:
 * @unit: (nullable): of all figures so far, "" once there are several
 * @places: shown places, the most of any cell
 */
typedef struct
{
  guint n_cells;
  guint n_figures;
  ZpRational sum;
  const char *unit;
  int places;
  gboolean is_of_rates;
  gboolean is_broken;
} Sum;

static void
add_cell (Sum *self, const ZpSheet *sheet, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (sheet->pack, cell);
  const ZpCellContent *content = zp_cell_value_in_force (zp_report_get_value (sheet->report, cell));
  const char *unit = zp_sheet_figure_get_unit (sheet->report, cell);

  self->n_cells++;
  if (content->state != ZP_CONTENT_FIGURE || !zp_sheet_figure_is_figure (def) ||
      def->kind == ZP_KIND_YEAR)
    return;
  self->is_broken |=
    (self->unit != NULL && !g_str_equal (self->unit, unit)) ||
    !zp_rational_add (self->sum, zp_rational_from_decimal (content->number), &self->sum);
  self->unit = unit;
  self->is_of_rates |= def->kind == ZP_KIND_PERCENT;
  self->places = MAX (self->places, zp_cell_content_get_places (content, def));
  self->n_figures++;
}

static char *
show (ZpRational figure, int places)
{
  ZpDecimal rounded;

  if (!zp_rational_to_decimal (figure, places, &rounded))
    return NULL;
  return zp_sheet_figure_show_number (rounded, places, places);
}

static char *
tell_figures (const Sum *self)
{
  g_autofree char *total = NULL;
  g_autofree char *average = NULL;
  ZpRational mean;

  if (self->is_broken || self->n_figures < 2 ||
      !zp_rational_divide (self->sum, zp_rational_from_int (self->n_figures), &mean))
    return NULL;
  total = show (self->sum, self->places);
  average = show (mean, self->places);
  if (total == NULL || average == NULL)
    return NULL;
  if (self->is_of_rates)
    return g_strdup_printf (_ ("average %s"), average);
  return g_strdup_printf (_ ("total %1$s  average %2$s"), total, average);
}

/**
 * zp_clip_sum:
 *
 * Returns: (transfer full): how many cells the block has and, where its figures have one unit,
 * their total and average; rates have no total
 */
char *
zp_clip_sum (const ZpSheet *sheet, int row, int column, int n_rows, int n_columns)
{
  Sum self = { .sum = { 0, 1 } };
  g_autofree char *count = NULL;
  g_autofree char *figures = NULL;

  g_return_val_if_fail (sheet != NULL, NULL);

  for (int i = 0; i < n_rows; i++)
    for (int j = 0; j < n_columns; j++)
      {
        ZpCell cell;

        if (zp_sheet_get_cell (sheet, row + i, column + j, &cell))
          add_cell (&self, sheet, cell);
      }
  count = g_strdup_printf (ngettext ("%u cell selected", "%u cells selected", self.n_cells),
                           self.n_cells);
  figures = tell_figures (&self);
  if (figures == NULL)
    return g_steal_pointer (&count);
  return g_strconcat (count, "\u2003", figures, NULL);
}
