/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a screen reader says of widgets: once, and in words. */
#include "app/common/zp-spoken.h"

#include <glib/gi18n-lib.h>

#define LABEL "zp-spoken-label"

/**
 * zp_set_label: what a screen reader says for a widget.
 *
 * What it shows, a word or an icon, is not said as well.
 */
void
zp_set_label (GtkWidget *widget, const char *spoken)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

/** zp_set_description: what a screen reader says after the label. */
void
zp_set_description (GtkWidget *widget, const char *spoken)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  spoken, -1);
}

static gboolean
has_tooltip (GtkWidget *widget, const char *text)
{
  const char *shown = gtk_widget_get_tooltip_text (widget);

  return g_str_equal (shown != NULL ? shown : "", text != NULL ? text : "");
}

/* With each new tooltip the toolkit asks the display where the pointer is, and waits for the
 * answer; also for a widget that is in no window yet, unless it is hidden. */
static void
set_before_shown (GtkWidget *widget, const char *text)
{
  gboolean is_visible = gtk_widget_get_visible (widget);

  gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  gtk_widget_set_visible (widget, is_visible);
}

/** zp_set_tooltip: @text: (nullable): shown while the pointer rests on the widget. */
void
zp_set_tooltip (GtkWidget *widget, const char *text)
{
  if (has_tooltip (widget, text))
    return;
  if (gtk_widget_get_root (widget) == NULL)
    set_before_shown (widget, text);
  else
    gtk_widget_set_tooltip_text (widget, text);
}

/** zp_set_tip: a tooltip that is all there is to say of a widget; it is said once. */
void
zp_set_tip (GtkWidget *widget, const char *text)
{
  if (has_tooltip (widget, text))
    return;
  zp_set_tooltip (widget, text);
  zp_set_label (widget, text);
  zp_set_description (widget, "");
}

/**
 * zp_list_select:
 * @row: (nullable): of @list; %NULL for none
 *
 * Selects a row while the keyboard is elsewhere. A screen reader that heard of it would take the
 * row for what has the keyboard, and read it out.
 */
void
zp_list_select (GtkListBox *list, GtkListBoxRow *row)
{
  guint signal = g_signal_lookup ("selected-rows-changed", GTK_TYPE_LIST_BOX);
  gulong reader = g_signal_handler_find (list, G_SIGNAL_MATCH_ID, signal, 0, NULL, NULL, NULL);

  if (reader != 0)
    g_signal_handler_block (list, reader);
  gtk_list_box_select_row (list, row);
  if (reader != 0)
    g_signal_handler_unblock (list, reader);
}

static void
say_choice (GtkToggleButton *button)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_toggle_button_get_active (button)
                                 ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                 : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

/**
 * zp_choice_button_new:
 * @group: (nullable): another one; of a group one is chosen
 *
 * Returns: (transfer floating): a flat toggle button; a screen reader tells whether it is chosen
 */
GtkWidget *
zp_choice_button_new (GtkToggleButton *group)
{
  GtkWidget *button =
    g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  say_choice (GTK_TOGGLE_BUTTON (button));
  g_signal_connect (button, "toggled", G_CALLBACK (say_choice), NULL);
  return button;
}

static gboolean
take_focus (gpointer data)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (data)))
    gtk_widget_grab_focus (GTK_WIDGET (data));
  return G_SOURCE_REMOVE;
}

/**
 * zp_focus_first: gives the keyboard to @widget once its window is shown.
 *
 * A screen reader takes no notice of what has the keyboard in a window that is not there yet.
 */
void
zp_focus_first (GtkWidget *widget)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, take_focus, g_object_ref (widget), g_object_unref);
}

static void
say_chosen (GtkDropDown *down)
{
  GObject *item = gtk_drop_down_get_selected_item (down);
  const char *label = g_object_get_data (G_OBJECT (down), LABEL);
  g_autofree char *spoken = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    spoken = g_strdup_printf (C_ ("a choice and what is chosen", "%1$s: %2$s"), label,
                              gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  zp_set_label (gtk_widget_get_first_child (GTK_WIDGET (down)), spoken != NULL ? spoken : label);
}

/**
 * zp_drop_down_set_label:
 * @label: what is chosen there
 *
 * The keyboard goes to the button inside, which would be called by the name of its type.
 */
void
zp_drop_down_set_label (GtkWidget *down, const char *label)
{
  zp_set_label (down, label);
  g_object_set_data_full (G_OBJECT (down), LABEL, g_strdup (label), g_free);
  g_signal_connect (down, "notify::selected-item", G_CALLBACK (say_chosen), NULL);
  say_chosen (GTK_DROP_DOWN (down));
}

static gboolean
is_menu_entry (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return role == GTK_ACCESSIBLE_ROLE_MENU_ITEM || role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX ||
         role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO;
}

static void
name_entry (GtkWidget *entry)
{
  g_autofree char *text = NULL;

  g_object_get (entry, "text", &text, NULL);
  zp_set_label (entry, text != NULL ? text : "");
}

/* GTK 4.18 calls an entry by a label that has no name itself. */
static void
name_entries (GtkWidget *widget)
{
  if (is_menu_entry (widget))
    {
      name_entry (widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_entries (child);
}

/**
 * zp_menu_name:
 * @menu: made of a model
 * @label: what a screen reader calls the menu
 *
 * Gives it and its entries their names. The pages of a menu, which the toolkit makes, would be
 * called by the name of their type.
 */
void
zp_menu_name (GtkPopover *menu, const char *label)
{
  GtkWidget *stack = gtk_popover_get_child (menu);

  while (stack != NULL && !GTK_IS_STACK (stack))
    stack = gtk_widget_get_first_child (stack);
  zp_set_label (GTK_WIDGET (menu), label);
  for (GtkWidget *page = stack != NULL ? gtk_widget_get_first_child (stack) : NULL; page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_stack_page_set_title (gtk_stack_get_page (GTK_STACK (stack), page), "");
  /* The model may have other entries the next time. */
  g_signal_connect (menu, "map", G_CALLBACK (name_entries), NULL);
}

static void
collect_words (GtkWidget *widget, GPtrArray *words)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    g_ptr_array_add (words, (gpointer) gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      collect_words (child, words);
}

/** zp_say_words: (transfer full): all that stands in a widget, in its order. */
char *
zp_say_words (GtkWidget *widget)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  collect_words (widget, words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (C_ ("between the parts of a spoken cell", ", "), (char **) words->pdata);
}
