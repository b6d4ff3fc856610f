/* SPDX-License-Identifier: GPL-3.0-or-later
 * Links to other places: as many as there is room for, the rest in a list. */
#include "app/sheet/zp-uses.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "base/zp-text.h"

/* A column of facts holds so many Latin letters, or half as many Chinese characters. */
#define ROOM 26

#define LIST_HEIGHT 320

static GtkWidget *
link_new (const ZpUse *use)
{
  GtkWidget *button = gtk_button_new_with_label (use->label);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "zp-link");
  zp_set_tip (button, use->label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", use->id);
  return button;
}

static GtkWidget *
more_new (const char *label, GtkWidget *content)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *words = gtk_label_new (label);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), words);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "zp-link");
  return button;
}

static GtkWidget *
list_new (void)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (list, "zp-facts-list");
  return list;
}

static void
close_list (GtkWidget *button)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

static GtkWidget *
all_new (const GPtrArray *uses)
{
  GtkWidget *list = list_new ();

  for (guint i = 0; i < uses->len; i++)
    {
      GtkWidget *link = link_new (g_ptr_array_index (uses, i));

      g_signal_connect (link, "clicked", G_CALLBACK (close_list), NULL);
      gtk_box_append (GTK_BOX (list), link);
    }
  return list;
}

static guint
count_that_fit (const GPtrArray *uses)
{
  int room = ROOM;
  guint n = 0;

  for (; n < uses->len; n++)
    {
      const ZpUse *use = g_ptr_array_index (uses, n);

      room -= zp_text_column_width (use->label) + (n > 0 ? 2 : 0);
      if (room < 0 && n > 0)
        break;
    }
  return n;
}

/** zp_uses_new: (transfer floating): @uses: of #ZpUse; each goes to its place when clicked. */
GtkWidget *
zp_uses_new (const GPtrArray *uses)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  guint n_shown = count_that_fit (uses);

  for (guint i = 0; i < n_shown; i++)
    gtk_box_append (GTK_BOX (box), link_new (g_ptr_array_index (uses, i)));
  if (n_shown < uses->len)
    {
      g_autofree char *label = g_strdup_printf (_ ("%u in all"), uses->len);

      gtk_box_append (GTK_BOX (box), more_new (label, all_new (uses)));
    }
  return box;
}

/**
 * zp_uses_new_list:
 * @label: what is shown
 * @rows: of char *: what a click lists
 *
 * Returns: (transfer floating)
 */
GtkWidget *
zp_uses_new_list (const char *label, const GPtrArray *rows)
{
  GtkWidget *list = list_new ();
  GtkWidget *button;

  for (guint i = 0; i < rows->len; i++)
    gtk_box_append (GTK_BOX (list), zp_label_new (g_ptr_array_index (rows, i), NULL));
  button = more_new (label, list);
  zp_set_tooltip (button, label);
  return button;
}
