/* SPDX-License-Identifier: GPL-3.0-or-later
 * The window of a report: places, steps, saving, closing, its file on the disk. */
#include <glib/gstdio.h>

#include "app-fixture.h"
#include "app/common/zp-settings.h"
#include "app/sheet/zp-form-page.h"
#include "app/sheet/zp-sheet-view.h"
#include "session/zp-recent.h"
#include "window-fixture.h"
#include "zp-test.h"

#define PANE "Findings, preview, remarks (F9)"

static ZpWindow *
open_example (const char *name)
{
  g_autofree char *path = window_fixture_make_report (name, "reference-printed");

  return window_fixture_open (path);
}

static char *
current_cell (ZpWindow *window)
{
  GtkWidget *page = zp_window_get_page (window);
  ZpCell cell;

  if (!ZP_IS_FORM_PAGE (page) || !zp_form_page_get_cell (ZP_FORM_PAGE (page), &cell))
    return NULL;
  return zp_pack_format_id (zp_session_get_pack (zp_window_get_session (window)), cell);
}

static void
assert_cell (ZpWindow *window, const char *id)
{
  g_autofree char *cell = current_cell (window);

  g_assert_cmpstr (cell, ==, id);
}

static void
assert_shown (ZpWindow *window, const char *id, const char *expected)
{
  g_autofree char *shown = window_fixture_show (window, id);

  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_enabled (ZpWindow *window, const char *button, gboolean is_enabled)
{
  GtkWidget *widget = app_fixture_find_tooltip (GTK_WIDGET (window), button);

  g_assert_nonnull (widget);
  g_assert_cmpint (gtk_widget_is_sensitive (widget), ==, is_enabled);
}

static void
test_go_to (void)
{
  ZpWindow *window = open_example ("go.ziping");

  window_fixture_act (window, "win.go-to::budget.basic.actual");
  app_fixture_wait_frame (GTK_WIDGET (window));
  assert_cell (window, "budget.basic.actual");
  window_fixture_act (window, "win.go-to::page:assets");
  window_fixture_act (window, "win.go-to::section:overview");
  app_fixture_wait_frame (GTK_WIDGET (window));
  g_assert_null (current_cell (window));
  g_assert_false (zp_window_go_to (window, "no.such.cell"));
  window_fixture_act (window, "win.go-to::overview");
  app_fixture_wait_frame (GTK_WIDGET (window));
  window_fixture_close (window);
}

/* What was put away is not seen for a moment and then taken away. */
static void
test_put_away (void)
{
  g_autofree char *path = window_fixture_make_report ("put-away.ziping", "full");
  GSettings *settings = zp_settings_get ();
  ZpWindow *window;
  GtkWidget *outer;
  GtkWidget *inner;

  g_settings_set_boolean (settings, "sidebar-visible", FALSE);
  g_settings_set_boolean (settings, "pane-visible", FALSE);
  window = zp_window_new (window_fixture_get_application ());
  g_assert_true (zp_window_open (window, path));
  gtk_window_present (GTK_WINDOW (window));
  outer = app_fixture_find (GTK_WIDGET (window), ADW_TYPE_FLAP, NULL);
  inner = app_fixture_find (adw_flap_get_content (ADW_FLAP (outer)), ADW_TYPE_FLAP, NULL);
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (outer)));
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (inner)));
  g_settings_reset (settings, "sidebar-visible");
  g_settings_reset (settings, "pane-visible");
  app_fixture_settle ();
  window_fixture_close (window);
}

