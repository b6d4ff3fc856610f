/* SPDX-License-Identifier: GPL-3.0-or-later
 * The buttons above the pages: size, search, print. */
#include "app/preview/zp-preview-tools.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/common/zp-parts.h"

struct _ZpPreviewTools
{
  GtkWidget parent_instance;

  ZpPageView *view;
  GtkWidget *box;
  GtkWidget *zoom;
  GtkWidget *warnings;
  GtkWidget *warning_text;
};

G_DEFINE_FINAL_TYPE (ZpPreviewTools, zp_preview_tools, GTK_TYPE_WIDGET)

static void
zp_preview_tools_dispose (GObject *object)
{
  ZpPreviewTools *self = ZP_PREVIEW_TOOLS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (zp_preview_tools_parent_class)->dispose (object);
}

static void
zp_preview_tools_class_init (ZpPreviewToolsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_preview_tools_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zppreviewtools");
}

static GtkWidget *
add_button (ZpPreviewTools *self, const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  zp_set_tip (button, label);
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static GMenu *
make_zooms (void)
{
  static const int percents[] = { 50, 75, 100, 125, 150, 200, 300, 400 };
  GMenu *menu = g_menu_new ();
  GMenu *sizes = g_menu_new ();

  g_menu_append (menu, _ ("Fit Width"), "preview.zoom-fit");
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *label = g_strdup_printf ("%d %%", percents[i]);
      g_autofree char *action = g_strdup_printf ("preview.set-zoom(%d)", percents[i]);

      g_menu_append (sizes, label, action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sizes));
  g_object_unref (sizes);
  return menu;
}

static void
add_zoom (ZpPreviewTools *self)
{
  g_autoptr (GMenu) menu = make_zooms ();

  self->zoom = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->zoom), G_MENU_MODEL (menu));
  zp_menu_name (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->zoom)), _ ("Size"));
  gtk_widget_add_css_class (self->zoom, "flat");
  zp_set_tooltip (self->zoom, _ ("Size"));
  gtk_box_append (GTK_BOX (self->box), self->zoom);
}

/* Hidden as long as there are none. */
static void
add_warnings (ZpPreviewTools *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->warning_text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->warning_text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->warning_text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (self->warning_text), 36);
  gtk_popover_set_child (GTK_POPOVER (popover), self->warning_text);
  self->warnings = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->warnings), "dialog-warning-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->warnings), popover);
  gtk_widget_add_css_class (self->warnings, "flat");
  zp_set_tip (self->warnings, _ ("About the Fonts"));
  gtk_widget_set_visible (self->warnings, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->warnings);
}

static void
add_space (ZpPreviewTools *self)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (self->box), space);
}

static void
zp_preview_tools_init (ZpPreviewTools *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * zp_preview_tools_new:
 * @is_beside: a button leads to the full preview
 *
 * Returns: (transfer floating): buttons for the actions "preview.…" of the pane they stand in
 */
GtkWidget *
zp_preview_tools_new (ZpPageView *view, gboolean is_beside)
{
  ZpPreviewTools *self = g_object_new (ZP_TYPE_PREVIEW_TOOLS, NULL);

  self->view = g_object_ref (view);
  add_button (self, "zoom-out-symbolic", _ ("Smaller"), "preview.zoom-out");
  add_zoom (self);
  add_button (self, "zoom-in-symbolic", _ ("Larger"), "preview.zoom-in");
  add_space (self);
  add_warnings (self);
  add_button (self, "edit-find-symbolic", _ ("Search the Pages"), "preview.find");
  add_button (self, "document-print-symbolic", _ ("Print"), "win.print");
  if (is_beside)
    add_button (self, "view-fullscreen-symbolic", _ ("Full Preview"), "win.preview");
  return GTK_WIDGET (self);
}

/** zp_preview_tools_update: shows how large the pages are. */
void
zp_preview_tools_update (ZpPreviewTools *self)
{
  g_autofree char *percent = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (ZP_IS_PREVIEW_TOOLS (self));

  if (zp_page_view_fits_width (self->view))
    percent = g_strdup (_ ("Fit Width"));
  else
    percent = g_strdup_printf ("%d %%", (int) lround (100 * zp_page_view_get_zoom (self->view)));
  spoken = g_strdup_printf (_ ("Size: %s"), percent);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->zoom), percent);
  zp_set_label (self->zoom, spoken);
}

/** zp_preview_tools_set_warnings: @warnings: (nullable): of char*: what the pages may not show as
 * expected. */
void
zp_preview_tools_set_warnings (ZpPreviewTools *self, const GPtrArray *warnings)
{
  GString *text;

  g_return_if_fail (ZP_IS_PREVIEW_TOOLS (self));

  text = g_string_new (NULL);
  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (warnings, i));
  zp_say_in_popover (GTK_LABEL (self->warning_text), text->str);
  gtk_widget_set_visible (self->warnings, text->len > 0);
  g_string_free (text, TRUE);
}
