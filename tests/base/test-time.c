/* SPDX-License-Identifier: GPL-3.0-or-later
 * Moments told as the clock here shows them; the tests live in Shanghai. */
#include "base/zp-time.h"

typedef struct
{
  const char *name;
  const char *time;
  const char *said;
  const char *day;
} TimeRow;

/* clang-format off */
static const TimeRow rows[] = {
  { "morning", "2022-04-08T01:30:00Z", "2022-04-08 09:30", "2022-04-08" },
  { "next-day", "2022-04-08T20:00:00Z", "2022-04-09 04:00", "2022-04-09" },
  { "other-zone", "2022-04-08T20:00:00-04:00", "2022-04-09 08:00", "2022-04-09" },
  { "no-moment", "yesterday", "yesterday", NULL },
  { "empty", "", "", NULL },
  { "none", NULL, "", NULL },
};
/* clang-format on */

static void
test_time (gconstpointer data)
{
  const TimeRow *row = data;
  g_autofree char *said = zp_time_say (row->time);
  g_autofree char *day = zp_time_format_local (row->time, "%Y-%m-%d");

  g_assert_cmpstr (said, ==, row->said);
  g_assert_cmpstr (day, ==, row->day);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/time/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_time);
    }

  return g_test_run ();
}
