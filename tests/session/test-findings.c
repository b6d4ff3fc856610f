/* SPDX-License-Identifier: GPL-3.0-or-later
 * Findings as a window tells them: grouped by what mends them, their sides, corrections that need
 * each other. */
#include "session-fixture.h"
#include "session/zp-finding-card.h"
#include "session/zp-next-step.h"

typedef struct
{
  ZpSession *session;
  GPtrArray *groups;
} Fixture;

static void
open_report (Fixture *self, const char *example)
{
  self->session = session_fixture_open (example);
  self->groups = zp_finding_groups_list (self->session);
}

static void
close_report (Fixture *self)
{
  g_ptr_array_unref (self->groups);
  session_fixture_close (self->session);
}

static const ZpFindingGroup *
find_group (Fixture *self, const char *finding)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (zp_finding_group_has (g_ptr_array_index (self->groups, i), finding))
      return g_ptr_array_index (self->groups, i);
  g_assert_not_reached ();
}

static void
test_groups (void)
{
  Fixture fixture;
  const ZpFindingGroup *group;
  guint n_findings = 0;

  open_report (&fixture, "reference-printed");
  for (guint i = 0; i < fixture.groups->len; i++)
    n_findings += 1 + ((ZpFindingGroup *) g_ptr_array_index (fixture.groups, i))->followers->len;
  g_assert_cmpuint (n_findings, ==, zp_session_get_findings (fixture.session)->len);

  group = g_ptr_array_index (fixture.groups, 0);
  g_assert_cmpstr (group->lead->id, ==, "budget.basic_parts");
  g_assert_cmpuint (group->followers->len, ==, 2);
  g_assert_true (group == find_group (&fixture, "budget.basic.balance.calc"));
  group = find_group (&fixture, "budget.actual_is_final");
  g_assert_cmpstr (group->lead->id, ==, "budget.total.actual.sum");
  close_report (&fixture);
}

/* A window rebuilds only what prints differently. */
static void
test_print (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *first = NULL;

  open_report (&fixture, "reference-printed");
  first = g_strdup (((ZpFindingGroup *) g_ptr_array_index (fixture.groups, 0))->print);
  session_fixture_type (fixture.session, "unit.leader", "王五");
  again = zp_finding_groups_list (fixture.session);
  g_assert_cmpstr (((ZpFindingGroup *) g_ptr_array_index (again, 0))->print, ==, first);
  g_ptr_array_unref (g_steal_pointer (&again));
  session_fixture_type (fixture.session, "budget.basic.actual", "2295.71");
  again = zp_finding_groups_list (fixture.session);
  g_assert_cmpstr (((ZpFindingGroup *) g_ptr_array_index (again, 0))->print, !=, first);
  close_report (&fixture);
}

typedef struct
{
  const char *finding;
  const char *title;
  const char *left;
  const char *left_figure;
  const char *right;
  const char *right_figure;
  const char *difference;
  const char *remedy;
  guint n_hints;
} CardRow;

static const CardRow card_rows[] = {
  { "budget.basic_parts", "人员经费与公用经费之和 and 预算执行表中的基本支出 differ",
    "预算执行表中的基本支出", "2,295.70", "人员经费与公用经费之和", "2,925.70", "−630.00 万元",
    "Should be 2,925.70", 1 },
  { "budget.total.actual.sum", "部门整体支出 · 实际支出: differs from the sum of its parts",
    "Declared", "3,653.00", "基本支出 + 项目支出", "2,584.04", "1,068.96 万元",
    "Should be 3,214.04", 2 },
  { "budget.rate_mid", "整体执行率未到90%", "部门整体支出执行率", "87.98", "执行率说明线", "90.00",
    "−2.02 percentage points", NULL, 0 },
  { "budget.total.adjust.sum", "部门整体支出 · 年中追加: differs from the sum of its parts",
    "Declared", "766.42", "基本支出 + 项目支出", "766.43", "−0.01 万元", NULL, 0 },
};

static void
test_card (gconstpointer data)
{
  const CardRow *row = data;
  Fixture fixture;
  g_autoptr (ZpFindingCard) card = NULL;

  open_report (&fixture, "reference-printed");
  card = zp_finding_card_new (fixture.session, find_group (&fixture, row->finding));
  g_assert_cmpstr (card->title, ==, row->title);
  g_assert_cmpstr (card->sides[0].label, ==, row->left);
  g_assert_cmpstr (card->sides[0].figure, ==, row->left_figure);
  g_assert_cmpstr (card->sides[1].label, ==, row->right);
  g_assert_cmpstr (card->sides[1].figure, ==, row->right_figure);
  g_assert_cmpstr (card->difference, ==, row->difference);
  g_assert_cmpstr (card->remedy, ==, row->remedy);
  g_assert_cmpuint (card->n_hints, ==, row->n_hints);
  close_report (&fixture);
}

