/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads a figure as people type or paste it, and refuses what is not surely one. */
#include "base/zp-figure.h"

#include "base/zp-figure-private.h"
#include "base/zp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHOWN_CHARACTERS 40

/* 10^12 亿元 typed as 元 have this many digits; a longer whole part is too large in every unit. */
#define MAX_WHOLE_DIGITS 21

/* Six places of 元 typed as 亿元. */
#define MAX_FRACTION_DIGITS 14

/* Figures stay below this in the unit of their field. */
#define LIMIT G_GINT64_CONSTANT (1000000000000)

#define YUAN_SIGN "\302\245"

/* In plain form, so "/" stands for "／" as well. */
static const char *const not_applicable[] = { "—", "——", "–", "-", "/", "无", "不适用" };

typedef struct
{
  const char *rest;
  ZpFigureField field;
  gboolean negative;
  gboolean bracketed;
  gboolean has_yuan_sign;
} Reader;

static gboolean
fail (GError **error, ZpDecimalError code, const char *reason)
{
  g_set_error_literal (error, ZP_DECIMAL_ERROR, (int) code, reason);
  return FALSE;
}

static void
skip_spaces (Reader *self)
{
  self->rest += strspn (self->rest, " ");
}

static gboolean
take (Reader *self, const char *mark)
{
  if (!g_str_has_prefix (self->rest, mark))
    return FALSE;

  self->rest += strlen (mark);
  skip_spaces (self);
  return TRUE;
}

/* What may stand before the digits: one sign or bracket and, before or behind it, ¥. */
static gboolean
read_opening (Reader *self, GError **error)
{
  self->has_yuan_sign = take (self, YUAN_SIGN);
  if (self->rest[0] == '-')
    {
      self->negative = TRUE;
      self->rest++;
    }
  else
    self->bracketed = take (self, "(");
  if (!self->has_yuan_sign)
    self->has_yuan_sign = take (self, YUAN_SIGN);

  if (!g_ascii_isdigit (self->rest[0]) && self->rest[0] != '.')
    return fail (error, ZP_DECIMAL_ERROR_SYNTAX, _ ("it does not begin with a digit"));
  if (self->has_yuan_sign && self->field.unit.kind != ZP_UNIT_MONEY)
    return zp_figure_refuse_unit (&self->field, YUAN_SIGN, error);

  return TRUE;
}

static gboolean
is_grouped_rightly (const char *whole)
{
  const char *comma = strchr (whole, ',');

  if (comma == NULL)
    return TRUE;
  if (comma == whole || comma - whole > 3 || whole[0] == '0')
    return FALSE;

  for (; *comma == ','; comma += 4)
    if (strspn (comma + 1, "0123456789") < 3)
      return FALSE;

  return *comma == '\0';
}

static char *
without_commas (const char *digits)
{
  g_auto (GStrv) groups = g_strsplit (digits, ",", -1);

  return g_strjoinv (NULL, groups);
}

static void
trim_zeros (char *digits)
{
  gsize length = strlen (digits);

  while (length > 0 && digits[length - 1] == '0')
    digits[--length] = '\0';
}

static void
append_digits (ZpWide *number, const char *digits)
{
  for (; *digits != '\0'; digits++)
    *number = *number * 10 + g_ascii_digit_value (*digits);
}

static gboolean
make_number (const char *whole, char *fraction, ZpRational *out, GError **error)
{
  trim_zeros (fraction);
  whole += strspn (whole, "0");

  if (strlen (whole) > MAX_WHOLE_DIGITS)
    return fail (error, ZP_DECIMAL_ERROR_RANGE, _ ("it is too large"));
  if (strlen (fraction) > MAX_FRACTION_DIGITS)
    return fail (error, ZP_DECIMAL_ERROR_PLACES, _ ("it has more than six decimal places"));

  *out = zp_rational_from_int (0);
  append_digits (&out->num, whole);
  append_digits (&out->num, fraction);
  for (gsize i = 0; fraction[i] != '\0'; i++)
    out->den *= 10;

  return TRUE;
}

static gboolean
read_number (Reader *self, ZpRational *out, GError **error)
{
  gsize length = strspn (self->rest, "0123456789,.");
  g_autofree char *typed = g_strndup (self->rest, length);
  g_auto (GStrv) parts = g_strsplit (typed, ".", 3);
  gboolean has_point = parts[1] != NULL;

  self->rest += length;

  if (has_point && parts[2] != NULL)
    return fail (error, ZP_DECIMAL_ERROR_SYNTAX, _ ("it has more than one decimal point"));
  if (has_point && parts[1][0] == '\0')
    return fail (error, ZP_DECIMAL_ERROR_SYNTAX, _ ("digits are missing behind the decimal point"));
  if (!is_grouped_rightly (parts[0]) || (has_point && strchr (parts[1], ',') != NULL))
    return fail (error, ZP_DECIMAL_ERROR_SYNTAX,
                 _ ("a comma does not stand between groups of three digits"));

  g_autofree char *whole = without_commas (parts[0]);
  g_autofree char *fraction = g_strdup (has_point ? parts[1] : "");
  return make_number (whole, fraction, out, error);
}

