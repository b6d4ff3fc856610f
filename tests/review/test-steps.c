/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which step may follow which, and what is locked. */
#include "review-fixture.h"

#define END (-1)

/* What was done before is written as the steps in order; then one more is tried. */
typedef struct
{
  const char *name;
  int before[6];
  ZpStepKind step;
  gboolean is_possible;
  ZpReviewState state;
  gboolean is_locked;
} Row;

#define SUBMIT ZP_STEP_SUBMIT
#define RETURN ZP_STEP_RETURN
#define REVIEW ZP_STEP_REVIEW
#define APPROVE ZP_STEP_APPROVE

static const Row rows[] = {
  { "submit", { END }, SUBMIT, TRUE, ZP_REVIEW_SUBMITTED, TRUE },
  { "submit-twice", { SUBMIT, END }, SUBMIT, FALSE, ZP_REVIEW_SUBMITTED, TRUE },
  { "take-back", { SUBMIT, END }, ZP_STEP_TAKE_BACK, TRUE, ZP_REVIEW_DRAFT, FALSE },
  { "take-back-nothing", { END }, ZP_STEP_TAKE_BACK, FALSE, ZP_REVIEW_DRAFT, FALSE },
  { "take-back-too-late",
    { SUBMIT, ZP_STEP_BEGIN, END },
    ZP_STEP_TAKE_BACK,
    FALSE,
    ZP_REVIEW_SUBMITTED,
    TRUE },
  { "return", { SUBMIT, END }, RETURN, TRUE, ZP_REVIEW_RETURNED, FALSE },
  { "return-draft", { END }, RETURN, FALSE, ZP_REVIEW_DRAFT, FALSE },
  { "return-signed", { SUBMIT, REVIEW, END }, RETURN, TRUE, ZP_REVIEW_RETURNED, FALSE },
  { "return-final", { SUBMIT, REVIEW, APPROVE, END }, RETURN, TRUE, ZP_REVIEW_RETURNED, FALSE },
  { "return-filed",
    { SUBMIT, REVIEW, APPROVE, ZP_STEP_FILE, END },
    RETURN,
    FALSE,
    ZP_REVIEW_FILED,
    TRUE },
  { "submit-again", { SUBMIT, RETURN, END }, SUBMIT, TRUE, ZP_REVIEW_SUBMITTED, TRUE },
  { "review", { SUBMIT, END }, REVIEW, TRUE, ZP_REVIEW_REVIEWED, TRUE },
  { "review-draft", { END }, REVIEW, FALSE, ZP_REVIEW_DRAFT, FALSE },
  { "leader-first", { SUBMIT, END }, APPROVE, FALSE, ZP_REVIEW_SUBMITTED, TRUE },
  { "leader", { SUBMIT, REVIEW, END }, APPROVE, TRUE, ZP_REVIEW_FINAL, TRUE },
  { "file", { SUBMIT, REVIEW, APPROVE, END }, ZP_STEP_FILE, TRUE, ZP_REVIEW_FILED, TRUE },
  { "file-early", { SUBMIT, REVIEW, END }, ZP_STEP_FILE, FALSE, ZP_REVIEW_REVIEWED, TRUE },
  { "publish",
    { SUBMIT, REVIEW, APPROVE, ZP_STEP_FILE, END },
    ZP_STEP_PUBLISH,
    TRUE,
    ZP_REVIEW_PUBLISHED,
    TRUE },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ZpReportFile) file = review_open ();
  g_autoptr (ZpBatch) change = zp_batch_new ("Enter", "张三", AT (9));
  g_autoptr (ZpReportFile) copy = NULL;

  for (guint i = 0; row->before[i] != END; i++)
    g_assert_true (review_step (file, (ZpStepKind) row->before[i], "张三", 0));
  g_assert_true (review_step (file, row->step, "张三", 0) == row->is_possible);
  zp_batch_set (change, "unit.name", NULL, "某局");
  g_assert_cmpint (zp_review_get_state (file->report), ==, row->state);
  g_assert_true (zp_review_allows (file->report, change, NULL) != row->is_locked);
  copy = review_copy (file);
  g_assert_cmpint (zp_review_get_state (copy->report), ==, row->state);
}

static void
test_undo (void)
{
  g_autoptr (ZpReportFile) file = review_open ();
  g_autoptr (GBytes) before = zp_report_file_to_bytes (file);
  g_autoptr (GBytes) after = NULL;

  g_assert_true (review_step (file, ZP_STEP_SUBMIT, "张三", 0));
  g_assert_true (zp_report_undo (file->report, NULL));
  after = zp_report_file_to_bytes (file);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (zp_report_redo (file->report, NULL));
  g_assert_cmpint (zp_review_get_state (file->report), ==, ZP_REVIEW_SUBMITTED);
}

/* Merging joins the steps of two copies; one of them may come too late to count. */
static void
test_step_that_does_not_count (void)
{
  g_autoptr (ZpReportFile) mine = review_open ();
  g_autoptr (ZpReportFile) theirs = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  ZpBatch *batch = zp_batch_new ("Join", "张三", AT (5));

  g_assert_true (review_step (mine, ZP_STEP_SUBMIT, "张三", 1));
  theirs = review_copy (mine);
  g_assert_true (review_step (mine, ZP_STEP_TAKE_BACK, "张三", 2));
  g_assert_true (review_step (theirs, ZP_STEP_RETURN, "李四", 3));
  paths = zp_report_list_records (theirs->report, "review/step/");
  for (guint i = 0; i < paths->len; i++)
    zp_batch_set (batch, g_ptr_array_index (paths, i), NULL,
                  zp_report_get_record (theirs->report, g_ptr_array_index (paths, i)));
  review_apply (mine, batch);
  g_assert_cmpint (zp_review_get_state (mine->report), ==, ZP_REVIEW_DRAFT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/steps/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/steps/undo-and-redo", test_undo);
  g_test_add_func ("/steps/too-late-to-count", test_step_that_does_not_count);
  return g_test_run ();
}
