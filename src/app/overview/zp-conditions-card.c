/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is still between the report and its submission. */
#include "app/overview/zp-conditions-card.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"

/** zp_conditions_card_new: (transfer floating): empty until it is refreshed. */
GtkWidget *
zp_conditions_card_new (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_widget_add_css_class (card, "zp-card");
  gtk_box_append (GTK_BOX (card), zp_label_new (_ ("Before submission"), "zp-h2"));
  return card;
}

static const char *
icon_of (const ZpCondition *condition)
{
  if (condition->is_met)
    return "object-select-symbolic";
  if (condition->severity == ZP_SEVERITY_INFO)
    return "document-edit-symbolic";
  return zp_severity_get_icon (condition->severity);
}

static GtkWidget *
row_new (const ZpCondition *condition)
{
  GtkWidget *row = zp_line_new (10);
  GtkWidget *text = zp_label_new (condition->text, NULL);
  GtkWidget *rest = gtk_label_new (condition->rest);
  GtkWidget *sign =
    zp_sign_new (icon_of (condition), NULL, condition->is_met ? _ ("met") : _ ("not met yet"));

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (rest, GTK_ALIGN_START);
  gtk_widget_add_css_class (rest, "zp-count");
  gtk_widget_add_css_class (rest, "zp-figure");
  zp_line_append (ZP_LINE (row), sign);
  zp_line_append (ZP_LINE (row), text);
  zp_line_append (ZP_LINE (row), rest);
  return row;
}

/** zp_conditions_card_refresh: shows what is met now. */
void
zp_conditions_card_refresh (GtkWidget *card, ZpSession *session, ZpOutline *outline)
{
  g_autoptr (GPtrArray) conditions = zp_conditions_list (session, outline);
  GtkWidget *title = gtk_widget_get_first_child (card);
  GtkWidget *row;

  while ((row = gtk_widget_get_next_sibling (title)) != NULL)
    gtk_box_remove (GTK_BOX (card), row);
  for (guint i = 0; i < conditions->len; i++)
    gtk_box_append (GTK_BOX (card), row_new (g_ptr_array_index (conditions, i)));
  gtk_widget_set_visible (card, conditions->len > 0 && zp_session_get_lock (session) == NULL);
}
