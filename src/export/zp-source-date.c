/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads SOURCE_DATE_EPOCH, by which builds that must come out the same are dated. */
#include "export/zp-source-date.h"

#include <glib/gi18n-lib.h>

#include "export/zp-exporter.h"

#define VARIABLE "SOURCE_DATE_EPOCH"
#define OWN_DATE "report.date"
#define SECONDS_PER_DAY 86400

/* 9999-12-31T23:59:59Z: no format knows a year of five digits. */
#define LAST_SECOND 253402300799

/**
 * zp_source_date_read:
 * @error: return location for %ZP_EXPORT_ERROR_DATE
 *
 * Reads the environment variable SOURCE_DATE_EPOCH, whole seconds since 1970-01-01T00:00:00Z, up to
 * the end of the year 9999. The day is that of UTC, whatever the time zone.
 *
 * Returns: whether the variable is right or not there at all
 */
gboolean
zp_source_date_read (ZpSourceDate *self, GError **error)
{
  const char *text = g_getenv (VARIABLE);
  guint64 seconds = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  *self = (ZpSourceDate){ 0 };
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, LAST_SECOND, &seconds, NULL))
    {
      g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_DATE,
                   _ ("the environment variable %s is “%s”; it must be a whole number of seconds "
                      "since 1970, at most %s, or not be set"),
                   VARIABLE, text, G_STRINGIFY (LAST_SECOND));
      return FALSE;
    }

  self->given = TRUE;
  self->day = (gint32) (seconds / SECONDS_PER_DAY);
  return TRUE;
}

static gboolean
has_own_date (ZpReport *report)
{
  const ZpCellValue *value = NULL;
  ZpCell cell;

  if (!zp_report_find_cell (report, OWN_DATE, &cell, NULL))
    return FALSE;

  value = zp_report_get_value (report, cell);
  return value != NULL && zp_cell_value_in_force (value)->state == ZP_CONTENT_FIGURE;
}

/**
 * zp_source_date_apply:
 * @report: what the documents were made from
 * @doc: (nullable): gets the date
 * @book: (nullable): gets the date
 *
 * Dates the documents as the environment says, unless the report has a date of its own.
 */
void
zp_source_date_apply (const ZpSourceDate *self, ZpReport *report, ZpDoc *doc, ZpBook *book)
{
  g_return_if_fail (self != NULL && ZP_IS_REPORT (report));

  if (!self->given || has_own_date (report))
    return;
  if (doc != NULL)
    doc->date = self->day;
  if (book != NULL)
    book->date = self->day;
}
