/* SPDX-License-Identifier: GPL-3.0-or-later
 * The review as a window sees it: steps, remarks, points that need a person, seals. */
#include <string.h>

#include "session-fixture.h"
#include "session/zp-points.h"
#include "session/zp-remarks.h"
#include "session/zp-review-log.h"
#include "session/zp-seal-view.h"

#define CLERK "张三"
#define REVIEWER "李四"

static const char data[] =
  "{ \"blocks\": ["
  "{ \"fields\": \"info\", \"label\": \"信息\", \"basis\": \"办法\", \"items\": ["
  "  { \"key\": \"sum\", \"label\": \"金额\" }, { \"key\": \"free\", \"label\": \"其他\" } ] },"
  "{ \"fields\": \"loose\", \"label\": \"散项\", \"items\": ["
  "  { \"key\": \"count\", \"label\": \"数量\", \"kind\": \"number\" } ] },"
  "{ \"grid\": \"costs\", \"label\": \"资金\", \"basis\": \"办法\", \"columns\": ["
  "  { \"key\": \"paid\", \"label\": \"支出\" },"
  "  { \"key\": \"before\", \"label\": \"上年\", \"default\": \"prior(@paid)\" } ],"
  "  \"rows\": [ { \"key\": \"cars\", \"label\": \"用车\" }, { \"key\": \"guests\", \"label\":"
  "  \"接待\" }, { \"key\": \"trips\", \"label\": \"出国\" } ] },"
  "{ \"table\": \"aims\", \"label\": \"指标\", \"key\": \"name\", \"basis\": \"办法\","
  "  \"columns\": [ { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" },"
  "  { \"key\": \"target\", \"label\": \"目标\", \"kind\": \"mixed\", \"measure\": \"unit\" },"
  "  { \"key\": \"actual\", \"label\": \"实际\", \"kind\": \"mixed\", \"measure\": \"unit\" },"
  "  { \"key\": \"unit\", \"label\": \"单位\", \"kind\": \"text\" },"
  "  { \"key\": \"rate\", \"label\": \"完成率\", \"kind\": \"percent\","
  "    \"formula\": \"ratio(@actual, @target)\" },"
  "  { \"key\": \"reason\", \"label\": \"原因\", \"kind\": \"text\", \"lines\": 2 } ] } ] }";

static const char checks[] =
  "{ \"checks\": [ { \"check\": \"sum.low\", \"title\": \"金额偏高\", \"severity\": \"warning\","
  "  \"require\": \"info.sum <= 10万元\", \"instruction\": \"说明\", \"note\": \"allowed\" } ] }";

static ZpSession *
open_as (const char *author)
{
  ZpSession *session = session_fixture_new (data, checks, NULL);

  zp_session_set_author (session, author);
  return session;
}

static void
step (ZpSession *session, ZpStepKind kind, const char *text)
{
  g_autoptr (GError) error = NULL;

  zp_session_take_step (session, kind, text, &error);
  g_assert_no_error (error);
}

static const ZpPoint *
find_point (const GPtrArray *points, const char *id)
{
  for (guint i = 0; i < points->len; i++)
    if (strcmp (((const ZpPoint *) g_ptr_array_index (points, i))->id, id) == 0)
      return g_ptr_array_index (points, i);
  return NULL;
}

static void
assert_point (ZpSession *session, const char *id, gboolean is_there)
{
  g_autoptr (GPtrArray) points = zp_session_list_points (session);

  if ((find_point (points, id) != NULL) != is_there)
    g_error ("%s: %s", id, is_there ? "missing" : "not wanted");
}

static void
test_steps (void)
{
  ZpSession *session = open_as (CLERK);
  g_autoptr (GArray) before = zp_session_list_commands (session);
  g_autoptr (GArray) after = NULL;
  g_autofree char *reason = NULL;

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpstr (g_array_index (before, ZpReviewCommand, 0).action, ==, "win.submit");
  step (session, ZP_STEP_SUBMIT, NULL);
  g_assert_nonnull (zp_session_get_lock (session));
  after = zp_session_list_commands (session);
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_false (zp_session_may_step (session, ZP_STEP_FILE, NULL));
  zp_session_set_author (session, REVIEWER);
  step (session, ZP_STEP_RETURN, "核对");
  reason = zp_session_get_return_reason (session);
  g_assert_nonnull (strstr (reason, "核对"));
  g_assert_null (zp_session_get_lock (session));
  session_fixture_close (session);
}

