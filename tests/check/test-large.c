/* SPDX-License-Identifier: GPL-3.0-or-later
 * The search for hints in large reports: bounded by figures read, and right all the same. */
#include <string.h>

#include "check-fixture.h"

/** A search of any report reads no more than this; see the bounds in zp-hint-search.c. */
#define MOST_READS 22000000

typedef struct
{
  const char *name;
  int n_projects;
  int n_achievements;
  int n_wrong;
  guint least_hints;
} LargeRow;

static const LargeRow rows[] = {
  { "right", 3000, 6000, 0, 0 },
  { "one-slip", 3000, 0, 1, 1 },
  { "three-slips", 3000, 6000, 3, 3 },
  { "hundreds-in-hundreds", 300, 0, 150, 8 },
  { "hundreds-in-thousands", 3000, 0, 500, 8 },
};

static void
append_amount (GString *data, const char *key, gint64 hundredths)
{
  g_string_append_printf (data, ", '%s': '%" G_GINT64_FORMAT ".%02d'", key, hundredths / 100,
                          (int) (hundredths % 100));
}

static gint64
issued_of (int row)
{
  return 20000 + (row * 7919) % 700000;
}

/* Never all of it, and never two neighbouring digits the same. */
static gint64
actual_of (int row)
{
  return issued_of (row) * (6000 + (row * 104729) % 3000) / 10000 / 10000 * 10000 + 1738 + row % 4;
}

static gboolean
is_wrong (const LargeRow *large, int row)
{
  int step = large->n_wrong > 0 ? large->n_projects / large->n_wrong : 0;

  return step > 0 && row % step == step / 2;
}

/* 17.38 is written 71.38. */
static gint64
slip (gint64 actual)
{
  return actual + 5400;
}

static void
append_project (GString *data, const LargeRow *large, int row)
{
  gint64 issued = issued_of (row);
  gint64 actual = actual_of (row);

  g_string_append_printf (data, "%s{'name': '项目%d'", row > 0 ? ", " : "", row);
  append_amount (data, "issued", issued);
  append_amount (data, "actual", is_wrong (large, row) ? slip (actual) : actual);
  append_amount (data, "rate", (actual * 20000 + issued) / (issued * 2));
  g_string_append (data, "}");
}

static char *
make_data (const LargeRow *large)
{
  GString *data = g_string_new ("'projects': [");
  gint64 total = 0;

  for (int i = 0; i < large->n_projects; i++)
    {
      append_project (data, large, i);
      total += actual_of (i);
    }
  g_string_append (data, "], 'achievements': [");
  for (int i = 0; i < large->n_achievements; i++)
    g_string_append_printf (data, "%s{'name': '成果%d', 'target': '%d', 'actual': '%d'}",
                            i > 0 ? ", " : "", i, 50 + i, 49 + i);
  g_string_append (data, "]");
  append_amount (data, "projects.total.actual", total);
  append_amount (data, "budget.project.actual", total);
  return g_string_free (data, FALSE);
}

static void
assert_right (const LargeRow *large, const ZpHint *hint)
{
  g_autofree char *id = g_strdup_printf ("projects[%d].actual", hint->cell.row);

  g_assert_cmpstr (hint->id, ==, id);
  g_assert_true (is_wrong (large, hint->cell.row));
  g_assert_cmpint (hint->slip, ==, ZP_SLIP_TRANSPOSITION);
  g_assert_cmpint (hint->to.millionths, ==, actual_of (hint->cell.row) * 10000);
}

static void
test_large (gconstpointer data)
{
  const LargeRow *large = data;
  g_autofree char *members = make_data (large);
  g_autoptr (ZpReport) report = check_fixture_open_empty ();
  g_autoptr (ZpChecker) checker = NULL;
  GPtrArray *hints;

  check_fixture_fill (report, members);
  checker = zp_checker_new (report);
  hints = zp_checker_get_hints (checker);
  g_test_message ("%u hints, %" G_GUINT64_FORMAT " figures read", hints->len,
                  zp_checker_get_work (checker));
  g_assert_cmpuint (hints->len, >=, large->least_hints);
  for (guint i = 0; i < hints->len; i++)
    assert_right (large, g_ptr_array_index (hints, i));
  g_assert_cmpuint (zp_checker_get_work (checker), <=, MOST_READS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/large/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_large);
    }
  return g_test_run ();
}