/* The first cell of a page that is gone to is shown, however far down it stands. */
static void
test_go_far (void)
{
  g_autofree char *path = window_fixture_make_report ("far.ziping", "full");
  ZpWindow *window = window_fixture_open (path);
  GtkWidget *scrolled;
  GtkWidget *view;
  GdkRectangle bounds;
  double x;
  double y;

  window_fixture_act (window, "win.go-to::project_indicators[8].actual");
  for (int i = 0; i < 3; i++)
    app_fixture_wait_frame (GTK_WIDGET (window));
  scrolled = app_fixture_find (zp_window_get_page (window), GTK_TYPE_SCROLLED_WINDOW, NULL);
  view = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), ZP_TYPE_SHEET_VIEW);
  zp_sheet_view_get_bounds (ZP_SHEET_VIEW (view), &bounds);
  gtk_widget_translate_coordinates (view, scrolled, 0, bounds.y, &x, &y);
  g_assert_cmpint ((int) y, >=, 0);
  g_assert_cmpint ((int) y + bounds.height, <=, gtk_widget_get_height (scrolled));
  window_fixture_close (window);
}

static void
test_back (void)
{
  ZpWindow *window = open_example ("back.ziping");

  window_fixture_act (window, "win.go-to::budget.basic.actual");
  window_fixture_act (window, "win.go-to::basic.total.actual");
  assert_cell (window, "basic.total.actual");
  window_fixture_act (window, "win.back");
  assert_cell (window, "budget.basic.actual");
  window_fixture_act (window, "win.forward");
  assert_cell (window, "basic.total.actual");
  window_fixture_act (window, "win.back");
  window_fixture_act (window, "win.back");
  g_assert_null (current_cell (window));
  window_fixture_close (window);
}

static void
test_sections (void)
{
  ZpWindow *window = open_example ("sections.ziping");
  GtkWidget *first = zp_window_get_page (window);

  for (guint i = 1; i < zp_outline_count (zp_window_get_outline (window)); i++)
    window_fixture_act (window, "win.next-section");
  app_fixture_wait_frame (GTK_WIDGET (window));
  g_assert_true (zp_window_get_page (window) != first);
  for (guint i = 1; i < zp_outline_count (zp_window_get_outline (window)); i++)
    window_fixture_act (window, "win.previous-section");
  g_assert_true (zp_window_get_page (window) == first);
  window_fixture_close (window);
}

/* The header has the sign of what is not saved; the title of the window, which a reader says, not.
 */
static const char *
get_shown_title (ZpWindow *window)
{
  return adw_window_title_get_title (
    ADW_WINDOW_TITLE (app_fixture_find (GTK_WIDGET (window), ADW_TYPE_WINDOW_TITLE, NULL)));
}

static void
test_undo (void)
{
  ZpWindow *window = open_example ("undo.ziping");

  assert_shown (window, "budget.basic.actual", "2,295.70");
  window_fixture_type (window, "budget.basic.actual", "2925.70");
  g_assert_true (g_str_has_prefix (get_shown_title (window), "•"));
  window_fixture_act (window, "win.undo");
  assert_shown (window, "budget.basic.actual", "2,295.70");
  g_assert_false (g_str_has_prefix (get_shown_title (window), "•"));
  window_fixture_act (window, "win.redo");
  assert_shown (window, "budget.basic.actual", "2,925.70");
  window_fixture_close (window);
}

static void
test_step_names (void)
{
  ZpWindow *window = open_example ("names.ziping");
  g_autofree char *tooltip = NULL;

  window_fixture_type (window, "budget.basic.actual", "2925.70");
  tooltip = g_strconcat ("Undo ", zp_session_get_undo_label (zp_window_get_session (window)), NULL);
  assert_enabled (window, tooltip, TRUE);
  assert_enabled (window, "Redo", FALSE);
  window_fixture_close (window);
}

static void
test_pill (void)
{
  ZpWindow *window = open_example ("pill.ziping");

  g_assert_nonnull (app_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "6 errors"));
  window_fixture_type (window, "budget.basic.actual", "2925.70");
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "3 errors"));
  window_fixture_act (window, "win.undo");
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window), "3 new errors"));
  window_fixture_close (window);
}

static void
test_finding (void)
{
  ZpWindow *window = open_example ("finding.ziping");

  window_fixture_act (window, "win.next-finding");
  assert_cell (window, "budget.basic.actual");
  window_fixture_act (window, "win.accept-hint::");
  assert_shown (window, "budget.basic.actual", "2,925.70");
  window_fixture_act (window, "win.undo");
  assert_shown (window, "budget.basic.actual", "2,295.70");
  window_fixture_close (window);
}

