/* SPDX-License-Identifier: GPL-3.0-or-later
 * Figures and texts of a report as values of a sheet. */
#include "document/zp-book-value.h"

#include <string.h>

#include "base/zp-text.h"

/** zp_book_cell_set_text: a text, cleaned; "" is an empty cell. */
void
zp_book_cell_set_text (ZpBookCell *self, const char *text)
{
  g_free (self->text);
  self->text = zp_text_clean (text);
  self->value = *self->text != '\0' ? ZP_BOOK_TEXT : ZP_BOOK_EMPTY;
}

static void
set_percent (ZpBookCell *self, ZpDecimal percent)
{
  self->percent = TRUE;
  if (!zp_rational_to_decimal (zp_rational_scale (percent, 1, 100), ZP_DECIMAL_PLACES,
                               &self->number))
    self->number = ZP_DECIMAL_ZERO;
}

/* What was typed as 90% is kept as 0.9 and stays a per cent on the sheet. */
static void
set_mixed (ZpBookCell *self, const ZpCellContent *content)
{
  gboolean is_percent =
    g_str_has_suffix (content->text, "%") || g_str_has_suffix (content->text, "％");

  self->percent = is_percent;
  self->places = zp_decimal_get_places (content->number);
  if (is_percent)
    self->places = MAX (self->places - 2, 0);
}

static void
set_number (ZpBookCell *self,
            const ZpCellContent *content,
            const ZpCellDef *def,
            const ZpPack *pack)
{
  self->value = ZP_BOOK_NUMBER;
  self->align = ZP_ALIGN_RIGHT;
  self->number = content->number;
  self->places = zp_cell_content_get_places (content, def);
  self->grouping = pack->grouping && def->kind == ZP_KIND_MONEY;
  if (def->kind == ZP_KIND_PERCENT)
    set_percent (self, content->number);
  else if (def->kind == ZP_KIND_MIXED && content->text != NULL)
    set_mixed (self, content);
}

/**
 * zp_book_cell_set_content:
 * @content: of a cell defined by @def
 *
 * Puts the content on the sheet as a value: figures as numbers in the unit of their cell, per cents
 * as fractions, dates as dates, not applicable as “—”, whatever mark the pack prints.
 */
void
zp_book_cell_set_content (ZpBookCell *self,
                          const ZpCellContent *content,
                          const ZpCellDef *def,
                          const ZpPack *pack)
{
  switch (content->state)
    {
    case ZP_CONTENT_EMPTY:
      break;
    case ZP_CONTENT_NOT_APPLICABLE:
      zp_book_cell_set_text (self, ZP_NOT_APPLICABLE);
      break;
    case ZP_CONTENT_WORDS:
      zp_book_cell_set_text (self, content->text);
      break;
    case ZP_CONTENT_FIGURE:
      if (def->kind != ZP_KIND_DATE)
        {
          set_number (self, content, def, pack);
          break;
        }
      self->value = ZP_BOOK_DATE;
      self->day = (gint32) (content->number.millionths / ZP_DECIMAL_ONE);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * zp_book_cell_set_figure:
 * @base: a figure in the base unit
 * @unit: unit it is shown in
 * @places: decimal places it is rounded to and shown with; -1 as many as it has
 *
 * Puts a calculated figure on the sheet as a number; a per cent as a fraction. What does not fit
 * leaves the cell empty.
 */
void
zp_book_cell_set_figure (
  ZpBookCell *self, ZpRational base, ZpUnit unit, int places, gboolean grouping)
{
  ZpDecimal figure;

  if (!zp_unit_from_base (unit, base, places < 0 ? ZP_DECIMAL_PLACES : places, &figure))
    return;

  self->value = ZP_BOOK_NUMBER;
  self->align = ZP_ALIGN_RIGHT;
  self->number = figure;
  self->places = places < 0 ? zp_decimal_get_places (figure) : places;
  self->grouping = grouping && unit.kind == ZP_UNIT_MONEY;
  if (unit.kind == ZP_UNIT_PERCENT)
    set_percent (self, figure);
}
