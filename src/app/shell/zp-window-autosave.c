/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reports that save themselves, for those who want that; never where a question has to be answered
 * first. */
#include "app/common/zp-settings.h"
#include "app/common/zp-toast.h"
#include "app/shell/zp-window-private.h"

static gboolean
can_save (ZpWindow *self)
{
  return self->session != NULL && zp_session_is_modified (self->session) &&
         zp_session_get_path (self->session) != NULL && zp_session_get_lock (self->session) == NULL;
}

static void
save (ZpWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (zp_session_save (self->session, NULL, ZP_FILE_REPLACE, &error))
    zp_window_remember (self);
  else
    zp_toast_show_error (GTK_WIDGET (self), error);
}

/* After a failure it waits for the next change. */
static gboolean
on_time (gpointer data)
{
  ZpWindow *self = data;

  self->autosave_source = 0;
  if (!can_save (self) || zp_window_is_asking (self))
    return G_SOURCE_REMOVE;
  if (!zp_session_is_changed_on_disk (self->session))
    save (self);
  zp_window_update_bars (self);
  return G_SOURCE_REMOVE;
}

/** zp_window_plan_autosave: saves some time after the first change, or not if not wanted. */
void
zp_window_plan_autosave (ZpWindow *self)
{
  int seconds = g_settings_get_int (zp_settings_get (), "autosave-seconds");

  if (seconds <= 0 || !can_save (self))
    g_clear_handle_id (&self->autosave_source, g_source_remove);
  else if (self->autosave_source == 0)
    self->autosave_source = g_timeout_add_seconds ((guint) seconds, on_time, self);
}
