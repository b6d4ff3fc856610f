/* SPDX-License-Identifier: GPL-3.0-or-later
 * Places of a report: their names, their order, how far each is. */
#include <string.h>

#include "session-fixture.h"
#include "session/zp-outline.h"
#include "zp-test.h"

static const char mini_data[] =
  "{ \"blocks\": ["
  "  { \"fields\": \"funds\", \"label\": \"资金\", \"items\": ["
  "    { \"key\": \"plan\", \"label\": \"预算\", \"required\": true },"
  "    { \"key\": \"spent\", \"label\": \"支出\", \"required\": true },"
  "    { \"key\": \"extra\", \"label\": \"其他\" },"
  "    { \"key\": \"left\", \"label\": \"结余\","
  "      \"formula\": \"funds.plan - funds.spent\" } ] },"
  "  { \"fields\": \"more\", \"label\": \"补充\", \"items\": ["
  "    { \"key\": \"note\", \"label\": \"备注\", \"kind\": \"text\" } ] },"
  "  { \"table\": \"jobs\", \"label\": \"项目\", \"columns\": ["
  "    { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\", \"required\": true },"
  "    { \"key\": \"sum\", \"label\": \"金额\" } ] } ],"
  "  \"pages\": ["
  "    { \"page\": \"funds\", \"label\": \"资金\", \"blocks\": [\"funds\"],"
  "      \"help\": \"先填预算\" },"
  "    { \"page\": \"more\", \"label\": \"补充\", \"blocks\": [\"more\"],"
  "      \"when\": \"funds.extra > 0\" },"
  "    { \"page\": \"jobs\", \"label\": \"项目\", \"blocks\": [\"jobs\"] } ] }";

static const char mini_checks[] =
  "{ \"checks\": [ { \"check\": \"over\", \"title\": \"超支\", \"severity\": \"warning\","
  "  \"note\": \"allowed\", \"instruction\": \"核对\", \"require\": \"funds.spent <= funds.plan\" "
  "} ] }";

static const char mini_document[] =
  "{ \"parts\": [ { \"part\": \"body\", \"title\": \"报告\", \"sections\": ["
  "  { \"section\": \"first\", \"numbered\": false, \"content\": ["
  "    { \"text\": \"text.opening\", \"label\": \"引言\", \"template\": \"现将情况报告如下。\" } ] "
  "},"
  "  { \"section\": \"extra\", \"heading\": \"其他资金\", \"when\": \"funds.extra > 0\","
  "    \"content\": [ { \"text\": \"text.extra\", \"label\": \"说明\" } ] },"
  "  { \"section\": \"main\", \"heading\": \"支出情况\", \"sections\": ["
  "    { \"section\": \"inner\", \"heading\": \"原因\", \"content\": ["
  "      { \"text\": \"text.why\", \"label\": \"原因\", \"required\": true } ] } ] },"
  "  { \"section\": \"each\", \"heading\": \"各项目\", \"sections\": ["
  "    { \"section\": \"job\", \"heading\": \"{@name}\", \"each\": \"jobs\", \"content\": ["
  "      { \"text\": \"text.job\", \"label\": \"说明\", \"template\": \"{@sum}\" } ] } ] } ] } ] }";

typedef struct
{
  ZpSession *session;
  ZpOutline *outline;
} Fixture;

static Fixture
open_mini (void)
{
  Fixture self = { session_fixture_new (mini_data, mini_checks, mini_document), NULL };

  self.outline = zp_outline_new (self.session);
  return self;
}

static void
close_fixture (Fixture *self)
{
  zp_outline_free (self->outline);
  session_fixture_close (self->session);
}

static ZpProgress
progress_of (Fixture *self, const char *id)
{
  int place = zp_outline_find_place (self->outline, id);
  ZpProgress progress;

  g_assert_cmpint (place, >=, 0);
  zp_outline_get_progress (self->outline, (guint) place, &progress);
  return progress;
}

static void
assert_progress (Fixture *self, const char *id, guint filled, guint expected, guint missing)
{
  ZpProgress progress = progress_of (self, id);

  g_assert_cmpuint (progress.filled, ==, filled);
  g_assert_cmpuint (progress.expected, ==, expected);
  g_assert_cmpuint (progress.missing, ==, missing);
}

static const ZpPlace *
place_of (Fixture *self, const char *id)
{
  return zp_outline_get (self->outline, (guint) zp_outline_find_place (self->outline, id));
}

static gboolean
is_shown (Fixture *self, const char *id)
{
  return zp_outline_is_shown (self->outline, (guint) zp_outline_find_place (self->outline, id));
}

static void
test_order (void)
{
  static const char *const ids[] = {
    "overview",      "review",        "page:funds",   "page:more",    "page:jobs",
    "section:first", "section:extra", "section:main", "section:each", NULL
  };
  Fixture fixture = open_mini ();

  g_assert_cmpuint (zp_outline_count (fixture.outline), ==, g_strv_length ((char **) ids));
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_cmpstr (zp_outline_get (fixture.outline, i)->id, ==, ids[i]);
  g_assert_cmpstr (place_of (&fixture, "page:funds")->help, ==, "先填预算");
  close_fixture (&fixture);
}