/* The card is shown, and so is the figure that is probably wrong. */
static void
test_show_finding (void)
{
  ZpWindow *window = open_example ("show-finding.ziping");

  window_fixture_act (window, "win.go-to::page:assets");
  window_fixture_act (window, "win.show-finding::budget.basic.rate.calc");
  assert_cell (window, "budget.basic.actual");
  window_fixture_close (window);
}

/* A correction goes in together with the one it needs, as one step. */
static void
test_accept_together (void)
{
  ZpWindow *window = open_example ("together.ziping");

  window_fixture_act (window, "win.go-to::budget.total.actual");
  window_fixture_act (window, "win.accept-hint::");
  assert_shown (window, "budget.total.actual", "3,214.04");
  assert_shown (window, "budget.basic.actual", "2,925.70");
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Undo"));
  window_fixture_act (window, "win.undo");
  assert_shown (window, "budget.total.actual", "3,653.00");
  window_fixture_close (window);
}

static void
test_save (void)
{
  ZpWindow *window = open_example ("save.ziping");
  g_autofree char *path = g_strdup (zp_session_get_path (zp_window_get_session (window)));

  window_fixture_type (window, "budget.basic.actual", "2925.70");
  window_fixture_act (window, "win.save");
  g_assert_false (zp_session_is_modified (zp_window_get_session (window)));
  g_assert_true (app_fixture_has_text (GTK_WIDGET (window), "Saved "));
  window_fixture_close (window);
  window = window_fixture_open (path);
  assert_shown (window, "budget.basic.actual", "2,925.70");
  window_fixture_close (window);
}

static void
test_save_as (void)
{
  ZpWindow *window = open_example ("save-as.ziping");
  g_autofree char *other = window_fixture_path ("another.ziping");

  window_fixture_type (window, "budget.basic.actual", "2925.70");
  g_assert_true (zp_window_save (window, other));
  g_assert_cmpstr (zp_session_get_path (zp_window_get_session (window)), ==, other);
  window_fixture_close (window);
}

/* Two windows with one file would save over each other. */
static void
test_save_as_open_file (void)
{
  ZpWindow *window = open_example ("mine.ziping");
  ZpWindow *other = open_example ("open-elsewhere.ziping");
  g_autofree char *path = window_fixture_path ("open-elsewhere.ziping");
  g_autofree char *before = zp_test_read (path);
  g_autofree char *after = NULL;

  window_fixture_type (window, "budget.basic.actual", "2925.70");
  g_assert_false (zp_window_save (window, path));
  after = zp_test_read (path);
  g_assert_cmpstr (before, ==, after);
  window_fixture_end_dialog (window, "open-elsewhere");
  window_fixture_close (other);
  g_assert_true (zp_window_save (window, path));
  window_fixture_close (window);
}

