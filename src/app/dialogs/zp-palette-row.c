/* SPDX-License-Identifier: GPL-3.0-or-later
 * One result of a search: what it is, its figure, where it is. */
#include "app/dialogs/zp-palette-row.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"

#define DATA "zp-found"
#define SPOKEN "zp-palette-spoken"

/** zp_palette_kind_get_word: heading over the results of a kind. */
const char *
zp_palette_kind_get_word (ZpFoundKind kind)
{
  switch (kind)
    {
    case ZP_FOUND_COMMAND:
      return _ ("Commands");
    case ZP_FOUND_PLACE:
      return _ ("Sections");
    case ZP_FOUND_CELL:
      return _ ("Cells");
    case ZP_FOUND_TEXT:
      return _ ("Texts");
    case ZP_FOUND_FINDING:
    default:
      return _ ("Findings");
    }
}

static ZpFound *
copy (const ZpFound *found)
{
  ZpFound *copied = g_new0 (ZpFound, 1);

  copied->kind = found->kind;
  copied->target = g_strdup (found->target);
  copied->label = g_strdup (found->label);
  copied->where = g_strdup (found->where);
  copied->figure = g_strdup (found->figure);
  return copied;
}

static GtkWidget *
figure_new (const char *figure)
{
  GtkWidget *label = gtk_label_new (figure);

  gtk_widget_add_css_class (label, "zp-figure");
  return label;
}

static GtkWidget *
where_new (const char *where)
{
  GtkWidget *label = zp_label_new (where, "zp-caption");

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  return label;
}

/* Of a cell the place is told by its sheet; of a command by its shortcut. */
static char *
say (const ZpFound *found)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, found->label);
  if (found->figure != NULL && *found->figure != '\0')
    g_ptr_array_add (parts, found->figure);
  if (*found->where != '\0')
    g_ptr_array_add (parts, found->where);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_ ("between the parts of a result", ", "), (char **) parts->pdata);
}

/** zp_palette_row_new: (transfer floating): a row that keeps a copy of @found. */
GtkWidget *
zp_palette_row_new (const ZpFound *found)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = zp_label_new (found->label, NULL);
  g_autofree char *spoken = say (found);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (found->figure != NULL && *found->figure != '\0')
    gtk_box_append (GTK_BOX (box), figure_new (found->figure));
  if (*found->where != '\0')
    gtk_box_append (GTK_BOX (box), where_new (found->where));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), DATA, copy (found), (GDestroyNotify) zp_found_free);
  zp_set_label (row, spoken);
  g_object_set_data_full (G_OBJECT (row), SPOKEN, g_steal_pointer (&spoken), g_free);
  return row;
}

/** zp_palette_row_get_spoken: (transfer none): all that the row shows. */
const char *
zp_palette_row_get_spoken (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), SPOKEN);
}

/** zp_palette_row_get: what the row stands for. */
const ZpFound *
zp_palette_row_get (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), DATA);
}
