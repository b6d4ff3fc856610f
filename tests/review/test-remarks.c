/* SPDX-License-Identifier: GPL-3.0-or-later
 * Remarks keep to their place and their thread. */
#include "review-fixture.h"
#include "review/zp-anchor.h"
#include "review/zp-remark.h"

typedef struct
{
  const char *name;
  const char *id;
  const char *anchor; /* NULL: there is no such place */
} Row;

static const Row rows[] = {
  { "cell", "budget.total.actual", "budget.total.actual" },
  { "passage", "text.duties", "text.duties" },
  { "whole", "report", "report" },
  { "table", "projects", "projects" },
  { "form", "budget", "budget" },
  { "row", "projects[1]", "projects#2" },
  { "cell-in-row", "projects[1].actual", "projects#2.actual" },
  { "total", "projects.total.actual", "projects.total.actual" },
  { "no-cell", "budget.total.actuel", NULL },
  { "no-passage", "text.nothing", NULL },
  { "no-row", "projects[2]", NULL },
  { "no-column", "projects[0].nothing", NULL },
  { "row-of-no-table", "budget[0]", NULL },
  { "negative-row", "projects[-1]", NULL },
  { "open-bracket", "projects[1", NULL },
  { "much-behind", "projects[1]]", NULL },
  { "long-number", "projects[99999999999999999999]", NULL },
  { "nothing", "", NULL },
};

static ZpReportFile *
open_with_rows (void)
{
  ZpReportFile *file = review_open ();

  review_insert (file, "projects", 0);
  review_insert (file, "projects", 1);
  review_set (file, "projects[1].name", "乙", NULL);
  return file;
}

static void
test_anchor (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ZpReportFile) file = open_with_rows ();
  g_autoptr (GError) error = NULL;
  g_autofree char *anchor = zp_anchor_from_id (file->report, row->id, &error);
  g_autofree char *id = NULL;

  g_assert_cmpstr (anchor, ==, row->anchor);
  if (anchor == NULL)
    {
      g_assert_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_PLACE);
      return;
    }
  id = zp_anchor_to_id (file->report, anchor);
  g_assert_cmpstr (id, ==, row->id);
}

static void
write_remark (ZpReportFile *file, const char *place, const char *by)
{
  review_apply (file, zp_remark_make (file->report, place, "核对", by, AT (1), NULL));
}

static void
reply (ZpReportFile *file, ZpReplyKind kind, const char *text, int minute)
{
  g_autoptr (GPtrArray) remarks = zp_remark_list (file->report);
  const ZpRemark *remark = g_ptr_array_index (remarks, 0);

  review_apply (
    file, zp_remark_make_reply (file->report, remark->id, kind, text, "张三", AT (minute), NULL));
}

static void
test_follows_row (void)
{
  g_autoptr (ZpReportFile) file = open_with_rows ();
  g_autoptr (ZpReportFile) copy = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autofree char *id = NULL;

  write_remark (file, "projects[1].name", "李四");
  review_move (file, "projects", 1, 0);
  copy = review_copy (file);
  remarks = zp_remark_list (copy->report);
  g_assert_cmpuint (remarks->len, ==, 1);
  id = zp_anchor_to_id (copy->report, ((ZpRemark *) g_ptr_array_index (remarks, 0))->anchor);
  g_assert_cmpstr (id, ==, "projects[0].name");
  g_assert_cmpstr (((ZpRemark *) g_ptr_array_index (remarks, 0))->shown, ==, "乙");
}

static void
test_thread (void)
{
  g_autoptr (ZpReportFile) file = review_open ();
  g_autoptr (GPtrArray) remarks = NULL;
  const ZpRemark *remark;

  write_remark (file, "report", "李四");
  reply (file, ZP_REPLY_ANSWER, "在改", 2);
  reply (file, ZP_REPLY_DONE, NULL, 3);
  reply (file, ZP_REPLY_REOPEN, "还差", 4);
  remarks = zp_remark_list (file->report);
  remark = g_ptr_array_index (remarks, 0);
  g_assert_true (remark->open);
  g_assert_cmpuint (remark->thread->len, ==, 3);
  g_assert_null (
    zp_remark_make_reply (file->report, remark->id, ZP_REPLY_REOPEN, NULL, "李四", AT (5), NULL));
  g_assert_null (
    zp_remark_make_reply (file->report, remark->id, ZP_REPLY_ANSWER, "", "李四", AT (5), NULL));
  g_assert_null (
    zp_remark_make_reply (file->report, "r-00", ZP_REPLY_ANSWER, "好", "李四", AT (5), NULL));
}

static void
test_same_words_twice (void)
{
  g_autoptr (ZpReportFile) file = review_open ();
  g_autoptr (GPtrArray) remarks = NULL;

  write_remark (file, "report", "李四");
  write_remark (file, "report", "李四");
  write_remark (file, "report", "李四");
  remarks = zp_remark_list (file->report);
  g_assert_cmpuint (remarks->len, ==, 3);
}

/* The clerk's own remarks do not begin the review. */
static void
test_begins_review (void)
{
  g_autoptr (ZpReportFile) file = review_open ();

  g_assert_true (review_step (file, ZP_STEP_SUBMIT, "张三", 0));
  write_remark (file, "report", "张三");
  g_assert_false (zp_review_has_begun (file->report));
  write_remark (file, "report", "李四");
  g_assert_true (zp_review_has_begun (file->report));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/remarks/place/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_anchor);
    }
  g_test_add_func ("/remarks/follows-its-row", test_follows_row);
  g_test_add_func ("/remarks/thread", test_thread);
  g_test_add_func ("/remarks/same-words-twice", test_same_words_twice);
  g_test_add_func ("/remarks/begins-review", test_begins_review);
  return g_test_run ();
}
