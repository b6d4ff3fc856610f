/* SPDX-License-Identifier: GPL-3.0-or-later
 * What can be done without a report, and the keys for everything that can be done. */
#include <glib/gi18n-lib.h>

#include "app/dialogs/zp-new-dialog.h"
#include "app/dialogs/zp-preferences.h"
#include "app/help/zp-help-window.h"
#include "app/shell/zp-application-private.h"
#include "app/shell/zp-window-private.h"

typedef struct
{
  const char *action;
  const char *keys[3];
} Keys;

/* Keys that an input method may want are not here but with the widget that has the keyboard. */
static const Keys keys[] = {
  { "app.new", { "<Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.shortcuts", { "<Control>question" } },
  { "app.quit", { "<Control>q" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.close", { "<Control>w" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.preview", { "<Control><Shift>p", "<Control>F2" } },
  { "win.palette", { "<Control>k", "<Control>f" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.next-finding", { "F8" } },
  { "win.previous-finding", { "<Shift>F8" } },
  { "win.accept-hint::", { "<Alt>Return" } },
  { "win.explain", { "F1" } },
  { "win.insert-figure", { "<Control>j" } },
  { "win.remark", { "<Control><Alt>m" } },
  { "win.toggle-pane", { "F9" } },
  { "win.toggle-sidebar", { "<Shift>F9" } },
  { "win.back", { "<Alt>Left" } },
  { "win.forward", { "<Alt>Right" } },
  { "win.next-section", { "<Control>Page_Down" } },
  { "win.previous-section", { "<Control>Page_Up" } },
  { "win.next-part", { "F6" } },
  { "win.previous-part", { "<Shift>F6" } },
};

static GtkWindow *
active_window (gpointer data)
{
  return gtk_application_get_active_window (GTK_APPLICATION (data));
}

static void
show_new (ZpSession *session, gpointer data)
{
  ZpWindow *window = zp_application_get_free_window (ZP_APPLICATION (data));

  zp_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zp_new_dialog_present (active_window (data), zp_application_get_store (ZP_APPLICATION (data)),
                         show_new, data);
}

static void
open_chosen (ZpApplication *self, GtkFileChooser *chooser)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        zp_application_open (self, path);
    }
}

static void
on_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  if (response == GTK_RESPONSE_ACCEPT)
    open_chosen (ZP_APPLICATION (data), GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
}

static GtkFileFilter *
filter_new (const char *name, const char *pattern)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  return filter;
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Open a Report"), active_window (data), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open"), NULL);
  g_autoptr (GtkFileFilter) reports = filter_new (_ ("Reports"), "*.ziping");
  g_autoptr (GtkFileFilter) all = filter_new (_ ("All files"), "*");

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), reports);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  if (ZP_IS_WINDOW (active_window (data)))
    zp_window_begin_chooser (ZP_WINDOW (active_window (data)), GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), data);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (zp_window_new (ZP_APPLICATION (data))));
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zp_preferences_present (active_window (data));
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zp_shortcuts_present (active_window (data));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  zp_about_present (active_window (data));
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *window = zp_help_window_new ();

  gtk_window_set_application (GTK_WINDOW (window), GTK_APPLICATION (data));
  gtk_window_present (GTK_WINDOW (window));
}

/* Every window asks about its own changes; the program ends with the last one. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *each = windows; each != NULL; each = each->next)
    gtk_window_close (each->data);
}

static const GActionEntry entries[] = {
  { .name = "new", .activate = on_new },
  { .name = "open", .activate = on_open },
  { .name = "new-window", .activate = on_new_window },
  { .name = "preferences", .activate = on_preferences },
  { .name = "shortcuts", .activate = on_shortcuts },
  { .name = "help", .activate = on_help },
  { .name = "about", .activate = on_about },
  { .name = "quit", .activate = on_quit },
};

/** zp_application_add_actions: actions of the program, and all keys. */
void
zp_application_add_actions (ZpApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *accels[] = { keys[i].keys[0], keys[i].keys[1], NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, accels);
    }
}
