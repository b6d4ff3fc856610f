/* SPDX-License-Identifier: GPL-3.0-or-later
 * Slips of the hand that turn one figure into another. */
#include "check/zp-slip.h"

#include <string.h>

typedef struct
{
  ZpSlip slip;
  gint64 num;
  gint64 den;
} Scale;

/* 元 under a heading in 万元 and the like, then the decimal point in a wrong place. */
static const Scale scales[] = {
  { ZP_SLIP_UNIT, 10000, 1 },   { ZP_SLIP_UNIT, 1, 10000 },   { ZP_SLIP_UNIT, 100, 1 },
  { ZP_SLIP_UNIT, 1, 100 },     { ZP_SLIP_DECIMAL, 10, 1 },   { ZP_SLIP_DECIMAL, 1, 10 },
  { ZP_SLIP_DECIMAL, 1000, 1 }, { ZP_SLIP_DECIMAL, 1, 1000 }, { ZP_SLIP_SIGN, -1, 1 },
};

static gboolean
scaled (ZpDecimal figure, const Scale *scale, ZpDecimal *out)
{
  gint64 product;

  if (__builtin_mul_overflow (figure.millionths, scale->num, &product) || product % scale->den != 0)
    return FALSE;
  out->millionths = product / scale->den;
  return TRUE;
}

static gboolean
is_digit_at (const char *text, gsize at)
{
  return g_ascii_isdigit (text[at]);
}

/* Digits only, at equal places, so that "55.00" and "550.00" line up at the point. */
static char *
padded_digits (ZpDecimal figure, int places)
{
  g_autofree char *text = zp_decimal_to_string ((ZpDecimal){ ABS (figure.millionths) }, places);
  char *point = strchr (text, '.');

  if (point != NULL)
    memmove (point, point + 1, strlen (point));
  return g_strdup_printf ("%20s", text);
}

static void
find_differences (const char *a, const char *b, guint *n, guint *first, guint *last)
{
  *n = 0;
  for (guint i = 0; a[i] != '\0' && b[i] != '\0'; i++)
    {
      char left = a[i] == ' ' ? '0' : a[i];
      char right = b[i] == ' ' ? '0' : b[i];

      if (left == right)
        continue;
      if ((*n)++ == 0)
        *first = i;
      *last = i;
    }
}

static ZpSlip
classify_digits (ZpDecimal from, ZpDecimal to, int places)
{
  g_autofree char *a = padded_digits (from, places);
  g_autofree char *b = padded_digits (to, places);
  guint n;
  guint first = 0;
  guint last = 0;

  find_differences (a, b, &n, &first, &last);
  if (n == 1)
    return ZP_SLIP_DIGIT;
  if (n == 2 && a[first] == b[last] && a[last] == b[first])
    return ZP_SLIP_TRANSPOSITION;
  return ZP_SLIP_NONE;
}

static gboolean
same_figure (const char *text, ZpDecimal figure)
{
  ZpDecimal parsed;

  return zp_decimal_parse (text, &parsed, NULL) && parsed.millionths == figure.millionths;
}

static char *
without_character (const char *text, gsize at)
{
  return g_strdup_printf ("%.*s%s", (int) at, text, text + at + 1);
}

static char *
with_character (const char *text, gsize at, char character)
{
  return g_strdup_printf ("%.*s%c%s", (int) at, text, character, text + at);
}

static gboolean
is_dropped (ZpDecimal from, ZpDecimal to, int places)
{
  g_autofree char *text = zp_decimal_to_string (to, places);

  for (gsize i = 0; text[i] != '\0'; i++)
    {
      g_autofree char *shorter = is_digit_at (text, i) ? without_character (text, i) : NULL;

      if (shorter != NULL && same_figure (shorter, from))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_doubled (ZpDecimal from, ZpDecimal to, int places)
{
  g_autofree char *text = zp_decimal_to_string (to, places);

  for (gsize i = 0; text[i] != '\0'; i++)
    {
      g_autofree char *longer = is_digit_at (text, i) ? with_character (text, i, text[i]) : NULL;

      if (longer != NULL && same_figure (longer, from))
        return TRUE;
    }
  return FALSE;
}

static ZpSlip
classify_length (ZpDecimal from, ZpDecimal to, int places)
{
  if (is_dropped (from, to, places))
    return ZP_SLIP_DROPPED_DIGIT;
  return is_doubled (from, to, places) ? ZP_SLIP_DOUBLED_DIGIT : ZP_SLIP_NONE;
}

static gboolean
have_same_length (ZpDecimal from, ZpDecimal to, int places)
{
  g_autofree char *a = zp_decimal_to_string (from, places);
  g_autofree char *b = zp_decimal_to_string (to, places);

  return strlen (a) == strlen (b);
}

static gboolean
is_truncated (ZpDecimal from, ZpDecimal to, int places)
{
  gint64 step = ZP_DECIMAL_ONE;

  for (int i = 0; i < places; i++, step /= 10)
    if (from.millionths == to.millionths / step * step)
      return from.millionths != 0;
  return FALSE;
}

static ZpSlip
classify_scale (ZpDecimal from, ZpDecimal to)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      ZpDecimal product;

      if (scaled (to, &scales[i], &product) && product.millionths == from.millionths)
        return scales[i].slip;
    }
  return ZP_SLIP_NONE;
}

