/* SPDX-License-Identifier: GPL-3.0-or-later
 * One line at the foot: where one is, how much is filled in, when it was saved. */
#include "app/shell/zp-status-line.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-announce.h"
#include "app/common/zp-parts.h"
#include "app/shell/zp-time-words.h"

/* @news is spoken when it changes: what an entry did elsewhere. */
struct _ZpStatusLine
{
  GtkWidget parent_instance;

  GtkWidget *place;
  GtkWidget *news;
  GtkWidget *filled;
  GtkWidget *saved;
  gint64 saved_time;
};

G_DEFINE_FINAL_TYPE (ZpStatusLine, zp_status_line, GTK_TYPE_WIDGET)

static void
zp_status_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (zp_status_line_parent_class)->dispose (object);
}

static void
zp_status_line_class_init (ZpStatusLineClass *class)
{
  G_OBJECT_CLASS (class)->dispose = zp_status_line_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_label (ZpStatusLine *self, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "zp-figure");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
zp_status_line_init (ZpStatusLine *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-status");
  self->place = add_label (self, GTK_ACCESSIBLE_ROLE_LABEL);
  self->news = add_label (self, GTK_ACCESSIBLE_ROLE_STATUS);
  self->filled = add_label (self, GTK_ACCESSIBLE_ROLE_LABEL);
  self->saved = add_label (self, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_label_set_xalign (GTK_LABEL (self->news), 0);
  gtk_widget_set_hexpand (self->news, TRUE);
}

/** zp_status_line_new: (transfer floating): an empty line. */
GtkWidget *
zp_status_line_new (void)
{
  return g_object_new (ZP_TYPE_STATUS_LINE, NULL);
}

/** zp_status_line_set_place: @text: (nullable): where one is, or the sum of what is selected. */
void
zp_status_line_set_place (ZpStatusLine *self, const char *text)
{
  g_return_if_fail (ZP_IS_STATUS_LINE (self));

  gtk_label_set_text (GTK_LABEL (self->place), text != NULL ? text : "");
}

/** zp_status_line_set_news: @text: (nullable): said once to a screen reader. */
void
zp_status_line_set_news (ZpStatusLine *self, const char *text)
{
  const char *shown = text != NULL ? text : "";

  g_return_if_fail (ZP_IS_STATUS_LINE (self));

  gtk_label_set_text (GTK_LABEL (self->news), shown);
  zp_set_label (self->news, shown);
  if (text != NULL)
    zp_announce (GTK_WIDGET (self), text);
}

static char *
saved_words (ZpSession *session)
{
  guint n_unsaved = zp_session_count_unsaved (session);
  g_autofree char *clock = NULL;

  if (n_unsaved > 0)
    return g_strdup_printf (ngettext ("%u change not saved", "%u changes not saved", n_unsaved),
                            n_unsaved);
  if (zp_session_get_path (session) == NULL)
    return g_strdup (_ ("Not saved yet"));
  if (zp_session_get_saved_time (session) == 0)
    return g_strdup (_ ("Nothing changed"));
  clock = zp_time_to_clock (zp_session_get_saved_time (session));
  return g_strdup_printf (_ ("Saved %s"), clock);
}

/** zp_status_line_set_state: how much of the report is filled in, and whether it is saved. */
void
zp_status_line_set_state (ZpStatusLine *self, ZpSession *session, const ZpProgress *total)
{
  g_autofree char *filled =
    g_strdup_printf (_ ("%u of %u entries filled"), total->filled, total->expected);
  g_autofree char *saved = saved_words (session);

  g_return_if_fail (ZP_IS_STATUS_LINE (self));

  gtk_label_set_text (GTK_LABEL (self->filled), filled);
  gtk_label_set_text (GTK_LABEL (self->saved), saved);
  if (self->saved_time != zp_session_get_saved_time (session) &&
      zp_session_count_unsaved (session) == 0)
    zp_announce (GTK_WIDGET (self), saved);
  self->saved_time = zp_session_get_saved_time (session);
}