/* Whatever the pack blocks or wants a note on. */
static void
test_to_do (void)
{
  ZpSession *session = open_as (CLERK);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) done = NULL;

  session_fixture_type (session, "info.sum", "12");
  left = zp_session_list_to_do (session);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (((const ZpToDo *) g_ptr_array_index (left, 0))->needs_note);
  g_assert_cmpstr (((const ZpToDo *) g_ptr_array_index (left, 0))->target, ==, "info.sum");
  g_assert_true (zp_session_write_note (session, "sum.low", "一次性", NULL));
  done = zp_session_list_to_do (session);
  g_assert_cmpuint (done->len, ==, 0);
  session_fixture_close (session);
}

static void
test_remarks (void)
{
  ZpSession *session = open_as (CLERK);
  g_autoptr (GPtrArray) cards = NULL;
  const ZpRemarkCard *card;

  session_fixture_add_rows (session, "aims", 2);
  session_fixture_type (session, "aims[1].actual", "5");
  step (session, ZP_STEP_SUBMIT, NULL);
  zp_session_set_author (session, REVIEWER);
  g_assert_true (zp_session_write_remark (session, "aims[1].actual", "偏低", NULL));
  g_assert_true (zp_session_write_remark (session, "report", "总体可以", NULL));
  g_assert_false (zp_session_may_step (session, ZP_STEP_TAKE_BACK, NULL));
  step (session, ZP_STEP_RETURN, "改");
  g_assert_true (zp_session_move_row (session, session_fixture_cell (session, "aims[0].name").block,
                                      1, 0, NULL));
  session_fixture_type (session, "aims[0].actual", "8");
  cards = zp_session_list_remarks (session, TRUE);
  g_assert_cmpuint (cards->len, ==, 2);
  g_assert_null (((const ZpRemarkCard *) g_ptr_array_index (cards, 0))->target);
  card = g_ptr_array_index (cards, 1);
  g_assert_cmpstr (card->target, ==, "aims[0].actual");
  g_assert_nonnull (card->moved);
  g_assert_cmpuint (
    zp_session_count_remarks_on (session, session_fixture_cell (session, "aims[0].actual")), ==, 1);
  g_assert_true (zp_session_reply (session, card->remark->id, ZP_REPLY_DONE, NULL, NULL));
  g_assert_cmpuint (zp_session_count_remarks (session, TRUE), ==, 1);
  g_assert_cmpuint (zp_session_count_remarks (session, FALSE), ==, 2);
  session_fixture_close (session);
}

static void
test_remark_places (void)
{
  ZpSession *session = open_as (REVIEWER);
  static const char *const expected[] = { "aims[0].name", "aims[0]", "aims", "report" };
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) whole = zp_session_list_remark_places (session, "overview");

  session_fixture_add_rows (session, "aims", 1);
  places = zp_session_list_remark_places (session, "aims[0].name");
  g_assert_cmpuint (places->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < places->len; i++)
    g_assert_cmpstr (((const ZpRemarkPlace *) g_ptr_array_index (places, i))->id, ==, expected[i]);
  g_assert_cmpuint (whole->len, ==, 1);
  session_fixture_close (session);
}

typedef struct
{
  const char *name;
  const char *cell;
  const char *typed;
  const char *point;
  gboolean is_there;
} PointRow;

static const PointRow point_rows[] = {
  { "warning", "info.sum", "12", "finding:sum.low", TRUE },
  { "no-warning", "info.sum", "9", "finding:sum.low", FALSE },
  { "round", "info.free", "500", "round:info.free", TRUE },
  { "round-two-digits", "info.free", "1200", "round:info.free", TRUE },
  { "not-round", "info.free", "512.3", "round:info.free", FALSE },
  { "small-is-not-round", "info.free", "50", "round:info.free", FALSE },
  { "without-source", "loose.count", "3", "source:loose.count", TRUE },
  { "with-basis", "info.free", "3", "source:info.free", FALSE },
};

static void
test_point (gconstpointer row_data)
{
  const PointRow *row = row_data;
  ZpSession *session = open_as (CLERK);

  session_fixture_type (session, row->cell, row->typed);
  assert_point (session, row->point, row->is_there);
  session_fixture_close (session);
}

static void
test_last_year (void)
{
  ZpSession *session = open_as (CLERK);

  session_fixture_type (session, "costs.cars.paid", "31.5");
  session_fixture_type (session, "costs.cars.before", "20.9");
  session_fixture_type (session, "costs.guests.paid", "7.25");
  session_fixture_type (session, "costs.guests.before", "7.25");
  session_fixture_type (session, "costs.trips.paid", "12");
  session_fixture_type (session, "costs.trips.before", "10");
  assert_point (session, "far:costs.cars.paid", TRUE);
  assert_point (session, "same:costs.guests.paid", TRUE);
  assert_point (session, "far:costs.trips.paid", FALSE);
  assert_point (session, "same:costs.trips.paid", FALSE);
  session_fixture_close (session);
}

