/* SPDX-License-Identifier: GPL-3.0-or-later
 * The history of a report: what is told, and that it cannot be shortened unseen. */
#include "journal/zp-recovery.h"
#include "review-fixture.h"
#include "review/zp-history.h"

/* The history as "how id before>after", parted by blanks. */
static char *
tell (ZpReportFile *file)
{
  g_autoptr (GPtrArray) lines = zp_history_list (file->report, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const ZpHistoryLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (
        text, "%s%s:%s:%s>%s", i > 0 ? " " : "", line->how != NULL ? line->how : "", line->key,
        line->before != NULL ? line->before : "", line->after != NULL ? line->after : "");
    }
  return g_string_free (text, FALSE);
}

/* Steps: "n" sets without a name, "a", "b" set that value as 张三, "u" undoes, "r" does again,
 * "s" saves. */
typedef struct
{
  const char *name;
  const char *steps;
  const char *told;
} Row;

static const Row rows[] = {
  { "nobody", "n", "" },
  { "somebody", "a", ":unit.name:>a" },
  { "nobody-before", "na", ":unit.name:n>a" },
  { "nobody-after", "an", ":unit.name:>a :unit.name:a>n" },
  { "no-change", "aa", ":unit.name:>a" },
  { "undone", "au", "" },
  { "undone-and-again", "aur", ":unit.name:>a" },
  { "undone-in-the-middle", "abu", ":unit.name:>a" },
  { "other-after-undo", "aub", ":unit.name:>b" },
  { "undone-after-save", "asu", ":unit.name:>a undone:unit.name:a>" },
  { "undone-and-again-after-save", "asur", ":unit.name:>a" },
  { "saved-while-undone", "asusr", ":unit.name:>a undone:unit.name:a> redone:unit.name:>a" },
  { "two-undone", "absuu",
    ":unit.name:>a :unit.name:a>b undone:unit.name:b>a undone:unit.name:a>" },
  { "new-after-undone", "asub", ":unit.name:>a undone:unit.name:a> :unit.name:>b" },
};

static void
take (ZpReportFile *file, char step)
{
  const char value[] = { step, '\0' };

  if (step == 'u')
    g_assert_true (zp_report_undo (file->report, NULL));
  else if (step == 'r')
    g_assert_true (zp_report_redo (file->report, NULL));
  else if (step == 's')
    zp_report_keep_trail (file->report);
  else
    review_set (file, "unit.name", value, step == 'n' ? NULL : "张三");
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ZpReportFile) file = review_open ();
  g_autoptr (ZpReportFile) copy = NULL;
  g_autofree char *told = NULL;
  g_autofree char *told_by_copy = NULL;

  for (const char *step = row->steps; *step != '\0'; step++)
    take (file, *step);
  told = tell (file);
  g_assert_cmpstr (told, ==, row->told);
  copy = review_copy (file);
  told_by_copy = tell (copy);
  g_assert_cmpstr (told_by_copy, ==, row->told);
  g_assert_true (zp_trail_is_whole (zp_report_get_trail (copy->report)));
}

static void
test_rows_by_number (void)
{
  g_autoptr (ZpReportFile) file = review_open ();
  g_autofree char *told = NULL;

  review_set (file, "unit.name", "某局", "张三");
  review_insert (file, "projects", 0);
  review_insert (file, "projects", 0);
  review_set (file, "projects[0].name", "乙", "张三");
  review_move (file, "projects", 0, 1);
  told = tell (file);
  g_assert_cmpstr (
    told, ==,
    ":unit.name:>某局 :projects#1:>0 :projects#2:>0 :projects#2.name:>乙 :projects#2:0>1");
}

/* A value that is emptied and set again in one step changed once, or not at all. */
static void
test_condensed (void)
{
  g_autoptr (ZpReportFile) file = review_open ();
  ZpBatch *batch = zp_batch_new ("Fill", "张三", AT (0));
  g_autofree char *told = NULL;

  review_set (file, "unit.name", "某局", "张三");
  review_set (file, "unit.code", "1", "张三");
  zp_batch_set (batch, "unit.name", NULL, NULL);
  zp_batch_set (batch, "unit.code", NULL, NULL);
  zp_batch_set (batch, "unit.name", NULL, "新局");
  zp_batch_set (batch, "unit.code", NULL, "1");
  review_apply (file, batch);
  told = tell (file);
  g_assert_cmpstr (told, ==, ":unit.name:>某局 :unit.code:>1 :unit.name:某局>新局");
}

static void
test_filter (void)
{
  g_autoptr (ZpReportFile) file = review_open ();
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) row = NULL;

  review_set (file, "unit.name", "某局", "张三");
  review_insert (file, "projects", 0);
  review_set (file, "projects[0].name", "乙", "张三");
  one = zp_history_list (file->report, "unit.name", NULL);
  row = zp_history_list (file->report, "projects[0]", NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (row->len, ==, 2);
  g_assert_null (zp_history_list (file->report, "unit.nothing", NULL));
}

/* What was done before a crash is told as it would have been. */
static void
test_recovery (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autoptr (ZpRecovery) recovery = zp_recovery_create (folder, "/lee/r.ziping", NULL);
  g_autoptr (ZpBatch) batch = zp_batch_new ("Paste", "张三", AT (0));
  g_autoptr (GPtrArray) batches = NULL;
  const ZpBatch *read;

  zp_batch_set (batch, "unit.name", NULL, "某局");
  zp_batch_set_how (batch, ZP_HOW_PASTED);
  g_assert_true (zp_recovery_append (recovery, batch, NULL));
  batches = zp_recovery_read (zp_recovery_get_path (recovery), NULL, NULL);
  g_assert_nonnull (batches);
  read = g_ptr_array_index (batches, 0);
  g_assert_cmpstr (read->how, ==, ZP_HOW_PASTED);
  zp_recovery_discard (recovery);
  zp_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/trail/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/trail/rows-by-number", test_rows_by_number);
  g_test_add_func ("/trail/condensed", test_condensed);
  g_test_add_func ("/trail/filter", test_filter);
  g_test_add_func ("/trail/recovery", test_recovery);
  return g_test_run ();
}
