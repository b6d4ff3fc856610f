/* SPDX-License-Identifier: GPL-3.0-or-later
 * Looks for a figure and puts it into the text. */
#include "app/prose/zp-figure-popover.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-search-entry.h"
#include "app/common/zp-toast.h"

/* More than anybody reads through; another word narrows it. */
#define MOST 40

#define TARGET "zp-figure-target"
#define SPOKEN "zp-figure-spoken"

struct _ZpFigurePopover
{
  GtkPopover parent_instance;

  ZpSession *session;
  ZpProseView *view;
  GtkWidget *entry;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (ZpFigurePopover, zp_figure_popover, GTK_TYPE_POPOVER)

static void
zp_figure_popover_dispose (GObject *object)
{
  ZpFigurePopover *self = ZP_FIGURE_POPOVER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (zp_figure_popover_parent_class)->dispose (object);
}

static void
zp_figure_popover_class_init (ZpFigurePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zp_figure_popover_dispose;
}

static GtkWidget *
row_new (const ZpProseFound *found)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *place = zp_label_new (found->place, "zp-caption");
  GtkWidget *figure = zp_label_new (found->figure, "zp-figure");
  g_autofree char *spoken =
    g_strdup_printf (_ ("%s, %s, %s"), found->label, found->figure, found->place);

  gtk_widget_set_hexpand (place, TRUE);
  gtk_box_append (GTK_BOX (box), zp_label_new (found->label, NULL));
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  zp_set_label (row, spoken);
  g_object_set_data_full (G_OBJECT (row), SPOKEN, g_steal_pointer (&spoken), g_free);
  g_object_set_data_full (G_OBJECT (row), TARGET, g_strdup (found->id), g_free);
  return row;
}

static void
clear (ZpFigurePopover *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

/* The keyboard stays in the entry; the figure that Enter would take is told to readers there. */
static void
select_row (ZpFigurePopover *self, GtkListBoxRow *row)
{
  zp_list_select (GTK_LIST_BOX (self->list), row);
  zp_set_description (self->entry, row != NULL ? g_object_get_data (G_OBJECT (row), SPOKEN)
                                               : _ ("No figure of that name"));
}

static void
search (ZpFigurePopover *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) found = zp_prose_search_figures (self->session, words, MOST);
  GtkListBox *list = GTK_LIST_BOX (self->list);

  clear (self);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (list, row_new (g_ptr_array_index (found, i)));
  select_row (self, gtk_list_box_get_row_at_index (list, 0));
}

static void
insert_row (ZpFigurePopover *self, GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), TARGET);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (!zp_prose_view_insert_figure (self->view, id))
    zp_toast_show (GTK_WIDGET (self->view), _ ("Put the caret into a passage first"), NULL, NULL);
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row, ZpFigurePopover *self)
{
  insert_row (self, row);
}

static void
on_changed (GtkEditable *editable, ZpFigurePopover *self)
{
  search (self);
}

static void
on_activate (GtkSearchEntry *entry, ZpFigurePopover *self)
{
  zp_figure_popover_accept (self);
}

static void
move (ZpFigurePopover *self, int step)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  GtkListBoxRow *next =
    row != NULL ? gtk_list_box_get_row_at_index (list, gtk_list_box_row_get_index (row) + step)
                : NULL;

  if (next != NULL)
    select_row (self, next);
}

/* Up and down come here only where the input method has no candidates to go through. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        ZpFigurePopover *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  move (self, keyval == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
on_closed (GtkPopover *popover, gpointer user_data)
{
  ZpFigurePopover *self = ZP_FIGURE_POPOVER (popover);

  if (self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
build (ZpFigurePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->entry = zp_search_entry_new ();
  zp_set_label (self->entry, _ ("Name or figure of a cell"));
  g_object_set (self->entry, "placeholder-text", _ ("Name or figure of a cell"), NULL);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), 80);
  self->list = gtk_list_box_new ();
  zp_set_label (self->list, _ ("Figures found"));
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list),
                                zp_label_new (_ ("No figure of that name"), "zp-caption"));
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (box, key);
}

static void
zp_figure_popover_init (ZpFigurePopover *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-figure-popover");
  build (self);
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row), self);
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

/** zp_figure_popover_new: (transfer floating): puts figures into @view. */
GtkWidget *
zp_figure_popover_new (ZpSession *session, ZpProseView *view)
{
  ZpFigurePopover *self = g_object_new (ZP_TYPE_FIGURE_POPOVER, NULL);

  self->session = g_object_ref (session);
  self->view = g_object_ref (view);
  zp_set_label (GTK_WIDGET (self), _ ("Insert a Figure"));
  return GTK_WIDGET (self);
}

/** zp_figure_popover_open: shows it, with all figures and nothing looked for. */
void
zp_figure_popover_open (ZpFigurePopover *self)
{
  zp_figure_popover_search (self, "");
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
}

/** zp_figure_popover_search: looks for @words at once, as when they are typed. */
void
zp_figure_popover_search (ZpFigurePopover *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  search (self);
}

/** zp_figure_popover_accept: puts in the figure that is chosen; FALSE when none is. */
gboolean
zp_figure_popover_accept (ZpFigurePopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL)
    return FALSE;
  insert_row (self, row);
  return TRUE;
}
