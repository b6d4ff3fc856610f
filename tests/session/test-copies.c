/* SPDX-License-Identifier: GPL-3.0-or-later
 * Two copies of a report: what differs, what merging does, and the record of changes. */
#include <string.h>

#include "session-fixture.h"
#include "session/zp-compare.h"
#include "session/zp-merge-plan.h"
#include "session/zp-points.h"
#include "session/zp-remarks.h"
#include "session/zp-review-steps.h"
#include "zp-test.h"

#define CLERK "张三"
#define REVIEWER "李四"

static const char data[] =
  "{ \"blocks\": ["
  "{ \"fields\": \"info\", \"label\": \"信息\", \"items\": ["
  "  { \"key\": \"sum\", \"label\": \"金额\" }, { \"key\": \"free\", \"label\": \"其他\" } ] },"
  "{ \"table\": \"works\", \"label\": \"工作\", \"key\": \"name\", \"columns\": ["
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" },"
  "  { \"key\": \"cost\", \"label\": \"费用\" } ] } ] }";

/**
 * Copies: the clerk's session, and the same report as a reviewer got it.
 */
typedef struct
{
  ZpSession *mine;
  ZpReportFile *theirs;
} Copies;

static void
apply (ZpReportFile *file, ZpBatch *batch)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (batch);
  zp_report_apply (file->report, batch, &error);
  g_assert_no_error (error);
}

static void
set (ZpReportFile *file, const char *id, const char *value)
{
  ZpBatch *batch = zp_batch_new ("Enter", REVIEWER, g_get_real_time ());

  zp_batch_set (batch, id, NULL, value);
  apply (file, batch);
}

static ZpReportFile *
copy (ZpSession *session)
{
  g_autoptr (GBytes) bytes = zp_report_file_to_bytes (zp_session_get_file (session));
  ZpPack *pack = (ZpPack *) zp_session_get_pack (session);
  g_autoptr (GError) error = NULL;
  ZpReportFile *file = zp_report_file_open_bytes (NULL, pack, bytes, &error);

  g_assert_no_error (error);
  return file;
}

static Copies
open_copies (void)
{
  Copies copies = { session_fixture_new (data, NULL, NULL), NULL };

  zp_session_set_author (copies.mine, CLERK);
  session_fixture_type (copies.mine, "info.sum", "3");
  session_fixture_type (copies.mine, "info.free", "1");
  session_fixture_add_rows (copies.mine, "works", 2);
  session_fixture_type (copies.mine, "works[1].cost", "5");
  g_assert_true (zp_session_take_step (copies.mine, ZP_STEP_SUBMIT, NULL, NULL));
  copies.theirs = copy (copies.mine);
  g_assert_true (zp_session_take_step (copies.mine, ZP_STEP_TAKE_BACK, NULL, NULL));
  apply (copies.theirs, zp_review_make_step (copies.theirs, ZP_STEP_RETURN, REVIEWER, "改",
                                             g_get_real_time (), NULL));
  return copies;
}

static const ZpCompareRow *
find_row (const GPtrArray *rows, const char *target)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const ZpCompareRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (row->target, target) == 0)
        return row;
    }
  g_error ("%s does not differ", target);
}

static void
test_compare (void)
{
  Copies copies = open_copies ();
  g_autoptr (GPtrArray) rows = NULL;

  session_fixture_type (copies.mine, "info.sum", "4");
  rows = zp_session_compare (copies.mine, copies.theirs);
  g_assert_cmpstr (find_row (rows, "info.sum")->before, ==, "3.00 万元");
  g_assert_cmpstr (find_row (rows, "info.sum")->after, ==, "4.00 万元");
  zp_report_file_free (copies.theirs);
  session_fixture_close (copies.mine);
}

static ZpMergePlan *
plan (Copies *copies)
{
  g_autoptr (GError) error = NULL;
  ZpMergePlan *found = zp_merge_plan_new (copies->mine, copies->theirs, &error);

  g_assert_no_error (error);
  return found;
}

static void
assert_shown (ZpSession *session, const char *id, const char *expected)
{
  g_autofree char *shown = session_fixture_show (session, id);

  g_assert_cmpstr (shown, ==, expected);
}

/* What both changed is decided place by place; what stays mine keeps a remark; one step back. */
static void
test_merge (void)
{
  Copies copies = open_copies ();
  g_autoptr (ZpMergePlan) merge = NULL;

  set (copies.theirs, "info.sum", "30");
  set (copies.theirs, "info.free", "10");
  set (copies.theirs, "works[1].cost", "50");
  session_fixture_type (copies.mine, "info.sum", "31");
  session_fixture_type (copies.mine, "works[1].cost", "51");
  merge = plan (&copies);
  g_assert_cmpuint (zp_merge_plan_count (merge), ==, 2);
  g_assert_cmpstr (zp_merge_plan_get (merge, 0)->mine, ==, "31.00 万元");
  g_assert_cmpstr (zp_merge_plan_get (merge, 0)->theirs, ==, "30.00 万元");
  zp_merge_plan_set_taken (merge, 1, TRUE);
  g_assert_true (zp_merge_plan_do (merge, NULL));
  assert_shown (copies.mine, "info.sum", "31.00");
  assert_shown (copies.mine, "info.free", "10.00");
  assert_shown (copies.mine, "works[1].cost", "50.00");
  g_assert_cmpuint (zp_session_count_remarks (copies.mine, TRUE), ==, 1);
  g_assert_true (zp_session_undo (copies.mine, NULL));
  assert_shown (copies.mine, "info.free", "1.00");
  assert_shown (copies.mine, "works[1].cost", "51.00");
  g_assert_cmpuint (zp_session_count_remarks (copies.mine, TRUE), ==, 0);
  g_clear_pointer (&merge, zp_merge_plan_free);
  session_fixture_close (copies.mine);
}

