/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a clerk types into a cell, made into what the report keeps. */
#include "report/zp-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-date.h"
#include "base/zp-figure.h"
#include "base/zp-text.h"
#include "report/zp-report.h"

#define MANY_SEPARATOR "、"
#define FIRST_YEAR 1900
#define LAST_YEAR 9999

static gboolean
parse_figure (const ZpCellDef *def, const char *typed, char **canonical, GError **error)
{
  ZpDecimal number;

  if (!zp_figure_parse (typed, def->unit, &number, error))
    return FALSE;
  if (def->kind == ZP_KIND_NUMBER && def->max_places == 0 && zp_decimal_get_places (number) > 0)
    {
      g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_VALUE,
                   _ ("“%s” is not a whole number; this is a count"), typed);
      return FALSE;
    }
  *canonical = zp_decimal_to_string (number, -1);
  return TRUE;
}

static gboolean
parse_year (const char *typed, char **canonical, GError **error)
{
  g_autofree char *digits = g_strdup (typed);
  ZpDecimal year;

  if (g_str_has_suffix (digits, "年"))
    digits[strlen (digits) - strlen ("年")] = '\0';
  if (!zp_figure_parse (digits, zp_unit_number (""), &year, error))
    return FALSE;
  if (zp_decimal_get_places (year) > 0 || year.millionths < FIRST_YEAR * ZP_DECIMAL_ONE ||
      year.millionths > LAST_YEAR * ZP_DECIMAL_ONE)
    {
      g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_VALUE,
                   _ ("“%s” is not a year; write four digits"), typed);
      return FALSE;
    }
  *canonical = zp_decimal_to_string (year, 0);
  return TRUE;
}

static gboolean
parse_date (const ZpCellDef *def, const char *typed, char **canonical, GError **error)
{
  ZpDay day;

  if (!zp_date_parse (typed, def->month_only, &day, error))
    return FALSE;
  *canonical = zp_date_to_iso (day);
  return TRUE;
}

static gboolean
is_option (const ZpCellDef *def, const char *text, GError **error)
{
  g_autofree char *known = NULL;

  if (def->options == NULL || def->open ||
      g_strv_contains ((const char *const *) def->options, text))
    return TRUE;

  known = g_strjoinv (MANY_SEPARATOR, def->options);
  g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_VALUE,
               _ ("“%s” is not one of the choices: %s"), text, known);
  return FALSE;
}

static gboolean
parse_choice (const ZpCellDef *def, const char *typed, char **canonical, GError **error)
{
  g_auto (GStrv) chosen = NULL;

  if (!def->many)
    {
      *canonical = g_strdup (typed);
      return is_option (def, typed, error);
    }

  chosen = g_strsplit (typed, MANY_SEPARATOR, -1);
  for (guint i = 0; chosen[i] != NULL; i++)
    if (!is_option (def, chosen[i], error))
      return FALSE;
  *canonical = g_strdup (typed);
  return TRUE;
}

/* ３ and 3 are the same row; what is no number is kept, and found by the check of references. */
static char *
row_number (const char *typed)
{
  ZpDecimal number;

  if (!zp_figure_parse (typed, zp_unit_number (""), &number, NULL))
    return g_strdup (typed);
  return zp_decimal_to_string (number, -1);
}

/* The unit of the row typed behind a figure ("120人") says nothing that its column does not. */
static char *
without_measure (const char *typed, const char *measure)
{
  g_autofree char *bare = NULL;
  ZpDecimal number;

  if (measure == NULL || *measure == '\0' || !g_str_has_suffix (typed, measure))
    return g_strdup (typed);
  bare = g_strndup (typed, strlen (typed) - strlen (measure));
  g_strchomp (bare);
  if (!zp_figure_parse (bare, zp_unit_number (""), &number, NULL))
    return g_strdup (typed);
  return g_steal_pointer (&bare);
}

static gboolean
is_figure_kind (ZpKind kind)
{
  return kind != ZP_KIND_TEXT && kind != ZP_KIND_CHOICE && kind != ZP_KIND_REF;
}

static gboolean
is_not_applicable (const ZpCellDef *def, const char *text)
{
  if (is_figure_kind (def->kind))
    return zp_figure_is_not_applicable (text);
  return strcmp (text, ZP_NOT_APPLICABLE) == 0 || strcmp (text, "/") == 0;
}

static gboolean
parse_kind (
  const ZpCellDef *def, const char *typed, const char *measure, char **canonical, GError **error)
{
  switch (def->kind)
    {
    case ZP_KIND_MONEY:
    case ZP_KIND_NUMBER:
    case ZP_KIND_PERCENT:
    case ZP_KIND_SCORE:
      return parse_figure (def, typed, canonical, error);
    case ZP_KIND_YEAR:
      return parse_year (typed, canonical, error);
    case ZP_KIND_DATE:
      return parse_date (def, typed, canonical, error);
    case ZP_KIND_MIXED:
      *canonical = without_measure (typed, measure);
      return TRUE;
    case ZP_KIND_CHOICE:
      return parse_choice (def, typed, canonical, error);
    case ZP_KIND_REF:
      *canonical = def->to_number ? row_number (typed) : g_strdup (typed);
      return TRUE;
    case ZP_KIND_TEXT:
      *canonical = g_strdup (typed);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

/* Blanks at both ends go, the wide one of Chinese keyboards as well. */
static char *
clean_text (const char *typed)
{
  g_autofree char *clean = zp_text_clean (typed);
  const char *start = clean;
  const char *end = clean + strlen (clean);

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, (gsize) (end - start));
}

/**
 * zp_entry_parse:
 * @typed: what the clerk typed, pasted or gave in a file; (nullable)
 * @measure: (nullable): unit of the row, for a mixed cell
 * @canonical: (out) (transfer full) (nullable): what the report keeps; %NULL for empty
 *
 * Accepts figures with separators, full-width digits and units (see zp_figure_parse()), dates in
 * the usual spellings, and — / 无 for not applicable.
 *
 * Returns: FALSE with a reason when the text does not fit the cell; @canonical is then %NULL
 */
gboolean
zp_entry_parse (
  const ZpCellDef *def, const char *typed, const char *measure, char **canonical, GError **error)
{
  g_autofree char *clean = NULL;

  *canonical = NULL;
  if (typed == NULL)
    return TRUE;

  clean = clean_text (typed);
  if (*clean == '\0')
    return TRUE;
  if (is_not_applicable (def, clean))
    {
      *canonical = g_strdup (ZP_NOT_APPLICABLE);
      return TRUE;
    }
  if (parse_kind (def, clean, measure, canonical, error))
    return TRUE;

  g_clear_pointer (canonical, g_free);
  return FALSE;
}
