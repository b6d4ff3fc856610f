/* SPDX-License-Identifier: GPL-3.0-or-later
 * A place for one short message. AdwToastOverlay of libadwaita 1.2 ends the program when a message
 * is taken away while it still comes or goes. */
#include "app/common/zp-toast-overlay.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-spoken.h"

#define SECONDS 5
#define WIDEST 60

/**
 * @revealer: the message, or nothing
 * @action: (nullable): detailed name of what @button does
 * @source: takes the message away
 */
struct _ZpToastOverlay
{
  AdwBin parent_instance;

  GtkWidget *overlay;
  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *button;
  char *action;
  guint source;
};

G_DEFINE_FINAL_TYPE (ZpToastOverlay, zp_toast_overlay, ADW_TYPE_BIN)

static void
zp_toast_overlay_dispose (GObject *object)
{
  ZpToastOverlay *self = ZP_TOAST_OVERLAY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->action, g_free);
  self->revealer = NULL;
  G_OBJECT_CLASS (zp_toast_overlay_parent_class)->dispose (object);
}

static void
hide (ZpToastOverlay *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

/* Only once it is out of sight is it gone for a screen reader, too. */
static void
on_revealed (ZpToastOverlay *self)
{
  if (self->revealer == NULL || gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    return;
  gtk_widget_set_visible (self->revealer, FALSE);
  gtk_label_set_text (GTK_LABEL (self->label), "");
}

/* Not while somebody is about to press the button. */
static gboolean
on_time (gpointer data)
{
  ZpToastOverlay *self = data;
  GtkStateFlags state =
    gtk_widget_get_state_flags (gtk_revealer_get_child (GTK_REVEALER (self->revealer)));

  if ((state & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  hide (self);
  return G_SOURCE_REMOVE;
}

/* What the button does may have a message of its own. */
static void
on_pressed (ZpToastOverlay *self)
{
  g_autofree char *action = g_steal_pointer (&self->action);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  hide (self);
  if (action != NULL && g_action_parse_detailed_name (action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  ZpToastOverlay *self = ZP_TOAST_OVERLAY (widget);

  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    return GDK_EVENT_PROPAGATE;
  hide (self);
  return GDK_EVENT_STOP;
}

static void
zp_toast_overlay_class_init (ZpToastOverlayClass *class)
{
  G_OBJECT_CLASS (class)->dispose = zp_toast_overlay_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, on_escape, NULL);
}

static GtkWidget *
close_button_new (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  zp_set_tip (button, _ ("Close"));
  return button;
}

/* A click leaves the keyboard where it is. */
static GtkWidget *
message_new (ZpToastOverlay *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-name", "toast", NULL);
  GtkWidget *close = close_button_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), WIDEST);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->label, "heading");
  self->button = gtk_button_new ();
  gtk_widget_set_focus_on_click (self->button, FALSE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (hide), self);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), close);
  return box;
}

static void
zp_toast_overlay_init (ZpToastOverlay *self)
{
  self->overlay = gtk_overlay_new ();
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), message_new (self));
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_widget_set_halign (self->revealer, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->revealer, GTK_ALIGN_END);
  gtk_widget_set_visible (self->revealer, FALSE);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (on_revealed), self,
                           G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->revealer);
  adw_bin_set_child (ADW_BIN (self), self->overlay);
}

/** zp_toast_overlay_new: (transfer floating): @child, with a place for messages at its foot. */
GtkWidget *
zp_toast_overlay_new (GtkWidget *child)
{
  ZpToastOverlay *self = g_object_new (ZP_TYPE_TOAST_OVERLAY, NULL);

  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), child);
  return GTK_WIDGET (self);
}

/**
 * zp_toast_overlay_show:
 * @button: (nullable): word on a button
 * @action: (nullable): detailed name of the action of that button
 *
 * Shows a message for five seconds, in place of the one before.
 */
void
zp_toast_overlay_show (ZpToastOverlay *self,
                       const char *text,
                       const char *button,
                       const char *action)
{
  g_return_if_fail (ZP_IS_TOAST_OVERLAY (self) && text != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self->action);
  self->action = g_strdup (action);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_button_set_label (GTK_BUTTON (self->button), button != NULL ? button : "");
  gtk_widget_set_visible (self->button, button != NULL);
  gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  self->source = g_timeout_add_seconds (SECONDS, on_time, self);
}
