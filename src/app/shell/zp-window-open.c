/* SPDX-License-Identifier: GPL-3.0-or-later
 * Opening: a file, a damaged one, the example, unsaved work. */
#include <glib/gi18n-lib.h>
#include <malloc.h>

#include "app/common/zp-parts.h"
#include "app/shell/zp-window-private.h"
#include "session/zp-lent.h"
#include "session/zp-session-start.h"

#define PATH "zp-asked-path"
#define WORK "zp-asked-work"
#define MAX_LOST 8

static ZpPackStore *
store_of (ZpWindow *self)
{
  return zp_application_get_store (ZP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

/* A dialog outlives the call that asked; what it is about stays with the window. */
static void
keep_path (ZpWindow *self, const char *path)
{
  g_object_set_data_full (G_OBJECT (self), PATH, g_strdup (path), g_free);
}

static const char *
kept_path (ZpWindow *self)
{
  return g_object_get_data (G_OBJECT (self), PATH);
}

static char *
cannot_open (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  return g_strdup_printf (_ ("Cannot open “%s”"), name);
}

static void
on_missing (ZpWindow *self, const char *answer)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (answer, "forget"))
    return;
  if (!zp_recent_remove (NULL, kept_path (self), &error))
    zp_window_show_error (self, _ ("The list cannot be kept"), error->message);
  zp_start_page_refresh (ZP_START_PAGE (self->start));
}

static void
tell_missing (ZpWindow *self, const char *path)
{
  g_autofree char *heading = cannot_open (path);
  g_autofree char *shown = zp_lent_show (path);
  g_autofree char *text = g_strdup_printf (
    _ ("There is no file “%s”. It may have been moved, renamed or removed."), shown);
  g_autoptr (ZpRecentReport) known = zp_recent_find (NULL, path);
  AdwMessageDialog *dialog = zp_window_ask (self, heading, text, known != NULL ? on_missing : NULL);

  keep_path (self, path);
  if (known != NULL)
    adw_message_dialog_add_response (dialog, "forget", _ ("Take Out of the List"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_salvage (ZpWindow *self, const char *answer)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *heading = NULL;
  ZpSession *session;

  if (!g_str_equal (answer, "salvage"))
    return;
  session = zp_session_start_damaged (store_of (self), kept_path (self), NULL, &error);
  if (session != NULL)
    {
      zp_window_set_session (self, session);
      return;
    }
  heading = cannot_open (kept_path (self));
  zp_window_show_error (self, heading, error->message);
}

static char *
join_lost (const GPtrArray *lost)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lost->len && i < MAX_LOST; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (lost, i));
  if (lost->len > MAX_LOST)
    {
      guint n_more = lost->len - MAX_LOST;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_more), n_more);
    }
  return g_string_free (text, FALSE);
}

/* The reason is on the list, unless that is empty. */
static char *
say_damaged (const GPtrArray *lost, const char *reason)
{
  const char *lead = _ ("What can be read is opened as a new report; this is lost:");

  return lost->len > 0 ? g_strdup (lead) : g_strdup (reason);
}

static void
add_lost (AdwMessageDialog *dialog, const GPtrArray *lost)
{
  g_autofree char *text = join_lost (lost);

  adw_message_dialog_set_extra_child (dialog, zp_label_new (text, NULL));
}

/* Only what is damaged can be saved in part; a missing template or a locked file is another thing.
 */
