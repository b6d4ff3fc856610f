/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list below a cell: what may stand in it. */
#include "app/sheet/zp-sheet-choices-private.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"

#define VALUE "zp-value"

/**
 * ZpSheetChoices:
 * @text: (nullable): only choices that have it are shown
 */
struct _ZpSheetChoices
{
  GtkPopover parent;
  GtkWidget *list;
  char *text;
};

G_DEFINE_FINAL_TYPE (ZpSheetChoices, zp_sheet_choices, GTK_TYPE_POPOVER)

static guint chosen_signal;

/** zp_sheet_choices_new: an empty list. */
GtkWidget *
zp_sheet_choices_new (void)
{
  return g_object_new (ZP_TYPE_SHEET_CHOICES, NULL);
}

/** zp_sheet_choices_clear: takes all choices away. */
void
zp_sheet_choices_clear (ZpSheetChoices *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

/**
 * zp_sheet_choices_add:
 * @value: what is typed when it is chosen
 * @label: what is shown
 */
void
zp_sheet_choices_add (ZpSheetChoices *self, const char *value, const char *label)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (text), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_NONE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), VALUE, g_strdup (value), g_free);
  zp_set_label (row, label);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static gboolean
has_text (ZpSheetChoices *self, GtkListBoxRow *row)
{
  const char *label = gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));
  g_autofree char *folded = g_utf8_casefold (label, -1);

  return self->text == NULL || *self->text == '\0' || strstr (folded, self->text) != NULL;
}

static gboolean
is_shown (GtkListBoxRow *row, gpointer data)
{
  return has_text (ZP_SHEET_CHOICES (data), row);
}

/**
 * zp_sheet_choices_filter:
 * @text: (nullable): only choices that have it are shown; %NULL shows all
 *
 * Returns: how many are shown
 */
guint
zp_sheet_choices_filter (ZpSheetChoices *self, const char *text)
{
  guint n_shown = 0;

  g_free (self->text);
  self->text = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_shown += has_text (self, GTK_LIST_BOX_ROW (row));
  return n_shown;
}

static GtkWidget *
next_of (ZpSheetChoices *self, GtkWidget *row, int by)
{
  if (row == NULL)
    return by > 0 ? gtk_widget_get_first_child (self->list)
                  : gtk_widget_get_last_child (self->list);
  return by > 0 ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
}

static void
select_next (ZpSheetChoices *self, int by)
{
  GtkWidget *row =
    next_of (self, (GtkWidget *) gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)), by);

  while (row != NULL && !has_text (self, GTK_LIST_BOX_ROW (row)))
    row = next_of (self, row, by);
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

static void
choose (ZpSheetChoices *self, GtkListBoxRow *row)
{
  g_autofree char *value = g_strdup (g_object_get_data (G_OBJECT (row), VALUE));

  g_signal_emit (self, chosen_signal, 0, value);
}

static gboolean
choose_selected (ZpSheetChoices *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL)
    return FALSE;
  choose (self, row);
  return TRUE;
}

/**
 * zp_sheet_choices_press:
 *
 * Up and Down go through the list, Enter takes what is selected.
 *
 * Returns: FALSE when the key is for the cell
 */
gboolean
zp_sheet_choices_press (ZpSheetChoices *self, guint key, GdkModifierType modifiers)
{
  if (modifiers != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Down:
      select_next (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      select_next (self, -1);
      return TRUE;
    case GDK_KEY_Return:
      return choose_selected (self);
    default:
      return FALSE;
    }
}

static void
on_row_activated (ZpSheetChoices *self, GtkListBoxRow *row)
{
  choose (self, row);
}

/* What is selected by keys must be in sight, though the list has no focus. */
static void
on_row_selected (ZpSheetChoices *self, GtkListBoxRow *row)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (self->list, GTK_TYPE_SCROLLED_WINDOW);
  double x;
  double y;

  if (row == NULL || !gtk_widget_translate_coordinates (GTK_WIDGET (row), self->list, 0, 0, &x, &y))
    return;
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                             y, y + gtk_widget_get_height (GTK_WIDGET (row)));
}

static void
zp_sheet_choices_finalize (GObject *object)
{
  g_free (ZP_SHEET_CHOICES (object)->text);
  G_OBJECT_CLASS (zp_sheet_choices_parent_class)->finalize (object);
}

static void
zp_sheet_choices_class_init (ZpSheetChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zp_sheet_choices_finalize;
  chosen_signal = g_signal_new ("chosen", ZP_TYPE_SHEET_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
zp_sheet_choices_init (ZpSheetChoices *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_shown, self, NULL);
  zp_set_label (self->list, _ ("Choices"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-choices");
}
