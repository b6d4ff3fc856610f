/* SPDX-License-Identifier: GPL-3.0-or-later
 * Previews to test with. */
#include "preview-fixture.h"

#include "app-fixture.h"
#include "app/shell/zp-page.h"
#include "window-fixture.h"

/** preview_fixture_pane: (transfer none): the preview in a window. */
GtkWidget *
preview_fixture_pane (GtkWidget *window)
{
  return app_fixture_find (window, ZP_TYPE_PREVIEW_PANE, NULL);
}

/** preview_fixture_view: (transfer none): its pages. */
ZpPageView *
preview_fixture_view (GtkWidget *window)
{
  return zp_preview_pane_get_view (ZP_PREVIEW_PANE (preview_fixture_pane (window)));
}

/** preview_fixture_search: (transfer none): its search. */
ZpPreviewSearch *
preview_fixture_search (GtkWidget *window)
{
  return zp_preview_pane_get_search (ZP_PREVIEW_PANE (preview_fixture_pane (window)));
}

/** preview_fixture_wait_frames: until everything that is waiting was done and painted. */
void
preview_fixture_wait_frames (GtkWidget *window)
{
  for (guint i = 0; i < 3; i++)
    {
      app_fixture_wait_frame (window);
      app_fixture_settle ();
    }
}

static gboolean
give_up (gpointer data)
{
  g_error ("no pages come");
  return G_SOURCE_REMOVE;
}

/** preview_fixture_wait_pages: until there are pages, and they are painted. */
void
preview_fixture_wait_pages (GtkWidget *window)
{
  ZpPageView *view = preview_fixture_view (window);
  guint guard = g_timeout_add_seconds (10, give_up, NULL);

  while (zp_page_view_get_zoom (view) < 0.1)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
  preview_fixture_wait_frames (window);
}

/** preview_fixture_open: (transfer none): a window with a report, and its pages beside it. */
ZpWindow *
preview_fixture_open (const char *name)
{
  g_autofree char *path = window_fixture_make_report (name, "reference-printed");
  ZpWindow *window = window_fixture_open (path);

  window_fixture_act (window, "win.show-preview");
  preview_fixture_wait_pages (GTK_WIDGET (window));
  return window;
}

/** preview_fixture_areas: (transfer full) (nullable): of #ZpPageArea: where a cell or a passage is
 * printed. */
GArray *
preview_fixture_areas (ZpWindow *window, const char *target)
{
  g_autoptr (ZpPreview) preview = zp_preview_new (zp_window_get_session (window), NULL);

  g_assert_true (zp_preview_refresh (preview));
  return zp_preview_find_areas (preview, target, NULL);
}

/** preview_fixture_click: as a click in the middle of an area, which has to lead somewhere. */
void
preview_fixture_click (ZpPageView *view, const ZpPageArea *area)
{
  graphene_rect_t rect;
  graphene_point_t center;

  g_assert_true (zp_page_view_get_area (view, area, &rect));
  center = rect.origin;
  graphene_point_init (&center, rect.origin.x + rect.size.width / 2,
                       rect.origin.y + rect.size.height / 2);
  g_assert_true (zp_page_view_activate_at (view, (double) center.x, (double) center.y));
}

/** preview_fixture_assert_cell: that the window stands at a cell. */
void
preview_fixture_assert_cell (ZpWindow *window, const char *id)
{
  const ZpPack *pack = zp_session_get_pack (zp_window_get_session (window));
  g_autofree char *found = NULL;
  ZpCell cell;

  g_assert_true (zp_page_get_cell (zp_window_get_page (window), &cell));
  found = zp_pack_format_id (pack, cell);
  g_assert_cmpstr (found, ==, id);
}
