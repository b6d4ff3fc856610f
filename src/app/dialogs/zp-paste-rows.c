/* SPDX-License-Identifier: GPL-3.0-or-later
 * The list of what a paste would do: place, what was given, what is written, why. */
#include "app/dialogs/zp-paste-rows.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"

#define SHOWN_BLANK 0x2423
#define SHOWN_BREAK 0x21B5

/* A field may be a whole page of text. */
#define SHOWN_CHARACTERS 80

#define TYPE_PASTE_ROW (paste_row_get_type ())
G_DECLARE_FINAL_TYPE (PasteRow, paste_row, ZP, PASTE_ROW, GObject)

/** PasteRow: a field of the plan, for as long as the plan lives. */
struct _PasteRow
{
  GObject parent;
  const ZpClipItem *item;
};

G_DEFINE_FINAL_TYPE (PasteRow, paste_row, G_TYPE_OBJECT)

static void
paste_row_class_init (PasteRowClass *class)
{
}

static void
paste_row_init (PasteRow *self)
{
}

static const ZpClipItem *
get_item (GtkListItem *list_item)
{
  return ZP_PASTE_ROW (gtk_list_item_get_item (list_item))->item;
}

static gboolean
is_at_edge (const char *text, const char *at)
{
  return at == text || at[1] == '\0' || g_ascii_isspace (at[-1]) || g_ascii_isspace (at[1]);
}

/* Blanks that nobody sees are what a paste goes wrong by. */
static char *
show_blanks (const char *text)
{
  GString *shown = g_string_new (NULL);
  guint n = 0;

  for (const char *at = text; *at != '\0' && n < SHOWN_CHARACTERS; at = g_utf8_next_char (at), n++)
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_seen = c == ' ' && !is_at_edge (text, at) && !g_ascii_isdigit (at[1]);

      if (c == '\n')
        g_string_append_unichar (shown, SHOWN_BREAK);
      else if (g_unichar_isspace (c) && !is_seen)
        g_string_append_unichar (shown, SHOWN_BLANK);
      else
        g_string_append_unichar (shown, c);
    }
  if (n == SHOWN_CHARACTERS)
    g_string_append (shown, "…");
  return g_string_free (shown, FALSE);
}

static void
setup_label (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = zp_label_new (NULL, "zp-figure");

  gtk_list_item_set_child (list_item, label);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_place (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), get_item (list_item)->place);
}

static void
bind_given (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_autofree char *shown = show_blanks (get_item (list_item)->given);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), shown);
}

static void
bind_remark (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  const char *remark = get_item (list_item)->remark;

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      remark != NULL ? remark : "");
}

static void
setup_written (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = zp_label_new (NULL, "zp-figure");

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "zp-paste-written");
  gtk_list_item_set_child (list_item, box);
}

static const char *
get_icon (ZpClipFate fate)
{
  switch (fate)
    {
    case ZP_CLIP_DOUBTFUL:
      return "dialog-warning-symbolic";
    case ZP_CLIP_REFUSED:
      return "action-unavailable-symbolic";
    case ZP_CLIP_PLAIN:
    case ZP_CLIP_CLEANED:
    default:
      return NULL;
    }
}

static char *
tell_written (const ZpClipItem *item)
{
  if (item->fate == ZP_CLIP_REFUSED)
    return g_strdup (C_ ("field of the clipboard", "left out"));
  if (item->written == NULL)
    return g_strdup (C_ ("field of the clipboard", "emptied"));
  return show_blanks (item->written);
}

static void
bind_written (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  const ZpClipItem *item = get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *image = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  const char *icon = get_icon (item->fate);
  g_autofree char *words = tell_written (item);
  gboolean is_word = item->written == NULL;

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  gtk_widget_set_visible (image, icon != NULL);
  if (icon != NULL)
    gtk_widget_add_css_class (box, "is-doubtful");
  else
    gtk_widget_remove_css_class (box, "is-doubtful");
  if (is_word)
    gtk_widget_add_css_class (label, "zp-caption");
  else
    gtk_widget_remove_css_class (label, "zp-caption");
}

typedef void (*Handler) (GtkSignalListItemFactory *factory, GtkListItem *list_item);

static void
add_column (GtkColumnView *view, const char *title, Handler setup, Handler bind, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (view, column);
}

static GListModel *
list_items (const ZpClipPlan *plan, gboolean with_plain)
{
  GListStore *store = g_list_store_new (TYPE_PASTE_ROW);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < plan->items->len; i++)
    {
      const ZpClipItem *item = g_ptr_array_index (plan->items, i);
      PasteRow *row;

      if (item->fate == ZP_CLIP_PLAIN && !with_plain)
        continue;
      row = g_object_new (TYPE_PASTE_ROW, NULL);
      row->item = item;
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (store);
}

/** zp_paste_rows_show_plain: whether also what goes in as it is stands in the list. */
void
zp_paste_rows_show_plain (GtkWidget *rows, const ZpClipPlan *plan, gboolean show)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (list_items (plan, show)));

  gtk_column_view_set_model (GTK_COLUMN_VIEW (rows), model);
  g_object_unref (model);
}

/** zp_paste_rows_new: (transfer floating): what is changed or left out; @plan is borrowed. */
GtkWidget *
zp_paste_rows_new (const ZpClipPlan *plan)
{
  GtkWidget *rows = gtk_column_view_new (NULL);
  GtkColumnView *view = GTK_COLUMN_VIEW (rows);

  add_column (view, C_ ("column", "Place"), setup_label, bind_place, FALSE);
  add_column (view, C_ ("column", "In the clipboard"), setup_label, bind_given, FALSE);
  add_column (view, C_ ("column", "Written"), setup_written, bind_written, FALSE);
  add_column (view, C_ ("column", "Remark"), setup_label, bind_remark, TRUE);
  gtk_column_view_set_show_column_separators (view, TRUE);
  gtk_column_view_set_show_row_separators (view, TRUE);
  gtk_widget_add_css_class (rows, "zp-paste-rows");
  zp_set_label (rows, _ ("What would be pasted"));
  zp_paste_rows_show_plain (rows, plan, FALSE);
  return rows;
}