static void
test_reason (void)
{
  Fixture fixture;
  g_autoptr (ZpFindingCard) card = NULL;
  g_autoptr (ZpFindingCard) total = NULL;
  const ZpUse *link;

  open_report (&fixture, "reference-printed");
  card = zp_finding_card_new (fixture.session, find_group (&fixture, "budget.basic_parts"));
  g_assert_cmpstr (card->reason, ==,
                   "two neighbouring digits are exchanged; 2 more findings are mended by it");
  g_assert_cmpstr (card->consequences, ==, "执行率, 结余");
  link = g_ptr_array_index (card->links, 0);
  g_assert_cmpstr (link->id, ==, "budget.basic.actual");
  g_assert_cmpstr (link->label, ==, "基本支出 · 实际支出");
  total = zp_finding_card_new (fixture.session, find_group (&fixture, "budget.total.actual.sum"));
  g_assert_cmpstr (total->reason, ==,
                   "it equals 部门整体支出全年预算, probably the wrong column; needs 1 other "
                   "correction with it; 3 more findings are mended by it");
  close_report (&fixture);
}

/* Trying corrections leaves the report as it was. */
static void
test_together (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) hints = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rate = NULL;
  ZpSummary summary;

  open_report (&fixture, "reference-printed");
  hints = zp_finding_list_hints (fixture.session,
                                 zp_session_find (fixture.session, "budget.total.actual.sum"));
  g_assert_cmpuint (hints->len, ==, 2);
  g_assert_cmpstr (((ZpHint *) g_ptr_array_index (hints, 0))->id, ==, "budget.basic.actual");
  rate = session_fixture_show (fixture.session, "budget.total.actual");
  g_assert_cmpstr (rate, ==, "3,653.00");
  zp_session_accept_hints (fixture.session, hints, &error);
  g_assert_no_error (error);
  zp_session_get_summary (fixture.session, &summary);
  g_assert_cmpuint (summary.errors, ==, 0);
  close_report (&fixture);
}

typedef struct
{
  const char *name;
  const char *example;
  const char *title;
  const char *target;
  ZpSeverity severity;
} NextRow;

static const NextRow next_rows[] = {
  { "error", "reference-printed", "人员经费与公用经费之和 and 预算执行表中的基本支出 differ",
    "budget.basic.actual", ZP_SEVERITY_ERROR },
  { "warning", "reference-corrected", "整体执行率未到90%", "budget.total.rate",
    ZP_SEVERITY_WARNING },
  { "missing", NULL, "Fill in “单位与人员”", "page:base", ZP_SEVERITY_INFO },
};

static void
test_next (gconstpointer data)
{
  const NextRow *row = data;
  ZpSession *session = session_fixture_open (row->example);
  ZpOutline *outline = zp_outline_new (session);
  g_auto (ZpNextStep) step = { 0 };

  zp_next_step_find (session, outline, &step);
  g_assert_cmpstr (step.title, ==, row->title);
  g_assert_cmpstr (step.target, ==, row->target);
  g_assert_cmpint (step.severity, ==, row->severity);
  zp_outline_free (outline);
  session_fixture_close (session);
}

/* A warning with a valid note no longer stands in the way, an error always does. */
static void
test_conditions (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  ZpOutline *outline = zp_outline_new (session);
  g_autoptr (GPtrArray) before = zp_conditions_list (session, outline);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (before->len, ==, 3);
  g_assert_true (((ZpCondition *) g_ptr_array_index (before, 0))->is_met);
  g_assert_cmpstr (((ZpCondition *) g_ptr_array_index (before, 1))->rest, ==, "3 left");
  zp_session_write_note (session, "projects.cover", "零星项目", NULL);
  after = zp_conditions_list (session, outline);
  g_assert_cmpstr (((ZpCondition *) g_ptr_array_index (after, 1))->rest, ==, "2 left");
  zp_outline_free (outline);
  session_fixture_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/groups", test_groups);
  g_test_add_func ("/findings/print", test_print);
  for (guint i = 0; i < G_N_ELEMENTS (card_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/findings/card/", card_rows[i].finding, NULL);

      g_test_add_data_func (path, &card_rows[i], test_card);
    }
  g_test_add_func ("/findings/reason", test_reason);
  g_test_add_func ("/findings/together", test_together);
  for (guint i = 0; i < G_N_ELEMENTS (next_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/next-step/", next_rows[i].name, NULL);

      g_test_add_data_func (path, &next_rows[i], test_next);
    }
  g_test_add_func ("/conditions", test_conditions);
  return g_test_run ();
}
