/* SPDX-License-Identifier: GPL-3.0-or-later
 * All pages, small, to choose one. */
#include "app/preview/zp-page-list.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/preview/zp-page-thumb.h"

/**
 * ZpPageList:
 * @pages: their numbers, from 1
 * @is_following: the choice follows the view, not the other way round
 */
struct _ZpPageList
{
  GtkWidget parent_instance;

  ZpPreview *preview;
  ZpPageView *view;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkStringList *pages;
  GtkSingleSelection *selection;
  gboolean is_following;
};

G_DEFINE_FINAL_TYPE (ZpPageList, zp_page_list, GTK_TYPE_WIDGET)

static void
zp_page_list_dispose (GObject *object)
{
  ZpPageList *self = ZP_PAGE_LIST (object);

  if (self->preview != NULL)
    g_signal_handlers_disconnect_by_data (self->preview, self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->view);
  g_clear_object (&self->preview);
  G_OBJECT_CLASS (zp_page_list_parent_class)->dispose (object);
}

static void
zp_page_list_class_init (ZpPageListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_page_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zppagelist");
}

static void
zp_page_list_init (ZpPageList *self)
{
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, ZpPageList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box), zp_page_thumb_new (self->preview));
  gtk_box_append (GTK_BOX (box), zp_label_new (NULL, "zp-caption"));
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, ZpPageList *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *number = gtk_widget_get_last_child (box);
  GtkStringObject *page = gtk_list_item_get_item (item);

  zp_page_thumb_set_page (ZP_PAGE_THUMB (gtk_widget_get_first_child (box)),
                          gtk_list_item_get_position (item));
  gtk_label_set_text (GTK_LABEL (number), gtk_string_object_get_string (page));
  gtk_label_set_xalign (GTK_LABEL (number), 0.5F);
}

static void
add_pages (ZpPageList *self, guint first, guint n_pages)
{
  for (guint i = first; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      gtk_string_list_append (self->pages, number);
    }
}

/* The pictures draw themselves anew; only their number is minded here. */
static void
on_changed (ZpPageList *self)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->pages));
  guint n_pages = zp_preview_count_pages (self->preview);

  self->is_following = TRUE;
  if (n_pages < n_before)
    gtk_string_list_splice (self->pages, n_pages, n_before - n_pages, NULL);
  else
    add_pages (self, n_before, n_pages);
  self->is_following = FALSE;
}

static void
on_place_changed (ZpPageList *self)
{
  guint current = zp_page_view_get_current (self->view);

  if (current == gtk_single_selection_get_selected (self->selection) ||
      current >= g_list_model_get_n_items (G_LIST_MODEL (self->pages)))
    return;
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, current);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", current);
  self->is_following = FALSE;
}

static void
on_selected (ZpPageList *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (self->is_following || selected == GTK_INVALID_LIST_POSITION)
    return;
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", selected);
  zp_page_view_show_page (self->view, selected);
}

static void
make_list (ZpPageList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->pages = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->pages));
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  zp_set_label (self->list, _ ("Pages"));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);
}

/** zp_page_list_new: (transfer floating): the pages that @view shows large. */
GtkWidget *
zp_page_list_new (ZpPreview *preview, ZpPageView *view)
{
  ZpPageList *self = g_object_new (ZP_TYPE_PAGE_LIST, NULL);

  self->preview = g_object_ref (preview);
  self->view = g_object_ref (view);
  make_list (self);
  g_signal_connect_swapped (preview, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (view, "place-changed", G_CALLBACK (on_place_changed), self);
  on_changed (self);
  return GTK_WIDGET (self);
}

/** zp_page_list_choose: @page: from 0: as if it had been chosen. */
void
zp_page_list_choose (ZpPageList *self, guint page)
{
  g_return_if_fail (ZP_IS_PAGE_LIST (self));

  gtk_single_selection_set_selected (self->selection, page);
}

/** zp_page_list_get_chosen: the page that stands out, from 0. */
guint
zp_page_list_get_chosen (ZpPageList *self)
{
  g_return_val_if_fail (ZP_IS_PAGE_LIST (self), 0);

  return gtk_single_selection_get_selected (self->selection);
}
