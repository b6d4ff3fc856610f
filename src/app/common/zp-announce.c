/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a screen reader says once, wherever the keyboard is. The toolkit has no call for that, and a
 * reader tells only what changes about the thing that has the keyboard: so a message becomes, until
 * the keyboard goes elsewhere, the description of that. */
#include "app/common/zp-announce.h"

#include "app/common/zp-spoken.h"

#define ANNOUNCER "zp-announcer"

/* In milliseconds: by then a reader has said what the keyboard went to, and says a message after
 * that, not with it and again. */
#define REST 200

/**
 * Announcer: belongs to a window.
 * @told: (nullable): what has the last message
 * @text: (nullable): the message that waits
 */
typedef struct
{
  GtkWindow *window;
  GtkWidget *told;
  char *text;
  guint source;
} Announcer;

/* An entry is known to readers by its outside; the text in it has the keyboard. */
static GtkWidget *
find_focused (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

static void
take_back (Announcer *self)
{
  if (self->told != NULL)
    zp_set_description (self->told, "");
  g_clear_weak_pointer (&self->told);
}

static gboolean
tell (gpointer data)
{
  Announcer *self = data;
  GtkWidget *focused = find_focused (self->window);

  self->source = 0;
  take_back (self);
  if (focused != NULL)
    zp_set_description (focused, self->text);
  g_set_weak_pointer (&self->told, focused);
  g_clear_pointer (&self->text, g_free);
  return G_SOURCE_REMOVE;
}

static void
on_focus_moved (Announcer *self)
{
  if (self->told != find_focused (self->window))
    take_back (self);
}

static void
announcer_free (gpointer data)
{
  Announcer *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->told);
  g_free (self->text);
  g_free (self);
}

static Announcer *
announcer_of (GtkWindow *window)
{
  Announcer *self = g_object_get_data (G_OBJECT (window), ANNOUNCER);

  if (self != NULL)
    return self;
  self = g_new0 (Announcer, 1);
  self->window = window;
  g_object_set_data_full (G_OBJECT (window), ANNOUNCER, self, announcer_free);
  g_signal_connect_swapped (window, "notify::focus-widget", G_CALLBACK (on_focus_moved), self);
  return self;
}

/**
 * zp_announce:
 * @from: any widget in a window, or a window
 * @text: what happened
 *
 * Said when the keyboard has come to rest; what is still to be said is put before it.
 */
void
zp_announce (GtkWidget *from, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (from);
  Announcer *self;
  char *before;

  if (!GTK_IS_WINDOW (root))
    return;
  self = announcer_of (GTK_WINDOW (root));
  before = self->text;
  self->text = before != NULL ? g_strconcat (before, " ", text, NULL) : g_strdup (text);
  g_free (before);
  if (self->source == 0)
    self->source = g_timeout_add (REST, tell, self);
}
