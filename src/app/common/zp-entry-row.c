/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row of a list of settings with a text to be typed in it. AdwEntryRow is nothing to a screen
 * reader: what has the keyboard there has no place in the accessibility tree. */
#include "app/common/zp-entry-row.h"

#include <adwaita.h>

#include "app/common/zp-spoken.h"

#define WIDTH_CHARS 20

/**
 * zp_entry_row_new:
 * @title: what is to be typed
 * @entry: (transfer floating): a #GtkEntry or a #GtkPasswordEntry
 *
 * Returns: (transfer floating): the row; the keyboard goes to @entry and not to the row
 */
GtkWidget *
zp_entry_row_new (const char *title, GtkWidget *entry)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), WIDTH_CHARS);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  zp_row_lend_focus (row, entry, title);
  return row;
}

/** zp_row_name_list: @label: what a screen reader calls the list that @row is in. */
void
zp_row_name_list (GtkWidget *row, const char *label)
{
  zp_set_label (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX), label);
}

/**
 * zp_row_lend_focus:
 * @row: an #AdwActionRow
 * @control: what the row is for
 * @label: what a screen reader says
 *
 * A click on the row is one on @control, and the keyboard stops there and not on the row before.
 */
void
zp_row_lend_focus (GtkWidget *row, GtkWidget *control, const char *label)
{
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  zp_set_label (control, label);
}
