/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is where in the window, and what lies over the page when it is narrow. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-settings.h"
#include "app/common/zp-toast-overlay.h"
#include "app/common/zp-width-bin.h"
#include "app/shell/zp-fold-bin.h"
#include "app/shell/zp-window-private.h"

/* In em, so that they grow with the text. */
#define PANE_BESIDE_EM 84
#define SIDEBAR_BESIDE_EM 64
#define SIDEBAR_EM 14.6
#define PANE_EM 24.3

static GtkWidget *
slot_new (const char *css_class)
{
  GtkWidget *slot = adw_bin_new ();

  gtk_widget_add_css_class (slot, css_class);
  return slot;
}

static void
set_width (GtkWidget *slot, double em, double width_in_em)
{
  zp_width_bin_set_width (ZP_WIDTH_BIN (gtk_widget_get_parent (slot)), (int) (em * width_in_em));
}

static GtkWidget *
flap_new (GtkWidget *content, GtkWidget *slot, GtkPackType side)
{
  AdwFlap *flap = ADW_FLAP (adw_flap_new ());

  adw_flap_set_content (flap, zp_width_bin_new (content));
  adw_flap_set_flap (flap, zp_width_bin_new (slot));
  adw_flap_set_flap_position (flap, side);
  adw_flap_set_separator (flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_locked (flap, TRUE);
  adw_flap_set_fold_policy (flap, ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_swipe_to_open (flap, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (flap), TRUE);
  return GTK_WIDGET (flap);
}

static void
fold (GtkWidget *flap, gboolean is_folded, const char *key)
{
  gboolean is_wanted = g_settings_get_boolean (zp_settings_get (), key);

  adw_flap_set_fold_policy (ADW_FLAP (flap),
                            is_folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (ADW_FLAP (flap), !is_folded && is_wanted);
}

/** zp_window_fold_for_width: shows sidebar and pane as they were left, as far as they have room in
 * a window of @width px. */
void
zp_window_fold_for_width (ZpWindow *self, int width)
{
  double em = zp_get_em (GTK_WIDGET (self));

  set_width (self->sidebar_slot, em, SIDEBAR_EM);
  set_width (self->pane_slot, em, PANE_EM);
  fold (self->outer, width < PANE_BESIDE_EM * em, "pane-visible");
  fold (self->inner, width < SIDEBAR_BESIDE_EM * em, "sidebar-visible");
}

static GtkWidget *
make_report (ZpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bin;

  self->bars = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->pages = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->pages), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->pages), FALSE);
  gtk_widget_set_hexpand (self->pages, TRUE);
  gtk_widget_add_css_class (self->pages, "zp-page");
  self->sidebar_slot = slot_new ("zp-side");
  self->pane_slot = slot_new ("zp-side");
  self->inner = flap_new (self->pages, self->sidebar_slot, GTK_PACK_START);
  self->outer = flap_new (self->inner, self->pane_slot, GTK_PACK_END);
  self->status = zp_status_line_new ();
  gtk_box_append (GTK_BOX (box), self->bars);
  bin = zp_fold_bin_new (self->outer);
  gtk_widget_set_vexpand (bin, TRUE);
  g_signal_connect_swapped (bin, "width-changed", G_CALLBACK (zp_window_fold_for_width), self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (zp_fold_bin_tell_width), bin, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), bin);
  gtk_box_append (GTK_BOX (box), self->status);
  return box;
}

static void
on_open_path (ZpWindow *self, const char *path)
{
  zp_application_open (ZP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), path);
}

static GtkWidget *
make_start (ZpWindow *self)
{
  self->start = zp_start_page_new ();
  g_signal_connect_swapped (self->start, "open-path", G_CALLBACK (on_open_path), self);
  g_signal_connect_swapped (self->start, "open-example", G_CALLBACK (zp_window_open_example), self);
  g_signal_connect_swapped (self->start, "restore", G_CALLBACK (zp_window_restore), self);
  g_signal_connect_swapped (self->start, "discard", G_CALLBACK (zp_window_ask_discard), self);
  return self->start;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  ZpWindow *self = ZP_WINDOW (gtk_widget_get_root (widget));

  if (adw_flap_get_folded (ADW_FLAP (self->outer)))
    adw_flap_set_reveal_flap (ADW_FLAP (self->outer), FALSE);
  zp_window_focus_page (self);
  return TRUE;
}

/** zp_window_build: makes everything that is there for every report. */
void
zp_window_build (ZpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->body = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->body), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->body), FALSE);
  gtk_widget_set_vexpand (self->body, TRUE);
  gtk_stack_add_titled (GTK_STACK (self->body), make_start (self), "start", "");
  gtk_stack_add_titled (GTK_STACK (self->body), make_report (self), "report", "");
  self->toasts = zp_toast_overlay_new (self->body);
  gtk_box_append (GTK_BOX (box), zp_window_make_header (self));
  gtk_box_append (GTK_BOX (box), self->toasts);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);
  zp_add_escape (self->pane_slot, gtk_callback_action_new (on_escape, NULL, NULL));
}

/* What lies over the page is shown for the moment only. */
static void
toggle (ZpWindow *self, GtkWidget *flap, const char *key)
{
  gboolean is_shown = !adw_flap_get_reveal_flap (ADW_FLAP (flap));

  if (!is_shown && zp_window_has_focus_in (self, adw_flap_get_flap (ADW_FLAP (flap))))
    zp_window_focus_page (self);
  adw_flap_set_reveal_flap (ADW_FLAP (flap), is_shown);
  if (!adw_flap_get_folded (ADW_FLAP (flap)))
    g_settings_set_boolean (zp_settings_get (), key, is_shown);
}

/** zp_window_toggle_sidebar: shows or hides the sections. */
void
zp_window_toggle_sidebar (ZpWindow *self)
{
  toggle (self, self->inner, "sidebar-visible");
}

/** zp_window_toggle_pane: shows or hides the findings. */
void
zp_window_toggle_pane (ZpWindow *self)
{
  toggle (self, self->outer, "pane-visible");
}

/** zp_window_show_pane: shows the findings. */
void
zp_window_show_pane (ZpWindow *self)
{
  if (!adw_flap_get_reveal_flap (ADW_FLAP (self->outer)))
    zp_window_toggle_pane (self);
}
