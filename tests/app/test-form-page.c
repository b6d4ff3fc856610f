/* SPDX-License-Identifier: GPL-3.0-or-later
 * A page of forms: its sheets as one, from cell to cell with the keyboard. */
#include <string.h>

#include "app-fixture.h"
#include "app/sheet/zp-form-page.h"
#include "app/sheet/zp-sheet-view.h"
#include "session-fixture.h"

static ZpOutline *outline;
static GtkWidget *page_window;

static ZpFormPage *
open_page (ZpSession *session, const char *id)
{
  GtkWidget *page;

  outline = zp_outline_new (session);
  page = zp_form_page_new (session,
                           zp_outline_get (outline, (guint) zp_outline_find_place (outline, id)));
  page_window = app_fixture_show (page, 820, 693);
  return ZP_FORM_PAGE (page);
}

static void
close_page (ZpSession *session)
{
  app_fixture_close (page_window);
  g_clear_pointer (&outline, zp_outline_free);
  session_fixture_close (session);
}

static void
assert_at (ZpFormPage *page, ZpSession *session, const char *id)
{
  g_autofree char *found = NULL;
  ZpCell cell;

  g_assert_true (zp_form_page_get_cell (page, &cell));
  found = zp_pack_format_id (zp_session_get_pack (session), cell);
  g_assert_cmpstr (found, ==, id);
}

static void
go_to (ZpFormPage *page, ZpSession *session, const char *id)
{
  g_assert_true (zp_form_page_go_to (page, session_fixture_cell (session, id)));
  app_fixture_settle ();
}

/* The widest sheet of the printed report stands whole beside sections and findings, which leave it
 * 784 of 1366 px. */
static void
test_fits (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  GtkWidget *view;
  int width;

  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Noto Sans CJK SC 10.5", NULL);
  view =
    app_fixture_find (GTK_WIDGET (open_page (session, "page:budget")), ZP_TYPE_SHEET_VIEW, NULL);
  app_fixture_wait_frame (page_window);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, <=, 784);
  close_page (session);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-font-name");
}

static ZpSheetView *
find_focused (void)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (page_window));

  g_assert_nonnull (focus);
  return ZP_SHEET_VIEW (gtk_widget_get_ancestor (focus, ZP_TYPE_SHEET_VIEW));
}

/* A container may ask how high a sheet would be that is as wide as it likes; nothing moves by that.
 */
static void
test_measuring (void)
{
  ZpSession *session = session_fixture_open ("full");
  ZpFormPage *page = open_page (session, "page:problems");
  GdkRectangle before;
  GdkRectangle after;
  int height;

  go_to (page, session, "problems[0].text");
  zp_sheet_view_get_bounds (find_focused (), &before);
  gtk_widget_measure (GTK_WIDGET (find_focused ()), GTK_ORIENTATION_VERTICAL, -1, &height, NULL,
                      NULL, NULL);
  zp_sheet_view_get_bounds (find_focused (), &after);
  g_assert_cmpint (after.x, ==, before.x);
  g_assert_cmpint (after.width, ==, before.width);
  close_page (session);
}

/* How far the lower edge of the current cell is above that of the part of the page that is seen. */
static int
room_below (ZpFormPage *page)
{
  GtkWidget *scrolled = app_fixture_find (GTK_WIDGET (page), GTK_TYPE_SCROLLED_WINDOW, NULL);
  ZpSheetView *view = find_focused ();
  GdkRectangle bounds;
  double x;
  double y;

  zp_sheet_view_get_bounds (view, &bounds);
  gtk_widget_translate_coordinates (GTK_WIDGET (view), scrolled, 0, bounds.y + bounds.height, &x,
                                    &y);
  return gtk_widget_get_height (scrolled) - (int) y;
}

/* The bar below the page grows when it has a cell to tell of; it must not cover that cell. */
static void
test_stays_in_sight (void)
{
  for (int height = 700; height < 780; height += 20)
    {
      ZpSession *session = session_fixture_open ("reference-printed");
      ZpFormPage *page = open_page (session, "page:budget");

      gtk_window_set_default_size (GTK_WINDOW (page_window), 820, height);
      app_fixture_settle ();
      app_fixture_wait_frame (page_window);
      go_to (page, session, "income.other.final");
      app_fixture_wait_frame (page_window);
      app_fixture_settle ();
      app_fixture_wait_frame (page_window);
      g_assert_cmpint (room_below (page), >=, 0);
      close_page (session);
    }
}

