/* SPDX-License-Identifier: GPL-3.0-or-later
 * Units of figures and exact conversion between those of one kind. */
#include "base/zp-unit.h"

#include <string.h>

typedef struct
{
  const char *word;
  gint64 yuan;
} MoneyWord;

/* clang-format off */
static const MoneyWord money_words[] = {
  { "元",     1 },
  { "千元",   1000 },
  { "万元",   10000 },
  { "百万元", 1000000 },
  { "亿元",   100000000 },
};
/* clang-format on */

static gboolean
is_tail (const char *text)
{
  if (text[0] == '\0')
    return TRUE;

  return (g_str_has_prefix (text, "/") && text[1] != '\0') ||
         (g_str_has_prefix (text, "／") && text[strlen ("／")] != '\0');
}

/**
 * zp_unit_number:
 * @label: (nullable): what is counted, such as "人"; %NULL or "" for nothing
 *
 * Returns: the unit of a plain number
 */
ZpUnit
zp_unit_number (const char *label)
{
  return (ZpUnit){ ZP_UNIT_NUMBER, 1, 1, g_intern_string (label != NULL ? label : "") };
}

/**
 * zp_unit_percent:
 *
 * Returns: per cent; its base is one, so 87.98 % is 0.8798
 */
ZpUnit
zp_unit_percent (void)
{
  return (ZpUnit){ ZP_UNIT_PERCENT, 1, 100, g_intern_static_string ("%") };
}

/**
 * zp_unit_score:
 *
 * Returns: points of an evaluation
 */
ZpUnit
zp_unit_score (void)
{
  return (ZpUnit){ ZP_UNIT_SCORE, 1, 1, g_intern_static_string ("分") };
}

/**
 * zp_unit_money:
 * @text: 元, 千元, 万元, 百万元 or 亿元, with "/" and what the money is for behind it where it is a
 *   price ("元/人·年")
 * @out: (out): the unit, with @text as its label; untouched on failure
 *
 * Returns: whether @text is a unit of money
 */
gboolean
zp_unit_money (const char *text, ZpUnit *out)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (money_words); i++)
    {
      const MoneyWord *word = &money_words[i];

      if (!g_str_has_prefix (text, word->word) || !is_tail (text + strlen (word->word)))
        continue;

      *out = (ZpUnit){ ZP_UNIT_MONEY, word->yuan, 1, g_intern_string (text) };
      return TRUE;
    }

  return FALSE;
}

/**
 * zp_unit_to_base:
 * @figure: in the unit @self
 *
 * Returns: @figure in the base unit of its kind (元, or one), exactly
 */
ZpRational
zp_unit_to_base (ZpUnit self, ZpDecimal figure)
{
  return zp_rational_scale (figure, self.num, self.den);
}

/**
 * zp_unit_from_base:
 * @base: in the base unit (元, or one)
 * @places: 0 to 6
 * @out: (out): @base in the unit @self, rounded once, half away from zero, to @places decimals;
 *   untouched on failure
 *
 * Returns: %FALSE when the figure lies beyond the range of #ZpDecimal
 */
gboolean
zp_unit_from_base (ZpUnit self, ZpRational base, int places, ZpDecimal *out)
{
  ZpRational figure;

  return zp_rational_multiply (base, (ZpRational){ self.den, self.num }, &figure) &&
         zp_rational_to_decimal (figure, places, out);
}
