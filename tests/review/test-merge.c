/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copies that went apart come together: nothing gets lost, nothing is invented. */
#include "review/zp-merge.h"

#include "review-fixture.h"
#include "review/zp-content.h"
#include "review/zp-remark.h"

/* What stands at unit.name in the three versions; "" is empty. */
typedef struct
{
  const char *name;
  const char *base;
  const char *mine;
  const char *theirs;
  const char *merged;
  guint n_conflicts;
} Row;

static const Row rows[] = {
  { "nobody", "甲", "甲", "甲", "甲", 0 },
  { "mine", "甲", "乙", "甲", "乙", 0 },
  { "theirs", "甲", "甲", "乙", "乙", 0 },
  { "both-the-same", "甲", "乙", "乙", "乙", 0 },
  { "both", "甲", "乙", "丙", "乙", 1 },
  { "mine-cleared", "甲", "", "甲", "", 0 },
  { "theirs-cleared", "甲", "甲", "", "", 0 },
  { "cleared-and-changed", "甲", "", "丙", "", 1 },
  { "changed-and-cleared", "甲", "乙", "", "乙", 1 },
  { "added", "", "", "乙", "乙", 0 },
  { "both-added", "", "乙", "丙", "乙", 1 },
};

static void
free_conflict (gpointer data)
{
  zp_conflict_free (data);
}

static ZpReportFile *
merge (ZpReportFile *mine, ZpReportFile *theirs, GPtrArray *conflicts)
{
  ZpMergeRequest request = { mine, theirs, "张三", AT (9) };
  g_autoptr (GError) error = NULL;
  ZpReportFile *merged = zp_merge (&request, conflicts, &error);

  g_assert_no_error (error);
  return merged;
}

static char *
show (ZpReportFile *file, const char *id)
{
  ZpCell cell;

  g_assert_true (zp_report_find_cell (file->report, id, &cell, NULL));
  return zp_report_show (file->report, cell);
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static ZpReportFile *
open_returned (const char *name)
{
  ZpReportFile *file = review_open ();

  review_insert (file, "projects", 0);
  review_insert (file, "projects", 1);
  review_set (file, "unit.name", or_null (name), NULL);
  g_assert_true (review_step (file, ZP_STEP_SUBMIT, "张三", 1));
  g_assert_true (review_step (file, ZP_STEP_RETURN, "李四", 2));
  return file;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ZpReportFile) mine = open_returned (row->base);
  g_autoptr (ZpReportFile) theirs = review_copy (mine);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (free_conflict);
  g_autoptr (GPtrArray) remarks = NULL;
  g_autofree char *shown = NULL;

  review_set (mine, "unit.name", or_null (row->mine), "张三");
  review_set (theirs, "unit.name", or_null (row->theirs), "李四");
  merge (mine, theirs, conflicts);
  shown = show (mine, "unit.name");
  g_assert_cmpstr (shown, ==, row->merged);
  g_assert_cmpuint (conflicts->len, ==, row->n_conflicts);
  remarks = zp_remark_list (mine->report);
  g_assert_cmpuint (remarks->len, ==, row->n_conflicts);
}

static const char *const places[] = {
  "unit.name",           "unit.code",        "unit.phone",          "budget.basic.initial",
  "budget.basic.adjust", "projects[0].name", "projects[0].initial", "projects[1].goal",
  "projects[1].actual",  "text.duties",
};

/* Each place is changed by one side only, or by nobody. */
static void
change_apart (ZpReportFile *mine, ZpReportFile *theirs)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", g_test_rand_int_range (1, 99));
      int side = g_test_rand_int_range (0, 3);

      if (side < 2)
        review_set (side == 0 ? mine : theirs, places[i], value, "张三");
    }
}

static void
test_either_way_round (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (ZpReportFile) mine = open_returned ("某局");
      g_autoptr (ZpReportFile) theirs = review_copy (mine);
      g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (free_conflict);
      g_autoptr (ZpReportFile) my_copy = NULL;
      g_autoptr (ZpReportFile) their_copy = NULL;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      change_apart (mine, theirs);
      my_copy = review_copy (mine);
      their_copy = review_copy (theirs);
      merge (mine, theirs, conflicts);
      merge (their_copy, my_copy, conflicts);
      one = zp_content_new (mine);
      other = zp_content_new (their_copy);
      g_assert_cmpstr (one, ==, other);
      g_assert_cmpuint (conflicts->len, ==, 0);
    }
}

static void
test_twice_is_once (void)
{
  g_autoptr (ZpReportFile) mine = open_returned ("某局");
  g_autoptr (ZpReportFile) theirs = review_copy (mine);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (free_conflict);
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) twice = NULL;

  review_set (theirs, "unit.name", "改名局", "李四");
  review_apply (theirs, zp_remark_make (theirs->report, "unit.name", "改名", "李四", AT (3), NULL));
  merge (mine, theirs, conflicts);
  once = zp_report_file_to_bytes (mine);
  merge (mine, theirs, conflicts);
  twice = zp_report_file_to_bytes (mine);
  g_assert_true (g_bytes_equal (once, twice));
}

/* Without a common ground nothing is taken for a change of one side. */
static void
test_strangers (void)
{
  g_autoptr (ZpReportFile) mine = review_open ();
  g_autoptr (ZpReportFile) theirs = review_open ();
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (free_conflict);
  g_autofree char *name = NULL;
  g_autofree char *code = NULL;

  review_set (mine, "unit.name", "甲局", NULL);
  review_set (theirs, "unit.name", "乙局", NULL);
  review_set (theirs, "unit.code", "12", NULL);
  merge (mine, theirs, conflicts);
  name = show (mine, "unit.name");
  code = show (mine, "unit.code");
  g_assert_cmpstr (name, ==, "甲局");
  g_assert_cmpstr (code, ==, "12");
  g_assert_cmpuint (conflicts->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/merge/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/merge/either-way-round", test_either_way_round);
  g_test_add_func ("/merge/twice-is-once", test_twice_is_once);
  g_test_add_func ("/merge/strangers", test_strangers);
  return g_test_run ();
}