static void
press (guint key, GdkModifierType modifiers)
{
  g_assert_true (zp_sheet_view_press (find_focused (), key, modifiers));
  app_fixture_settle ();
}

static void
type (const char *text)
{
  GtkEditable *editor = GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (page_window)));
  int position = 0;

  gtk_editable_delete_selection (editor);
  gtk_editable_insert_text (editor, text, -1, &position);
  app_fixture_settle ();
}

/* From sheet to sheet, and out of the page. */
static void
test_tabs (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpFormPage *page = open_page (session, "page:budget");

  go_to (page, session, "budget.project.actual");
  press (GDK_KEY_Tab, 0);
  assert_at (page, session, "closing.recovered");
  press (GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  assert_at (page, session, "budget.project.actual");
  app_fixture_forget_asked (page_window);
  go_to (page, session, "budget.basic.carried");
  press (GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  g_assert_cmpstr (app_fixture_get_asked (page_window), ==, "previous-section");
  close_page (session);
}

/* An empty table is entered at the button that adds its first row. */
static void
test_tabs_to_empty_table (void)
{
  ZpSession *session = session_fixture_open (NULL);
  ZpFormPage *page = open_page (session, "page:projects");
  GtkWidget *focus;
  ZpCell cell;

  zp_form_page_enter (page, TRUE);
  focus = gtk_window_get_focus (GTK_WINDOW (page_window));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_signal_emit_by_name (focus, "clicked");
  app_fixture_settle ();
  g_assert_true (zp_form_page_get_cell (page, &cell));
  g_assert_cmpint (cell.row, ==, 0);
  close_page (session);
}

static void
test_locked (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpFormPage *page;

  zp_session_get_file (session)->read_only = g_strdup ("signed off");
  page = open_page (session, "page:budget");
  zp_form_page_enter (page, TRUE);
  assert_at (page, session, "budget.basic.carried");
  press (GDK_KEY_Tab, 0);
  assert_at (page, session, "closing.recovered");
  close_page (session);
}

static void
test_status (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpFormPage *page = open_page (session, "page:budget");
  g_autofree char *one = NULL;
  g_autofree char *many = NULL;

  go_to (page, session, "budget.total.rate");
  one = zp_form_page_get_status (page);
  g_assert_nonnull (strstr (one, "执行率"));
  g_assert_nonnull (strstr (one, "row 3, column 6"));
  go_to (page, session, "budget.basic.initial");
  press (GDK_KEY_Down, GDK_SHIFT_MASK);
  many = zp_form_page_get_status (page);
  g_assert_nonnull (strstr (many, "2,886.58"));
  close_page (session);
}

static void
test_bar_follows (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpFormPage *page = open_page (session, "page:budget");

  go_to (page, session, "budget.basic.actual");
  g_assert_true (app_fixture_has_text (GTK_WIDGET (page), "基本支出 · 实际支出"));
  go_to (page, session, "closing.recovered");
  g_assert_false (app_fixture_has_text (GTK_WIDGET (page), "基本支出 · 实际支出"));
  close_page (session);
}

/* What was refused in one sheet keeps the keyboard there. */
static void
test_refused_stays (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpFormPage *page = open_page (session, "page:budget");

  go_to (page, session, "budget.basic.actual");
  type ("abc");
  g_assert_false (zp_form_page_commit (page));
  zp_form_page_go_to (page, session_fixture_cell (session, "closing.recovered"));
  app_fixture_settle ();
  assert_at (page, session, "budget.basic.actual");
  press (GDK_KEY_Escape, 0);
  g_assert_true (zp_form_page_commit (page));
  close_page (session);
}

static void
test_goes_far (void)
{
  ZpSession *session = session_fixture_open (NULL);
  ZpFormPage *page = NULL;
  GtkWidget *scrolled;
  GdkRectangle bounds;
  double x;
  double y;

  session_fixture_add_rows (session, "activities", 300);
  page = open_page (session, "page:projects");
  go_to (page, session, "activities[250].times");
  app_fixture_wait_frame (page_window);
  app_fixture_shoot (page_window, "far");
  scrolled = app_fixture_find (GTK_WIDGET (page), GTK_TYPE_SCROLLED_WINDOW, NULL);
  zp_sheet_view_get_bounds (find_focused (), &bounds);
  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (find_focused ()), scrolled, bounds.x,
                                                   bounds.y, &x, &y));
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (y + bounds.height, <=, gtk_widget_get_height (scrolled));
  close_page (session);
}

