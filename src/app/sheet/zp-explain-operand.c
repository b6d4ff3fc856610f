/* SPDX-License-Identifier: GPL-3.0-or-later
 * A figure that a formula reads, as a row to click. */
#include "app/sheet/zp-explain-operand.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"

/** zp_explain_figure_new: (transfer floating): a figure at the right. */
GtkWidget *
zp_explain_figure_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "zp-figure");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
content_new (const ZpOperand *operand)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *icon = zp_state_get_icon (operand->state);

  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (names), zp_label_new (operand->label, NULL));
  if (operand->origin != NULL)
    gtk_box_append (GTK_BOX (names), zp_label_new (operand->origin, "zp-caption"));
  gtk_box_append (GTK_BOX (line), names);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (line),
                    zp_sign_new (icon, NULL,
                                 zp_severity_get_word (operand->state == ZP_CELL_STATE_ERROR
                                                         ? ZP_SEVERITY_ERROR
                                                         : ZP_SEVERITY_WARNING)));
  if (operand->figure != NULL)
    gtk_box_append (GTK_BOX (line), zp_explain_figure_new (operand->figure, NULL));
  return line;
}

static char *
say_operand (const ZpOperand *operand)
{
  g_autoptr (GString) spoken = g_string_new (NULL);
  const char *parts[] = { operand->sign, operand->label, operand->figure, operand->origin };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      if (spoken->len > 0)
        g_string_append (spoken, C_ ("between the parts of a spoken cell", ", "));
      g_string_append (spoken, parts[i]);
    }
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

static GtkWidget *
button_new (const ZpOperand *operand, GtkWidget *content)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *spoken = say_operand (operand);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "zp-operand");
  zp_set_tooltip (button, _ ("Go to this cell"));
  zp_set_label (button, spoken);
  zp_set_description (button, "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", operand->id);
  return button;
}

/**
 * zp_explain_operand_new:
 *
 * Returns: (transfer floating): a button that goes to the cell; the rest of a long sum, which is no
 * cell, is no button
 */
GtkWidget *
zp_explain_operand_new (const ZpOperand *operand)
{
  GtkWidget *content = content_new (operand);

  if (operand->id != NULL)
    return button_new (operand, content);
  gtk_widget_add_css_class (content, "zp-operand");
  return content;
}
