/* SPDX-License-Identifier: GPL-3.0-or-later
 * Units of figures: money in 元 to 亿元, per cent, and plain numbers with any label. */
#pragma once

#include "base/zp-rational.h"

G_BEGIN_DECLS

/**
 * ZpUnit:
 * @kind: what is counted
 * @num: a figure of this unit times @num / @den is the figure in the base unit (元, or one)
 * @den: see @num
 * @label: text printed behind the figure ("万元", "%", "人"), interned, never %NULL
 *
 * A plain value. Units of the same kind convert exactly.
 */
typedef enum
{
  ZP_UNIT_NUMBER,
  ZP_UNIT_PERCENT,
  ZP_UNIT_MONEY,
  ZP_UNIT_SCORE,
} ZpUnitKind;

typedef struct
{
  ZpUnitKind kind;
  gint64 num;
  gint64 den;
  const char *label;
} ZpUnit;

ZpUnit zp_unit_number (const char *label);
ZpUnit zp_unit_percent (void);
ZpUnit zp_unit_score (void);
gboolean zp_unit_money (const char *text, ZpUnit *out);

ZpRational zp_unit_to_base (ZpUnit self, ZpDecimal figure);
gboolean zp_unit_from_base (ZpUnit self, ZpRational base, int places, ZpDecimal *out);

G_END_DECLS
