/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a formula yields, as it is shown. */
#include "base/zp-date.h"
#include "expr/zp-expr-words.h"

#include <glib/gi18n-lib.h>

static char *
show_number (const ZpValue *value, const ZpType *type, int places)
{
  int most = places < 0 ? ZP_DECIMAL_PLACES : places;
  ZpDecimal figure;

  if (!zp_unit_from_base (type->unit, value->number, most, &figure))
    return g_strdup ("");

  return zp_decimal_format (figure, MAX (places, 0), most, type->sort == ZP_SORT_MONEY);
}

/**
 * zp_value_show:
 * @value: a value in base units
 * @type: what it is
 * @places: decimal places, or -1 for as many as it needs, up to six
 *
 * Returns: (transfer full): the value in the unit of @type without its label, money with thousands
 *   separators, dates as 2022年4月8日; "" for missing and for what does not fit
 */
char *
zp_value_show (const ZpValue *value, const ZpType *type, int places)
{
  g_return_val_if_fail (value != NULL && type != NULL, NULL);

  switch (value->kind)
    {
    case ZP_VALUE_NUMBER:
      if (type->sort == ZP_SORT_DATE)
        return zp_date_to_chinese ((ZpDay) (value->number.num / value->number.den), FALSE);
      return show_number (value, type, MIN (places, ZP_DECIMAL_PLACES));
    case ZP_VALUE_TEXT:
      return g_strdup (value->text);
    case ZP_VALUE_TRUTH:
      return g_strdup (value->truth ? _ ("yes") : _ ("no"));
    case ZP_VALUE_MISSING:
    default:
      return g_strdup ("");
    }
}
