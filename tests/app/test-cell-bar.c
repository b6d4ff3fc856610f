/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cell bar: what it says of a cell, where its links lead, how it folds. */
#include "app-fixture.h"
#include "app/common/zp-settings.h"
#include "app/sheet/zp-cell-bar.h"
#include "session-fixture.h"

#define WIDTH 820

static GtkWidget *bar_window;

static ZpCellBar *
open_bar (ZpSession *session)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = zp_cell_bar_new (session);

  gtk_widget_set_vexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (page), bar);
  bar_window = app_fixture_show (page, WIDTH, 740);
  return ZP_CELL_BAR (bar);
}

static void
look_at (ZpCellBar *bar, ZpSession *session, const char *id)
{
  ZpCell cell = session_fixture_cell (session, id);

  zp_cell_bar_set_cell (bar, &cell);
  app_fixture_settle ();
}

static void
close_bar (ZpSession *session)
{
  app_fixture_close (bar_window);
  session_fixture_close (session);
  g_settings_reset (zp_settings_get (), "cell-bar-open");
}

static void
press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_fixture_settle ();
}

/* What a figure means can be read to its end. */
static void
assert_whole (GtkWidget *root, const char *text)
{
  GtkWidget *label = app_fixture_find (root, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  app_fixture_wait_frame (root);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
}

/* What was spent the year before stands beside what was spent. */
static void
test_prior (void)
{
  ZpSession *session = session_fixture_open ("full");
  ZpCellBar *bar = open_bar (session);

  look_at (bar, session, "three_public.reception.actual");
  g_assert_true (app_fixture_has_text (GTK_WIDGET (bar), "Last year"));
  g_assert_true (app_fixture_has_text (GTK_WIDGET (bar), "9.85 万元"));
  close_bar (session);
}

static void
test_typed (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpCellBar *bar = open_bar (session);
  GtkWidget *root = GTK_WIDGET (bar);

  look_at (bar, session, "budget.basic.actual");
  app_fixture_shoot (root, "cell-bar-error");
  g_assert_true (app_fixture_has_text (root, "基本支出 · 实际支出"));
  g_assert_true (app_fixture_has_text (root, "2,295.70 万元"));
  g_assert_true (app_fixture_has_text (root, "2,925.70"));
  g_assert_true (app_fixture_has_text (root, "Used for"));
  assert_whole (
    root,
    "当年全部资金的决算支出数（收付实现制），不是下达数、支付申请数，也不是收入费用表的费用。");
  look_at (bar, session, "budget.basic.initial");
  app_fixture_shoot (root, "cell-bar-typed");
  g_assert_true (app_fixture_has_text (root, "2,570.00 万元"));
  close_bar (session);
}

/* A long text takes no room from what stands beside the page. */
static void
test_long (void)
{
  ZpSession *session = session_fixture_open ("full");
  ZpCellBar *bar = open_bar (session);
  int width;

  look_at (bar, session, "problems[0].text");
  gtk_widget_measure (GTK_WIDGET (bar), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <, WIDTH / 2);
  close_bar (session);
}

static void
test_none (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpCellBar *bar = open_bar (session);
  GtkWidget *root = GTK_WIDGET (bar);

  g_assert_true (app_fixture_has_text (root, "No cell chosen"));
  g_assert_false (app_fixture_has_text (root, "Used for"));
  look_at (bar, session, "budget.basic.actual");
  zp_cell_bar_set_cell (bar, NULL);
  app_fixture_settle ();
  g_assert_true (app_fixture_has_text (root, "No cell chosen"));
  g_assert_false (app_fixture_has_text (root, "Used for"));
  close_bar (session);
}

static void
test_computed (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpCellBar *bar = open_bar (session);

  look_at (bar, session, "budget.total.rate");
  app_fixture_shoot (GTK_WIDGET (bar), "cell-bar-computed");
  g_assert_true (app_fixture_has_text (GTK_WIDGET (bar), "执行率 = 实际支出 ÷ 全年预算"));
  close_bar (session);
}

static void
test_links (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpCellBar *bar = open_bar (session);

  look_at (bar, session, "budget.basic.actual");
  press (app_fixture_find (GTK_WIDGET (bar), GTK_TYPE_BUTTON, "执行率"));
  g_assert_cmpstr (app_fixture_get_asked (bar_window), ==, "go-to budget.basic.rate");
  press (app_fixture_find (GTK_WIDGET (bar), GTK_TYPE_BUTTON, "Why  F1"));
  g_assert_cmpstr (app_fixture_get_asked (bar_window), ==, "explain");
  close_bar (session);
}

static void
test_changes (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpCellBar *bar = open_bar (session);

  look_at (bar, session, "budget.basic.actual");
  session_fixture_type (session, "budget.basic.actual", "2925.7");
  app_fixture_settle ();
  g_assert_true (app_fixture_has_text (GTK_WIDGET (bar), "2,925.70 万元"));
  g_assert_true (app_fixture_has_text (GTK_WIDGET (bar), "from 2,295.70 万元 to 2,925.70 万元"));
  close_bar (session);
}

static void
test_fold (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpCellBar *bar = open_bar (session);
  GtkWidget *root = GTK_WIDGET (bar);

  look_at (bar, session, "budget.basic.final");
  g_assert_true (app_fixture_has_text (root, "Used for"));
  press (app_fixture_find (root, GTK_TYPE_TOGGLE_BUTTON, NULL));
  g_assert_false (app_fixture_has_text (root, "Used for"));
  g_assert_true (app_fixture_has_text (root, "2,570.00 + 759.55 = 3,329.55 万元"));
  g_assert_false (g_settings_get_boolean (zp_settings_get (), "cell-bar-open"));
  app_fixture_wait_frame (bar_window);
  g_assert_cmpint (gtk_widget_get_height (root), <=, 42);
  app_fixture_shoot (root, "cell-bar-folded");
  press (app_fixture_find (root, GTK_TYPE_TOGGLE_BUTTON, NULL));
  app_fixture_wait_frame (bar_window);
  g_assert_true (app_fixture_has_text (root, "Used for"));
  g_assert_cmpint (gtk_widget_get_height (root), <=, 100);
  close_bar (session);
}

/* A row that is removed while the cursor stands in it. */
static void
test_gone (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpCellBar *bar = open_bar (session);
  ZpCell cell = session_fixture_cell (session, "projects[1].actual");

  look_at (bar, session, "projects[1].actual");
  for (int i = zp_report_count_rows (zp_session_get_report (session), cell.block); i > 1; i--)
    zp_session_remove_row (session, cell.block, i - 1, NULL);
  app_fixture_settle ();
  g_assert_true (app_fixture_has_text (GTK_WIDGET (bar), "No cell chosen"));
  close_bar (session);
}

static void
test_accessible (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpCellBar *bar = open_bar (session);
  GtkWidget *fold = app_fixture_find (GTK_WIDGET (bar), GTK_TYPE_TOGGLE_BUTTON, NULL);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fold), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Facts of the cell");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_GROUP);
  close_bar (session);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/cell-bar/none", test_none);
  g_test_add_func ("/cell-bar/typed", test_typed);
  g_test_add_func ("/cell-bar/prior", test_prior);
  g_test_add_func ("/cell-bar/long", test_long);
  g_test_add_func ("/cell-bar/computed", test_computed);
  g_test_add_func ("/cell-bar/links", test_links);
  g_test_add_func ("/cell-bar/changes", test_changes);
  g_test_add_func ("/cell-bar/fold", test_fold);
  g_test_add_func ("/cell-bar/gone", test_gone);
  g_test_add_func ("/cell-bar/accessible", test_accessible);
  return g_test_run ();
}
