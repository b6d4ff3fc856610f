/* SPDX-License-Identifier: GPL-3.0-or-later
 * The card with the keys: what it names is marked where it is shown. */
#include "app-fixture.h"
#include "app/findings/zp-finding-row.h"
#include "app/findings/zp-findings-list.h"
#include "app/prose/zp-prose-view.h"
#include "window-fixture.h"

static GtkWidget *
find_card (ZpWindow *window, const char *words)
{
  GtkWidget *list = app_fixture_find (GTK_WIDGET (window), ZP_TYPE_FINDINGS_LIST, NULL);
  GtkWidget *box = app_fixture_find (list, GTK_TYPE_LIST_BOX, NULL);
  GtkWidget *row = gtk_widget_get_first_child (box);

  while (row != NULL && !app_fixture_has_text (row, words))
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);
  return row;
}

static guint
count_pointed (GtkWidget *root)
{
  guint count = gtk_widget_has_css_class (root, "pointed") && gtk_widget_get_mapped (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_pointed (child);
  return count;
}

static void
test_cells (void)
{
  g_autofree char *path = window_fixture_make_report ("pointed.ziping", "reference-printed");
  ZpWindow *window = window_fixture_open (path);

  window_fixture_act (window, "win.go-to::budget.project.adjust");
  app_fixture_wait_frame (GTK_WIDGET (window));
  g_assert_cmpuint (count_pointed (GTK_WIDGET (window)), ==, 0);
  gtk_widget_grab_focus (find_card (window, "预算执行表中的基本支出"));
  app_fixture_wait_frame (GTK_WIDGET (window));
  app_fixture_shoot (GTK_WIDGET (window), "pointed");
  g_assert_cmpuint (count_pointed (GTK_WIDGET (window)), >, 0);
  window_fixture_act (window, "win.go-to::budget.project.adjust");
  g_assert_cmpuint (count_pointed (GTK_WIDGET (window)), ==, 0);
  window_fixture_close (window);
}

/* As it would be drawn. */
static char *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  app_fixture_wait_frame (widget);
  paintable = gtk_widget_paintable_new (widget);
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  bytes = gsk_render_node_serialize (node);
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static void
assert_inside (GtkWidget *widget, GtkWidget *card)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget))
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, card, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (card) + 1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_inside (child, card);
}

static void
test_text (void)
{
  g_autofree char *path = window_fixture_make_report ("pointed-text.ziping", "reference-printed");
  ZpWindow *window = window_fixture_open (path);
  g_autofree char *here = NULL;
  g_autofree char *nowhere = NULL;
  GtkWidget *text;

  window_fixture_act (window, "win.go-to::text.scale");
  text = app_fixture_find (GTK_WIDGET (window), ZP_TYPE_PROSE_VIEW, NULL);
  gtk_widget_grab_focus (find_card (window, "预算执行表中的基本支出"));
  here = draw (text);
  app_fixture_shoot (GTK_WIDGET (window), "pointed-text");
  zp_session_point (zp_window_get_session (window), NULL);
  nowhere = draw (text);
  g_assert_cmpstr (here, !=, nowhere);
  window_fixture_close (window);
}

/* Beside the text there is least room for the cards. */
static void
test_narrow (void)
{
  g_autofree char *path = window_fixture_make_report ("narrow.ziping", "reference-printed");
  ZpWindow *window = window_fixture_open (path);
  GtkWidget *card;

  window_fixture_act (window, "win.go-to::text.scale");
  app_fixture_wait_frame (GTK_WIDGET (window));
  card = find_card (window, "3 findings hang on it");
  assert_inside (gtk_widget_get_first_child (card), card);
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/pointed/cells", test_cells);
  g_test_add_func ("/pointed/text", test_text);
  g_test_add_func ("/pointed/narrow", test_narrow);
  return window_fixture_end (g_test_run ());
}
