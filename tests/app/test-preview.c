/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages beside what is typed: drawn, scrolled, enlarged, searched; from a figure to its cell
 * and back; in a window of their own. */
#include "app-fixture.h"
#include "preview-fixture.h"
#include "window-fixture.h"

#define FIGURE "budget.basic.actual"

/* More steps than there are figures on two pages. */
#define MANY 200

/* Enough for 60 pages. */
#define LONG_ROWS 150

static gboolean
give_up (gpointer data)
{
  g_error ("no pages come");
  return G_SOURCE_REMOVE;
}

static GtkAdjustment *
get_adjustment (ZpPageView *view)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

static double
get_offset (ZpPageView *view)
{
  return gtk_adjustment_get_value (get_adjustment (view));
}

static void
press (GtkWidget *window, guint key)
{
  g_assert_true (zp_page_view_press (preview_fixture_view (window), key, 0));
  preview_fixture_wait_frames (window);
}

static void
test_keys (void)
{
  ZpWindow *window = preview_fixture_open ("keys.ziping");
  ZpPageView *view = preview_fixture_view (GTK_WIDGET (window));
  double page;

  app_fixture_shoot (GTK_WIDGET (window), "pane");
  g_assert_cmpuint (zp_page_view_get_current (view), ==, 0);
  press (GTK_WIDGET (window), GDK_KEY_Page_Down);
  page = get_offset (view);
  g_assert_cmpfloat (page, >, 100);
  press (GTK_WIDGET (window), GDK_KEY_End);
  g_assert_cmpuint (zp_page_view_get_current (view), >, 10);
  press (GTK_WIDGET (window), GDK_KEY_Page_Up);
  press (GTK_WIDGET (window), GDK_KEY_Home);
  g_assert_cmpfloat (get_offset (view), <, 1);
  press (GTK_WIDGET (window), GDK_KEY_Down);
  g_assert_cmpfloat (get_offset (view), >, 1);
  g_assert_cmpfloat (get_offset (view), <, page);
  g_assert_false (zp_page_view_press (view, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  g_assert_false (zp_page_view_press (view, GDK_KEY_a, 0));
  window_fixture_close (window);
}

static void
act (GtkWidget *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (preview_fixture_pane (window), action, NULL));
  preview_fixture_wait_frames (window);
}

static void
zoom_to (GtkWidget *window, int percent)
{
  g_assert_true (
    gtk_widget_activate_action (preview_fixture_pane (window), "preview.set-zoom", "i", percent));
  preview_fixture_wait_frames (window);
}

/* What is in sight stays in sight, however large. */
static void
test_zoom (void)
{
  ZpWindow *window = preview_fixture_open ("zoom.ziping");
  GtkWidget *widget = GTK_WIDGET (window);
  ZpPageView *view = preview_fixture_view (widget);
  double fit = zp_page_view_get_zoom (view);

  g_assert_true (zp_page_view_fits_width (view));
  zp_page_view_show_page (view, 7);
  preview_fixture_wait_frames (widget);
  g_assert_cmpuint (zp_page_view_get_current (view), ==, 7);
  zoom_to (widget, 100);
  g_assert_cmpfloat_with_epsilon (zp_page_view_get_zoom (view), 1, 0.001);
  g_assert_cmpuint (zp_page_view_get_current (view), ==, 7);
  g_assert_nonnull (app_fixture_find (widget, GTK_TYPE_MENU_BUTTON, "100 %"));
  app_fixture_shoot (widget, "pane-100");
  zoom_to (widget, 200);
  app_fixture_shoot (widget, "zoom-200");
  zoom_to (widget, 100);
  act (widget, "preview.zoom-in");
  g_assert_cmpfloat_with_epsilon (zp_page_view_get_zoom (view), 1.1, 0.001);
  for (guint i = 0; i < 20; i++)
    act (widget, "preview.zoom-in");
  g_assert_cmpfloat_with_epsilon (zp_page_view_get_zoom (view), 4, 0.001);
  for (guint i = 0; i < 20; i++)
    act (widget, "preview.zoom-out");
  g_assert_cmpfloat_with_epsilon (zp_page_view_get_zoom (view), 0.5, 0.001);
  act (widget, "preview.zoom-fit");
  g_assert_cmpfloat_with_epsilon (zp_page_view_get_zoom (view), fit, 0.001);
  window_fixture_close (window);
}

/* From the cell to where it is printed, and from there to another cell. */
static void
test_figure (void)
{
  ZpWindow *window = preview_fixture_open ("figure.ziping");
  GtkWidget *widget = GTK_WIDGET (window);
  ZpPageView *view = preview_fixture_view (widget);
  g_autoptr (GArray) areas = preview_fixture_areas (window, FIGURE);
  g_autoptr (GArray) others = preview_fixture_areas (window, "budget.project.actual");

  g_assert_false (zp_page_view_is_in_sight (view, &g_array_index (areas, ZpPageArea, 0)));
  window_fixture_act (window, "win.go-to::" FIGURE);
  preview_fixture_wait_frames (widget);
  g_assert_true (zp_page_view_is_in_sight (view, &g_array_index (areas, ZpPageArea, 0)));
  app_fixture_shoot (widget, "figure");
  zp_page_view_show_area (view, &g_array_index (others, ZpPageArea, 0));
  preview_fixture_wait_frames (widget);
  preview_fixture_click (view, &g_array_index (others, ZpPageArea, 0));
  preview_fixture_wait_frames (widget);
  preview_fixture_assert_cell (window, "budget.project.actual");
  g_assert_false (zp_page_view_activate_at (view, 1, 1));
  window_fixture_close (window);
}

static void
assert_spot (ZpPageView *view, const char *target)
{
  const ZpPreviewSpot *spot = zp_page_view_get_spot (view);

  g_assert_nonnull (spot);
  g_assert_cmpstr (spot->target, ==, target);
  g_assert_true (zp_page_view_is_in_sight (view, &spot->area));
}

static void
step_to (GtkWidget *window, guint key, const char *target)
{
  ZpPageView *view = preview_fixture_view (window);

  for (guint i = 0; i < MANY; i++)
    {
      press (window, key);
      if (g_str_equal (zp_page_view_get_spot (view)->target, target))
        return;
    }
  g_error ("%s is not on the way", target);
}

/* From figure to figure with keys, heard by name, and to where one is typed. */
static void
test_spots (void)
{
  ZpWindow *window = preview_fixture_open ("spots.ziping");
  GtkWidget *widget = GTK_WIDGET (window);
  ZpPageView *view = preview_fixture_view (widget);
  g_autoptr (GArray) areas = preview_fixture_areas (window, FIGURE);
  guint page = g_array_index (areas, ZpPageArea, 0).page;

  gtk_widget_grab_focus (GTK_WIDGET (view));
  g_assert_null (zp_page_view_get_spot (view));
  g_assert_false (zp_page_view_press (view, GDK_KEY_Return, 0));
  g_assert_false (zp_page_view_press (view, GDK_KEY_Escape, 0));
  zp_page_view_show_page (view, page);
  preview_fixture_wait_frames (widget);
  press (widget, GDK_KEY_Right);
  g_assert_cmpuint (zp_page_view_get_spot (view)->area.page, ==, page);
  step_to (widget, GDK_KEY_Right, FIGURE);
  assert_spot (view, FIGURE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "基本支出 · 实际支出, 2,295.70 万元");
  app_fixture_shoot (widget, "spot");
  press (widget, GDK_KEY_Right);
  press (widget, GDK_KEY_Left);
  assert_spot (view, FIGURE);
  press (widget, GDK_KEY_Return);
  preview_fixture_assert_cell (window, FIGURE);
  g_assert_false (gtk_widget_has_focus (GTK_WIDGET (view)));
  window_fixture_act (window, "win.next-part");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (view)));
  assert_spot (view, FIGURE);
  window_fixture_close (window);
}

