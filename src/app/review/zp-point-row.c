/* SPDX-License-Identifier: GPL-3.0-or-later
 * One thing that needs a person: what it is, and whether it was accepted. */
#include "app/review/zp-point-row.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"

static void
add_button (
  GtkWidget *row, const char *word, const char *action, const char *target, const char *title)
{
  GtkWidget *button;
  g_autofree char *spoken = NULL;

  if (target == NULL)
    return;
  button = gtk_button_new_with_label (word);
  spoken = g_strdup_printf (C_ ("a button and its object", "%1$s: %2$s"), word, title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  zp_set_label (button, spoken);
  gtk_box_append (GTK_BOX (row), button);
}

static void
add (GtkWidget *box, const char *text, const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (box), zp_label_new (text, css_class));
}

static GtkWidget *
words_new (const ZpPoint *point)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  add (words, point->title, "zp-strong");
  add (words, point->detail, "zp-lead");
  add (words, point->accepted_by, "zp-caption");
  if (point->is_void)
    add (words, _ ("It was accepted, but moved since"), "zp-void");
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static GtkWidget *
sign_new (const ZpPoint *point)
{
  if (point->accepted_by != NULL)
    return zp_sign_new ("object-select-symbolic", NULL, point->accepted_by);
  if (point->is_void)
    return zp_sign_new ("dialog-warning-symbolic", NULL, _ ("It was accepted, but moved since"));
  return zp_sign_new ("view-reveal-symbolic", NULL, _ ("To be looked at"));
}

/** zp_point_row_new: (transfer floating): the point with what can be done about it. */
GtkWidget *
zp_point_row_new (const ZpPoint *point)
{
  GtkWidget *row = zp_line_new (10);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (row, "zp-to-do");
  add_button (buttons, C_ ("a place", "Show"), "win.go-to", point->target, point->title);
  add_button (buttons, _ ("Remark…"), "win.remark-on", point->place, point->title);
  if (point->accepted_by == NULL)
    add_button (buttons, C_ ("a point", "Accept"), "win.accept-point", point->id, point->title);
  else
    add_button (buttons, C_ ("a point", "Not Accepted"), "win.unaccept-point", point->id,
                point->title);
  zp_line_append (ZP_LINE (row), sign_new (point));
  zp_line_append (ZP_LINE (row), words_new (point));
  zp_line_append (ZP_LINE (row), buttons);
  return row;
}
