/* SPDX-License-Identifier: GPL-3.0-or-later
 * Buttons for the rows of a table: add, move, duplicate, remove. */
#include "app/sheet/zp-sheet-tools.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"

/**
 * Tool:
 * @label: of a button with words; the others are called by their tooltip
 */
typedef struct
{
  const char *action;
  const char *icon;
  const char *label;
  const char *tooltip;
} Tool;

static const Tool tools[] = {
  { "sheet.add-row", "list-add-symbolic", N_ ("Add a Row"), N_ ("Add a row below") },
  { "sheet.raise-row", "go-up-symbolic", NULL, N_ ("Move the row up") },
  { "sheet.lower-row", "go-down-symbolic", NULL, N_ ("Move the row down") },
  { "sheet.duplicate-row", "edit-copy-symbolic", NULL, N_ ("Duplicate the row") },
  { "sheet.remove-row", "user-trash-symbolic", NULL, N_ ("Remove the row") },
};

struct _ZpSheetTools
{
  GtkWidget parent;
  ZpSheetView *view;
  GtkWidget *buttons[G_N_ELEMENTS (tools)];
};

G_DEFINE_FINAL_TYPE (ZpSheetTools, zp_sheet_tools, GTK_TYPE_WIDGET)

static void
update (ZpSheetTools *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_widget_set_sensitive (self->buttons[i], zp_sheet_view_can (self->view, tools[i].action));
}

static void
on_clicked (ZpSheetTools *self, GtkWidget *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (self->buttons[i] == button)
      gtk_widget_activate_action (GTK_WIDGET (self->view), tools[i].action, NULL);
}

static GtkWidget *
make_content (const Tool *tool)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), tool->icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ (tool->label));
  return content;
}

/* A click leaves the keyboard in the cell. */
static GtkWidget *
make_button (ZpSheetTools *self, const Tool *tool)
{
  GtkWidget *button = gtk_button_new ();

  if (tool->label != NULL)
    gtk_button_set_child (GTK_BUTTON (button), make_content (tool));
  else
    gtk_button_set_icon_name (GTK_BUTTON (button), tool->icon);
  if (tool->label != NULL)
    zp_set_tooltip (button, _ (tool->tooltip));
  else
    zp_set_tip (button, _ (tool->tooltip));
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), self);
  return button;
}

static void
make_buttons (ZpSheetTools *self)
{
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (linked, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      self->buttons[i] = make_button (self, &tools[i]);
      if (tools[i].label == NULL)
        gtk_box_append (GTK_BOX (linked), self->buttons[i]);
      else
        gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
    }
  gtk_widget_set_parent (linked, GTK_WIDGET (self));
}

/** zp_sheet_tools_new: @view: of a table; they stand in the same page. */
GtkWidget *
zp_sheet_tools_new (ZpSheetView *view)
{
  ZpSheetTools *self;

  g_return_val_if_fail (ZP_IS_SHEET_VIEW (view), NULL);

  self = g_object_new (ZP_TYPE_SHEET_TOOLS, NULL);
  self->view = g_object_ref (view);
  g_signal_connect_object (view, "cursor-moved", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/** zp_sheet_tools_focus: the keyboard goes to the button that adds a row. */
void
zp_sheet_tools_focus (ZpSheetTools *self)
{
  g_return_if_fail (ZP_IS_SHEET_TOOLS (self));

  gtk_widget_grab_focus (self->buttons[0]);
}

static void
zp_sheet_tools_dispose (GObject *object)
{
  ZpSheetTools *self = ZP_SHEET_TOOLS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (zp_sheet_tools_parent_class)->dispose (object);
}

static void
zp_sheet_tools_class_init (ZpSheetToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zp_sheet_tools_dispose;
  gtk_widget_class_set_css_name (widget_class, "zp-tools");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
zp_sheet_tools_init (ZpSheetTools *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  make_buttons (self);
}