/* What is out of sight is not gone on from; letting go says the page again. */
static void
test_spots_left (void)
{
  ZpWindow *window = preview_fixture_open ("spots-left.ziping");
  GtkWidget *widget = GTK_WIDGET (window);
  ZpPageView *view = preview_fixture_view (widget);
  g_autoptr (ZpPreview) preview = zp_preview_new (zp_window_get_session (window), NULL);
  g_autofree char *label = NULL;
  guint last;

  gtk_widget_grab_focus (GTK_WIDGET (view));
  press (widget, GDK_KEY_Right);
  press (widget, GDK_KEY_End);
  last = zp_page_view_get_current (view);
  press (widget, GDK_KEY_Left);
  g_assert_cmpuint (zp_page_view_get_spot (view)->area.page + 2, >, last);
  press (widget, GDK_KEY_Escape);
  g_assert_null (zp_page_view_get_spot (view));
  press (widget, GDK_KEY_Home);
  g_assert_true (zp_preview_refresh (preview));
  label = g_strdup_printf ("Preview, page 1 of %u", zp_preview_count_pages (preview));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  g_clear_object (&preview);
  window_fixture_close (window);
}

/* A section of the text is where its first paragraph is. */
static void
test_section (void)
{
  ZpWindow *window = preview_fixture_open ("section.ziping");
  GtkWidget *widget = GTK_WIDGET (window);
  ZpPageView *view = preview_fixture_view (widget);
  guint before = zp_page_view_get_current (view);

  window_fixture_act (window, "win.go-to::text.scale");
  preview_fixture_wait_frames (widget);
  g_assert_cmpuint (zp_page_view_get_current (view), !=, before);
  window_fixture_close (window);
}

