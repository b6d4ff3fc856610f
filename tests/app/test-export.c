/* SPDX-License-Identifier: GPL-3.0-or-later
 * The export dialog: what would be written, old files, open errors, writing, stopping. */
#include <string.h>

#include "app-fixture.h"
#include "app/common/zp-settings.h"
#include "app/dialogs/zp-export-dialog.h"
#include "app/dialogs/zp-export-form.h"
#include "app/dialogs/zp-export-row.h"
#include "session-fixture.h"
#include "zp-test.h"

typedef struct
{
  ZpSession *session;
  GtkWidget *window;
  GtkWidget *dialog;
  char *folder;
} Fixture;

static GtkWidget *
find_dialog (GtkWidget *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (gtk_window_get_transient_for (GTK_WINDOW (link->data)) == GTK_WINDOW (parent))
      return link->data;
  return NULL;
}

static void
open_dialog (Fixture *self, const char *example, const char *const *formats)
{
  self->session = session_fixture_open (example);
  self->folder = zp_test_make_folder ();
  g_settings_set_string (zp_settings_get (), "export-folder", self->folder);
  g_settings_set_strv (zp_settings_get (), "export-formats", formats);
  self->window = app_fixture_show (gtk_label_new (NULL), 800, 600);
  zp_export_dialog_present (GTK_WINDOW (self->window), self->session);
  self->dialog = find_dialog (self->window);
  g_assert_nonnull (self->dialog);
  app_fixture_wait_frame (self->dialog);
}

static void
close_dialog (Fixture *self)
{
  GtkWidget *dialog = find_dialog (self->window);

  if (dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
  app_fixture_settle ();
  app_fixture_close (self->window);
  session_fixture_close (self->session);
  zp_test_remove_folder (self->folder);
  g_free (self->folder);
  g_settings_reset (zp_settings_get (), "export-folder");
  g_settings_reset (zp_settings_get (), "export-formats");
}

static void
press (Fixture *self, const char *label)
{
  GtkWidget *button = app_fixture_find (self->dialog, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
wait_for (Fixture *self, const char *text)
{
  gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  while (app_fixture_find (self->dialog, GTK_TYPE_BUTTON, text) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  app_fixture_settle ();
}

static char *
path_of (Fixture *self, const char *extension)
{
  g_autofree char *name = zp_export_make_name (self->session);
  g_autofree char *file = g_strconcat (name, ".", extension, NULL);

  return g_build_filename (self->folder, file, NULL);
}

static const char *const text_only[] = { "txt", NULL };
static const char *const two[] = { "docx", "txt", NULL };
static const char *const all[] = { "docx", "pdf", "xlsx", NULL };

static void
test_writes (void)
{
  Fixture fixture;
  g_autofree char *docx = NULL;
  g_autofree char *text = NULL;

  open_dialog (&fixture, "reference-corrected", two);
  app_fixture_shoot (fixture.dialog, "export");
  press (&fixture, "_Export 2 Files");
  wait_for (&fixture, "_Close");
  app_fixture_shoot (fixture.dialog, "export-done");
  docx = path_of (&fixture, "docx");
  text = path_of (&fixture, "txt");
  g_assert_true (g_file_test (docx, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (text, G_FILE_TEST_EXISTS));
  g_assert_nonnull (app_fixture_find (fixture.dialog, GTK_TYPE_BUTTON, "_Open Folder"));
  press (&fixture, "_Close");
  app_fixture_settle ();
  g_assert_null (find_dialog (fixture.window));
  close_dialog (&fixture);
}

static void
note_place (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  *(char **) data = g_variant_dup_string (parameter, NULL);
}

/* A row of what a proof-reader would ask closes the dialog and leads there. */
static void
test_slips (void)
{
  Fixture fixture;
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) go_to = g_simple_action_new ("go-to", G_VARIANT_TYPE_STRING);
  g_autofree char *place = NULL;
  GtkWidget *label = NULL;
  GtkWidget *row = NULL;

  open_dialog (&fixture, "reference-corrected", text_only);
  session_fixture_type (fixture.session, "unit.name", "某縣工业和信息化局");
  g_signal_connect (go_to, "activate", G_CALLBACK (note_place), &place);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (go_to));
  gtk_widget_insert_action_group (fixture.window, "win", G_ACTION_GROUP (actions));
  press (&fixture, "_Export 1 File");
  wait_for (&fixture, "_Close");
  app_fixture_shoot (fixture.dialog, "export-slips");
  label = app_fixture_find (fixture.dialog, GTK_TYPE_LABEL,
                            "“縣” is a traditional character; “县” is meant");
  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  app_fixture_settle ();
  g_assert_cmpstr (place, ==, "unit.name");
  g_assert_null (find_dialog (fixture.window));
  close_dialog (&fixture);
}

static void
test_open_errors (void)
{
  Fixture fixture;

  open_dialog (&fixture, "reference-printed", all);
  app_fixture_shoot (fixture.dialog, "export-errors");
  g_assert_true (app_fixture_has_text (
    fixture.dialog, "6 errors still open; they are listed in the tables, on the sheet of checks"));
  g_assert_nonnull (app_fixture_find (fixture.dialog, GTK_TYPE_BUTTON, "_Export 3 Files Anyway"));
  close_dialog (&fixture);
}

static void
test_keeps_old_files (void)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autofree char *old = NULL;
  ZpExportRow *row;

  open_dialog (&fixture, "reference-corrected", text_only);
  press (&fixture, "_Export 1 File");
  wait_for (&fixture, "_Close");
  press (&fixture, "_Close");
  app_fixture_settle ();
  path = path_of (&fixture, "txt");
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));

  zp_export_dialog_present (GTK_WINDOW (fixture.window), fixture.session);
  fixture.dialog = find_dialog (fixture.window);
  app_fixture_wait_frame (fixture.dialog);
  app_fixture_shoot (fixture.dialog, "export-taken");
  g_assert_true (app_fixture_has_text (fixture.dialog, "is there already"));
  press (&fixture, "_Export 1 File");
  wait_for (&fixture, "_Close");
  old = zp_test_read (path);
  g_assert_cmpstr (old, ==, "old");
  press (&fixture, "_Close");
  app_fixture_settle ();

  zp_export_dialog_present (GTK_WINDOW (fixture.window), fixture.session);
  fixture.dialog = find_dialog (fixture.window);
  row = ZP_EXPORT_ROW (gtk_widget_get_ancestor (
    app_fixture_find (fixture.dialog, GTK_TYPE_CHECK_BUTTON, "Replace"), ZP_TYPE_EXPORT_ROW));
  g_assert_nonnull (row);
  zp_export_row_set_replaces (row, TRUE);
  press (&fixture, "_Export 1 File");
  wait_for (&fixture, "_Close");
  g_free (old);
  old = zp_test_read (path);
  g_assert_nonnull (strstr (old, "288.34"));
  close_dialog (&fixture);
}

