/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands in one cell: what was typed, what was computed, and which of them is in force. */
#include "report/zp-cell-value.h"

#include <string.h>

#include "base/zp-date.h"
#include "base/zp-figure.h"

/** zp_cell_content_equal: whether both hold the same figure or text. */
gboolean
zp_cell_content_equal (const ZpCellContent *a, const ZpCellContent *b)
{
  if (a->state != b->state)
    return FALSE;
  if (a->state == ZP_CONTENT_FIGURE)
    return a->number.millionths == b->number.millionths && g_strcmp0 (a->text, b->text) == 0;
  return a->state != ZP_CONTENT_WORDS || g_strcmp0 (a->text, b->text) == 0;
}

/** zp_cell_content_clear: makes it empty and frees what it held. */
void
zp_cell_content_clear (ZpCellContent *self)
{
  g_free (self->text);
  *self = (ZpCellContent){ 0 };
}

/** zp_cell_content_copy: makes @self hold what @from holds. */
void
zp_cell_content_copy (ZpCellContent *self, const ZpCellContent *from)
{
  char *text = g_strdup (from->text);

  g_free (self->text);
  *self = *from;
  self->text = text;
}

static void
set_words (ZpCellContent *self, const char *text)
{
  self->state = ZP_CONTENT_WORDS;
  self->text = g_strdup (text);
}

static void
set_figure (ZpCellContent *self, ZpDecimal number)
{
  self->state = ZP_CONTENT_FIGURE;
  self->number = number;
}

/* Most are plain decimals, as files keep them. "90%" reads as 0.9, so that two of them can be
 * divided like any other pair of figures. */
static gboolean
read_mixed (const char *text, ZpDecimal *number)
{
  if (zp_decimal_parse (text, number, NULL) ||
      zp_figure_parse (text, zp_unit_number (""), number, NULL))
    return TRUE;
  if (!g_str_has_suffix (text, "%") && !g_str_has_suffix (text, "％"))
    return FALSE;
  return zp_figure_parse (text, zp_unit_percent (), number, NULL) &&
         zp_rational_to_decimal (zp_rational_scale (*number, 1, 100), ZP_DECIMAL_PLACES, number);
}

/* A row is named by its number as a text, so that a number which is no row is kept like any other.
 */
static void
set_row_number (ZpCellContent *self, const char *text)
{
  set_words (self, text);
  if (zp_decimal_parse (text, &self->number, NULL))
    self->state = ZP_CONTENT_FIGURE;
}

static gboolean
date_from_text (ZpCellContent *self, const ZpCellDef *def, const char *text, GError **error)
{
  ZpDay day;

  if (!zp_date_parse (text, def->month_only, &day, error))
    return FALSE;
  set_figure (self, zp_decimal_from_int (day));
  return TRUE;
}

static gboolean
figure_from_text (ZpCellContent *self, const char *text, GError **error)
{
  ZpDecimal number;

  if (!zp_decimal_parse (text, &number, error))
    return FALSE;
  set_figure (self, number);
  return TRUE;
}

/**
 * zp_cell_content_from_text:
 * @self: empty content to fill
 * @text: (nullable): as zp_cell_content_to_text() writes it; %NULL is empty
 *
 * Reads content from a file or a journal. On failure @self stays empty.
 *
 * Returns: FALSE with %ZP_DECIMAL_ERROR or a date's error when the text does not fit the cell
 */
