/* SPDX-License-Identifier: GPL-3.0-or-later
 * The line that explains how figures look in the text. */
#include "app/prose/zp-prose-legend.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"

typedef struct
{
  const char *css_class;
  const char *sample;
  const char *words;
} Entry;

static const Entry entries[] = {
  { "is-clean", "1,234.50", N_ ("follows its cell") },
  { "is-error", "567.80", N_ ("wrong; press it to see why") },
  { "is-match", "890.10", N_ ("typed by hand, can be linked") },
};

static void
add_entry (GtkWidget *box, const Entry *entry)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sample = gtk_label_new (entry->sample);

  gtk_widget_add_css_class (sample, "zp-chip");
  gtk_widget_add_css_class (sample, entry->css_class);
  gtk_box_append (GTK_BOX (pair), sample);
  gtk_box_append (GTK_BOX (pair), zp_label_new (_ (entry->words), NULL));
  gtk_flow_box_append (GTK_FLOW_BOX (box), pair);
}

/** zp_prose_legend_new: (transfer floating): the line, which wraps where it is narrow. */
GtkWidget *
zp_prose_legend_new (void)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (box), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), G_N_ELEMENTS (entries) + 1);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 12);
  gtk_flow_box_append (GTK_FLOW_BOX (box), zp_label_new (_ ("Figures in the text:"), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    add_entry (box, &entries[i]);
  gtk_widget_set_can_focus (box, FALSE);
  gtk_widget_add_css_class (box, "zp-legend");
  return box;
}