static void
test_targets (void)
{
  ZpSession *session = open_as (CLERK);
  g_autoptr (GPtrArray) points = NULL;
  const ZpPoint *point;

  session_fixture_add_rows (session, "aims", 2);
  session_fixture_type (session, "aims[0].target", "10");
  session_fixture_type (session, "aims[0].actual", "8");
  session_fixture_type (session, "aims[0].reason", "疫情");
  session_fixture_type (session, "aims[1].target", "10");
  session_fixture_type (session, "aims[1].actual", "10");
  points = zp_session_list_points (session);
  point = find_point (points, "target:aims#1.rate");
  if (point == NULL)
    g_error ("the target missed is not told");
  g_assert_nonnull (strstr (point->detail, "疫情"));
  g_assert_null (find_point (points, "target:aims#2.rate"));
  session_fixture_close (session);
}

static const ZpPoint *
reread (ZpSession *session, GPtrArray **points, const char *id)
{
  const ZpPoint *point;

  g_clear_pointer (points, g_ptr_array_unref);
  *points = zp_session_list_points (session);
  point = find_point (*points, id);
  g_assert_nonnull (point);
  return point;
}

/* Accepted until the figure moves, and again when it moves back. */
static void
test_accept (void)
{
  ZpSession *session = open_as (REVIEWER);
  g_autoptr (GPtrArray) points = NULL;

  session_fixture_type (session, "info.free", "500");
  g_assert_true (zp_session_accept_point (session, "round:info.free", NULL));
  g_assert_nonnull (reread (session, &points, "round:info.free")->accepted_by);
  session_fixture_type (session, "info.free", "600");
  g_assert_null (reread (session, &points, "round:info.free")->accepted_by);
  g_assert_true (reread (session, &points, "round:info.free")->is_void);
  session_fixture_type (session, "info.free", "500");
  g_assert_nonnull (reread (session, &points, "round:info.free")->accepted_by);
  g_assert_true (zp_session_unaccept_point (session, "round:info.free", NULL));
  g_assert_null (reread (session, &points, "round:info.free")->accepted_by);
  g_assert_false (reread (session, &points, "round:info.free")->is_void);
  session_fixture_close (session);
}

/* What was changed before the report was returned is not told again. */
static void
test_changes (void)
{
  ZpSession *session = open_as (CLERK);
  g_autoptr (GPtrArray) points = NULL;
  const ZpPoint *point;

  session_fixture_type (session, "info.sum", "3");
  session_fixture_type (session, "info.free", "4");
  step (session, ZP_STEP_SUBMIT, NULL);
  step (session, ZP_STEP_RETURN, "改");
  session_fixture_type (session, "info.sum", "5");
  session_fixture_type (session, "info.sum", "6");
  point = reread (session, &points, "change:info.sum");
  g_assert_nonnull (point);
  g_assert_cmpstr (point->detail, ==, "3.00 万元 → 6.00 万元");
  session_fixture_close (session);
}

static void
test_seal (void)
{
  ZpSession *session = open_as (CLERK);
  ZpSealRequest request = { ZP_ROLE_REVIEWER, REVIEWER, "同意", NULL, 0 };
  g_autoptr (ZpSealView) sound = NULL;
  g_autoptr (ZpSealView) broken = NULL;
  ZpBatch *batch;

  session_fixture_type (session, "info.sum", "3");
  step (session, ZP_STEP_SUBMIT, NULL);
  g_assert_true (zp_session_sign (session, &request, NULL));
  sound = zp_seal_view_new (session);
  g_assert_true (sound->is_sound);
  g_assert_cmpuint (sound->lines->len, ==, 1);
  batch = zp_batch_new ("Enter", CLERK, g_get_real_time ());
  zp_batch_set (batch, "info.sum", NULL, "4");
  g_assert_true (zp_report_apply (zp_session_get_report (session), batch, NULL));
  broken = zp_seal_view_new (session);
  g_assert_false (broken->is_sound);
  g_assert_cmpuint (broken->changes->len, ==, 1);
  g_assert_cmpstr (((const ZpSealChange *) g_ptr_array_index (broken->changes, 0))->target, ==,
                   "info.sum");
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/steps", test_steps);
  g_test_add_func ("/review/to-do", test_to_do);
  g_test_add_func ("/review/remarks", test_remarks);
  g_test_add_func ("/review/remark-places", test_remark_places);
  for (guint i = 0; i < G_N_ELEMENTS (point_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/review/point/%s", point_rows[i].name);

      g_test_add_data_func (path, &point_rows[i], test_point);
    }
  g_test_add_func ("/review/last-year", test_last_year);
  g_test_add_func ("/review/targets", test_targets);
  g_test_add_func ("/review/accept", test_accept);
  g_test_add_func ("/review/changes", test_changes);
  g_test_add_func ("/review/seal", test_seal);
  return g_test_run ();
}
