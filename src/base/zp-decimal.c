/* SPDX-License-Identifier: GPL-3.0-or-later
 * Exact decimals with six places: reading, adding, rounding and printing them. */
#include "base/zp-decimal.h"

#include "base/zp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longest text: sign, 13 digits, 4 commas, point, 6 places and the closing NUL. */
#define BUFFER_SIZE 32

/* Up to 2^53 a double holds every whole number. */
#define EXACT_IN_DOUBLE (G_GINT64_CONSTANT (1) << 53)

#define LARGEST_WHOLE (G_MAXINT64 / ZP_DECIMAL_ONE)

#define SHOWN_CHARACTERS 40

static const guint64 power_of_10[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };

G_DEFINE_QUARK (zp_decimal_error, zp_decimal_error)

static gboolean
fail (GError **error, ZpDecimalError code, const char *reason, const char *text)
{
  g_autofree char *shown = zp_text_shorten (text, SHOWN_CHARACTERS);

  g_set_error (error, ZP_DECIMAL_ERROR, (int) code, "%s: “%s”", reason, shown);
  return FALSE;
}

static guint64
magnitude_of (ZpDecimal self)
{
  return self.millionths < 0 ? -(guint64) self.millionths : (guint64) self.millionths;
}

/* Half away from zero; the largest magnitude plus half a unit still fits into 64 unsigned bits. */
static guint64
round_magnitude (guint64 magnitude, int places)
{
  guint64 unit = power_of_10[ZP_DECIMAL_PLACES - places];

  return (magnitude + unit / 2) / unit * unit;
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

static gboolean
append_digits (guint64 *magnitude, const char *digits, gsize count)
{
  for (gsize i = 0; i < count; i++)
    if (!g_uint64_checked_mul (magnitude, *magnitude, 10) ||
        !g_uint64_checked_add (magnitude, *magnitude, (guint64) (digits[i] - '0')))
      return FALSE;

  return TRUE;
}

static gsize
trim_zeros (const char *digits, gsize count)
{
  while (count > 0 && digits[count - 1] == '0')
    count--;

  return count;
}

/* The whole part as text, with a comma before every third digit from the end when wanted. */
static void
append_whole (GString *text, guint64 whole, gboolean grouping)
{
  gssize start = (gssize) text->len;

  g_string_append_printf (text, "%" G_GUINT64_FORMAT, whole);
  for (gssize at = (gssize) text->len - 3; grouping && at > start; at -= 3)
    g_string_insert_c (text, at, ',');
}

static char *
print (ZpDecimal self, int places, gboolean grouping)
{
  guint64 magnitude = round_magnitude (magnitude_of (self), places);
  guint64 fraction = magnitude % ZP_DECIMAL_ONE / power_of_10[ZP_DECIMAL_PLACES - places];
  GString *text = g_string_sized_new (BUFFER_SIZE);

  if (self.millionths < 0 && magnitude > 0)
    g_string_append_c (text, '-');
  append_whole (text, magnitude / ZP_DECIMAL_ONE, grouping);
  if (places > 0)
    g_string_append_printf (text, ".%0*" G_GUINT64_FORMAT, places, fraction);

  return g_string_free (text, FALSE);
}

/**
 * zp_decimal_from_int:
 * @whole: a whole number, up to ±9,223,372,036,854
 *
 * Returns: @whole as a decimal
 */
ZpDecimal
zp_decimal_from_int (gint64 whole)
{
  g_return_val_if_fail (whole >= -LARGEST_WHOLE && whole <= LARGEST_WHOLE, ZP_DECIMAL_ZERO);

  return (ZpDecimal){ whole * ZP_DECIMAL_ONE };
}

/**
 * zp_decimal_parse:
 * @text: an optional "-", digits, and optionally "." with more digits; nothing else
 * @out: (out): the decimal, untouched on failure
 * @error: return location
 *
 * Reads the plain form that files use. What a person types is read by zp_figure_parse(). Zeros that
 * change nothing may lead and trail.
 *
 * Errors: %ZP_DECIMAL_ERROR_SYNTAX, %ZP_DECIMAL_ERROR_PLACES for more than six places,
 * %ZP_DECIMAL_ERROR_RANGE beyond ±9,223,372,036,854.775807.
 *
 * Returns: whether @text is such a decimal
 */
gboolean
zp_decimal_parse (const char *text, ZpDecimal *out, GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  gboolean negative = text[0] == '-';
  const char *whole = text + negative;
  gsize n_whole = count_digits (whole);
  gboolean has_point = whole[n_whole] == '.';
  const char *fraction = whole + n_whole + has_point;
  gsize n_fraction = has_point ? count_digits (fraction) : 0;

  if (n_whole == 0 || (has_point && n_fraction == 0) || fraction[n_fraction] != '\0')
    return fail (error, ZP_DECIMAL_ERROR_SYNTAX, _ ("not a plain decimal number"), text);

  n_fraction = trim_zeros (fraction, n_fraction);
  if (n_fraction > ZP_DECIMAL_PLACES)
    return fail (error, ZP_DECIMAL_ERROR_PLACES, _ ("more than six decimal places"), text);

  guint64 magnitude = 0;
  if (!append_digits (&magnitude, whole, n_whole) ||
      !append_digits (&magnitude, fraction, n_fraction) ||
      !append_digits (&magnitude, "000000", ZP_DECIMAL_PLACES - n_fraction) ||
      magnitude > G_MAXINT64)
    return fail (error, ZP_DECIMAL_ERROR_RANGE, _ ("larger than any figure that can be kept"),
                 text);

  out->millionths = negative ? -(gint64) magnitude : (gint64) magnitude;
  return TRUE;
}

/**
 * zp_decimal_compare:
 *
 * Returns: -1, 0 or 1 as @a is less than, equal to or greater than @b
 */
int
zp_decimal_compare (ZpDecimal a, ZpDecimal b)
{
  return (a.millionths > b.millionths) - (a.millionths < b.millionths);
}

/**
 * zp_decimal_add:
 * @out: (out): @a + @b, untouched on failure
 *
 * Returns: %FALSE when the sum lies beyond ±9,223,372,036,854.775807
 */
gboolean
zp_decimal_add (ZpDecimal a, ZpDecimal b, ZpDecimal *out)
{
  gint64 sum;

  if (__builtin_add_overflow (a.millionths, b.millionths, &sum) || sum == G_MININT64)
    return FALSE;

  out->millionths = sum;
  return TRUE;
}

/**
 * zp_decimal_subtract:
 * @out: (out): @a - @b, untouched on failure
 *
 * Returns: %FALSE when the difference lies beyond ±9,223,372,036,854.775807
 */
gboolean
zp_decimal_subtract (ZpDecimal a, ZpDecimal b, ZpDecimal *out)
{
  gint64 difference;

  if (__builtin_sub_overflow (a.millionths, b.millionths, &difference) || difference == G_MININT64)
    return FALSE;

  out->millionths = difference;
  return TRUE;
}

/**
 * zp_decimal_get_places:
 *
 * Returns: how many decimal places are needed to write @self exactly, 0 to 6; 2.50 needs one
 */
int
zp_decimal_get_places (ZpDecimal self)
{
  int places = 0;

  while (self.millionths % (gint64) power_of_10[ZP_DECIMAL_PLACES - places] != 0)
    places++;

  return places;
}

/**
 * zp_decimal_round:
 * @places: 0 to 6
 *
 * Rounds half away from zero: 98.315 gives 98.32 and -98.315 gives -98.32. Never wraps and never
 * settles on the largest figure instead: in the last unit before the end of the range, where the
 * rounded figure would not fit, @self comes back as it is. zp_rational_to_decimal() reports that
 * case.
 *
 * Returns: @self with at most @places decimal places
 */
ZpDecimal
zp_decimal_round (ZpDecimal self, int places)
{
  g_return_val_if_fail (places >= 0 && places <= ZP_DECIMAL_PLACES, self);

  guint64 magnitude = round_magnitude (magnitude_of (self), places);

  if (magnitude > G_MAXINT64)
    return self;

  return (ZpDecimal){ self.millionths < 0 ? -(gint64) magnitude : (gint64) magnitude };
}

/**
 * zp_decimal_to_string:
 * @places: 0 to 6, or -1 for as many as are needed
 *
 * Writes @self with exactly @places decimals, rounding half away from zero where @self has more,
 * and without separators: "3653.00". The same in every locale; zero has no sign.
 *
 * Returns: (transfer full): the text
 */
char *
zp_decimal_to_string (ZpDecimal self, int places)
{
  g_return_val_if_fail (places >= -1 && places <= ZP_DECIMAL_PLACES, NULL);

  return print (self, places < 0 ? zp_decimal_get_places (self) : places, FALSE);
}

/**
 * zp_decimal_format:
 * @min_places: fewest decimals to show, 0 to @max_places
 * @max_places: most decimals to show, up to 6
 * @grouping: whether to put a comma between thousands
 *
 * Writes @self for a reader, with as many decimals as it needs within the two limits.
 *
 * Returns: (transfer full): the text, such as "3,653.00"
 */
char *
zp_decimal_format (ZpDecimal self, int min_places, int max_places, gboolean grouping)
{
  g_return_val_if_fail (min_places >= 0 && min_places <= max_places, NULL);
  g_return_val_if_fail (max_places <= ZP_DECIMAL_PLACES, NULL);

  return print (self, CLAMP (zp_decimal_get_places (self), min_places, max_places), grouping);
}

/**
 * zp_decimal_to_double:
 *
 * For handing a figure to a library that knows nothing else; never for reckoning.
 *
 * Returns: the double nearest to @self
 */
double
zp_decimal_to_double (ZpDecimal self)
{
  if (self.millionths >= -EXACT_IN_DOUBLE && self.millionths <= EXACT_IN_DOUBLE)
    return (double) self.millionths / ZP_DECIMAL_ONE;

  g_autofree char *text = zp_decimal_to_string (self, -1);
  return g_ascii_strtod (text, NULL);
}
