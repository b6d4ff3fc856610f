/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cards of the findings in a list that scrolls, of which only those that may be seen are built.
 */
#include "app/findings/zp-findings-list.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-width-bin.h"
#include "app/findings/zp-finding-cards-private.h"
#include "app/findings/zp-finding-row.h"

/* So many cards are built at a time: what is in sight, and a little more. Most of the time that a
 * window takes to start would go into cards that nobody scrolls to. */
#define CARDS_AT_A_TIME 6

/**
 * ZpFindingsList:
 * @groups: of #ZpFindingGroup: borrowed from the pane while they are shown
 * @max_cards: how many cards are built
 * @to_show: (nullable): a card that has to come into sight once it has its place
 * @growing: source that builds further cards, or 0
 */
struct _ZpFindingsList
{
  GtkWidget parent_instance;

  ZpSession *session;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *more;
  GtkWidget *nothing;
  GtkWidget *nothing_title;
  GtkWidget *nothing_detail;
  const GPtrArray *groups;
  guint max_cards;
  GtkWidget *to_show;
  guint tick;
  guint growing;
};

G_DEFINE_FINAL_TYPE (ZpFindingsList, zp_findings_list, GTK_TYPE_WIDGET)

static guint activated_signal;

static void
forget_to_show (ZpFindingsList *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_weak_pointer (&self->to_show);
}

static void
zp_findings_list_dispose (GObject *object)
{
  ZpFindingsList *self = ZP_FINDINGS_LIST (object);

  forget_to_show (self);
  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_findings_list_parent_class)->dispose (object);
}

static void
zp_findings_list_class_init (ZpFindingsListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_findings_list_dispose;
  activated_signal = g_signal_new ("activated", ZP_TYPE_FINDINGS_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
say_nothing (ZpFindingsList *self)
{
  g_autofree char *detail = NULL;
  ZpSummary summary;
  gboolean clean = zp_session_get_findings (self->session)->len == 0;

  zp_session_get_summary (self->session, &summary);
  detail = g_strdup_printf (_ ("%1$u checks made; %2$u wait for figures"), summary.checks,
                            summary.skipped);
  gtk_label_set_label (GTK_LABEL (self->nothing_title),
                       clean ? _ ("No problems") : _ ("None of this kind"));
  gtk_label_set_label (GTK_LABEL (self->nothing_detail), detail);
}

static void
show_rest (ZpFindingsList *self)
{
  guint n_hidden = self->groups->len > self->max_cards ? self->groups->len - self->max_cards : 0;
  g_autofree char *text = g_strdup_printf (_ ("Show more (%u)"), n_hidden);

  gtk_button_set_label (GTK_BUTTON (self->more), text);
  gtk_widget_set_visible (self->more, n_hidden > 0);
  gtk_widget_set_visible (self->nothing, self->groups->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->groups->len > 0);
  if (self->groups->len == 0)
    say_nothing (self);
}

static void
build (ZpFindingsList *self)
{
  zp_finding_cards_show (self->list, self->session, self->groups,
                         MIN (self->groups->len, self->max_cards));
  show_rest (self);
}

static void
grow (ZpFindingsList *self)
{
  self->max_cards += CARDS_AT_A_TIME;
  build (self);
}

static void
on_more (GtkButton *button, gpointer data)
{
  grow (ZP_FINDINGS_LIST (data));
}

static gboolean
grow_later (gpointer data)
{
  ZpFindingsList *self = ZP_FINDINGS_LIST (data);

  self->growing = 0;
  grow (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: this is also called while the cards get their places. */
static void
on_scrolled (GtkAdjustment *adjustment, gpointer data)
{
  ZpFindingsList *self = ZP_FINDINGS_LIST (data);
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) -
                gtk_adjustment_get_page_size (adjustment);
  gboolean has_more = self->groups != NULL && self->groups->len > self->max_cards;

  if (has_more && self->growing == 0 && left < gtk_adjustment_get_page_size (adjustment) / 2)
    self->growing = g_idle_add (grow_later, self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  ZpFindingRow *card = ZP_FINDING_ROW (row);

  g_signal_emit (data, activated_signal, 0, zp_finding_row_get_id (card),
                 zp_finding_row_get_target (card));
}

static GtkWidget *
nothing_new (ZpFindingsList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name ("object-select-symbolic");

  self->nothing_title = gtk_label_new (NULL);
  self->nothing_detail = gtk_label_new (NULL);
  gtk_widget_add_css_class (box, "zp-nothing");
  gtk_widget_add_css_class (self->nothing_title, "zp-h2");
  gtk_widget_add_css_class (self->nothing_detail, "zp-caption");
  gtk_label_set_wrap (GTK_LABEL (self->nothing_detail), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->nothing_detail), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), self->nothing_title);
  gtk_box_append (GTK_BOX (box), self->nothing_detail);
  return box;
}

static void
watch_scrolling (ZpFindingsList *self)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, 0);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled), self, 0);
}

