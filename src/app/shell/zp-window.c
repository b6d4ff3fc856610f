/* SPDX-License-Identifier: GPL-3.0-or-later
 * One window: the start page, or one report. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-settings.h"
#include "app/common/zp-toast.h"
#include "app/shell/zp-window-private.h"

/* Of a window that comes up; anything may stand in the settings. */
#define SMALLEST_WIDTH 400
#define SMALLEST_HEIGHT 300
#define LARGEST 32767

G_DEFINE_FINAL_TYPE (ZpWindow, zp_window, ADW_TYPE_APPLICATION_WINDOW)

static void
drop_session (ZpWindow *self)
{
  zp_window_forget_places (self);
  g_clear_handle_id (&self->autosave_source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->outline, zp_outline_free);
  g_clear_object (&self->session);
}

static void
zp_window_dispose (GObject *object)
{
  ZpWindow *self = ZP_WINDOW (object);

  g_clear_object (&self->chooser);
  if (self->pages != NULL)
    drop_session (self);
  self->pages = NULL;
  G_OBJECT_CLASS (zp_window_parent_class)->dispose (object);
}

static void
zp_window_finalize (GObject *object)
{
  ZpWindow *self = ZP_WINDOW (object);

  g_ptr_array_unref (self->visited);
  g_object_unref (self->review_menu);
  g_free (self->review_print);
  G_OBJECT_CLASS (zp_window_parent_class)->finalize (object);
}

static void
keep_size (ZpWindow *self)
{
  GSettings *settings = zp_settings_get ();
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0)
    g_settings_set (settings, "window-size", "(ii)", width, height);
}

static gboolean
zp_window_close_request (GtkWindow *window)
{
  ZpWindow *self = ZP_WINDOW (window);

  if (self->session != NULL && !zp_window_ask_close (self))
    return TRUE;
  keep_size (self);
  zp_window_remember (self);
  if (self->session != NULL)
    zp_session_discard (self->session);
  return GTK_WINDOW_CLASS (zp_window_parent_class)->close_request (window);
}

static gboolean
begin_on_page (gpointer data)
{
  zp_window_begin_focus (ZP_WINDOW (data));
  return G_SOURCE_REMOVE;
}

/* Later than the toolkit would: a screen reader hears nothing of a program it does not know yet. */
static void
zp_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (zp_window_parent_class)->map (widget);
  g_idle_add_full (G_PRIORITY_LOW, begin_on_page, g_object_ref (widget), g_object_unref);
}

static void
zp_window_class_init (ZpWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = zp_window_dispose;
  object_class->finalize = zp_window_finalize;
  GTK_WIDGET_CLASS (class)->map = zp_window_map;
  GTK_WINDOW_CLASS (class)->close_request = zp_window_close_request;
  zp_window_install_actions (class);
}

static void
on_active (ZpWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    zp_window_look_at_disk (self);
}

static void
zp_window_init (ZpWindow *self)
{
  self->place = -1;
  self->visited = g_ptr_array_new_with_free_func (g_free);
  zp_window_build (self);
  zp_window_update_actions (self);
  zp_window_update_header (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active), NULL);
  g_signal_connect_object (zp_settings_get (), "changed::autosave-seconds",
                           G_CALLBACK (zp_window_plan_autosave), self, G_CONNECT_SWAPPED);
}

/** zp_window_new: (transfer none): a window with the start page; the toolkit owns it. */
ZpWindow *
zp_window_new (ZpApplication *application)
{
  GSettings *settings = zp_settings_get ();
  ZpWindow *self = g_object_new (ZP_TYPE_WINDOW, "application", application, NULL);
  int width;
  int height;

  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  width = CLAMP (width, SMALLEST_WIDTH, LARGEST);
  height = CLAMP (height, SMALLEST_HEIGHT, LARGEST);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  zp_window_fold_for_width (self, width);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return self;
}