/**
 * zp_slip_classify:
 * @from: the figure as it stands
 * @to: what it should be
 * @places: decimal places it is written with
 *
 * The slip that most simply turns @to into @from.
 *
 * Returns: one of the mechanical slips, or %ZP_SLIP_NONE
 */
ZpSlip
zp_slip_classify (ZpDecimal from, ZpDecimal to, int places)
{
  ZpSlip slip;

  if (from.millionths == 0 || to.millionths == 0)
    return ZP_SLIP_NONE;
  slip = classify_scale (from, to);
  if (slip != ZP_SLIP_NONE || (from.millionths < 0) != (to.millionths < 0))
    return slip;
  if (is_truncated (from, to, places))
    return ZP_SLIP_TRUNCATED;
  places = MAX (places, zp_decimal_get_places (from));
  /* A first digit too many or too few is no digit taken for another. */
  if (!have_same_length (from, to, places))
    slip = classify_length (from, to, places);
  if (slip == ZP_SLIP_NONE)
    slip = classify_digits (from, to, places);
  if (slip == ZP_SLIP_NONE)
    slip = classify_length (from, to, places);
  return slip;
}

static void
add_text (GArray *origins, const char *text)
{
  ZpDecimal figure;

  if (zp_decimal_parse (text, &figure, NULL))
    g_array_append_val (origins, figure);
}

static void
add_other_digits (GArray *origins, char *text, gsize at)
{
  char digit = text[at];

  for (char other = '0'; other <= '9'; other++)
    {
      text[at] = other;
      if (other != digit)
        add_text (origins, text);
    }
  text[at] = digit;
}

static void
add_swapped (GArray *origins, char *text, gsize a, gsize b)
{
  char digit = text[a];

  if (digit == text[b])
    return;
  text[a] = text[b];
  text[b] = digit;
  add_text (origins, text);
  text[b] = text[a];
  text[a] = digit;
}

static void
add_inserted (GArray *origins, const char *text, gsize at)
{
  for (char digit = '0'; digit <= '9'; digit++)
    {
      g_autofree char *longer = with_character (text, at, digit);

      add_text (origins, longer);
    }
}

static void
add_at (GArray *origins, char *text, gsize at)
{
  g_autofree char *shorter = NULL;

  add_inserted (origins, text, at);
  if (!is_digit_at (text, at))
    return;
  add_other_digits (origins, text, at);
  for (gsize other = at + 1; text[other] != '\0'; other++)
    if (is_digit_at (text, other))
      add_swapped (origins, text, at, other);
  if (at > 0 && text[at - 1] == text[at])
    {
      shorter = without_character (text, at);
      add_text (origins, shorter);
    }
}

/**
 * zp_slip_list_origins:
 * @from: a figure as it stands
 * @places: decimal places it is written with
 *
 * Every figure that a single slip would turn into @from.
 *
 * Returns: (transfer full): of #ZpDecimal
 */
GArray *
zp_slip_list_origins (ZpDecimal from, int places)
{
  GArray *origins = g_array_new (FALSE, FALSE, sizeof (ZpDecimal));
  g_autofree char *text = zp_decimal_to_string (from, places);
  ZpDecimal product;

  for (gsize i = 0; text[i] != '\0'; i++)
    if (text[i] != '-')
      add_at (origins, text, i);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scaled (from, &scales[i], &product))
      g_array_append_val (origins, product);
  return origins;
}