static void
test_not_saved (void)
{
  ZpWindow *window = open_example ("not-saved.ziping");
  GtkWidget *dialog;

  g_assert_false (zp_window_save (window, "/proc/none/a.ziping"));
  dialog = window_fixture_find_dialog (window, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (app_fixture_has_text (dialog, "Not saved"));
  window_fixture_answer (window, "cancel");
  window_fixture_close (window);
}

/* What was looked at last is looked at again. */
static void
test_remembers_place (void)
{
  ZpWindow *window = open_example ("place.ziping");
  g_autofree char *path = g_strdup (zp_session_get_path (zp_window_get_session (window)));

  window_fixture_act (window, "win.go-to::budget.project.actual");
  window_fixture_act (window, "win.close");
  window = window_fixture_open (path);
  assert_cell (window, "budget.project.actual");
  window_fixture_close (window);
}

static void
test_close_cancel (void)
{
  ZpWindow *window = open_example ("cancel.ziping");

  window_fixture_type (window, "budget.basic.actual", "2925.70");
  window_fixture_act (window, "win.close");
  app_fixture_shoot (window_fixture_find_dialog (window, ADW_TYPE_MESSAGE_DIALOG), "close");
  window_fixture_answer (window, "cancel");
  assert_shown (window, "budget.basic.actual", "2,925.70");
  window_fixture_close (window);
}

static void
assert_closes (ZpWindow *window, const char *answer)
{
  gpointer gone = window;

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  window_fixture_type (window, "budget.basic.actual", "2925.70");
  window_fixture_act (window, "win.close");
  window_fixture_answer (window, answer);
  g_assert_null (gone);
}

static void
assert_kept (const char *name, const char *expected)
{
  g_autofree char *path = window_fixture_path (name);
  g_autoptr (GPtrArray) left = zp_left_work_list (NULL);
  ZpWindow *window = window_fixture_open (path);

  g_assert_cmpuint (left->len, ==, 0);
  assert_shown (window, "budget.basic.actual", expected);
  window_fixture_close (window);
}

static void
test_close_save (void)
{
  assert_closes (open_example ("close-save.ziping"), "save");
  assert_kept ("close-save.ziping", "2,925.70");
}

static void
test_close_discard (void)
{
  assert_closes (open_example ("close-discard.ziping"), "discard");
  assert_kept ("close-discard.ziping", "2,295.70");
}

/* Another program writes the same report with another figure. */
static void
write_behind (ZpWindow *window)
{
  const char *path = zp_session_get_path (zp_window_get_session (window));
  g_autofree char *text = zp_test_read (path);
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *longer = g_strconcat (text, "\n", NULL);

  g_unlink (path);
  zp_test_write (dir, name, longer);
}

static ZpWindow *
open_changed (const char *name)
{
  ZpWindow *window = open_example (name);

  window_fixture_type (window, "budget.basic.actual", "2925.70");
  write_behind (window);
  window_fixture_act (window, "win.save");
  g_assert_true (zp_session_is_modified (zp_window_get_session (window)));
  return window;
}

static void
test_changed_overwrite (void)
{
  ZpWindow *window = open_changed ("overwrite.ziping");

  g_assert_nonnull (app_fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Save Mine"));
  app_fixture_shoot (GTK_WIDGET (window), "changed-on-disk");
  window_fixture_answer (window, "overwrite");
  g_assert_false (zp_session_is_modified (zp_window_get_session (window)));
  g_assert_null (app_fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Save Mine"));
  window_fixture_close (window);
}

static void
test_changed_reload (void)
{
  ZpWindow *window = open_changed ("reload.ziping");

  window_fixture_answer (window, "reload");
  assert_shown (window, "budget.basic.actual", "2,295.70");
  g_assert_false (zp_session_is_modified (zp_window_get_session (window)));
  window_fixture_close (window);
}

static void
test_changed_cancel (void)
{
  ZpWindow *window = open_changed ("changed.ziping");

  window_fixture_answer (window, "cancel");
  assert_shown (window, "budget.basic.actual", "2,925.70");
  window_fixture_close (window);
}

/* A report that is open already is not opened twice. */
static void
test_one_window (void)
{
  ZpWindow *window = open_example ("one.ziping");
  const char *path = zp_session_get_path (zp_window_get_session (window));
  GtkApplication *application = GTK_APPLICATION (window_fixture_get_application ());
  guint n_windows = g_list_length (gtk_application_get_windows (application));

  zp_application_open (ZP_APPLICATION (application), path);
  app_fixture_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, n_windows);
  window_fixture_close (window);
}

static void
resize (ZpWindow *window, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, 720);
  for (guint i = 0; i < 5; i++)
    app_fixture_wait_frame (GTK_WIDGET (window));
  app_fixture_settle ();
}

static void
assert_toggled (ZpWindow *window, const char *button, gboolean is_active)
{
  GtkWidget *toggle = app_fixture_find_tooltip (GTK_WIDGET (window), button);

  g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)), ==, is_active);
}