/** zp_window_get_session: (transfer none) (nullable): the report, or %NULL on the start page. */
ZpSession *
zp_window_get_session (ZpWindow *self)
{
  g_return_val_if_fail (ZP_IS_WINDOW (self), NULL);

  return self->session;
}

/** zp_window_get_outline: (transfer none) (nullable): the places of the report. */
ZpOutline *
zp_window_get_outline (ZpWindow *self)
{
  g_return_val_if_fail (ZP_IS_WINDOW (self), NULL);

  return self->outline;
}

static void
update (ZpWindow *self)
{
  zp_window_update_header (self);
  zp_window_update_actions (self);
  zp_window_update_status (self);
  zp_window_plan_autosave (self);
}

static void
on_changed (ZpSession *session, gpointer data)
{
  ZpWindow *self = ZP_WINDOW (data);

  zp_window_tell_news (self);
  zp_window_update_bars (self);
  zp_window_update_tabs (self);
  update (self);
}

static void
on_state_changed (ZpSession *session, gpointer data)
{
  update (ZP_WINDOW (data));
}

static void
on_recovery_failed (ZpSession *session, const GError *error, gpointer data)
{
  zp_window_show_error (ZP_WINDOW (data), _ ("Unsaved work cannot be kept safe"), error->message);
}

static void
add_parts (ZpWindow *self)
{
  self->sidebar = zp_sidebar_new (self->session, self->outline);
  adw_bin_set_child (ADW_BIN (self->sidebar_slot), self->sidebar);
  g_signal_connect_swapped (self->sidebar, "place-chosen", G_CALLBACK (zp_window_show_place), self);
  self->pane = zp_findings_pane_new (self->session, self->outline);
  adw_bin_set_child (ADW_BIN (self->pane_slot), zp_window_make_pane (self, self->pane));
}

static char *
remembered_place (ZpWindow *self)
{
  const char *path = zp_session_get_path (self->session);
  g_autoptr (ZpRecentReport) report = path != NULL ? zp_recent_find (NULL, path) : NULL;

  return report != NULL ? g_strdup (report->place) : NULL;
}

static void
begin_at (ZpWindow *self, const char *place)
{
  if (place == NULL || !zp_window_go_to (self, place))
    zp_window_show_place (self, 0, FALSE);
}

/**
 * zp_window_set_session:
 * @session: (transfer full): the report that this window shows from now on
 *
 * Shows the place where the report was left.
 */
void
zp_window_set_session (ZpWindow *self, ZpSession *session)
{
  g_autofree char *author = NULL;
  g_autofree char *place = NULL;
  ZpProgress total;

  g_return_if_fail (ZP_IS_WINDOW (self) && ZP_IS_SESSION (session));

  drop_session (self);
  self->session = session;
  self->outline = zp_outline_new (session);
  author = g_settings_get_string (zp_settings_get (), "author");
  zp_session_set_author (session, *author != '\0' ? author : g_get_real_name ());
  g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (session, "state-changed", G_CALLBACK (on_state_changed), self);
  g_signal_connect (session, "recovery-failed", G_CALLBACK (on_recovery_failed), self);
  zp_outline_get_total (self->outline, &total);
  self->n_errors = total.errors;
  add_parts (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->body), "report");
  zp_window_update_bars (self);
  place = remembered_place (self);
  begin_at (self, place);
  /* Else it would go to the sidebar from the start page, which is out of sight now. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    zp_window_focus_page (self);
  update (self);
  zp_window_begin_with_remarks (self);
  zp_window_remember (self);
}

/** zp_window_get_page: (transfer none) (nullable): the page that is shown. */
GtkWidget *
zp_window_get_page (ZpWindow *self)
{
  g_return_val_if_fail (ZP_IS_WINDOW (self), NULL);

  return self->session != NULL ? gtk_stack_get_visible_child (GTK_STACK (self->pages)) : NULL;
}
