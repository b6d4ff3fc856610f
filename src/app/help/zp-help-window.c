/* SPDX-License-Identifier: GPL-3.0-or-later
 * The user's help: pages on the left, the text of one on the right. It stays open beside the work.
 */
#include "app/help/zp-help-window.h"

#include <glib/gi18n-lib.h>

#include "app/help/zp-help-text.h"

struct _ZpHelpWindow
{
  AdwWindow parent_instance;

  GPtrArray *pages; /* of ZpHelpPage */
  GtkListBox *list;
  GtkScrolledWindow *scroll;
};

G_DEFINE_FINAL_TYPE (ZpHelpWindow, zp_help_window, ADW_TYPE_WINDOW)

static GtkWidget *
new_label (const char *markup, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_item (const ZpHelpBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = new_label (block->second, "zp-help-mark");
  GtkWidget *text = new_label (block->markup, "zp-help-text");

  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

static void
add_row (GtkWidget *box, const ZpHelpBlock *block)
{
  GtkWidget *grid = gtk_widget_get_last_child (box);
  const char *css_class = block->is_head ? "zp-help-head" : "zp-help-cell";

  if (grid == NULL || !GTK_IS_GRID (grid))
    {
      grid = gtk_grid_new ();
      gtk_widget_add_css_class (grid, "zp-help-table");
      gtk_box_append (GTK_BOX (box), grid);
    }

  GtkWidget *first = new_label (block->markup, css_class);
  GtkWidget *second = new_label (block->second, css_class);
  gtk_widget_set_hexpand (second, TRUE);
  gtk_grid_attach_next_to (GTK_GRID (grid), first, NULL, GTK_POS_BOTTOM, 1, 1);
  gtk_grid_attach_next_to (GTK_GRID (grid), second, first, GTK_POS_RIGHT, 1, 1);
}

static void
add_block (GtkWidget *box, const ZpHelpBlock *block)
{
  switch (block->kind)
    {
    case ZP_HELP_TITLE:
      gtk_box_append (GTK_BOX (box), new_label (block->markup, "zp-h1"));
      return;
    case ZP_HELP_HEADING:
      gtk_box_append (GTK_BOX (box), new_label (block->markup, "zp-help-heading"));
      return;
    case ZP_HELP_ITEM:
      gtk_box_append (GTK_BOX (box), new_item (block));
      return;
    case ZP_HELP_ROW:
      add_row (box, block);
      return;
    case ZP_HELP_PARAGRAPH:
    default:
      gtk_box_append (GTK_BOX (box), new_label (block->markup, "zp-help-text"));
    }
}

static void
show_page (ZpHelpWindow *self, const ZpHelpPage *page)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "zp-help");
  for (guint i = 0; i < page->blocks->len; i++)
    add_block (box, g_ptr_array_index (page->blocks, i));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (self->scroll, clamp);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, ZpHelpWindow *self)
{
  if (row != NULL)
    show_page (self, g_ptr_array_index (self->pages, gtk_list_box_row_get_index (row)));
}

static void
add_title (ZpHelpWindow *self, const ZpHelpPage *page)
{
  GtkWidget *label = gtk_label_new (page->title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_append (self->list, label);
}

static void
zp_help_window_dispose (GObject *object)
{
  ZpHelpWindow *self = ZP_HELP_WINDOW (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  G_OBJECT_CLASS (zp_help_window_parent_class)->dispose (object);
}

static void
zp_help_window_class_init (ZpHelpWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_help_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ziping/Ziping/help/zp-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZpHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ZpHelpWindow, scroll);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
zp_help_window_init (ZpHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pages = zp_help_load ();
  for (guint i = 0; i < self->pages->len; i++)
    add_title (self, g_ptr_array_index (self->pages, i));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/**
 * zp_help_window_new:
 *
 * Returns: (transfer floating): the help, at its first page.
 */
GtkWidget *
zp_help_window_new (void)
{
  return g_object_new (ZP_TYPE_HELP_WINDOW, NULL);
}

/**
 * zp_help_window_go_to:
 * @page: id of a page, such as "keyboard"
 *
 * Returns: %FALSE when there is no such page; nothing changes then.
 */
gboolean
zp_help_window_go_to (ZpHelpWindow *self, const char *page)
{
  g_return_val_if_fail (ZP_IS_HELP_WINDOW (self), FALSE);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const ZpHelpPage *candidate = g_ptr_array_index (self->pages, i);

      if (g_strcmp0 (candidate->id, page) != 0)
        continue;
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
      return TRUE;
    }
  return FALSE;
}
