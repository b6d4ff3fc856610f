/* SPDX-License-Identifier: GPL-3.0-or-later
 * What needs a person, in groups, each to be accepted or remarked on. */
#include "app/review/zp-review-page.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/review/zp-point-row.h"
#include "session/zp-points.h"

/* Of a group as many are shown at first; the rest on demand. */
#define MAX_SHOWN 12

/**
 * ZpReviewPage:
 * @shows_all: whether all of a group is shown
 * @is_stale: the report changed since it was read
 */
struct _ZpReviewPage
{
  GtkWidget parent_instance;

  ZpSession *session;
  GtkWidget *scroller;
  GtkWidget *lead;
  GtkWidget *groups;
  gboolean shows_all[ZP_N_POINT_KINDS];
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (ZpReviewPage, zp_review_page, GTK_TYPE_WIDGET)

static void refresh (ZpReviewPage *self);

static guint
count (const GPtrArray *points, ZpPointKind kind, gboolean only_new)
{
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const ZpPoint *point = g_ptr_array_index (points, i);

      n += point->kind == kind && !(only_new && point->accepted_by != NULL) ? 1 : 0;
    }
  return n;
}

static void
on_more (GtkWidget *button, gpointer kind)
{
  ZpReviewPage *self = ZP_REVIEW_PAGE (gtk_widget_get_ancestor (button, ZP_TYPE_REVIEW_PAGE));

  self->shows_all[GPOINTER_TO_INT (kind)] = TRUE;
  self->is_stale = TRUE;
  refresh (self);
}

static GtkWidget *
more_new (ZpPointKind kind, guint n_more)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("Show %u more", "Show %u more", n_more), n_more);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (on_more), GINT_TO_POINTER (kind));
  return button;
}

static void
add_rows (ZpReviewPage *self, GtkWidget *card, const GPtrArray *points, ZpPointKind kind)
{
  guint n_shown = 0;
  guint n_more = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const ZpPoint *point = g_ptr_array_index (points, i);

      if (point->kind != kind)
        continue;
      if (n_shown < MAX_SHOWN || self->shows_all[kind])
        gtk_box_append (GTK_BOX (card), zp_point_row_new (point));
      else
        n_more++;
      n_shown++;
    }
  if (n_more > 0)
    gtk_box_append (GTK_BOX (card), more_new (kind, n_more));
}

static void
add_group (ZpReviewPage *self, const GPtrArray *points, ZpPointKind kind)
{
  guint n_all = count (points, kind, FALSE);
  guint n_new = count (points, kind, TRUE);
  GtkWidget *card;
  g_autofree char *title = NULL;

  if (n_all == 0)
    return;
  title = g_strdup_printf (C_ ("a group, to look at, all", "%1$s (%2$u of %3$u to look at)"),
                           zp_point_kind_get_label (kind), n_new, n_all);
  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (card, "zp-card");
  gtk_box_append (GTK_BOX (card), zp_label_new (title, "zp-h2"));
  add_rows (self, card, points, kind);
  gtk_box_append (GTK_BOX (self->groups), card);
}

static void
show_lead (ZpReviewPage *self, const GPtrArray *points)
{
  g_autofree char *text = NULL;
  guint n_new = 0;

  for (ZpPointKind kind = 0; kind < ZP_N_POINT_KINDS; kind++)
    n_new += count (points, kind, TRUE);
  if (n_new == 0)
    text = g_strdup (_ ("Nothing is left to look at."));
  else
    text = g_strdup_printf (
      ngettext ("%u thing needs a person. What is accepted stays accepted until it moves.",
                "%u things need a person. What is accepted stays accepted until it moves.", n_new),
      n_new);
  gtk_label_set_label (GTK_LABEL (self->lead), text);
}

static void
refresh (ZpReviewPage *self)
{
  g_autoptr (GPtrArray) points = NULL;
  GtkWidget *group;

  if (!self->is_stale)
    return;
  self->is_stale = FALSE;
  points = zp_session_list_points (self->session);
  while ((group = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), group);
  for (ZpPointKind kind = 0; kind < ZP_N_POINT_KINDS; kind++)
    add_group (self, points, kind);
  show_lead (self, points);
}

static void
on_changed (ZpReviewPage *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
zp_review_page_map (GtkWidget *widget)
{
  refresh (ZP_REVIEW_PAGE (widget));
  GTK_WIDGET_CLASS (zp_review_page_parent_class)->map (widget);
}

static void
zp_review_page_dispose (GObject *object)
{
  ZpReviewPage *self = ZP_REVIEW_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_review_page_parent_class)->dispose (object);
}

static void
zp_review_page_class_init (ZpReviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_review_page_dispose;
  widget_class->map = zp_review_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
zp_review_page_init (ZpReviewPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->is_stale = TRUE;
  self->scroller = gtk_scrolled_window_new ();
  self->lead = zp_label_new (NULL, "zp-lead");
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (box, "zp-review-page");
  gtk_box_append (GTK_BOX (box), zp_label_new (_ ("What needs a person"), "zp-h1"));
  gtk_box_append (GTK_BOX (box), self->lead);
  gtk_box_append (GTK_BOX (box), self->groups);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  zp_set_label (GTK_WIDGET (self), _ ("What needs a person"));
}

/** zp_review_page_new: (transfer floating): follows @session while it is in sight. */
GtkWidget *
zp_review_page_new (ZpSession *session)
{
  ZpReviewPage *self = g_object_new (ZP_TYPE_REVIEW_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
