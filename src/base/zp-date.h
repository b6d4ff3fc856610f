/* SPDX-License-Identifier: GPL-3.0-or-later
 * Calendar dates as the report prints them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Days since 1970-01-01 in the Gregorian calendar; years 1900 to 9999. */
typedef gint32 ZpDay;

#define ZP_DATE_ERROR (zp_date_error_quark ())
GQuark zp_date_error_quark (void);

/**
 * ZpDateError:
 * @ZP_DATE_ERROR_SYNTAX: the text is not written as a date
 * @ZP_DATE_ERROR_RANGE: the calendar has no such day, or the year is out of range
 */
typedef enum
{
  ZP_DATE_ERROR_SYNTAX,
  ZP_DATE_ERROR_RANGE,
} ZpDateError;

gboolean zp_date_make (int year, int month, int day, ZpDay *out);
gboolean zp_date_parse (const char *text, gboolean month_only, ZpDay *out, GError **error);
void zp_date_split (ZpDay self, int *year, int *month, int *day);
char *zp_date_to_iso (ZpDay self);
char *zp_date_to_chinese (ZpDay self, gboolean month_only);

G_END_DECLS