/* A section that comes moves the numbers of those behind it. */
static void
test_names (void)
{
  Fixture fixture = open_mini ();

  g_assert_cmpstr (place_of (&fixture, "section:first")->label, ==, "引言");
  g_assert_cmpstr (place_of (&fixture, "section:main")->label, ==, "一、支出情况");
  g_assert_false (is_shown (&fixture, "section:extra"));
  g_assert_false (is_shown (&fixture, "page:more"));
  session_fixture_type (fixture.session, "funds.extra", "3");
  g_assert_true (is_shown (&fixture, "section:extra"));
  g_assert_true (is_shown (&fixture, "page:more"));
  g_assert_cmpstr (place_of (&fixture, "section:extra")->label, ==, "一、其他资金");
  g_assert_cmpstr (place_of (&fixture, "section:main")->label, ==, "二、支出情况");
  close_fixture (&fixture);
}

static void
test_find (void)
{
  Fixture fixture = open_mini ();
  const ZpPack *pack = zp_session_get_pack (fixture.session);
  int jobs = zp_pack_find_block (pack, "jobs")->index;

  g_assert_cmpint (zp_outline_find_block (fixture.outline, jobs), ==,
                   zp_outline_find_place (fixture.outline, "page:jobs"));
  g_assert_cmpint (zp_outline_find_block (fixture.outline, 99), ==, -1);
  g_assert_cmpint (zp_outline_find_block (fixture.outline, -1), ==, -1);
  g_assert_cmpint (zp_outline_find_passage (fixture.outline, "text.why"), ==,
                   zp_outline_find_place (fixture.outline, "section:main"));
  g_assert_cmpint (zp_outline_find_passage (fixture.outline, "text.none"), ==, -1);
  g_assert_cmpint (zp_outline_find_place (fixture.outline, "page:none"), ==, -1);
  close_fixture (&fixture);
}

/* Computed figures are nobody's to fill in, optional cells count once they are filled. */
static void
test_filled (void)
{
  Fixture fixture = open_mini ();

  assert_progress (&fixture, "page:funds", 0, 2, 2);
  session_fixture_type (fixture.session, "funds.plan", "10");
  assert_progress (&fixture, "page:funds", 1, 2, 1);
  session_fixture_type (fixture.session, "funds.extra", "—");
  assert_progress (&fixture, "page:funds", 2, 3, 1);
  session_fixture_type (fixture.session, "funds.spent", "4");
  assert_progress (&fixture, "page:funds", 3, 3, 0);
  close_fixture (&fixture);
}

static void
test_rows (void)
{
  Fixture fixture = open_mini ();

  assert_progress (&fixture, "page:jobs", 0, 0, 0);
  session_fixture_add_rows (fixture.session, "jobs", 2);
  assert_progress (&fixture, "page:jobs", 0, 2, 2);
  session_fixture_type (fixture.session, "jobs[1].name", "道路");
  assert_progress (&fixture, "page:jobs", 1, 2, 1);
  close_fixture (&fixture);
}

static void
test_texts (void)
{
  Fixture fixture = open_mini ();
  g_autoptr (GError) error = NULL;

  assert_progress (&fixture, "section:first", 1, 1, 0);
  assert_progress (&fixture, "section:main", 0, 1, 1);
  zp_session_set_passage (fixture.session, "text.why", "年初安排偏紧。", &error);
  g_assert_no_error (error);
  assert_progress (&fixture, "section:main", 1, 1, 0);
  close_fixture (&fixture);
}

/* Rows that are written out are counted on their form; here it is told that there are some. */
static void
test_rows_in_text (void)
{
  Fixture fixture = open_mini ();

  g_assert_cmpuint (progress_of (&fixture, "section:each").rows, ==, 0);
  session_fixture_add_rows (fixture.session, "jobs", 2);
  g_assert_cmpuint (progress_of (&fixture, "section:each").rows, ==, 2);
  assert_progress (&fixture, "section:each", 0, 0, 0);
  g_assert_cmpuint (progress_of (&fixture, "section:main").rows, ==, 0);
  close_fixture (&fixture);
}

static void
test_findings (void)
{
  Fixture fixture = open_mini ();
  g_autoptr (GError) error = NULL;
  ZpProgress total;

  session_fixture_type (fixture.session, "funds.plan", "10");
  session_fixture_type (fixture.session, "funds.spent", "12");
  g_assert_cmpuint (progress_of (&fixture, "page:funds").warnings, ==, 1);
  g_assert_cmpuint (progress_of (&fixture, "page:jobs").warnings, ==, 0);
  zp_outline_get_total (fixture.outline, &total);
  g_assert_cmpuint (total.warnings, ==, 1);
  zp_session_write_note (fixture.session, "over", "已追加，文件在途。", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (progress_of (&fixture, "page:funds").warnings, ==, 0);
  close_fixture (&fixture);
}

static void
test_reference (void)
{
  Fixture fixture = { session_fixture_open ("reference-printed"), NULL };
  ZpProgress total;

  fixture.outline = zp_outline_new (fixture.session);
  zp_outline_get_total (fixture.outline, &total);
  g_assert_cmpuint (total.errors, ==, 6);
  g_assert_cmpuint (progress_of (&fixture, "page:budget").errors, ==, 6);
  g_assert_cmpstr (place_of (&fixture, "section:overview")->label, ==, "一、部门概况");
  close_fixture (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/order", test_order);
  g_test_add_func ("/outline/names", test_names);
  g_test_add_func ("/outline/find", test_find);
  g_test_add_func ("/outline/filled", test_filled);
  g_test_add_func ("/outline/rows", test_rows);
  g_test_add_func ("/outline/texts", test_texts);
  g_test_add_func ("/outline/rows-in-text", test_rows_in_text);
  g_test_add_func ("/outline/findings", test_findings);
  g_test_add_func ("/outline/reference", test_reference);
  return g_test_run ();
}
