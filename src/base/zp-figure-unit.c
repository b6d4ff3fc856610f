/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which units may stand behind a typed figure, and what they make of it. */
#include "base/zp-figure-private.h"

#include "base/zp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHOWN_CHARACTERS 16

typedef struct
{
  const char *word;
  gint64 factor;
} Multiplier;

static const Multiplier multipliers[] = { { "万", 10000 }, { "亿", 100000000 } };

/* A price is the same for the same thing only: 元/个 converts to 万元/个, never to 万元/人. */
static gboolean
is_own_purpose (const ZpFigureField *self, const char *suffix)
{
  const char *purpose = strchr (suffix, '/');

  return purpose == NULL || g_strcmp0 (purpose, strchr (self->label, '/')) == 0;
}

static gboolean
find_money_factor (const ZpFigureField *self, const char *suffix, ZpRational *out)
{
  gboolean is_short = g_str_equal (suffix, "万") || g_str_equal (suffix, "亿");
  g_autofree char *word = g_strconcat (suffix, is_short ? "元" : "", NULL);
  ZpUnit typed;

  if (!is_own_purpose (self, suffix) || !zp_unit_money (word, &typed))
    return FALSE;

  *out = (ZpRational){ typed.num, self->unit.num };
  return TRUE;
}

static const Multiplier *
find_multiplier (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (multipliers); i++)
    if (g_str_has_prefix (text, multipliers[i].word))
      return &multipliers[i];

  return NULL;
}

/* 3万 where the field itself counts in 万人 could mean two things. */
static gboolean
find_number_factor (const ZpFigureField *self, const char *suffix, ZpRational *out)
{
  const Multiplier *multiplier = find_multiplier (suffix);

  if (multiplier == NULL || find_multiplier (self->label) != NULL)
    return FALSE;

  const char *behind = suffix + strlen (multiplier->word);
  behind += strspn (behind, " ");
  if (*behind != '\0' && !g_str_equal (behind, self->label))
    return FALSE;

  *out = zp_rational_from_int (multiplier->factor);
  return TRUE;
}

static gboolean
is_some_unit (const char *suffix)
{
  ZpUnit unit;

  return g_str_equal (suffix, "%") || g_str_equal (suffix, "分") ||
         find_multiplier (suffix) != NULL ||
         (strchr (suffix, '/') == NULL && zp_unit_money (suffix, &unit));
}

/**
 * zp_figure_refuse_unit:
 * @suffix: a unit or sign that belongs to another kind of figure
 *
 * Returns: %FALSE, with @error set to say so
 */
gboolean
zp_figure_refuse_unit (const ZpFigureField *self, const char *suffix, GError **error)
{
  g_autofree char *shown = zp_text_shorten (suffix, SHOWN_CHARACTERS);

  if (self->unit.label[0] == '\0')
    g_set_error (error, ZP_DECIMAL_ERROR, ZP_DECIMAL_ERROR_UNIT,
                 _ ("“%s” does not belong to a figure without a unit"), shown);
  else
    g_set_error (error, ZP_DECIMAL_ERROR, ZP_DECIMAL_ERROR_UNIT,
                 _ ("“%s” does not belong to a figure in %s"), shown, self->unit.label);

  return FALSE;
}

/**
 * zp_figure_find_factor:
 * @suffix: what stands behind the number, in plain form
 * @out: (out): by what the number is multiplied to be in the unit of the field
 *
 * Returns: whether @suffix may stand behind a figure of this field
 */
gboolean
zp_figure_find_factor (const ZpFigureField *self,
                       const char *suffix,
                       ZpRational *out,
                       GError **error)
{
  *out = zp_rational_from_int (1);
  if (suffix[0] == '\0' || g_str_equal (suffix, self->label))
    return TRUE;
  if (self->unit.kind == ZP_UNIT_MONEY && find_money_factor (self, suffix, out))
    return TRUE;
  if (self->unit.kind == ZP_UNIT_NUMBER && find_number_factor (self, suffix, out))
    return TRUE;

  if (is_some_unit (suffix))
    return zp_figure_refuse_unit (self, suffix, error);
  if (strspn (suffix, "0123456789.,-") > 0)
    {
      g_set_error_literal (error, ZP_DECIMAL_ERROR, ZP_DECIMAL_ERROR_SYNTAX,
                           _ ("there is more than one number"));
      return FALSE;
    }

  g_autofree char *shown = zp_text_shorten (suffix, SHOWN_CHARACTERS);
  g_set_error (error, ZP_DECIMAL_ERROR, ZP_DECIMAL_ERROR_SYNTAX,
               _ ("“%s” is neither a part of a number nor the unit of this field"), shown);
  return FALSE;
}
