/* SPDX-License-Identifier: GPL-3.0-or-later
 * Holding the report against another copy, merging one, and the record of changes. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-toast.h"
#include "app/review/zp-compare-window.h"
#include "app/review/zp-merge-dialog.h"
#include "app/review/zp-trail-dialog.h"
#include "app/shell/zp-window-private.h"

static ZpReportFile *
open_copy (ZpWindow *self, const char *path, GError **error)
{
  ZpApplication *application = ZP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  return zp_report_file_open (zp_application_get_store (application), path, error);
}

/** zp_window_compare_with: shows what differs from the report at @path. */
void
zp_window_compare_with (ZpWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) other = open_copy (self, path, &error);

  if (other == NULL)
    zp_window_show_error (self, _ ("The other report cannot be read"), error->message);
  else
    zp_compare_window_present (GTK_WIDGET (self), self->session, other);
}

/** zp_window_merge_with: shows what merging the report at @path would do. */
void
zp_window_merge_with (ZpWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  ZpReportFile *other = open_copy (self, path, &error);
  g_autoptr (ZpMergePlan) plan =
    other != NULL ? zp_merge_plan_new (self->session, other, &error) : NULL;

  if (plan == NULL)
    zp_window_show_error (self, _ ("The copies cannot be merged"), error->message);
  else if (zp_merge_plan_is_empty (plan))
    zp_toast_show (GTK_WIDGET (self), _ ("The other copy has nothing new"), NULL, NULL);
  else
    zp_merge_dialog_present (GTK_WIDGET (self), g_steal_pointer (&plan));
}

typedef void (*Use) (ZpWindow *self, const char *path);

static void
finish (ZpWindow *self, int response, Use use)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    use (self, path);
}

static void
on_compare (ZpWindow *self, int response)
{
  finish (self, response, zp_window_compare_with);
}

static void
on_merge (ZpWindow *self, int response)
{
  finish (self, response, zp_window_merge_with);
}

static void
choose (ZpWindow *self, const char *title, const char *verb, GCallback func)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (!zp_window_commit (self) || self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, verb, NULL);
  gtk_file_filter_set_name (filter, _ ("Reports"));
  gtk_file_filter_add_pattern (filter, "*.ziping");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", func, self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/** zp_window_compare: asks for another version and shows what differs. */
void
zp_window_compare (ZpWindow *self)
{
  choose (self, _ ("Compare with Another Version"), _ ("Compare"), G_CALLBACK (on_compare));
}

/** zp_window_merge: asks for another copy and merges it. */
void
zp_window_merge (ZpWindow *self)
{
  if (zp_window_has_name (self, "win.merge"))
    choose (self, _ ("Merge Another Copy"), _ ("Merge"), G_CALLBACK (on_merge));
}

/** zp_window_show_trail: shows who changed what. */
void
zp_window_show_trail (ZpWindow *self)
{
  g_autofree char *target = NULL;
  ZpCell cell;

  if (!zp_window_commit (self))
    return;
  target = zp_window_get_target (self);
  if (target != NULL &&
      !zp_report_find_cell (zp_session_get_report (self->session), target, &cell, NULL))
    g_clear_pointer (&target, g_free);
  zp_trail_dialog_present (GTK_WIDGET (self), self->session, target);
}