gboolean
zp_cell_content_from_text (ZpCellContent *self,
                           const ZpCellDef *def,
                           const char *text,
                           GError **error)
{
  if (text == NULL)
    return TRUE;
  if (strcmp (text, ZP_NOT_APPLICABLE) == 0)
    {
      self->state = ZP_CONTENT_NOT_APPLICABLE;
      return TRUE;
    }

  switch (def->kind)
    {
    case ZP_KIND_MONEY:
    case ZP_KIND_NUMBER:
    case ZP_KIND_PERCENT:
    case ZP_KIND_SCORE:
    case ZP_KIND_YEAR:
      return figure_from_text (self, text, error);
    case ZP_KIND_DATE:
      return date_from_text (self, def, text, error);
    case ZP_KIND_MIXED:
      set_words (self, text);
      if (read_mixed (text, &self->number))
        self->state = ZP_CONTENT_FIGURE;
      return TRUE;
    case ZP_KIND_REF:
      if (def->to_number)
        set_row_number (self, text);
      else
        set_words (self, text);
      return TRUE;
    case ZP_KIND_TEXT:
    case ZP_KIND_CHOICE:
      set_words (self, text);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

/**
 * zp_cell_content_to_text:
 *
 * The content as files and journals keep it: figures without separators and with the places they
 * need, dates as 2022-04-08.
 *
 * Returns: (transfer full) (nullable): %NULL when it is empty
 */
char *
zp_cell_content_to_text (const ZpCellContent *self, const ZpCellDef *def)
{
  switch (self->state)
    {
    case ZP_CONTENT_EMPTY:
      return NULL;
    case ZP_CONTENT_NOT_APPLICABLE:
      return g_strdup (ZP_NOT_APPLICABLE);
    case ZP_CONTENT_WORDS:
      return g_strdup (self->text);
    case ZP_CONTENT_FIGURE:
      if (self->text != NULL)
        return g_strdup (self->text);
      if (def->kind == ZP_KIND_DATE)
        return zp_date_to_iso ((ZpDay) (self->number.millionths / ZP_DECIMAL_ONE));
      return zp_decimal_to_string (self->number, -1);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
figure_from_value (ZpCellContent *self, const ZpCellDef *def, const ZpValue *value)
{
  ZpDecimal number;

  if (!zp_unit_from_base (def->unit, value->number, def->max_places, &number))
    return FALSE;
  set_figure (self, number);
  return TRUE;
}

/**
 * zp_cell_content_from_value:
 * @self: empty content to fill
 *
 * Keeps what a formula gave, rounded half-up once to the places of the cell.
 *
 * Returns: FALSE when the figure does not fit; @self then stays empty
 */
gboolean
zp_cell_content_from_value (ZpCellContent *self, const ZpCellDef *def, const ZpValue *value)
{
  switch (value->kind)
    {
    case ZP_VALUE_MISSING:
      return TRUE;
    case ZP_VALUE_NUMBER:
      return figure_from_value (self, def, value);
    case ZP_VALUE_TEXT:
      set_words (self, value->text);
      return TRUE;
    case ZP_VALUE_TRUTH:
      set_words (self, value->truth ? "1" : "0");
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

/**
 * zp_cell_content_to_value:
 * @value: set to the content in base units; borrowed text stands until the content changes
 */
void
zp_cell_content_to_value (const ZpCellContent *self, const ZpCellDef *def, ZpValue *value)
{
  switch (self->state)
    {
    case ZP_CONTENT_EMPTY:
    case ZP_CONTENT_NOT_APPLICABLE:
      value->kind = ZP_VALUE_MISSING;
      break;
    case ZP_CONTENT_FIGURE:
      value->kind = ZP_VALUE_NUMBER;
      value->number = zp_unit_to_base (def->unit, self->number);
      break;
    case ZP_CONTENT_WORDS:
      value->kind = ZP_VALUE_TEXT;
      value->text = self->text;
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * zp_cell_content_get_places:
 *
 * Decimal places the figure is shown with: those of the cell, or as typed between its bounds.
 */
int
zp_cell_content_get_places (const ZpCellContent *self, const ZpCellDef *def)
{
  return CLAMP (zp_decimal_get_places (self->number), def->min_places, def->max_places);
}

/**
 * zp_cell_content_show:
 * @na: mark for not applicable
 * @grouping: thousands separators in money
 *
 * The content as the report prints it, without unit; "" when it is empty. Dates as 2022年4月8日
 * (GB/T 9704-2012, 7.3.5.4).
 *
 * Returns: (transfer full)
 */
char *
zp_cell_content_show (const ZpCellContent *self,
                      const ZpCellDef *def,
                      const char *na,
                      gboolean grouping)
{
  switch (self->state)
    {
    case ZP_CONTENT_EMPTY:
      return g_strdup ("");
    case ZP_CONTENT_NOT_APPLICABLE:
      return g_strdup (na);
    case ZP_CONTENT_WORDS:
      return g_strdup (self->text);
    case ZP_CONTENT_FIGURE:
      if (self->text != NULL)
        return g_strdup (self->text);
      if (def->kind == ZP_KIND_DATE)
        return zp_date_to_chinese ((ZpDay) (self->number.millionths / ZP_DECIMAL_ONE),
                                   def->month_only);
      return zp_decimal_format (self->number, def->min_places, def->max_places,
                                grouping && def->kind == ZP_KIND_MONEY);
    default:
      g_assert_not_reached ();
    }
}
