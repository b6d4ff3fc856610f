/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cards in the list of the findings: those that look as before are kept, and so is the focus.
 */
#include "app/findings/zp-finding-cards-private.h"

#include "app/findings/zp-finding-row.h"
#include "session/zp-finding-group.h"

/** zp_finding_cards_get: (transfer none) (nullable): the card at @index. */
GtkWidget *
zp_finding_cards_get (GtkListBox *list, guint index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) index));
}

static gboolean
shows (GtkWidget *row, const ZpFindingGroup *group)
{
  return row != NULL && g_str_equal (zp_finding_row_get_print (ZP_FINDING_ROW (row)), group->print);
}

static GtkWidget *
find_row (GtkListBox *list, guint from, const ZpFindingGroup *group)
{
  GtkWidget *row;

  for (guint i = from; (row = zp_finding_cards_get (list, i)) != NULL; i++)
    if (shows (row, group))
      return row;
  return NULL;
}

static void
move_row (GtkListBox *list, GtkWidget *row, guint to)
{
  g_object_ref (row);
  gtk_list_box_remove (list, row);
  gtk_list_box_insert (list, row, (int) to);
  g_object_unref (row);
}

static void
put_row (GtkListBox *list, ZpSession *session, guint at, const ZpFindingGroup *group)
{
  GtkWidget *row;

  if (shows (zp_finding_cards_get (list, at), group))
    return;
  row = find_row (list, at, group);
  if (row != NULL)
    move_row (list, row, at);
  else
    gtk_list_box_insert (list, zp_finding_row_new (session, group), (int) at);
}

static void
drop_rows_from (GtkListBox *list, guint from)
{
  GtkWidget *row;

  while ((row = zp_finding_cards_get (list, from)) != NULL)
    gtk_list_box_remove (list, row);
}

/* Cards whose finding is gone go first, so that those after them need not move. */
static void
drop_gone (GtkListBox *list, const GPtrArray *groups)
{
  g_autoptr (GHashTable) prints = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *row;

  for (guint i = 0; i < groups->len; i++)
    g_hash_table_add (prints, ((ZpFindingGroup *) g_ptr_array_index (groups, i))->print);
  for (guint i = 0; (row = zp_finding_cards_get (list, i)) != NULL;)
    if (g_hash_table_contains (prints, zp_finding_row_get_print (ZP_FINDING_ROW (row))))
      i++;
    else
      gtk_list_box_remove (list, row);
}

static int
find_focused (GtkListBox *list)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (list));

  return GTK_IS_LIST_BOX_ROW (child) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) : -1;
}

/* When the card that was worked on is gone, the one that came in its place is next. */
static void
restore_focus (GtkListBox *list, int index)
{
  GtkWidget *row;

  if (index < 0 || find_focused (list) >= 0)
    return;
  row = zp_finding_cards_get (list, (guint) index);
  if (row == NULL && index > 0)
    row = zp_finding_cards_get (list, (guint) index - 1);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/**
 * zp_finding_cards_show:
 * @groups: of #ZpFindingGroup
 * @n_cards: how many of them are shown, from the first
 */
void
zp_finding_cards_show (GtkListBox *list, ZpSession *session, const GPtrArray *groups, guint n_cards)
{
  int focused = find_focused (list);

  drop_gone (list, groups);
  for (guint i = 0; i < n_cards; i++)
    put_row (list, session, i, g_ptr_array_index (groups, i));
  drop_rows_from (list, n_cards);
  restore_focus (list, focused);
}
