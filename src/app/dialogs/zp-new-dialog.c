/* SPDX-License-Identifier: GPL-3.0-or-later
 * A new report: its pack, year and unit. */
#include "app/dialogs/zp-new-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/common/zp-entry-row.h"
#include "app/common/zp-parts.h"
#include "session/zp-session-start.h"

#define FIRST_YEAR 1990
#define LAST_YEAR 2100
#define WIDTH 480

/* @packs: of #ZpPack, as in the list @pack. */
struct _ZpNewDialog
{
  AdwWindow parent_instance;

  GPtrArray *packs;
  GtkWidget *pack;
  GtkWidget *year;
  GtkWidget *unit;
  GtkWidget *problem;
  GtkWidget *create;
  ZpNewReportFunc done;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (ZpNewDialog, zp_new_dialog, ADW_TYPE_WINDOW)

static void
zp_new_dialog_dispose (GObject *object)
{
  ZpNewDialog *self = ZP_NEW_DIALOG (object);

  g_clear_pointer (&self->packs, g_ptr_array_unref);
  G_OBJECT_CLASS (zp_new_dialog_parent_class)->dispose (object);
}

static void
zp_new_dialog_class_init (ZpNewDialogClass *class)
{
  G_OBJECT_CLASS (class)->dispose = zp_new_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static const ZpPack *
chosen_pack (ZpNewDialog *self)
{
  guint at = adw_combo_row_get_selected (ADW_COMBO_ROW (self->pack));

  return at < self->packs->len ? g_ptr_array_index (self->packs, at) : NULL;
}

static void
on_pack (ZpNewDialog *self)
{
  const ZpPack *pack = chosen_pack (self);

  if (pack != NULL)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->year), pack->year);
}

static void
on_create (ZpNewDialog *self)
{
  const ZpPack *pack = chosen_pack (self);
  g_autoptr (GError) error = NULL;
  ZpSession *session;

  if (pack == NULL)
    return;
  session = zp_session_start_new ((ZpPack *) pack,
                                  gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->year)),
                                  gtk_editable_get_text (GTK_EDITABLE (self->unit)), NULL, &error);
  if (session == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->problem), error->message);
      gtk_widget_set_visible (self->problem, TRUE);
      return;
    }
  self->done (session, self->data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static GtkWidget *
make_header (ZpNewDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  self->create = gtk_button_new_with_label (C_ ("report", "Create"));
  gtk_widget_add_css_class (self->create, "suggested-action");
  g_signal_connect_swapped (self->create, "clicked", G_CALLBACK (on_create), self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->create);
  return header;
}

static GtkWidget *
make_year_row (ZpNewDialog *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->year = gtk_spin_button_new_with_range (FIRST_YEAR, LAST_YEAR, 1);
  gtk_widget_set_valign (self->year, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Year reported on"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->year);
  zp_row_lend_focus (row, self->year, _ ("Year reported on"));
  return row;
}

static void
fill_packs (ZpNewDialog *self, ZpPackStore *store)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_auto (GStrv) ids = zp_pack_store_list (store);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (ZpPack) pack = zp_pack_store_load (store, ids[i], 0, NULL);

      if (pack == NULL || !pack->listed)
        continue;
      gtk_string_list_append (titles, pack->title);
      g_ptr_array_add (self->packs, g_steal_pointer (&pack));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->pack), G_LIST_MODEL (titles));
  on_pack (self);
}

static GtkWidget *
make_group (ZpNewDialog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->pack = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->pack), _ ("Template"));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self->pack), TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->pack), 0);
  self->unit = gtk_entry_new ();
  adw_preferences_group_add (group, self->pack);
  zp_row_name_list (self->pack, _ ("New Report"));
  adw_preferences_group_add (group, make_year_row (self));
  adw_preferences_group_add (group, zp_entry_row_new (_ ("Name of the unit"), self->unit));
  g_signal_connect_swapped (self->pack, "notify::selected", G_CALLBACK (on_pack), self);
  g_signal_connect_swapped (self->unit, "activate", G_CALLBACK (on_create), self);
  return GTK_WIDGET (group);
}

static void
zp_new_dialog_init (ZpNewDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_pack_unref);
  self->problem = zp_label_new (NULL, "zp-problem");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_add_css_class (column, "zp-dialog");
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (column), make_group (self));
  gtk_box_append (GTK_BOX (column), self->problem);
  gtk_box_append (GTK_BOX (box), column);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("New Report"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->create);
}

/**
 * zp_new_dialog_present:
 * @done: takes the session when one is made
 *
 * Asks for the template, the year and the unit of a new report.
 *
 * Returns: (transfer none): the dialog; the toolkit owns it
 */
GtkWindow *
zp_new_dialog_present (GtkWindow *parent, ZpPackStore *store, ZpNewReportFunc done, gpointer data)
{
  ZpNewDialog *self = g_object_new (ZP_TYPE_NEW_DIALOG, "transient-for", parent, NULL);

  self->done = done;
  self->data = data;
  fill_packs (self, store);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->unit);
  return GTK_WINDOW (self);
}

/** zp_new_dialog_create: makes the report, as the button does. @unit: (nullable): its name */
void
zp_new_dialog_create (ZpNewDialog *self, const char *unit)
{
  g_return_if_fail (ZP_IS_NEW_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (self->unit), unit != NULL ? unit : "");
  on_create (self);
}
