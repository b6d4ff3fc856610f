/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages in a window of their own: small ones to choose from, for whom they are; and what is
 * said when there are none. */
#include "app-fixture.h"
#include "app/preview/zp-page-list.h"
#include "app/preview/zp-preview-window.h"
#include "preview-fixture.h"
#include "window-fixture.h"
#include "zp-test.h"

#define FIGURE "budget.basic.actual"
#define LACKING "no installed font can show"

static GtkAdjustment *
get_adjustment (ZpPageView *view)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

static gboolean
give_up (gpointer data)
{
  g_error ("no pages come");
  return G_SOURCE_REMOVE;
}

/* It stands beside its window, not over it. */
static GtkWidget *
find_preview_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (ZP_IS_PREVIEW_WINDOW (each->data) && gtk_widget_get_visible (each->data))
      return each->data;
  return NULL;
}

static GtkWidget *
open_full (ZpWindow *window)
{
  GtkWidget *full;

  window_fixture_act (window, "win.preview");
  full = find_preview_window ();
  g_assert_nonnull (full);
  preview_fixture_wait_pages (full);
  return full;
}

static void
test_full (void)
{
  g_autofree char *path = window_fixture_make_report ("full.ziping", "reference-printed");
  ZpWindow *window = window_fixture_open (path);
  GtkWidget *full = open_full (window);
  ZpPageView *view = preview_fixture_view (full);
  GtkWidget *list = app_fixture_find (full, ZP_TYPE_PAGE_LIST, NULL);
  g_autoptr (GArray) areas = preview_fixture_areas (window, FIGURE);

  app_fixture_shoot (full, "full");
  zp_page_list_choose (ZP_PAGE_LIST (list), 4);
  preview_fixture_wait_frames (full);
  g_assert_cmpuint (zp_page_view_get_current (view), ==, 4);
  app_fixture_shoot (full, "full-page-5");
  zp_page_view_show_page (view, 9);
  preview_fixture_wait_frames (full);
  g_assert_cmpuint (zp_page_list_get_chosen (ZP_PAGE_LIST (list)), ==, 9);
  zp_page_view_show_area (view, &g_array_index (areas, ZpPageArea, 0));
  preview_fixture_wait_frames (full);
  preview_fixture_click (view, &g_array_index (areas, ZpPageArea, 0));
  preview_fixture_assert_cell (window, FIGURE);
  g_assert_true (open_full (window) == full);
  window_fixture_close (window);
}

/* For whom it is changes the pages in both places. */
static void
test_purpose (void)
{
  g_autofree char *path = window_fixture_make_report ("purpose.ziping", "reference-printed");
  ZpWindow *window = window_fixture_open (path);
  GtkWidget *full = open_full (window);
  GtkWidget *chooser = app_fixture_find_tooltip (full, "Purpose");
  GtkAdjustment *adjustment = get_adjustment (preview_fixture_view (full));
  double height = gtk_adjustment_get_upper (adjustment);
  guint guard = g_timeout_add_seconds (10, give_up, NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 2);
  while (ABS (gtk_adjustment_get_upper (adjustment) - height) < 1)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
  window_fixture_close (window);
}

static gboolean
close_message (GtkWidget *over, const char *heading)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (ADW_IS_MESSAGE_DIALOG (each->data) &&
        gtk_window_get_transient_for (each->data) == GTK_WINDOW (over) &&
        g_str_equal (adw_message_dialog_get_heading (each->data), heading))
      {
        adw_message_dialog_response (each->data, "close");
        return TRUE;
      }
  return FALSE;
}

/* A face that cannot be read: words instead of pages, and no print dialog. */
static void
test_no_fonts (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  const char *const folders[] = { folder, NULL };
  g_autofree char *path = window_fixture_make_report ("no-fonts.ziping", "reference-printed");
  ZpWindow *window = window_fixture_open (path);
  g_autoptr (ZpPreview) preview = NULL;
  GtkWidget *pane;
  GtkWidget *other;

  zp_test_write (folder, "FandolFang-Regular.otf", "no face");
  preview = zp_preview_new (zp_window_get_session (window), folders);
  pane = zp_preview_pane_new (preview, ZP_PREVIEW_PANE_DEFAULT);
  other = app_fixture_show (pane, 400, 600);
  g_assert_false (zp_preview_refresh (preview));
  preview_fixture_wait_frames (other);
  app_fixture_shoot (other, "no-fonts");
  g_assert_true (app_fixture_has_text (pane, "FandolFang-Regular.otf"));
  zp_preview_pane_show_target (ZP_PREVIEW_PANE (pane), FIGURE);
  zp_preview_pane_print (ZP_PREVIEW_PANE (pane));
  app_fixture_settle ();
  g_assert_true (close_message (other, "Not Printed"));
  app_fixture_close (other);
  g_clear_object (&preview);
  window_fixture_close (window);
  zp_test_remove_folder (folder);
}

/* A character that no face has is told of beside the pages. */
static void
test_warnings (void)
{
  ZpWindow *window = preview_fixture_open ("warnings.ziping");
  GtkWidget *widget = GTK_WIDGET (window);
  guint guard = g_timeout_add_seconds (10, give_up, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (app_fixture_has_text (widget, LACKING));
  zp_session_set_passage (zp_window_get_session (window), "text.scale", "\U0010fffd", &error);
  g_assert_no_error (error);
  while (!app_fixture_has_text (widget, LACKING))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
  preview_fixture_wait_frames (widget);
  g_assert_nonnull (app_fixture_find_tooltip (widget, "About the Fonts"));
  app_fixture_shoot (widget, "warnings");
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/preview-window/full", test_full);
  g_test_add_func ("/preview-window/purpose", test_purpose);
  g_test_add_func ("/preview-window/no-fonts", test_no_fonts);
  g_test_add_func ("/preview-window/warnings", test_warnings);
  return window_fixture_end (g_test_run ());
}
