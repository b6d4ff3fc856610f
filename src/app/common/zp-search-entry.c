/* SPDX-License-Identifier: GPL-3.0-or-later
 * An entry to search with that may go while the clipboard has not answered yet. */
#include "app/common/zp-search-entry.h"

/* The text in the entry lives on until what is pasted has come, and in GTK 4.8 tells the entry of
 * it that is no longer there. */
static void
on_destroy (GtkWidget *entry)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry));

  if (text != NULL)
    g_signal_handlers_disconnect_by_data (text, entry);
}

/** zp_search_entry_new: (transfer floating): a #GtkSearchEntry. */
GtkWidget *
zp_search_entry_new (void)
{
  GtkWidget *entry = gtk_search_entry_new ();

  g_signal_connect (entry, "destroy", G_CALLBACK (on_destroy), NULL);
  return entry;
}