static gboolean
ask_salvage (ZpWindow *self, const char *path, const GError *reason)
{
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (ZpReportFile) file = zp_report_file_salvage (store_of (self), path, &lost, NULL);
  g_autofree char *heading = cannot_open (path);
  g_autofree char *text = NULL;
  AdwMessageDialog *dialog;

  if (file == NULL)
    return FALSE;
  text = say_damaged (lost, reason->message);
  dialog = zp_window_ask (self, heading, text, on_salvage);
  add_lost (dialog, lost);
  keep_path (self, path);
  adw_message_dialog_add_response (dialog, "salvage", _ ("Read What Can Be Used"));
  adw_message_dialog_set_response_appearance (dialog, "salvage", ADW_RESPONSE_SUGGESTED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static gboolean
return_memory (gpointer data)
{
  malloc_trim (0);
  return G_SOURCE_REMOVE;
}

static gboolean
open_now (ZpWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *heading = NULL;
  ZpSession *session = zp_session_start_file (store_of (self), path, NULL, &error);

  if (session != NULL)
    {
      zp_window_set_session (self, session);
      /* Reading a pack leaves some megabytes that nobody asks for again. */
      g_idle_add_full (G_PRIORITY_LOW, return_memory, NULL, NULL);
      return TRUE;
    }
  if (ask_salvage (self, path, error))
    return FALSE;
  heading = cannot_open (path);
  zp_window_show_error (self, heading, error->message);
  return FALSE;
}

/** zp_window_restore: opens the report with the work that was left. */
void
zp_window_restore (ZpWindow *self, const ZpLeftWork *work)
{
  g_autoptr (GError) error = NULL;
  ZpSession *session = zp_left_work_restore (work, store_of (self), &error);

  if (session != NULL)
    zp_window_set_session (self, session);
  else
    zp_window_show_error (self, _ ("The unsaved work cannot be restored"), error->message);
}

static void
discard_kept (ZpWindow *self)
{
  const ZpLeftWork *work = g_object_get_data (G_OBJECT (self), WORK);
  g_autoptr (GError) error = NULL;

  if (!zp_left_work_discard (work, &error))
    zp_window_show_error (self, _ ("The unsaved work cannot be removed"), error->message);
  zp_start_page_refresh (ZP_START_PAGE (self->start));
}

static void
keep_work (ZpWindow *self, const ZpLeftWork *work)
{
  ZpLeftWork *copy = g_new0 (ZpLeftWork, 1);

  *copy = *work;
  copy->recovery = g_strdup (work->recovery);
  copy->document = g_strdup (work->document);
  copy->title = g_strdup (work->title);
  g_object_set_data_full (G_OBJECT (self), WORK, copy, (GDestroyNotify) zp_left_work_free);
}

static void
on_discard (ZpWindow *self, const char *answer)
{
  if (g_str_equal (answer, "discard"))
    discard_kept (self);
}

static char *
say_discarded (const ZpLeftWork *work)
{
  if (work->is_salvaged && work->n_steps == 0)
    return g_strdup (_ ("The damaged file stays as it is and can be read again."));
  return g_strdup_printf (ngettext ("%u change cannot be brought back afterwards.",
                                    "%u changes cannot be brought back afterwards.", work->n_steps),
                          work->n_steps);
}

/** zp_window_ask_discard: throws the work away that was left, after a question. */
void
zp_window_ask_discard (ZpWindow *self, const ZpLeftWork *work)
{
  g_autofree char *text = say_discarded (work);
  AdwMessageDialog *dialog =
    zp_window_ask (self, _ ("Discard the unsaved work?"), text, on_discard);

  keep_work (self, work);
  adw_message_dialog_add_response (dialog, "discard", _ ("Discard"));
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_left (ZpWindow *self, const char *answer)
{
  if (g_str_equal (answer, "restore"))
    zp_window_restore (self, g_object_get_data (G_OBJECT (self), WORK));
  if (!g_str_equal (answer, "discard"))
    return;
  discard_kept (self);
  open_now (self, kept_path (self));
}

static void
ask_about_left (ZpWindow *self, const char *path, const ZpLeftWork *work)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_ ("Restore unsaved work of “%s”?"), name);
  g_autofree char *text = g_strdup_printf (
    ngettext ("The program ended early; %u change is not in the file.",
              "The program ended early; %u changes are not in the file.", work->n_steps),
    work->n_steps);
  AdwMessageDialog *dialog = zp_window_ask (self, heading, text, on_left);

  keep_work (self, work);
  keep_path (self, path);
  adw_message_dialog_add_response (dialog, "discard", _ ("Discard"));
  adw_message_dialog_add_response (dialog, "restore", _ ("Restore"));
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * zp_window_open:
 * @path: of a report
 *
 * Opens a report in this window.
 *
 * Returns: FALSE when it is not open (yet), with a dialog that says why
 */
gboolean
zp_window_open (ZpWindow *self, const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autoptr (ZpLeftWork) work = NULL;

  g_return_val_if_fail (ZP_IS_WINDOW (self), FALSE);

  if (!g_file_test (whole, G_FILE_TEST_EXISTS))
    {
      tell_missing (self, whole);
      return FALSE;
    }
  work = zp_left_work_find (NULL, whole);
  if (work != NULL && work->n_steps > 0)
    {
      ask_about_left (self, whole, work);
      return FALSE;
    }
  if (work != NULL)
    zp_left_work_discard (work, NULL);
  return open_now (self, whole);
}

/** zp_window_open_example: opens the worked example, as a report without a file. */
void
zp_window_open_example (ZpWindow *self)
{
  g_autoptr (GError) error = NULL;
  ZpSession *session = zp_session_start_example (store_of (self), NULL, &error);

  if (session != NULL)
    zp_window_set_session (self, session);
  else
    zp_window_show_error (self, _ ("The example cannot be opened"), error->message);
}
