/* SPDX-License-Identifier: GPL-3.0-or-later
 * Times as people say them. */
#include "app/shell/zp-time-words.h"

#include <glib/gi18n-lib.h>

static GDateTime *
to_local (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_local (utc) : g_date_time_new_now_local ();
}

static const char *
format_for (GDateTime *time, GDateTime *now)
{
  if (g_date_time_get_year (time) != g_date_time_get_year (now))
    return C_ ("time", "%-d %b %Y");
  if (g_date_time_get_day_of_year (time) != g_date_time_get_day_of_year (now))
    return C_ ("time", "%-d %B");
  return C_ ("time", "today %H:%M");
}

/**
 * zp_time_to_words:
 * @time: microseconds since 1970
 * @now: as @time
 *
 * Returns: (transfer full): “today 15:02”, “18 March”, or the day with its year
 */
char *
zp_time_to_words (gint64 time, gint64 now)
{
  g_autoptr (GDateTime) local = to_local (time);
  g_autoptr (GDateTime) local_now = to_local (now);

  return g_date_time_format (local, format_for (local, local_now));
}

/** zp_time_to_clock: (transfer full): “15:02”; @time as for zp_time_to_words(). */
char *
zp_time_to_clock (gint64 time)
{
  g_autoptr (GDateTime) local = to_local (time);

  return g_date_time_format (local, "%H:%M");
}