/* Returns what stands behind the number, without the closing bracket. */
static char *
read_suffix (Reader *self, GError **error)
{
  skip_spaces (self);
  if (!self->bracketed || take (self, ")"))
    return g_strdup (self->rest);

  if (!g_str_has_suffix (self->rest, ")"))
    {
      fail (error, ZP_DECIMAL_ERROR_SYNTAX, _ ("the closing bracket is missing"));
      return NULL;
    }

  return g_strchomp (g_strndup (self->rest, strlen (self->rest) - 1));
}

/* @number is not negative here. */
static gboolean
convert (ZpRational number, ZpRational factor, ZpDecimal *out, GError **error)
{
  ZpRational exact;
  ZpDecimal kept;
  int order = 0;

  if (!zp_rational_multiply (number, factor, &exact) ||
      !zp_rational_to_decimal (exact, ZP_DECIMAL_PLACES, &kept))
    return fail (error, ZP_DECIMAL_ERROR_RANGE, _ ("it is too large"));

  zp_rational_compare (exact, zp_rational_from_int (LIMIT), &order);
  if (order >= 0)
    return fail (error, ZP_DECIMAL_ERROR_RANGE,
                 _ ("it is too large; figures stay below 1,000,000,000,000"));

  zp_rational_compare (exact, zp_rational_from_decimal (kept), &order);
  if (order != 0)
    return fail (error, ZP_DECIMAL_ERROR_PLACES,
                 _ ("it has more than six decimal places in the unit of this field"));

  *out = kept;
  return TRUE;
}

static gboolean
read_figure (Reader *self, ZpDecimal *out, GError **error)
{
  ZpRational number;
  ZpRational factor;

  if (self->rest[0] == '\0')
    return fail (error, ZP_DECIMAL_ERROR_SYNTAX, _ ("nothing was entered"));
  if (!read_opening (self, error) || !read_number (self, &number, error))
    return FALSE;

  g_autofree char *suffix = read_suffix (self, error);
  if (suffix == NULL || !zp_figure_find_factor (&self->field, suffix, &factor, error))
    return FALSE;

  if (!convert (number, factor, out, error))
    return FALSE;

  if (self->negative || self->bracketed)
    out->millionths = -out->millionths;
  return TRUE;
}

/**
 * zp_figure_is_not_applicable:
 * @text: what was typed
 *
 * Returns: whether @text says that there is no figure to give: a dash, a stroke, "无" or "不适用",
 *   with or without space around it
 */
gboolean
zp_figure_is_not_applicable (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  g_autofree char *plain = zp_text_to_plain (text);

  for (gsize i = 0; i < G_N_ELEMENTS (not_applicable); i++)
    if (g_str_equal (plain, not_applicable[i]))
      return TRUE;

  return FALSE;
}

/**
 * zp_figure_parse:
 * @text: what was typed or pasted
 * @unit: the unit of the field
 * @out: (out): the figure in @unit, untouched on failure
 * @error: return location
 *
 * Accepts, besides a plain number: full-width forms; space around it and before its unit; commas
 * between groups of three digits; a minus, or brackets for a negative figure as in accounts; ¥
 * before money, which says nothing of the unit; and behind the number a unit, by which it is
 * converted exactly: any unit of money (also 万 and 亿 alone) for money, 万 and 亿 for a plain
 * number, "%" for per cent, "分" for a score, and the field's own label for all.
 *
 * Everything else is refused, because a figure that is guessed is worse than none.
 *
 * Errors: %ZP_DECIMAL_ERROR_SYNTAX, %ZP_DECIMAL_ERROR_UNIT for a unit of another kind,
 * %ZP_DECIMAL_ERROR_PLACES for more than six decimals in @unit, %ZP_DECIMAL_ERROR_RANGE from
 * 1,000,000,000,000 in @unit.
 *
 * Returns: whether @text is surely a figure in @unit
 */
gboolean
zp_figure_parse (const char *text, ZpUnit unit, ZpDecimal *out, GError **error)
{
  g_return_val_if_fail (text != NULL && out != NULL, FALSE);

  g_autofree char *plain = zp_text_to_plain (text);
  g_autofree char *label = zp_text_to_plain (unit.label);
  g_autoptr (GError) reason = NULL;
  Reader reader = { .rest = plain, .field = { unit, label } };
  ZpDecimal figure;

  if (read_figure (&reader, &figure, &reason))
    {
      *out = figure;
      return TRUE;
    }

  g_autofree char *shown = zp_text_shorten (text, SHOWN_CHARACTERS);
  if (g_error_matches (reason, ZP_DECIMAL_ERROR, ZP_DECIMAL_ERROR_SYNTAX))
    g_prefix_error (&reason, _ ("“%s” is not a number: "), shown);
  else
    g_prefix_error (&reason, _ ("“%s” cannot be taken: "), shown);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