static void
test_nothing_chosen (void)
{
  static const char *const none[] = { NULL };
  Fixture fixture;
  GtkWidget *button;

  open_dialog (&fixture, "reference-corrected", none);
  button = app_fixture_find (fixture.dialog, GTK_TYPE_BUTTON, "_Export 0 Files");
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_sensitive (button));
  close_dialog (&fixture);
}

/* In a sandbox the folder of the report is out of reach: nothing is written before one is chosen.
 */
static void
test_no_folder (void)
{
  Fixture fixture;
  GtkWidget *form;
  GtkWidget *button;

  open_dialog (&fixture, "reference-corrected", all);
  form = app_fixture_find (fixture.dialog, ZP_TYPE_EXPORT_FORM, NULL);
  button = app_fixture_find (fixture.dialog, GTK_TYPE_BUTTON, "_Export 3 Files");
  g_assert_true (gtk_widget_get_sensitive (button));
  zp_export_form_set_folder (ZP_EXPORT_FORM (form), NULL);
  g_assert_false (gtk_widget_get_sensitive (button));
  app_fixture_shoot (fixture.dialog, "export-no-folder");
  zp_export_form_set_folder (ZP_EXPORT_FORM (form), fixture.folder);
  g_assert_true (gtk_widget_get_sensitive (button));
  close_dialog (&fixture);
}

/* Closed while it writes: it stops by itself, and nothing is left hanging. */
static void
test_closed_while_writing (void)
{
  Fixture fixture;
  gpointer gone;

  open_dialog (&fixture, "reference-corrected", all);
  gone = fixture.dialog;
  g_object_add_weak_pointer (G_OBJECT (fixture.dialog), &gone);
  press (&fixture, "_Export 3 Files");
  gtk_window_destroy (GTK_WINDOW (fixture.dialog));
  while (gone != NULL)
    g_main_context_iteration (NULL, FALSE);
  close_dialog (&fixture);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/export/slips", test_slips);
  g_test_add_func ("/export/writes", test_writes);
  g_test_add_func ("/export/open-errors", test_open_errors);
  g_test_add_func ("/export/keeps-old-files", test_keeps_old_files);
  g_test_add_func ("/export/nothing-chosen", test_nothing_chosen);
  g_test_add_func ("/export/no-folder", test_no_folder);
  g_test_add_func ("/export/closed-while-writing", test_closed_while_writing);
  return g_test_run ();
}
