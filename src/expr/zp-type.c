/* SPDX-License-Identifier: GPL-3.0-or-later
 * What may be added to, compared with, and kept in what. */
#include "expr/zp-expr-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * zp_type_plain: a type of one sort, without a unit.
 * @places: decimal places it is shown with, or -1
 */
ZpType
zp_type_plain (ZpSort sort, int places)
{
  return (ZpType){ .sort = sort, .unit = zp_unit_number (""), .places = places };
}

/**
 * zp_type_is_figure: whether one can calculate with it: a number, money or a score.
 */
gboolean
zp_type_is_figure (const ZpType *type)
{
  return type->sort == ZP_SORT_NUMBER || type->sort == ZP_SORT_MONEY || type->sort == ZP_SORT_SCORE;
}

static gboolean
is_number_or_score (const ZpType *type)
{
  return type->sort == ZP_SORT_NUMBER || type->sort == ZP_SORT_SCORE;
}

static gboolean
has_label (const ZpType *type)
{
  return type->sort == ZP_SORT_NUMBER && type->unit.kind == ZP_UNIT_NUMBER &&
         *type->unit.label != '\0';
}

static gboolean
is_percent (const ZpType *type)
{
  return type->sort == ZP_SORT_NUMBER && type->unit.kind == ZP_UNIT_PERCENT;
}

static gboolean
labels_agree (const ZpType *a, const ZpType *b)
{
  return !has_label (a) || !has_label (b) || strcmp (a->unit.label, b->unit.label) == 0;
}

/* Of two that go together, the one that says more about how the result is shown. */
static const ZpType *
pick_unit (const ZpType *a, const ZpType *b)
{
  if (a->any || b->any)
    return a->any ? b : a;
  if (a->sort != b->sort)
    return a->sort == ZP_SORT_SCORE ? a : b;
  if (has_label (a) || has_label (b))
    return has_label (a) ? a : b;

  return is_percent (b) ? b : a;
}

static gboolean
go_together (const ZpType *a, const ZpType *b)
{
  if (a->any && b->any)
    return TRUE;
  if (a->any || b->any)
    {
      const ZpType *other = a->any ? b : a;

      return zp_type_is_figure (other) || other->sort == ZP_SORT_DATE;
    }
  if (is_number_or_score (a) && is_number_or_score (b))
    return labels_agree (a, b);

  return a->sort == b->sort;
}

/**
 * zp_type_combine:
 * @out: (out): what both are: the sort and unit of the one that says more, the most places
 *
 * Whether two values may be added, compared, or stand for each other: both of the same sort, where
 * numbers, per cents and scores count as one sort as long as no two labels (人, 个) differ. The
 * literal 0 goes with everything that is a figure or a date, though not with texts and conditions.
 */
gboolean
zp_type_combine (const ZpType *a, const ZpType *b, ZpType *out)
{
  ZpType type;

  if (!go_together (a, b))
    return FALSE;

  type = *pick_unit (a, b);
  type.any = a->any && b->any;
  type.places = MAX (a->places, b->places);
  type.options = a->options == b->options ? a->options : NULL;
  type.exact = a->exact && b->exact;
  *out = type;

  return TRUE;
}

/**
 * zp_type_comparable: whether two values can ever be equal.
 */
gboolean
zp_type_comparable (const ZpType *a, const ZpType *b)
{
  return go_together (a, b);
}

/**
 * zp_type_fits:
 * @result: type of a formula
 * @cell: type of the cell it is for
 *
 * Whether the result may be kept in the cell: numbers, per cents and scores in each other as long
 * as labels do not differ, money in money of any unit, texts in texts, dates in dates.
 */
gboolean
zp_type_fits (const ZpType *result, const ZpType *cell)
{
  return go_together (result, cell);
}

/**
 * zp_type_describe: a type in words for a message: money, a percentage, a text.
 */
const char *
zp_type_describe (const ZpType *type)
{
  switch (type->sort)
    {
    case ZP_SORT_NUMBER:
      return is_percent (type) ? _ ("a percentage") : _ ("a number");
    case ZP_SORT_MONEY:
      return _ ("money");
    case ZP_SORT_SCORE:
      return _ ("a score");
    case ZP_SORT_DATE:
      return _ ("a date");
    case ZP_SORT_TEXT:
      return _ ("a text");
    case ZP_SORT_TRUTH:
    default:
      return _ ("a condition");
    }
}

/**
 * zp_type_describe_with_label: as zp_type_describe(), with the label of a number (transfer full).
 */
char *
zp_type_describe_with_label (const ZpType *type)
{
  if (has_label (type))
    return g_strdup_printf (_ ("a number in %s"), type->unit.label);

  return g_strdup (zp_type_describe (type));
}

static void
multiply_numbers (const ZpType *a, const ZpType *b, ZpType *out)
{
  out->sort = ZP_SORT_NUMBER;
  out->unit = zp_unit_number ("");
  if (has_label (a) != has_label (b))
    out->unit = has_label (a) ? a->unit : b->unit;
}

/**
 * zp_type_multiply: money by number is money, score by number is a score. FALSE for money by money
 * and whatever is no figure.
 */
gboolean
zp_type_multiply (const ZpType *a, const ZpType *b, ZpType *out)
{
  ZpType type = zp_type_plain (ZP_SORT_NUMBER, -1);

  if (!zp_type_is_figure (a) || !zp_type_is_figure (b))
    return FALSE;
  if (a->sort == ZP_SORT_MONEY && b->sort == ZP_SORT_MONEY)
    return FALSE;

  if (a->sort == ZP_SORT_MONEY || (a->sort == ZP_SORT_SCORE && b->sort != ZP_SORT_MONEY))
    type = *a;
  else if (b->sort != ZP_SORT_NUMBER)
    type = *b;
  else
    multiply_numbers (a, b, &type);

  type.any = FALSE;
  type.places = -1;
  type.exact = a->exact && b->exact;
  *out = type;

  return TRUE;
}

static gboolean
gives_number (const ZpType *a, const ZpType *b)
{
  if (a->sort != b->sort)
    return FALSE;

  return a->sort != ZP_SORT_NUMBER ||
         (is_percent (a) == is_percent (b) && has_label (a) == has_label (b));
}

/**
 * zp_type_divide: by a number keeps the sort, same by same is a plain number. FALSE where the
 * divisor is money and what is divided is not, and for whatever is no figure.
 */
gboolean
zp_type_divide (const ZpType *a, const ZpType *b, ZpType *out)
{
  ZpType type = zp_type_plain (ZP_SORT_NUMBER, -1);

  if (!zp_type_is_figure (a) || !zp_type_is_figure (b))
    return FALSE;
  if (b->sort == ZP_SORT_MONEY && a->sort != ZP_SORT_MONEY && !a->any)
    return FALSE;

  if (!a->any && !gives_number (a, b))
    type = *a;

  type.any = FALSE;
  type.places = -1;
  type.exact = a->exact && b->exact;
  type.options = NULL;
  *out = type;

  return TRUE;
}
