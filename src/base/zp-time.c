/* SPDX-License-Identifier: GPL-3.0-or-later
 * Moments as files keep them, told as the clock of the reader shows them. */
#include "base/zp-time.h"

/**
 * zp_time_format_local:
 * @time: (nullable): ISO 8601 with its zone, "2022-04-08T20:00:00Z"
 * @format: of g_date_time_format()
 *
 * Returns: (transfer full) (nullable): @time where the reader is; %NULL when it is no such moment
 */
char *
zp_time_format_local (const char *time, const char *format)
{
  g_autoptr (GDateTime) moment = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;

  g_return_val_if_fail (format != NULL, NULL);

  return local != NULL ? g_date_time_format (local, format) : NULL;
}

/** zp_time_say: (transfer full): @time to the minute; what is no moment as it stands, "" without
 * one. */
char *
zp_time_say (const char *time)
{
  char *said = zp_time_format_local (time, "%Y-%m-%d %H:%M");

  return said != NULL ? said : g_strdup (time != NULL ? time : "");
}
