/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages in a window of their own, which stays open beside the work. */
#include "app/preview/zp-preview-window.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-profile-list.h"
#include "app/preview/zp-page-list.h"

#define WIDTH 1060
#define HEIGHT 720

/* @owner: (nullable): the window of the report, which does what is asked here. */
struct _ZpPreviewWindow
{
  AdwWindow parent_instance;

  ZpPreview *preview;
  GtkWindow *owner;
  GtkWidget *pane;
  GtkWidget *list;
  GtkWidget *title;
};

G_DEFINE_FINAL_TYPE (ZpPreviewWindow, zp_preview_window, ADW_TYPE_WINDOW)

static void
zp_preview_window_dispose (GObject *object)
{
  ZpPreviewWindow *self = ZP_PREVIEW_WINDOW (object);

  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->preview);
  G_OBJECT_CLASS (zp_preview_window_parent_class)->dispose (object);
}

/* The cell is shown where it is typed. */
static void
forward (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ZpPreviewWindow *self = ZP_PREVIEW_WINDOW (widget);

  if (self->owner == NULL)
    return;
  gtk_widget_activate_action_variant (GTK_WIDGET (self->owner), name, parameter);
  gtk_window_present (self->owner);
}

static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ZpPreviewWindow *self = ZP_PREVIEW_WINDOW (widget);

  zp_preview_pane_print (ZP_PREVIEW_PANE (self->pane));
}

static void
close_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ZpPreviewWindow *self = ZP_PREVIEW_WINDOW (widget);

  zp_preview_search_open (zp_preview_pane_get_search (ZP_PREVIEW_PANE (self->pane)));
}

static void
zp_preview_window_class_init (ZpPreviewWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_preview_window_dispose;
  gtk_widget_class_install_action (widget_class, "win.go-to", "s", forward);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_window);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "win.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.find", NULL);
}

static void
on_profile (GtkDropDown *chooser, GParamSpec *spec, ZpPreviewWindow *self)
{
  zp_preview_set_profile (self->preview,
                          zp_profile_list_get (gtk_drop_down_get_selected (chooser)));
}

static GtkWidget *
make_profiles (ZpPreviewWindow *self)
{
  GtkWidget *chooser = gtk_drop_down_new (G_LIST_MODEL (zp_profile_list_new ()), NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser),
                              zp_profile_list_find (zp_preview_get_profile (self->preview)));
  zp_set_tooltip (chooser, _ ("Purpose"));
  zp_drop_down_set_label (chooser, _ ("Purpose"));
  g_signal_connect (chooser, "notify::selected", G_CALLBACK (on_profile), self);
  return chooser;
}

static GtkWidget *
make_list_toggle (ZpPreviewWindow *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "sidebar-show-symbolic");
  zp_set_tip (button, _ ("Pages"));
  g_object_bind_property (button, "active", self->list, "visible", G_BINDING_DEFAULT);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  return button;
}

static GtkWidget *
make_header (ZpPreviewWindow *self)
{
  AdwHeaderBar *header = ADW_HEADER_BAR (adw_header_bar_new ());

  self->title = adw_window_title_new (_ ("Preview"), NULL);
  adw_header_bar_set_title_widget (header, self->title);
  adw_header_bar_pack_start (header, make_list_toggle (self));
  adw_header_bar_pack_start (header, make_profiles (self));
  return GTK_WIDGET (header);
}

static void
zp_preview_window_init (ZpPreviewWindow *self)
{
}

static void
show_title (ZpPreviewWindow *self)
{
  g_autofree char *title = zp_session_get_title (zp_preview_get_session (self->preview));
  g_autofree char *whole = g_strdup_printf (_ ("Preview: %s"), title);

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), title);
  gtk_window_set_title (GTK_WINDOW (self), whole);
}

static GtkWidget *
make_content (ZpPreviewWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->pane = zp_preview_pane_new (self->preview, ZP_PREVIEW_PANE_DEFAULT);
  self->list =
    zp_page_list_new (self->preview, zp_preview_pane_get_view (ZP_PREVIEW_PANE (self->pane)));
  gtk_widget_set_hexpand (self->pane, TRUE);
  gtk_widget_set_vexpand (body, TRUE);
  gtk_box_append (GTK_BOX (body), self->list);
  gtk_box_append (GTK_BOX (body), self->pane);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), body);
  return box;
}

/**
 * zp_preview_window_new:
 * @owner: goes to cells, and takes this window with it when it goes
 *
 * Returns: (transfer none): the window; the toolkit owns it
 */
GtkWidget *
zp_preview_window_new (ZpPreview *preview, GtkWindow *owner)
{
  ZpPreviewWindow *self = g_object_new (ZP_TYPE_PREVIEW_WINDOW, NULL);

  self->preview = g_object_ref (preview);
  g_set_weak_pointer (&self->owner, owner);
  adw_window_set_content (ADW_WINDOW (self), make_content (self));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  show_title (self);
  g_signal_connect_object (preview, "changed", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (owner, "destroy", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (zp_preview_pane_get_view (ZP_PREVIEW_PANE (self->pane))));
  return GTK_WIDGET (self);
}

/** zp_preview_window_get_pane: (transfer none): the pages with their tools. */
ZpPreviewPane *
zp_preview_window_get_pane (ZpPreviewWindow *self)
{
  g_return_val_if_fail (ZP_IS_PREVIEW_WINDOW (self), NULL);

  return ZP_PREVIEW_PANE (self->pane);
}