static void
test_explains (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  ZpFormPage *page = open_page (session, "page:budget");
  GtkWidget *popover;

  go_to (page, session, "budget.total.rate");
  zp_form_page_explain (page);
  app_fixture_settle ();
  popover = gtk_widget_get_last_child (GTK_WIDGET (page));
  g_assert_true (GTK_IS_POPOVER (popover));
  g_assert_true (app_fixture_has_text (popover, "执行率"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  app_fixture_settle ();
  g_assert_nonnull (find_focused ());
  assert_at (page, session, "budget.total.rate");
  close_page (session);
}

static void
scroll_to_end (GtkAdjustment *scroll)
{
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  app_fixture_wait_frame (page_window);
  app_fixture_settle ();
}

static void
assert_explained (ZpFormPage *page)
{
  GtkWidget *popover;

  zp_form_page_explain (page);
  app_fixture_wait_frame (page_window);
  popover = gtk_widget_get_last_child (GTK_WIDGET (page));
  g_assert_true (GTK_IS_POPOVER (popover) && gtk_widget_get_mapped (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  app_fixture_settle ();
}

/* Of a cell that was scrolled away, by columns and by rows, the edge of the page next to it says
 * it. */
static void
test_explains_out_of_sight (void)
{
  ZpSession *session = session_fixture_open ("full");
  ZpFormPage *page = open_page (session, "page:projects");
  GtkWidget *view;

  gtk_window_set_default_size (GTK_WINDOW (page_window), 420, 400);
  app_fixture_wait_frame (page_window);
  go_to (page, session, "projects[0].name");
  view = GTK_WIDGET (find_focused ());
  scroll_to_end (gtk_scrollbar_get_adjustment (
    GTK_SCROLLBAR (app_fixture_find (view, GTK_TYPE_SCROLLBAR, NULL))));
  assert_explained (page);
  scroll_to_end (gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW))));
  assert_explained (page);
  close_page (session);
}

static void
shoot_place (const char *example, const char *id, const char *cell, int width, const char *name)
{
  ZpSession *session = session_fixture_open (example);
  ZpFormPage *page = open_page (session, id);

  gtk_window_set_default_size (GTK_WINDOW (page_window), width, 693);
  app_fixture_settle ();
  app_fixture_wait_frame (page_window);
  if (cell != NULL)
    g_assert_true (zp_form_page_go_to (page, session_fixture_cell (session, cell)));
  app_fixture_settle ();
  app_fixture_wait_frame (page_window);
  app_fixture_shoot (page_window, name);
  close_page (session);
}

static void
test_look (void)
{
  shoot_place ("reference-printed", "page:budget", "budget.basic.actual", 820, "budget");
  shoot_place ("full", "page:goals", NULL, 1161, "goals");
  shoot_place ("full", "page:projects", NULL, 1161, "projects");
  shoot_place ("full", "page:projects", NULL, 820, "projects-narrow");
  shoot_place ("full", "page:base", NULL, 820, "base");
  shoot_place ("full", "page:costs", NULL, 820, "costs");
  shoot_place ("full", "page:assets", NULL, 820, "assets");
  shoot_place ("full", "page:problems", NULL, 820, "problems");
  shoot_place (NULL, "page:base", NULL, 820, "empty-base");
  shoot_place (NULL, "page:projects", NULL, 820, "empty-projects");
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/form-page/tabs", test_tabs);
  g_test_add_func ("/form-page/tabs-to-empty-table", test_tabs_to_empty_table);
  g_test_add_func ("/form-page/locked", test_locked);
  g_test_add_func ("/form-page/status", test_status);
  g_test_add_func ("/form-page/bar-follows", test_bar_follows);
  g_test_add_func ("/form-page/refused-stays", test_refused_stays);
  g_test_add_func ("/form-page/fits", test_fits);
  g_test_add_func ("/form-page/measuring", test_measuring);
  g_test_add_func ("/form-page/stays-in-sight", test_stays_in_sight);
  g_test_add_func ("/form-page/goes-far", test_goes_far);
  g_test_add_func ("/form-page/explains", test_explains);
  g_test_add_func ("/form-page/explains-out-of-sight", test_explains_out_of_sight);
  g_test_add_func ("/form-page/look", test_look);
  return g_test_run ();
}
