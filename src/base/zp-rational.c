/* SPDX-License-Identifier: GPL-3.0-or-later
 * Exact arithmetic on quotients of 128-bit whole numbers. */
#include "base/zp-rational.h"

#include "base/zp-wide-private.h"

static ZpWideMagnitude
greatest_common_divisor (ZpWideMagnitude a, ZpWideMagnitude b)
{
  while (b != 0)
    {
      ZpWideMagnitude rest = a - zp_wide_quotient (a, b) * b;

      a = b;
      b = rest;
    }

  return a;
}

static ZpRational
in_lowest_terms (ZpRational a)
{
  ZpWide divisor =
    (ZpWide) greatest_common_divisor (zp_wide_magnitude (a.num), zp_wide_magnitude (a.den));

  return (ZpRational){ a.num / divisor, a.den / divisor };
}

/* a * for_a and b * for_b have the same denominator. */
static gboolean
add_expanded (ZpRational a, ZpWide for_a, ZpRational b, ZpWide for_b, ZpRational *out)
{
  ZpRational left;
  ZpRational right;
  ZpRational sum;

  if (!zp_wide_multiply (a.num, for_a, &left.num) || !zp_wide_multiply (a.den, for_a, &left.den) ||
      !zp_wide_multiply (b.num, for_b, &right.num) || !zp_wide_add (left.num, right.num, &sum.num))
    return FALSE;

  *out = (ZpRational){ sum.num, left.den };
  return TRUE;
}

/* Decimal denominators usually divide one another; using that keeps long sums small. */
static gboolean
add_unlike (ZpRational a, ZpRational b, ZpRational *out)
{
  if (a.den > b.den)
    return add_unlike (b, a, out);

  ZpWide times = (ZpWide) zp_wide_quotient (zp_wide_magnitude (b.den), zp_wide_magnitude (a.den));

  if (times * a.den == b.den)
    return add_expanded (a, times, b, 1, out);

  return add_expanded (a, b.den, b, a.den, out);
}

static gboolean
add_reduced (ZpRational a, ZpRational b, ZpRational *out)
{
  ZpRational x = in_lowest_terms (a);
  ZpRational y = in_lowest_terms (b);
  ZpWide divisor =
    (ZpWide) greatest_common_divisor (zp_wide_magnitude (x.den), zp_wide_magnitude (y.den));

  return add_expanded (x, y.den / divisor, y, x.den / divisor, out);
}

static gboolean
multiply_plain (ZpRational a, ZpRational b, ZpRational *out)
{
  ZpRational product;

  if (!zp_wide_multiply (a.num, b.num, &product.num) ||
      !zp_wide_multiply (a.den, b.den, &product.den))
    return FALSE;

  *out = product;
  return TRUE;
}

static gboolean
multiply_reduced (ZpRational a, ZpRational b, ZpRational *out)
{
  ZpRational x = in_lowest_terms (a);
  ZpRational y = in_lowest_terms (b);
  ZpRational x_over_y = in_lowest_terms ((ZpRational){ x.num, y.den });
  ZpRational y_over_x = in_lowest_terms ((ZpRational){ y.num, x.den });

  return multiply_plain (x_over_y, y_over_x, out);
}

/* Both not negative: compares whole parts, then the reciprocals of what is left, until they differ.
 * Nothing grows, so nothing can overflow. */
static int
compare_magnitudes (ZpWideMagnitude a_num,
                    ZpWideMagnitude a_den,
                    ZpWideMagnitude b_num,
                    ZpWideMagnitude b_den)
{
  for (;;)
    {
      ZpWideMagnitude a_whole = zp_wide_quotient (a_num, a_den);
      ZpWideMagnitude b_whole = zp_wide_quotient (b_num, b_den);
      ZpWideMagnitude a_rest = a_num - a_whole * a_den;
      ZpWideMagnitude b_rest = b_num - b_whole * b_den;

      if (a_whole != b_whole)
        return a_whole < b_whole ? -1 : 1;
      if (a_rest == 0 || b_rest == 0)
        return (a_rest != 0) - (b_rest != 0);

      a_num = b_den;
      b_num = a_den;
      a_den = b_rest;
      b_den = a_rest;
    }
}

/**
 * zp_rational_from_int:
 *
 * Returns: @whole / 1
 */
