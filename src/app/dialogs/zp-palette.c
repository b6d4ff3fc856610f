/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finds any cell, text, finding or command by some of its words. */
#include "app/dialogs/zp-palette.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-search-entry.h"
#include "app/dialogs/zp-palette-commands.h"
#include "app/dialogs/zp-palette-row.h"

#define WIDTH 560
#define HEIGHT 460
#define MAX_RESULTS 60

/** ZpPalette: a window that closes once something was chosen. */
#define ZP_TYPE_PALETTE (zp_palette_get_type ())
G_DECLARE_FINAL_TYPE (ZpPalette, zp_palette, ZP, PALETTE, AdwWindow)

struct _ZpPalette
{
  AdwWindow parent_instance;

  ZpFinder *finder;
  GtkWidget *entry;
  GtkListBox *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (ZpPalette, zp_palette, ADW_TYPE_WINDOW)

static void
zp_palette_dispose (GObject *object)
{
  g_clear_pointer (&ZP_PALETTE (object)->finder, zp_finder_free);
  G_OBJECT_CLASS (zp_palette_parent_class)->dispose (object);
}

static void
zp_palette_class_init (ZpPaletteClass *class)
{
  G_OBJECT_CLASS (class)->dispose = zp_palette_dispose;
}

/* The keyboard stays in the entry; the row that Enter would take is told to readers there. */
static void
select_row (ZpPalette *self, GtkListBoxRow *row)
{
  zp_list_select (self->list, row);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    zp_set_description (self->entry, "");
  else
    zp_set_description (self->entry, row != NULL ? zp_palette_row_get_spoken (GTK_WIDGET (row))
                                                 : _ ("Nothing has all of these words"));
  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
}

static void
clear_rows (ZpPalette *self)
{
  GtkWidget *row;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry),
                                 GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
search (ZpPalette *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) results = NULL;

  if (self->finder == NULL)
    return;
  results = zp_finder_search (self->finder, words, MAX_RESULTS);
  clear_rows (self);
  for (guint i = 0; i < results->len; i++)
    gtk_list_box_append (self->list, zp_palette_row_new (g_ptr_array_index (results, i)));
  gtk_widget_set_visible (self->nothing, results->len == 0);
  select_row (self, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
choose (ZpPalette *self, GtkListBoxRow *row)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  const ZpFound *found = zp_palette_row_get (GTK_WIDGET (row));
  g_autofree char *target = g_strdup (found->target);
  ZpFoundKind kind = found->kind;

  gtk_window_close (GTK_WINDOW (self));
  if (parent == NULL)
    return;
  if (kind == ZP_FOUND_COMMAND)
    gtk_widget_activate_action (parent, target, NULL);
  else
    gtk_widget_activate_action (parent, kind == ZP_FOUND_FINDING ? "win.show-finding" : "win.go-to",
                                "s", target);
}

static void
on_activate (GtkSearchEntry *entry, gpointer data)
{
  ZpPalette *self = ZP_PALETTE (data);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    choose (self, row);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  choose (ZP_PALETTE (data), row);
}

static void
scroll_to (ZpPalette *self, GtkListBoxRow *row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
step (ZpPalette *self, int direction)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + direction : 0;

  row = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));
  if (row == NULL)
    return;
  select_row (self, row);
  scroll_to (self, row);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        gpointer data)
{
  ZpPalette *self = ZP_PALETTE (data);

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  ZpFoundKind kind = zp_palette_row_get (GTK_WIDGET (row))->kind;
  GtkWidget *label;

  if (before != NULL && zp_palette_row_get (GTK_WIDGET (before))->kind == kind)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = zp_label_new (zp_palette_kind_get_word (kind), "zp-palette-head");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
results_new (ZpPalette *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->nothing = zp_label_new (_ ("Nothing has all of these words"), "zp-palette-nothing");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "zp-palette");
  gtk_list_box_set_header_func (self->list, add_header, NULL, NULL);
  zp_set_label (GTK_WIDGET (self->list), _ ("Results"));
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  return scroller;
}

static void
zp_palette_init (ZpPalette *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = zp_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Cell, text, finding or command"), NULL);
  gtk_widget_add_css_class (self->entry, "zp-palette-entry");
  zp_set_label (self->entry, _ ("Search"));
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), results_new (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (box, keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (search), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Search"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

/**
 * zp_palette_present:
 * @parent: a window with the actions of a report
 * @outline: has to live as long as @parent
 */
void
zp_palette_present (GtkWindow *parent, ZpSession *session, ZpOutline *outline)
{
  ZpPalette *self = g_object_new (ZP_TYPE_PALETTE, "transient-for", parent, NULL);

  self->finder = zp_finder_new (session, outline);
  zp_palette_add_commands (self->finder, session, parent);
  search (self);
  gtk_window_present (GTK_WINDOW (self));
}
