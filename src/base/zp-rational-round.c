/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rounding of exact quotients, half away from zero. */
#include "base/zp-rational.h"

#include "base/zp-wide-private.h"

#define MAX_PLACES 18

static const guint64 power_of_10[MAX_PLACES + 1] = {
  1,
  10,
  100,
  1000,
  10000,
  100000,
  1000000,
  10000000,
  100000000,
  1000000000,
  10000000000,
  100000000000,
  1000000000000,
  10000000000000,
  100000000000000,
  1000000000000000,
  10000000000000000,
  100000000000000000,
  1000000000000000000,
};

/* The next decimal digit of rest / den, by addition because ten times @rest may not fit. */
static guint
take_digit (ZpWideMagnitude *rest, ZpWideMagnitude den)
{
  ZpWideMagnitude step = *rest;
  ZpWideMagnitude sum = 0;
  guint digit = 0;

  for (int i = 0; i < 10; i++)
    {
      sum += step;
      digit += sum >= den;
      sum -= sum >= den ? den : 0;
    }

  *rest = sum;
  return digit;
}

static gboolean
divide_by_digits (ZpWideMagnitude num,
                  ZpWideMagnitude den,
                  int places,
                  ZpWideMagnitude *whole,
                  ZpWideMagnitude *rest)
{
  *whole = zp_wide_quotient (num, den);
  *rest = num - *whole * den;

  for (int i = 0; i < places; i++)
    {
      guint digit = take_digit (rest, den);

      if (__builtin_mul_overflow (*whole, (ZpWideMagnitude) 10, whole) ||
          __builtin_add_overflow (*whole, (ZpWideMagnitude) digit, whole))
        return FALSE;
    }

  return TRUE;
}

/* @a times 10^@places as a whole number, rounded half away from zero. */
static gboolean
round_to_whole (ZpRational a, int places, ZpWide *out)
{
  ZpWideMagnitude num = zp_wide_magnitude (a.num);
  ZpWideMagnitude den = zp_wide_magnitude (a.den);
  ZpWideMagnitude scaled;
  ZpWideMagnitude whole;
  ZpWideMagnitude rest;

  if (!__builtin_mul_overflow (num, (ZpWideMagnitude) power_of_10[places], &scaled))
    {
      whole = zp_wide_quotient (scaled, den);
      rest = scaled - whole * den;
    }
  else if (!divide_by_digits (num, den, places, &whole, &rest))
    return FALSE;

  /* Ties go away from zero: 98.315 is 98.32 in every finance office. */
  whole += rest >= den - rest;
  if (whole > (ZpWideMagnitude) ZP_WIDE_MAX)
    return FALSE;

  *out = a.num < 0 ? -(ZpWide) whole : (ZpWide) whole;
  return TRUE;
}

/**
 * zp_rational_floor:
 * @out: (out): the greatest whole number that is not greater than @a
 *
 * Returns: %TRUE; the whole part always fits
 */
gboolean
zp_rational_floor (ZpRational a, ZpRational *out)
{
  ZpWide whole = (ZpWide) zp_wide_quotient (zp_wide_magnitude (a.num), zp_wide_magnitude (a.den));

  if (a.num < 0)
    whole = whole * a.den == -a.num ? -whole : -whole - 1;

  *out = (ZpRational){ whole, 1 };
  return TRUE;
}

/**
 * zp_rational_round:
 * @places: 0 to 18
 * @out: (out): @a rounded half away from zero, over 10^@places; untouched on failure
 *
 * Returns: %FALSE when the rounded numerator does not fit into 128 bits
 */
gboolean
zp_rational_round (ZpRational a, int places, ZpRational *out)
{
  ZpWide whole;

  g_return_val_if_fail (places >= 0 && places <= MAX_PLACES, FALSE);

  if (!round_to_whole (a, places, &whole))
    return FALSE;

  *out = (ZpRational){ whole, power_of_10[places] };
  return TRUE;
}

/**
 * zp_rational_to_decimal:
 * @places: 0 to 6
 * @out: (out): @a rounded half away from zero to @places decimals; untouched on failure
 *
 * Returns: %FALSE when the rounded figure lies beyond ±9,223,372,036,854.775807
 */
gboolean
zp_rational_to_decimal (ZpRational a, int places, ZpDecimal *out)
{
  ZpWide whole;
  ZpWide millionths;

  g_return_val_if_fail (places >= 0 && places <= ZP_DECIMAL_PLACES, FALSE);

  if (!round_to_whole (a, places, &whole) ||
      !zp_wide_multiply (whole, power_of_10[ZP_DECIMAL_PLACES - places], &millionths) ||
      millionths < -G_MAXINT64 || millionths > G_MAXINT64)
    return FALSE;

  out->millionths = (gint64) millionths;
  return TRUE;
}
