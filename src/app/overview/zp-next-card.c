/* SPDX-License-Identifier: GPL-3.0-or-later
 * The one thing to do next, with one button. */
#include "app/overview/zp-next-card.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"

#define ICON_FILL "document-edit-symbolic"
#define ICON_DONE "object-select-symbolic"

typedef struct
{
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *button;
} NextCard;

#define DATA "zp-next-card"

/** zp_next_card_new: (transfer floating): empty until it is refreshed. */
GtkWidget *
zp_next_card_new (void)
{
  NextCard *self = g_new0 (NextCard, 1);
  GtkWidget *box = zp_line_new (12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->icon =
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->title = zp_label_new (NULL, "zp-h2");
  self->detail = zp_label_new (NULL, "zp-lead");
  self->button = gtk_button_new_with_label (_ ("Go There"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "zp-next");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->detail);
  zp_line_append (ZP_LINE (box), self->icon);
  zp_line_append (ZP_LINE (box), words);
  zp_line_append (ZP_LINE (box), self->button);
  g_object_set_data_full (G_OBJECT (box), DATA, self, g_free);
  return box;
}

static const char *
icon_of (const ZpNextStep *step)
{
  if (step->target == NULL)
    return ICON_DONE;
  if (step->severity == ZP_SEVERITY_INFO)
    return ICON_FILL;
  return zp_severity_get_icon (step->severity);
}

static void
set_class (GtkWidget *icon, const ZpNextStep *step)
{
  gtk_widget_remove_css_class (icon, "is-error");
  gtk_widget_remove_css_class (icon, "is-warning");
  gtk_widget_remove_css_class (icon, "is-good");
  if (step->target == NULL)
    gtk_widget_add_css_class (icon, "is-good");
  else if (step->severity == ZP_SEVERITY_ERROR)
    gtk_widget_add_css_class (icon, "is-error");
  else if (step->severity == ZP_SEVERITY_WARNING)
    gtk_widget_add_css_class (icon, "is-warning");
}

static void
set_button (GtkWidget *button, const ZpNextStep *step)
{
  g_autofree char *spoken = NULL;

  gtk_widget_set_visible (button, step->target != NULL);
  if (step->target == NULL)
    return;
  spoken = g_strdup_printf (_ ("Go there: %s"), step->title);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", step->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go-to");
  zp_set_label (button, spoken);
}

/** zp_next_card_refresh: shows what is next now. */
void
zp_next_card_refresh (GtkWidget *card, ZpSession *session, ZpOutline *outline)
{
  NextCard *self = g_object_get_data (G_OBJECT (card), DATA);
  g_auto (ZpNextStep) step = { 0 };
  g_autofree char *title = NULL;

  zp_next_step_find (session, outline, &step);
  title =
    step.target != NULL ? g_strdup_printf (_ ("Next: %s"), step.title) : g_strdup (step.title);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->detail), step.detail != NULL ? step.detail : "");
  gtk_widget_set_visible (self->detail, step.detail != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_of (&step));
  set_class (self->icon, &step);
  set_button (self->button, &step);
}