/* A copy that was signed is not changed to what another one says. */
static void
test_signed (void)
{
  Copies copies = open_copies ();
  ZpSealRequest request = { ZP_ROLE_REVIEWER, REVIEWER, "同意", NULL, g_get_real_time () };
  g_autoptr (GError) error = NULL;

  apply (copies.theirs, zp_review_make_step (copies.theirs, ZP_STEP_SUBMIT, CLERK, NULL,
                                             g_get_real_time (), NULL));
  apply (copies.theirs, zp_seal_make (copies.theirs, &request, NULL));
  g_assert_null (zp_merge_plan_new (copies.mine, copies.theirs, &error));
  g_assert_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_MERGE);
  session_fixture_close (copies.mine);
}

static void
test_trail (void)
{
  Copies copies = open_copies ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) of_cell = NULL;
  g_autoptr (GPtrArray) of_nobody = NULL;
  g_auto (GStrv) people = zp_session_list_people (copies.mine);

  session_fixture_type (copies.mine, "info.sum", "7");
  all = zp_session_list_trail (copies.mine, NULL, NULL, NULL);
  of_cell = zp_session_list_trail (copies.mine, "info.sum", CLERK, NULL);
  of_nobody = zp_session_list_trail (copies.mine, "info.sum", "赵六", NULL);
  g_assert_cmpuint (g_strv_length (people), ==, 1);
  g_assert_cmpuint (all->len, >, of_cell->len);
  g_assert_cmpuint (of_nobody->len, ==, 0);
  g_assert_cmpstr (((const ZpTrailRow *) g_ptr_array_index (of_cell, 0))->after, ==, "7.00 万元");
  g_assert_cmpstr (((const ZpTrailRow *) g_ptr_array_index (of_cell, 0))->target, ==, "info.sum");
  zp_report_file_free (copies.theirs);
  session_fixture_close (copies.mine);
}

/* A report that carries last year's text, as another program may have written it. */
static ZpReportFile *
add_prior (ZpSession *session, const char *prior)
{
  g_autoptr (GBytes) bytes = zp_report_file_to_bytes (zp_session_get_file (session));
  gsize size;
  const char *data_of_file = g_bytes_get_data (bytes, &size);
  g_autoptr (GString) text = g_string_new_len (data_of_file, (gssize) size);
  const char *digest = strstr (text->str, "\"digest\"");
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (GError) error = NULL;
  ZpReportFile *file;

  g_assert_nonnull (digest);
  g_string_truncate (text, (gsize) (digest - text->str));
  g_string_append_printf (text, "\"prior\": { \"text.scale\": \"%s\" } }\n", prior);
  changed = g_bytes_new (text->str, text->len);
  file =
    zp_report_file_open_bytes (NULL, (ZpPack *) zp_session_get_pack (session), changed, &error);
  g_assert_no_error (error);
  return file;
}

static gboolean
has_point (ZpSession *session, const char *id)
{
  g_autoptr (GPtrArray) points = zp_session_list_points (session);

  for (guint i = 0; i < points->len; i++)
    if (g_str_equal (((const ZpPoint *) g_ptr_array_index (points, i))->id, id))
      return TRUE;
  return FALSE;
}

/* A passage that reads as last year's is looked at, until it is written anew. */
static void
test_prior_text (void)
{
  ZpSession *first = session_fixture_open ("reference-corrected");
  g_autofree char *folder = zp_test_make_folder ();
  ZpSession *second;

  g_assert_true (zp_session_set_passage (first, "text.scale", "支出规模平稳。", NULL));
  second = zp_session_new (add_prior (first, "支出规模平稳。"), folder);
  g_assert_true (has_point (second, "text:text.scale"));
  g_assert_true (zp_session_set_passage (second, "text.scale", "支出规模略增。", NULL));
  g_assert_false (has_point (second, "text:text.scale"));
  zp_session_discard (second);
  g_assert_finalize_object (second);
  zp_test_remove_folder (folder);
  session_fixture_close (first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copies/compare", test_compare);
  g_test_add_func ("/copies/merge", test_merge);
  g_test_add_func ("/copies/signed", test_signed);
  g_test_add_func ("/copies/trail", test_trail);
  g_test_add_func ("/copies/prior-text", test_prior_text);
  return g_test_run ();
}
