/* SPDX-License-Identifier: GPL-3.0-or-later
 * Calendar dates: reading what people write, and printing them as official documents do. */
#include "base/zp-date.h"

#include "base/zp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 9999

/* 1970-01-01 as #GDate counts days. */
#define EPOCH 719163

#define SHOWN_CHARACTERS 40

/* What stands behind year, month and day. */
typedef struct
{
  const char *after[3];
} DateForm;

/* clang-format off */
static const DateForm day_forms[] = {
  { { "-",  "-",  ""   } },
  { { "/",  "/",  ""   } },
  { { ".",  ".",  ""   } },
  { { "年", "月", "日" } },
};

static const DateForm month_forms[] = {
  { { "-",  ""   } },
  { { "/",  ""   } },
  { { ".",  ""   } },
  { { "年", "月" } },
};
/* clang-format on */

G_DEFINE_QUARK (zp_date_error, zp_date_error)

static const char *
skip_spaces (const char *text)
{
  while (*text == ' ')
    text++;

  return text;
}

static const char *
read_number (const char *text, int max_digits, int *number)
{
  int digits = 0;

  for (*number = 0; g_ascii_isdigit (*text) && digits <= max_digits; text++, digits++)
    *number = *number * 10 + g_ascii_digit_value (*text);

  return digits >= 1 && digits <= max_digits ? text : NULL;
}

static gboolean
read_form (const char *text, const DateForm *form, int n_parts, int *parts)
{
  for (int i = 0; i < n_parts; i++)
    {
      text = read_number (skip_spaces (text), i == 0 ? 4 : 2, &parts[i]);
      if (text == NULL)
        return FALSE;

      text = skip_spaces (text);
      if (!g_str_has_prefix (text, form->after[i]))
        return FALSE;
      text += strlen (form->after[i]);
    }

  return *text == '\0';
}

static gboolean
read_forms (const char *text, const DateForm *forms, gsize n_forms, int n_parts, int *parts)
{
  for (gsize i = 0; i < n_forms; i++)
    if (read_form (text, &forms[i], n_parts, parts))
      return TRUE;

  return FALSE;
}

static void
to_gdate (ZpDay self, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) (self + EPOCH));
}

/**
 * zp_date_make:
 * @year: 1900 to 9999
 * @month: 1 to 12
 * @day: from 1
 * @out: (out): the day, untouched on failure
 *
 * Returns: %FALSE when the calendar has no such day or the year is out of range
 */
gboolean
zp_date_make (int year, int month, int day, ZpDay *out)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *out = (ZpDay) g_date_get_julian (&date) - EPOCH;
  return TRUE;
}

/**
 * zp_date_parse:
 * @text: "2022-04-08", "2022/4/8", "2022.4.8" or "2022年4月8日"; full-width digits, and spaces
 *   between the parts, are allowed
 * @month_only: whether only the month matters: then "2022-04" and "2022年4月" are read as well, and
 *   the result is the first day of the month
 * @out: (out): the day, untouched on failure
 * @error: return location
 *
 * Errors: %ZP_DATE_ERROR_SYNTAX, %ZP_DATE_ERROR_RANGE for a day that does not exist.
 *
 * Returns: whether @text is surely a date
 */
gboolean
zp_date_parse (const char *text, gboolean month_only, ZpDay *out, GError **error)
{
  g_return_val_if_fail (text != NULL && out != NULL, FALSE);

  g_autofree char *plain = zp_text_to_plain (text);
  g_autofree char *shown = zp_text_shorten (text, SHOWN_CHARACTERS);
  int parts[3] = { 0 };
  gboolean has_day = read_forms (plain, day_forms, G_N_ELEMENTS (day_forms), 3, parts);

  if (!has_day &&
      !(month_only && read_forms (plain, month_forms, G_N_ELEMENTS (month_forms), 2, parts)))
    {
      g_set_error (error, ZP_DATE_ERROR, ZP_DATE_ERROR_SYNTAX,
                   _ ("“%s” is not a date; write it like %s"), shown,
                   month_only ? "2022-04" : "2022-04-08");
      return FALSE;
    }

  ZpDay day;
  if (!zp_date_make (parts[0], parts[1], has_day ? parts[2] : 1, &day))
    {
      g_set_error (error, ZP_DATE_ERROR, ZP_DATE_ERROR_RANGE,
                   _ ("“%s” is no day of the years %d to %d"), shown, FIRST_YEAR, LAST_YEAR);
      return FALSE;
    }

  if (month_only)
    zp_date_make (parts[0], parts[1], 1, &day);
  *out = day;
  return TRUE;
}

/**
 * zp_date_split:
 * @year: (out) (optional): the year
 * @month: (out) (optional): 1 to 12
 * @day: (out) (optional): 1 to 31
 *
 * Takes a day apart.
 */
void
zp_date_split (ZpDay self, int *year, int *month, int *day)
{
  GDate date;

  to_gdate (self, &date);
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = (int) g_date_get_month (&date);
  if (day != NULL)
    *day = g_date_get_day (&date);
}

/**
 * zp_date_to_iso:
 *
 * Returns: (transfer full): the day as files keep it, "2022-04-08"
 */
char *
zp_date_to_iso (ZpDay self)
{
  int year;
  int month;
  int day;

  zp_date_split (self, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * zp_date_to_chinese:
 * @month_only: whether to leave the day out
 *
 * Year in four digits, month and day without leading zeros.
 *
 * Source: GB/T 9704-2012, 7.3.5.4.
 *
 * Returns: (transfer full): "2022年4月8日" or "2022年4月"
 */
char *
zp_date_to_chinese (ZpDay self, gboolean month_only)
{
  int year;
  int month;
  int day;

  zp_date_split (self, &year, &month, &day);
  if (month_only)
    return g_strdup_printf ("%d年%d月", year, month);

  return g_strdup_printf ("%d年%d月%d日", year, month, day);
}
