/* SPDX-License-Identifier: GPL-3.0-or-later
 * The overview: progress, what is next, conditions, charts, and where they lead. */
#include "app-fixture.h"
#include "app/overview/zp-chart-view.h"
#include "app/overview/zp-overview-page.h"
#include "session-fixture.h"

typedef struct
{
  ZpSession *session;
  ZpOutline *outline;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
open_page (Fixture *self, const char *example, int width)
{
  self->session = session_fixture_open (example);
  self->outline = zp_outline_new (self->session);
  self->page = zp_overview_page_new (self->session, self->outline);
  self->window = app_fixture_show (self->page, width, 692);
}

static void
close_page (Fixture *self)
{
  app_fixture_close (self->window);
  zp_outline_free (self->outline);
  session_fixture_close (self->session);
}

static void
test_looks (void)
{
  static const struct
  {
    const char *example;
    const char *shot;
    int width;
  } rows[] = {
    { "reference-printed", "overview-errors", 1161 },
    { "reference-corrected", "overview", 1161 },
    { "full", "overview-full", 1161 },
    { "reference-corrected", "overview-narrow", 820 },
    { NULL, "overview-empty", 1161 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture;

      open_page (&fixture, rows[i].example, rows[i].width);
      app_fixture_shoot (fixture.page, rows[i].shot);
      g_assert_nonnull (app_fixture_find (fixture.page, GTK_TYPE_LIST_BOX, NULL));
      close_page (&fixture);
    }
}

static void
test_next (void)
{
  Fixture fixture;
  GtkWidget *button;

  open_page (&fixture, "reference-printed", 1161);
  button = app_fixture_find (fixture.page, GTK_TYPE_BUTTON, "Go There");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (app_fixture_get_asked (fixture.window), ==, "go-to budget.basic.actual");
  close_page (&fixture);
}

static void
test_progress (void)
{
  Fixture fixture;
  GtkWidget *list;

  open_page (&fixture, "reference-printed", 1161);
  list = app_fixture_find (fixture.page, GTK_TYPE_LIST_BOX, NULL);
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_cmpstr (app_fixture_get_asked (fixture.window), ==, "go-to page:budget");
  close_page (&fixture);
}

/* A screen reader hears every figure of a chart, and the picture follows the report. */
static void
test_chart (void)
{
  Fixture fixture;
  GtkWidget *chart;
  g_autofree char *spoken = NULL;

  open_page (&fixture, "reference-corrected", 1161);
  chart = app_fixture_find (fixture.page, ZP_TYPE_CHART_VIEW, NULL);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  spoken = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "预算执行率 (万元): 基本支出 87.87 %, 2,925.70 of 3,329.55; 项目支出 89.14 %, 288.34 of "
    "323.46; 合计 87.98 %, 3,214.04 of 3,653.00");
  g_assert_cmpstr (spoken, ==, NULL);
  g_assert_cmpstr (zp_chart_view_find (ZP_CHART_VIEW (chart), 30, 10), ==, "budget.basic.actual");
  session_fixture_type (fixture.session, "budget.project.actual", "300");
  app_fixture_settle ();
  g_assert_true (g_strrstr (gtk_widget_get_tooltip_text (chart), "300.00 of 323.46") != NULL);
  close_page (&fixture);
}

static void
test_empty_chart (void)
{
  Fixture fixture;
  GtkWidget *fill;

  open_page (&fixture, NULL, 1161);
  fill = app_fixture_find (fixture.page, GTK_TYPE_BUTTON, "Fill In");
  g_assert_nonnull (fill);
  g_assert_true (app_fixture_has_text (fixture.page, "Empty"));
  g_assert_false (app_fixture_has_text (fixture.page, "0 / 0"));
  g_signal_emit_by_name (fill, "clicked");
  g_assert_cmpstr (app_fixture_get_asked (fixture.window), ==, "go-to budget.basic.actual");
  close_page (&fixture);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/overview/looks", test_looks);
  g_test_add_func ("/overview/next", test_next);
  g_test_add_func ("/overview/progress", test_progress);
  g_test_add_func ("/overview/chart", test_chart);
  g_test_add_func ("/overview/empty-chart", test_empty_chart);
  return g_test_run ();
}