static void
test_toggles (void)
{
  ZpWindow *window = open_example ("toggles.ziping");

  assert_toggled (window, "Sections", TRUE);
  assert_toggled (window, PANE, TRUE);
  window_fixture_act (window, "win.toggle-pane");
  assert_toggled (window, PANE, FALSE);
  window_fixture_act (window, "win.toggle-sidebar");
  assert_toggled (window, "Sections", FALSE);
  g_signal_emit_by_name (app_fixture_find_tooltip (GTK_WIDGET (window), PANE), "clicked");
  assert_toggled (window, PANE, TRUE);
  window_fixture_act (window, "win.toggle-sidebar");
  assert_toggled (window, "Sections", TRUE);
  window_fixture_close (window);
}

static void
test_narrow (void)
{
  ZpWindow *window = open_example ("narrow.ziping");
  GtkWidget *overview = app_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Overview");

  g_assert_true (gtk_widget_get_mapped (overview));
  resize (window, 1000);
  app_fixture_shoot (GTK_WIDGET (window), "narrow-1000");
  g_assert_true (gtk_widget_get_mapped (overview));
  resize (window, 820);
  app_fixture_shoot (GTK_WIDGET (window), "narrow-820");
  g_assert_false (gtk_widget_get_mapped (overview));
  window_fixture_act (window, "win.toggle-sidebar");
  app_fixture_wait_frame (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (overview));
  window_fixture_close (window);
}

/* Larger text leaves less room: what stood beside the page lies over it then. */
static void
test_text_scale (void)
{
  ZpWindow *window = open_example ("scale.ziping");
  GtkWidget *overview = app_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Overview");

  g_settings_set_int (zp_settings_get (), "text-scale", 200);
  for (guint i = 0; i < 5; i++)
    app_fixture_wait_frame (GTK_WIDGET (window));
  g_assert_false (gtk_widget_get_mapped (overview));
  g_settings_reset (zp_settings_get (), "text-scale");
  for (guint i = 0; i < 5; i++)
    app_fixture_wait_frame (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (overview));
  window_fixture_close (window);
}

/* F6 goes round the parts of the window; Esc in the pane leads back to the cell. */
static void
test_parts (void)
{
  ZpWindow *window = open_example ("parts.ziping");
  GtkWidget *page;

  window_fixture_act (window, "win.go-to::budget.basic.actual");
  page = zp_window_get_page (window);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), page));
  window_fixture_act (window, "win.next-part");
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), page));
  window_fixture_act (window, "win.previous-part");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), page));
  assert_cell (window, "budget.basic.actual");
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/window/go-to", test_go_to);
  g_test_add_func ("/window/put-away", test_put_away);
  g_test_add_func ("/window/go-far", test_go_far);
  g_test_add_func ("/window/back", test_back);
  g_test_add_func ("/window/sections", test_sections);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/step-names", test_step_names);
  g_test_add_func ("/window/pill", test_pill);
  g_test_add_func ("/window/finding", test_finding);
  g_test_add_func ("/window/show-finding", test_show_finding);
  g_test_add_func ("/window/accept-together", test_accept_together);
  g_test_add_func ("/window/save", test_save);
  g_test_add_func ("/window/save-as", test_save_as);
  g_test_add_func ("/window/save-as-open-file", test_save_as_open_file);
  g_test_add_func ("/window/not-saved", test_not_saved);
  g_test_add_func ("/window/place", test_remembers_place);
  g_test_add_func ("/window/close/cancel", test_close_cancel);
  g_test_add_func ("/window/close/save", test_close_save);
  g_test_add_func ("/window/close/discard", test_close_discard);
  g_test_add_func ("/window/changed/overwrite", test_changed_overwrite);
  g_test_add_func ("/window/changed/reload", test_changed_reload);
  g_test_add_func ("/window/changed/cancel", test_changed_cancel);
  g_test_add_func ("/window/one-window", test_one_window);
  g_test_add_func ("/window/toggles", test_toggles);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/text-scale", test_text_scale);
  g_test_add_func ("/window/parts", test_parts);
  return window_fixture_end (g_test_run ());
}
