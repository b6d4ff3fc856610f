/* SPDX-License-Identifier: GPL-3.0-or-later
 * The card of one remark: where, who, what, and what was answered. */
#include "app/review/zp-remark-row.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"

/**
 * ZpRemarkRow:
 * @target: (nullable): where it stands
 */
struct _ZpRemarkRow
{
  GtkListBoxRow parent_instance;

  char *id;
  char *target;
};

G_DEFINE_FINAL_TYPE (ZpRemarkRow, zp_remark_row, GTK_TYPE_LIST_BOX_ROW)

static void
zp_remark_row_finalize (GObject *object)
{
  ZpRemarkRow *self = ZP_REMARK_ROW (object);

  g_free (self->id);
  g_free (self->target);
  G_OBJECT_CLASS (zp_remark_row_parent_class)->finalize (object);
}

static void
zp_remark_row_class_init (ZpRemarkRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = zp_remark_row_finalize;
}

static void
zp_remark_row_init (ZpRemarkRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-finding");
}

static GtkWidget *
head_new (const ZpRemarkCard *card)
{
  GtkWidget *head = zp_line_new (8);
  GtkWidget *place = zp_label_new (card->place, "zp-strong");
  gboolean is_open = card->remark->open;

  gtk_widget_set_hexpand (place, TRUE);
  zp_line_append (ZP_LINE (head),
                  zp_sign_new (is_open ? "chat-message-new-symbolic" : "object-select-symbolic",
                               NULL, is_open ? _ ("open") : _ ("done")));
  zp_line_append (ZP_LINE (head), place);
  return head;
}

static void
add (GtkWidget *box, const char *text, const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (box), zp_label_new (text, css_class));
}

static void
add_thread (GtkWidget *box, const GPtrArray *thread)
{
  for (guint i = 0; i < thread->len; i++)
    {
      const ZpReply *reply = g_ptr_array_index (thread, i);
      g_autofree char *who = zp_reply_say (reply);
      GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_add_css_class (entry, "zp-reply");
      add (entry, reply->text, NULL);
      add (entry, who, "zp-soft");
      gtk_box_append (GTK_BOX (box), entry);
    }
}

static void
add_button (GtkWidget *row, const char *word, const char *action, const ZpRemarkCard *card)
{
  GtkWidget *button = gtk_button_new_with_label (word);
  g_autofree char *spoken =
    g_strdup_printf (C_ ("a button and its object", "%1$s: %2$s"), word, card->place);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", card->remark->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "zp-accept");
  zp_set_label (button, spoken);
  gtk_box_append (GTK_BOX (row), button);
}

static GtkWidget *
buttons_new (const ZpRemarkCard *card)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_button (row, _ ("Answer"), "win.answer-remark", card);
  if (card->remark->open)
    add_button (row, _ ("Dealt With"), "win.close-remark", card);
  else
    add_button (row, _ ("Open Again"), "win.reopen-remark", card);
  return row;
}

static GtkWidget *
body_new (const ZpRemarkCard *card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "zp-finding-body");
  add (box, card->remark->text, NULL);
  add (box, card->who, "zp-soft");
  add (box, card->moved, "zp-soft");
  add_thread (box, card->remark->thread);
  gtk_box_append (GTK_BOX (box), buttons_new (card));
  return box;
}

/** zp_remark_row_new: (transfer floating): a card. */
GtkWidget *
zp_remark_row_new (ZpSession *session, const ZpRemarkCard *card)
{
  ZpRemarkRow *self = g_object_new (ZP_TYPE_REMARK_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *spoken =
    g_strdup_printf (C_ ("a remark, spoken", "%1$s, %2$s: %3$s. %4$s"), card->place,
                     card->remark->open ? _ ("open") : _ ("done"), card->remark->text, card->who);

  self->id = g_strdup (card->remark->id);
  self->target = g_strdup (card->target);
  gtk_box_append (GTK_BOX (box), head_new (card));
  gtk_box_append (GTK_BOX (box), body_new (card));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  zp_set_label (GTK_WIDGET (self), spoken);
  return GTK_WIDGET (self);
}

/** zp_remark_row_get_id: of the remark. */
const char *
zp_remark_row_get_id (ZpRemarkRow *self)
{
  return self->id;
}

/** zp_remark_row_get_target: (nullable): where it stands. */
const char *
zp_remark_row_get_target (ZpRemarkRow *self)
{
  return self->target;
}
