/* SPDX-License-Identifier: GPL-3.0-or-later
 * An exact intermediate result: a quotient of two 128-bit whole numbers. */
#pragma once

#include "base/zp-decimal.h"

G_BEGIN_DECLS

__extension__ typedef __int128 ZpWide;

/**
 * ZpRational:
 * @num: numerator
 * @den: denominator, always greater than zero
 *
 * Not kept in lowest terms: operations reduce only when a product would overflow. Two rationals
 * with the same denominator add without any reduction, which is the usual case for money. A plain
 * value, copied freely.
 */
typedef struct
{
  ZpWide num;
  ZpWide den;
} ZpRational;

ZpRational zp_rational_from_int (gint64 whole);
ZpRational zp_rational_from_decimal (ZpDecimal decimal);
ZpRational zp_rational_scale (ZpDecimal decimal, gint64 num, gint64 den);

/* Each returns FALSE on overflow (zp_rational_divide also for a zero divisor) and leaves *out
 * alone. */
gboolean zp_rational_add (ZpRational a, ZpRational b, ZpRational *out);
gboolean zp_rational_subtract (ZpRational a, ZpRational b, ZpRational *out);
gboolean zp_rational_multiply (ZpRational a, ZpRational b, ZpRational *out);
gboolean zp_rational_divide (ZpRational a, ZpRational b, ZpRational *out);
gboolean zp_rational_compare (ZpRational a, ZpRational b, int *order);

ZpRational zp_rational_negate (ZpRational a);
int zp_rational_sign (ZpRational a);
gboolean zp_rational_floor (ZpRational a, ZpRational *out);
gboolean zp_rational_round (ZpRational a, int places, ZpRational *out);
gboolean zp_rational_to_decimal (ZpRational a, int places, ZpDecimal *out);

G_END_DECLS
