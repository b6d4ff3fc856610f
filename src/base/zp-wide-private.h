/* SPDX-License-Identifier: GPL-3.0-or-later
 * Checked arithmetic on single 128-bit whole numbers. */
#pragma once

#include "base/zp-rational.h"

G_BEGIN_DECLS

__extension__ typedef unsigned __int128 ZpWideMagnitude;

#define ZP_WIDE_MAX ((ZpWide) (~(ZpWideMagnitude) 0 >> 1))

static inline ZpWideMagnitude
zp_wide_magnitude (ZpWide value)
{
  return value < 0 ? -(ZpWideMagnitude) value : (ZpWideMagnitude) value;
}

/* Most figures fit into 64 bits, where dividing is several times faster. */
static inline ZpWideMagnitude
zp_wide_quotient (ZpWideMagnitude num, ZpWideMagnitude den)
{
  if (((num | den) >> 64) == 0)
    return (guint64) num / (guint64) den;

  return num / den;
}

/* The least 128-bit number has no negative, so it counts as an overflow everywhere. */
static inline gboolean
zp_wide_add (ZpWide a, ZpWide b, ZpWide *out)
{
  return !__builtin_add_overflow (a, b, out) && *out >= -ZP_WIDE_MAX;
}

static inline gboolean
zp_wide_multiply (ZpWide a, ZpWide b, ZpWide *out)
{
  if (a == (gint64) a && b == (gint64) b)
    {
      *out = (ZpWide) (gint64) a * (gint64) b;
      return TRUE;
    }

  return !__builtin_mul_overflow (a, b, out) && *out >= -ZP_WIDE_MAX;
}

G_END_DECLS