/* While somebody types the pages follow and stay where they are. */
static void
test_follows (void)
{
  ZpWindow *window = preview_fixture_open ("follows.ziping");
  GtkWidget *widget = GTK_WIDGET (window);
  ZpPageView *view = preview_fixture_view (widget);
  guint guard = g_timeout_add_seconds (10, give_up, NULL);
  double offset;

  zp_page_view_show_page (view, 5);
  preview_fixture_wait_frames (widget);
  offset = get_offset (view);
  zp_preview_search_look_for (preview_fixture_search (widget), "302.34");
  g_assert_cmpuint (zp_preview_search_count (preview_fixture_search (widget)), ==, 0);
  window_fixture_type (window, "budget.project.actual", "302.34");
  while (zp_preview_search_count (preview_fixture_search (widget)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
  preview_fixture_wait_frames (widget);
  g_assert_cmpfloat_with_epsilon (get_offset (view), offset, 1);
  window_fixture_close (window);
}

static void
test_search (void)
{
  ZpWindow *window = preview_fixture_open ("search.ziping");
  GtkWidget *widget = GTK_WIDGET (window);
  ZpPreviewSearch *search = preview_fixture_search (widget);
  ZpPageView *view = preview_fixture_view (widget);
  guint count;

  gtk_widget_grab_focus (GTK_WIDGET (view));
  window_fixture_act (window, "win.palette");
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (search)));
  zp_preview_search_look_for (search, "3653.00");
  preview_fixture_wait_frames (widget);
  app_fixture_shoot (widget, "search");
  count = zp_preview_search_count (search);
  g_assert_cmpuint (count, >, 1);
  g_assert_true (app_fixture_has_text (widget, "1 / "));
  act (widget, "preview.find-next");
  g_assert_true (app_fixture_has_text (widget, "2 / "));
  act (widget, "preview.find-previous");
  act (widget, "preview.find-previous");
  g_assert_cmpuint (zp_page_view_get_current (view), >, 1);
  zp_preview_search_look_for (search, "no such words");
  g_assert_true (app_fixture_has_text (widget, "Not found"));
  window_fixture_close (window);
}

/* The page in sight is what a screen reader hears. */
static void
test_accessible (void)
{
  ZpWindow *window = preview_fixture_open ("accessible.ziping");
  GtkWidget *widget = GTK_WIDGET (window);
  GtkAccessible *view = GTK_ACCESSIBLE (preview_fixture_view (widget));
  g_autoptr (ZpPreview) preview = zp_preview_new (zp_window_get_session (window), NULL);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  g_assert_true (zp_preview_refresh (preview));
  zp_page_view_show_page (ZP_PAGE_VIEW (view), 3);
  preview_fixture_wait_frames (widget);
  label = g_strdup_printf ("Preview, page 4 of %u", zp_preview_count_pages (preview));
  text = zp_page_text_get (zp_preview_get_pages (preview), 3);
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
  g_clear_object (&preview);
  window_fixture_close (window);
}

static void
make_long (ZpSession *session)
{
  int block = zp_pack_find_block (zp_session_get_pack (session), "results")->index;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < LONG_ROWS; i++)
    zp_session_duplicate_row (session, block, 0, &error);
  g_assert_no_error (error);
}

/* Every page comes by; how long a frame takes is told, not judged: that depends on the machine. */
static void
test_long (void)
{
  g_autofree char *path = window_fixture_make_report ("long.ziping", "reference-printed");
  ZpWindow *window = window_fixture_open (path);
  GtkWidget *widget = GTK_WIDGET (window);
  ZpPageView *view;
  guint n_frames = 0;
  guint before = 0;
  gint64 start;

  make_long (zp_window_get_session (window));
  window_fixture_act (window, "win.show-preview");
  preview_fixture_wait_pages (widget);
  view = preview_fixture_view (widget);
  start = g_get_monotonic_time ();
  do
    {
      before = zp_page_view_get_current (view);
      zp_page_view_press (view, GDK_KEY_Page_Down, 0);
      app_fixture_wait_frame (widget);
      app_fixture_settle ();
      n_frames++;
    }
  while (zp_page_view_get_current (view) != before);
  g_test_message ("%u pages, %.1f ms a frame", before + 1,
                  (double) (g_get_monotonic_time () - start) / 1000 / n_frames);
  g_assert_cmpuint (before + 1, >=, 60);
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/preview/keys", test_keys);
  g_test_add_func ("/preview/zoom", test_zoom);
  g_test_add_func ("/preview/figure", test_figure);
  g_test_add_func ("/preview/spots", test_spots);
  g_test_add_func ("/preview/spots/left", test_spots_left);
  g_test_add_func ("/preview/section", test_section);
  g_test_add_func ("/preview/follows", test_follows);
  g_test_add_func ("/preview/search", test_search);
  g_test_add_func ("/preview/accessible", test_accessible);
  g_test_add_func ("/preview/long", test_long);
  return window_fixture_end (g_test_run ());
}