ZpRational
zp_rational_from_int (gint64 whole)
{
  return (ZpRational){ whole, 1 };
}

/**
 * zp_rational_from_decimal:
 *
 * Returns: @decimal over 1,000,000, so that decimals add without reduction
 */
ZpRational
zp_rational_from_decimal (ZpDecimal decimal)
{
  return (ZpRational){ decimal.millionths, ZP_DECIMAL_ONE };
}

/**
 * zp_rational_scale:
 * @den: greater than zero
 *
 * Never overflows.
 *
 * Returns: @decimal times @num / @den exactly, over 1,000,000 times @den
 */
ZpRational
zp_rational_scale (ZpDecimal decimal, gint64 num, gint64 den)
{
  g_return_val_if_fail (den > 0, zp_rational_from_int (0));

  return (ZpRational){ (ZpWide) decimal.millionths * num, (ZpWide) ZP_DECIMAL_ONE * den };
}

/**
 * zp_rational_add:
 * @out: (out): @a + @b exactly, untouched on failure
 *
 * Returns: %FALSE when the two in lowest terms, or their sum, cannot be written in 128 bits over
 *   their least common denominator
 */
gboolean
zp_rational_add (ZpRational a, ZpRational b, ZpRational *out)
{
  ZpWide sum;

  if (a.den != b.den)
    return add_unlike (a, b, out) || add_reduced (a, b, out);
  if (!zp_wide_add (a.num, b.num, &sum))
    return add_reduced (a, b, out);

  *out = (ZpRational){ sum, a.den };
  return TRUE;
}

/**
 * zp_rational_subtract:
 * @out: (out): @a - @b exactly, untouched on failure
 *
 * Returns: %FALSE where zp_rational_add() of @a and -@b would
 */
gboolean
zp_rational_subtract (ZpRational a, ZpRational b, ZpRational *out)
{
  return zp_rational_add (a, zp_rational_negate (b), out);
}

/**
 * zp_rational_multiply:
 * @out: (out): @a × @b exactly, untouched on failure
 *
 * Returns: %FALSE when the product in lowest terms does not fit into 128 bits
 */
gboolean
zp_rational_multiply (ZpRational a, ZpRational b, ZpRational *out)
{
  return multiply_plain (a, b, out) || multiply_reduced (a, b, out);
}

/**
 * zp_rational_divide:
 * @out: (out): @a ÷ @b exactly, untouched on failure
 *
 * Returns: %FALSE when @b is zero, or the quotient in lowest terms does not fit into 128 bits
 */
gboolean
zp_rational_divide (ZpRational a, ZpRational b, ZpRational *out)
{
  if (b.num == 0)
    return FALSE;

  ZpWide sign = b.num < 0 ? -1 : 1;
  ZpWide divisor = sign * b.num;

  /* Figures of the same kind share their denominator, which then cancels. */
  if (a.den == b.den)
    {
      *out = (ZpRational){ sign * a.num, divisor };
      return TRUE;
    }

  return zp_rational_multiply (a, (ZpRational){ sign * b.den, divisor }, out);
}

/**
 * zp_rational_compare:
 * @order: (out): -1, 0 or 1 as @a is less than, equal to or greater than @b
 *
 * Exact for all values.
 *
 * Returns: %TRUE
 */
gboolean
zp_rational_compare (ZpRational a, ZpRational b, int *order)
{
  int a_sign = zp_rational_sign (a);
  int b_sign = zp_rational_sign (b);

  if (a_sign != b_sign)
    *order = a_sign < b_sign ? -1 : 1;
  else if (a.den == b.den)
    *order = (a.num > b.num) - (a.num < b.num);
  else
    *order = a_sign * compare_magnitudes (zp_wide_magnitude (a.num), zp_wide_magnitude (a.den),
                                          zp_wide_magnitude (b.num), zp_wide_magnitude (b.den));

  return TRUE;
}

/**
 * zp_rational_negate:
 *
 * Returns: -@a
 */
ZpRational
zp_rational_negate (ZpRational a)
{
  return (ZpRational){ -a.num, a.den };
}

/**
 * zp_rational_sign:
 *
 * Returns: -1, 0 or 1
 */
int
zp_rational_sign (ZpRational a)
{
  return (a.num > 0) - (a.num < 0);
}
