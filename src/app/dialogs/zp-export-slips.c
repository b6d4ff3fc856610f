/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a proof-reader would ask about an exported document, with the way to each place. */
#include "app/dialogs/zp-export-slips.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"

#define MAX_HEIGHT 260
#define KEY "zp-place"

static GtkWidget *
row_new (const ZpExportSlip *slip)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *excerpt = g_strdup_printf ("…%s…", slip->excerpt);
  g_autofree char *spoken = g_strdup_printf ("%s. %s. %s", slip->what, excerpt, slip->place);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 10);
  gtk_widget_set_margin_end (box, 10);
  gtk_box_append (GTK_BOX (box), zp_label_new (slip->what, NULL));
  gtk_box_append (GTK_BOX (box), zp_label_new (excerpt, "zp-caption"));
  gtk_box_append (GTK_BOX (box), zp_label_new (slip->place, "zp-caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), slip->id != NULL);
  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (slip->id), g_free);
  zp_set_label (row, spoken);
  return row;
}

/* The words of the pack cannot be mended here: their rows lead nowhere. */
static void
on_activated (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), KEY));
  GtkWindow *dialog = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (list)));
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (dialog));

  if (id == NULL || parent == NULL)
    return;
  gtk_window_close (dialog);
  gtk_widget_activate_action (parent, "win.go-to", "s", id);
}

static GtkWidget *
list_new (const GPtrArray *slips)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < slips->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), row_new (g_ptr_array_index (slips, i)));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  zp_set_label (list, _ ("Places to look at again"));
  g_signal_connect (list, "row-activated", G_CALLBACK (on_activated), NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

/**
 * zp_export_slips_new:
 * @job: has run, and there is something to ask
 *
 * Returns: (transfer floating): how many places there are, and a row for each; choosing one closes
 *   the dialog and goes there
 */
GtkWidget *
zp_export_slips_new (const ZpExportJob *job)
{
  guint n_slips = 0;
  const GPtrArray *slips = zp_export_job_get_slips (job, &n_slips);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *head =
    g_strdup_printf (ngettext ("%u place to look at again before it is handed on",
                               "%u places to look at again before it is handed on", n_slips),
                     n_slips);

  gtk_box_append (GTK_BOX (box), zp_label_new (head, "zp-h2"));
  gtk_box_append (GTK_BOX (box), list_new (slips));
  return box;
}
