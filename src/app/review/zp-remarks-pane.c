/* SPDX-License-Identifier: GPL-3.0-or-later
 * All remarks, as cards beside the page. */
#include "app/review/zp-remarks-pane.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/review/zp-remark-row.h"

/**
 * ZpRemarksPane:
 * @body: empty until the pane is shown for the first time
 * @filters: open ones, all
 * @current: (nullable): id of the remark whose card stands out
 * @is_stale: the remarks may have changed since they were read
 */
struct _ZpRemarksPane
{
  GtkWidget parent_instance;

  ZpSession *session;
  GtkWidget *body;
  GtkWidget *filters[2];
  GtkWidget *list;
  GtkWidget *nothing;
  char *current;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (ZpRemarksPane, zp_remarks_pane, GTK_TYPE_WIDGET)

static gboolean
shows_only_open (ZpRemarksPane *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->filters[0]));
}

static void
show_numbers (ZpRemarksPane *self)
{
  const char *const words[] = { C_ ("which remarks", "Open"), C_ ("which remarks", "All") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint count = zp_session_count_remarks (self->session, i == 0);
      g_autofree char *text = g_strdup_printf ("%s %u", words[i], count);

      gtk_button_set_label (GTK_BUTTON (self->filters[i]), text);
    }
}

static void
add_row (ZpRemarksPane *self, const ZpRemarkCard *card)
{
  GtkWidget *row = zp_remark_row_new (self->session, card);

  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  if (g_strcmp0 (self->current, card->remark->id) == 0)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

static void
refresh (ZpRemarksPane *self)
{
  g_autoptr (GPtrArray) cards = NULL;
  GtkWidget *row;

  if (!self->is_stale)
    return;
  self->is_stale = FALSE;
  cards = zp_session_list_remarks (self->session, shows_only_open (self));
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < cards->len; i++)
    add_row (self, g_ptr_array_index (cards, i));
  gtk_widget_set_visible (self->list, cards->len > 0);
  gtk_widget_set_visible (self->nothing, cards->len == 0);
  show_numbers (self);
}

static void
on_changed (ZpRemarksPane *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
set_current (ZpRemarksPane *self, const char *id)
{
  char *copy = g_strdup (id);

  g_free (self->current);
  self->current = copy;
}

static void
on_activated (ZpRemarksPane *self, GtkListBoxRow *row)
{
  const char *target = zp_remark_row_get_target (ZP_REMARK_ROW (row));

  set_current (self, zp_remark_row_get_id (ZP_REMARK_ROW (row)));
  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", target);
}

static void
zp_remarks_pane_dispose (GObject *object)
{
  ZpRemarksPane *self = ZP_REMARKS_PANE (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->current, g_free);
  G_OBJECT_CLASS (zp_remarks_pane_parent_class)->dispose (object);
}

static GtkWidget *
filter_new (ZpRemarksPane *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "css-name", "zpfilter", "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *write = gtk_button_new_with_label (_ ("New Remark…"));
  GtkWidget *space = gtk_label_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->filters); i++)
    {
      self->filters[i] = zp_choice_button_new ((GtkToggleButton *) self->filters[0]);
      gtk_box_append (GTK_BOX (box), self->filters[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filters[0]), TRUE);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_widget_add_css_class (write, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (write), "win.remark");
  gtk_box_append (GTK_BOX (box), space);
  gtk_box_append (GTK_BOX (box), write);
  zp_set_label (box, _ ("Which remarks are shown"));
  g_signal_connect_swapped (self->filters[0], "toggled", G_CALLBACK (on_changed), self);
  return box;
}

static GtkWidget *
list_new (ZpRemarksPane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "zp-cards");
  zp_set_label (self->list, _ ("Remarks"));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated), self);
  self->nothing = zp_label_new (_ ("No remarks. Control+Alt+M writes one on the cell or passage "
                                   "where you are."),
                                "zp-caption");
  gtk_widget_add_css_class (self->nothing, "zp-review-body");
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
build_once (ZpRemarksPane *self)
{
  if (self->list != NULL)
    return;
  gtk_box_append (GTK_BOX (self->body), filter_new (self));
  gtk_box_append (GTK_BOX (self->body), list_new (self));
}

static void
zp_remarks_pane_map (GtkWidget *widget)
{
  build_once (ZP_REMARKS_PANE (widget));
  refresh (ZP_REMARKS_PANE (widget));
  GTK_WIDGET_CLASS (zp_remarks_pane_parent_class)->map (widget);
}

static void
zp_remarks_pane_class_init (ZpRemarksPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_remarks_pane_dispose;
  widget_class->map = zp_remarks_pane_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zpfindings");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
zp_remarks_pane_init (ZpRemarksPane *self)
{
  self->is_stale = TRUE;
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

/** zp_remarks_pane_new: (transfer floating): follows the remarks of @session while it is in sight.
 */
GtkWidget *
zp_remarks_pane_new (ZpSession *session)
{
  ZpRemarksPane *self = g_object_new (ZP_TYPE_REMARKS_PANE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* (nullable): the first remark that is shown there. */
static GtkWidget *
select_at (ZpRemarksPane *self, const char *target)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  while (row != NULL && g_strcmp0 (zp_remark_row_get_target (ZP_REMARK_ROW (row)), target) != 0)
    row = gtk_widget_get_next_sibling (row);
  if (row == NULL)
    return NULL;
  set_current (self, zp_remark_row_get_id (ZP_REMARK_ROW (row)));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  return row;
}

/** zp_remarks_pane_set_target: @target: (nullable): where the window stands; the remark that is
 * there stands out. */
void
zp_remarks_pane_set_target (ZpRemarksPane *self, const char *target)
{
  g_return_if_fail (ZP_IS_REMARKS_PANE (self));

  if (target != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    select_at (self, target);
}

/** zp_remarks_pane_show_target: the remark on @target stands out and takes the keys, which brings
 * it into sight. */
void
zp_remarks_pane_show_target (ZpRemarksPane *self, const char *target)
{
  GtkWidget *row;

  g_return_if_fail (ZP_IS_REMARKS_PANE (self) && target != NULL);

  build_once (self);
  refresh (self);
  row = select_at (self, target);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}