static void
zp_findings_list_init (ZpFindingsList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bin = zp_width_bin_new (box);

  self->max_cards = CARDS_AT_A_TIME;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->more = gtk_button_new ();
  self->nothing = nothing_new (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "zp-cards");
  gtk_widget_add_css_class (self->more, "zp-more");
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  zp_set_label (GTK_WIDGET (self->list), _ ("Findings"));
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), bin);
  zp_width_bin_set_width (ZP_WIDTH_BIN (bin), ZP_WIDTH_ANY);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  watch_scrolling (self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (self->more, "clicked", G_CALLBACK (on_more), self);
}

/** zp_findings_list_new: (transfer floating): an empty list. */
GtkWidget *
zp_findings_list_new (ZpSession *session)
{
  ZpFindingsList *self = g_object_new (ZP_TYPE_FINDINGS_LIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * zp_findings_list_set:
 * @groups: of #ZpFindingGroup; has to live until it is set anew
 */
void
zp_findings_list_set (ZpFindingsList *self, const GPtrArray *groups)
{
  g_return_if_fail (ZP_IS_FINDINGS_LIST (self) && groups != NULL);

  self->groups = groups;
  build (self);
}

static gboolean
show_now (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ZpFindingsList *self = ZP_FINDINGS_LIST (widget);
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  self->tick = 0;
  if (self->to_show != NULL &&
      gtk_widget_compute_bounds (self->to_show, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  g_clear_weak_pointer (&self->to_show);
  return G_SOURCE_REMOVE;
}

static void
bring_into_sight (ZpFindingsList *self, GtkWidget *row)
{
  forget_to_show (self);
  g_set_weak_pointer (&self->to_show, row);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_now, NULL, NULL);
}

static int
find_group (ZpFindingsList *self, const char *finding)
{
  for (guint i = 0; self->groups != NULL && finding != NULL && i < self->groups->len; i++)
    if (zp_finding_group_has (g_ptr_array_index (self->groups, i), finding))
      return (int) i;
  return -1;
}

/**
 * zp_findings_list_select:
 * @finding: (nullable): whose card stands out; %NULL or one that is not shown for none
 * @scroll: brings the card into sight
 */
void
zp_findings_list_select (ZpFindingsList *self, const char *finding, gboolean scroll)
{
  int index;
  GtkWidget *row;

  g_return_if_fail (ZP_IS_FINDINGS_LIST (self));

  index = find_group (self, finding);
  if (index >= (int) self->max_cards)
    {
      self->max_cards = (guint) index + CARDS_AT_A_TIME;
      build (self);
    }
  row = index >= 0 ? zp_finding_cards_get (self->list, (guint) index) : NULL;
  zp_list_select (self->list, GTK_LIST_BOX_ROW (row));
  if (row != NULL && scroll)
    bring_into_sight (self, row);
}

/** zp_findings_list_unfold: shows what hangs on the card of @finding. */
void
zp_findings_list_unfold (ZpFindingsList *self, const char *finding)
{
  int index;

  g_return_if_fail (ZP_IS_FINDINGS_LIST (self));

  index = find_group (self, finding);
  if (index >= 0 && zp_finding_cards_get (self->list, (guint) index) != NULL)
    zp_finding_row_unfold (ZP_FINDING_ROW (zp_finding_cards_get (self->list, (guint) index)));
}

/** zp_findings_list_count_cards: how many cards are built. */
guint
zp_findings_list_count_cards (ZpFindingsList *self)
{
  guint count = 0;

  g_return_val_if_fail (ZP_IS_FINDINGS_LIST (self), 0);

  while (zp_finding_cards_get (self->list, count) != NULL)
    count++;
  return count;
}
