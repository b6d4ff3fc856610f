/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a formula yields: nothing, a number, a text, or true and false. */
#pragma once

#include "base/zp-rational.h"
#include "base/zp-unit.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_VALUE_MISSING, /* empty or not applicable; for truths: unknown */
  ZP_VALUE_NUMBER,
  ZP_VALUE_TEXT,
  ZP_VALUE_TRUTH,
} ZpValueKind;

/**
 * ZpValue:
 * @kind: which member holds
 * @number: in the base unit of its sort: 元 for money, 1 for numbers and per cents (87.98 % is
 * 0.8798), days since 1970 for dates
 * @text: borrowed; stands until the report changes
 *
 * A plain value.
 */
typedef struct
{
  ZpValueKind kind;
  union
  {
    ZpRational number;
    const char *text;
    gboolean truth;
  };
} ZpValue;

/**
 * ZpSort: what may be added to what. A per cent is a number; so is a year.
 */
typedef enum
{
  ZP_SORT_NUMBER,
  ZP_SORT_MONEY,
  ZP_SORT_SCORE,
  ZP_SORT_DATE,
  ZP_SORT_TEXT,
  ZP_SORT_TRUTH,
} ZpSort;

/**
 * ZpType:
 * @sort: what it may be combined with
 * @any: the literal 0 or a result that fits every sort
 * @unit: unit in which it is shown; for %ZP_SORT_NUMBER its label tells 人 from 个 ("" fits all)
 * @places: decimal places it is shown with, or -1 when nothing says
 * @options: %NULL-terminated list of the texts it can be, or %NULL
 * @open: it can be other texts, too
 * @exact: counts and other figures that were never rounded
 */
typedef struct
{
  ZpSort sort;
  gboolean any;
  ZpUnit unit;
  int places;
  const char *const *options;
  gboolean open;
  gboolean exact;
} ZpType;

G_END_DECLS
