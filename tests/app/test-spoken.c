/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a screen reader is told: names without doubles, messages, and where the keyboard begins. */
#include "app-fixture.h"
#include "app/common/zp-announce.h"
#include "app/common/zp-entry-row.h"
#include "app/common/zp-spoken.h"
#include "app/sheet/zp-sheet-view.h"
#include "window-fixture.h"

#define LONGER_THAN_REST 300

static void
assert_label (GtkWidget *widget, const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
}

static void
assert_description (GtkWidget *widget, const char *description)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
}

static gboolean
stop (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (LONGER_THAN_REST, stop, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_tip (void)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new_from_icon_name ("edit-undo-symbolic"));

  zp_set_tip (button, "Undo");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Undo");
  assert_label (button, "Undo");
  assert_description (button, "");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_object_unref (button);
}

static void
count (GObject *object, GParamSpec *property, gpointer data)
{
  (*(int *) data)++;
}

/* Each new one costs a question to the display; the same again is none. */
static void
test_tooltip (void)
{
  GtkWidget *label = gtk_label_new (NULL);
  int n_new = 0;

  g_signal_connect (label, "notify::tooltip-text", G_CALLBACK (count), &n_new);
  gtk_widget_set_visible (label, FALSE);
  zp_set_tooltip (label, "one");
  g_assert_false (gtk_widget_get_visible (label));
  gtk_widget_set_visible (label, TRUE);
  zp_set_tooltip (label, "two");
  g_assert_true (gtk_widget_get_visible (label));
  zp_set_tooltip (label, "two");
  g_assert_cmpint (n_new, ==, 2);
  app_fixture_close (app_fixture_show (label, 100, 100));
}

static void
test_no_tooltip (void)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *window = app_fixture_show (label, 100, 100);
  int n_new = 0;

  g_signal_connect (label, "notify::tooltip-text", G_CALLBACK (count), &n_new);
  zp_set_tooltip (label, "");
  zp_set_tooltip (label, NULL);
  g_assert_cmpint (n_new, ==, 0);
  zp_set_tooltip (label, "one");
  zp_set_tooltip (label, NULL);
  g_assert_null (gtk_widget_get_tooltip_text (label));
  g_assert_cmpint (n_new, ==, 2);
  app_fixture_close (window);
}

static void
note_heard (GtkListBox *list, int *heard)
{
  (*heard)++;
}

/* What the toolkit tells readers hangs on the signal that is counted here. */
static void
test_list (void)
{
  GtkListBox *list = g_object_ref_sink (GTK_LIST_BOX (gtk_list_box_new ()));
  int heard = 0;

  gtk_list_box_append (list, gtk_label_new ("one"));
  gtk_list_box_append (list, gtk_label_new ("two"));
  g_signal_connect (list, "selected-rows-changed", G_CALLBACK (note_heard), &heard);
  zp_list_select (list, gtk_list_box_get_row_at_index (list, 1));
  g_assert_true (gtk_list_box_row_is_selected (gtk_list_box_get_row_at_index (list, 1)));
  g_assert_cmpint (heard, ==, 0);
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpint (heard, ==, 1);
  g_object_unref (list);
}

/* The message is said where the keyboard is, once for all that came at a time, and is gone when the
 * keyboard goes on. */
static void
test_announce (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label ("b");
  GtkWidget *window;

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  window = app_fixture_show (box, 200, 100);
  gtk_widget_grab_focus (entry);
  zp_announce (button, "Saved");
  zp_announce (box, "2 new errors");
  wait_for_rest ();
  assert_description (entry, "Saved 2 new errors");
  gtk_widget_grab_focus (button);
  assert_description (entry, "");
  zp_announce (window, "Again");
  wait_for_rest ();
  assert_description (button, "Again");
  app_fixture_close (window);
}

static void
test_entry_row (void)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *row = g_object_ref_sink (zp_entry_row_new ("Name", entry));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  assert_label (entry, "Name");
  g_assert_false (gtk_widget_get_focusable (row));
  g_object_unref (row);
}

static void
test_drop_down (void)
{
  const char *const words[] = { "Everywhere", "Here", NULL };
  GtkWidget *down = g_object_ref_sink (gtk_drop_down_new_from_strings (words));
  GtkWidget *inner = gtk_widget_get_first_child (down);

  zp_drop_down_set_label (down, "Where");
  assert_label (inner, "Where: Everywhere");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), 1);
  assert_label (inner, "Where: Here");
  g_object_unref (down);
}

static void
test_choice (void)
{
  GtkWidget *one = g_object_ref_sink (zp_choice_button_new (NULL));
  GtkWidget *two = g_object_ref_sink (zp_choice_button_new (GTK_TOGGLE_BUTTON (one)));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (one), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (two), TRUE);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (two), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (one), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (two), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_object_unref (two);
  g_object_unref (one);
}

static gboolean
has_focus_in (ZpWindow *window, GtkWidget *part)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, part);
}

/* The keyboard begins in what the window is for; hiding the pane that has it gives it back. */
static void
test_focus (void)
{
  g_autofree char *path = window_fixture_make_report ("focus.ziping", "reference-printed");
  ZpWindow *window = window_fixture_open (path);

  app_fixture_settle ();
  g_assert_true (has_focus_in (window, zp_window_get_page (window)));
  window_fixture_act (window, "win.go-to::budget.basic.actual");
  window_fixture_act (window, "win.next-part");
  g_assert_false (has_focus_in (window, zp_window_get_page (window)));
  window_fixture_act (window, "win.toggle-pane");
  g_assert_true (has_focus_in (window, zp_window_get_page (window)));
  window_fixture_act (window, "win.toggle-pane");
  window_fixture_close (window);
}

/* The arrows go through the menu of a cell, and not out of it. */
static void
test_menu (void)
{
  g_autofree char *path = window_fixture_make_report ("menu.ziping", "reference-printed");
  ZpWindow *window = window_fixture_open (path);
  GtkWidget *menu;
  GtkWidget *first;

  window_fixture_act (window, "win.go-to::budget.basic.actual");
  zp_sheet_view_press (ZP_SHEET_VIEW (gtk_widget_get_ancestor (
                         gtk_window_get_focus (GTK_WINDOW (window)), ZP_TYPE_SHEET_VIEW)),
                       GDK_KEY_Menu, 0);
  app_fixture_settle ();
  first = gtk_window_get_focus (GTK_WINDOW (window));
  menu = gtk_widget_get_ancestor (first, GTK_TYPE_POPOVER);
  g_assert_nonnull (menu);
  assert_label (menu, "Cell");
  assert_label (first, "Edit");
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_DOWN);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != first);
  g_assert_true (has_focus_in (window, menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  app_fixture_settle ();
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/spoken/tip", test_tip);
  g_test_add_func ("/spoken/tooltip", test_tooltip);
  g_test_add_func ("/spoken/no-tooltip", test_no_tooltip);
  g_test_add_func ("/spoken/list", test_list);
  g_test_add_func ("/spoken/announce", test_announce);
  g_test_add_func ("/spoken/entry-row", test_entry_row);
  g_test_add_func ("/spoken/drop-down", test_drop_down);
  g_test_add_func ("/spoken/choice", test_choice);
  g_test_add_func ("/spoken/focus", test_focus);
  g_test_add_func ("/spoken/menu", test_menu);
  return window_fixture_end (g_test_run ());
}
