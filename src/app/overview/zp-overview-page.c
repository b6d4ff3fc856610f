/* SPDX-License-Identifier: GPL-3.0-or-later
 * How far the report is, and its main figures as charts. */
#include "app/overview/zp-overview-page.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "app/overview/zp-card-layout.h"
#include "app/overview/zp-chart-card.h"
#include "app/overview/zp-conditions-card.h"
#include "app/overview/zp-next-card.h"
#include "app/overview/zp-progress-card.h"
#include "app/review/zp-review-card.h"

/**
 * ZpOverviewPage:
 * @charts: of #ZpChart: what the cards show
 * @stale: the report changed since it was read
 */
struct _ZpOverviewPage
{
  GtkWidget parent_instance;

  ZpSession *session;
  ZpOutline *outline;
  GtkWidget *scroller;
  GtkWidget *totals;
  GtkWidget *next;
  GtkWidget *progress;
  GtkWidget *conditions;
  GtkWidget *review;
  GPtrArray *chart_cards;
  GPtrArray *charts;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (ZpOverviewPage, zp_overview_page, GTK_TYPE_WIDGET)

static void
add_total (ZpOverviewPage *self, const char *icon, const char *text)
{
  gtk_box_append (GTK_BOX (self->totals), zp_sign_new (icon, text, text));
}

static void
add_count (ZpOverviewPage *self, ZpSeverity severity, guint count)
{
  g_autofree char *text = zp_severity_count_words (severity, count);
  const char *icon = count > 0 ? zp_severity_get_icon (severity) : "object-select-symbolic";

  add_total (self, severity == ZP_SEVERITY_ROUNDING ? NULL : icon, text);
}

static void
refresh_totals (ZpOverviewPage *self)
{
  GtkWidget *child;
  ZpProgress total;
  g_autofree char *filled = NULL;

  while ((child = gtk_widget_get_first_child (self->totals)) != NULL)
    gtk_box_remove (GTK_BOX (self->totals), child);
  zp_outline_get_total (self->outline, &total);
  filled = g_strdup_printf (_ ("%1$u / %2$u filled in"), total.filled, total.expected);
  add_total (self, NULL, filled);
  add_count (self, ZP_SEVERITY_ERROR, total.errors);
  add_count (self, ZP_SEVERITY_WARNING, total.warnings);
  add_count (self, ZP_SEVERITY_ROUNDING, total.roundings);
}

static void
refresh_charts (ZpOverviewPage *self)
{
  g_autoptr (GPtrArray) old G_GNUC_UNUSED = g_steal_pointer (&self->charts);

  self->charts = zp_charts_build (self->session);
  for (guint i = 0; i < self->chart_cards->len; i++)
    zp_chart_card_set (g_ptr_array_index (self->chart_cards, i),
                       g_ptr_array_index (self->charts, i));
}

static void
refresh (ZpOverviewPage *self)
{
  if (!self->stale)
    return;
  self->stale = FALSE;
  refresh_totals (self);
  zp_next_card_refresh (self->next, self->session, self->outline);
  zp_progress_card_refresh (ZP_PROGRESS_CARD (self->progress));
  zp_conditions_card_refresh (self->conditions, self->session, self->outline);
  zp_review_card_refresh (self->review, self->session);
  refresh_charts (self);
}

static void
on_changed (ZpSession *session, gpointer data)
{
  ZpOverviewPage *self = ZP_OVERVIEW_PAGE (data);

  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
zp_overview_page_map (GtkWidget *widget)
{
  refresh (ZP_OVERVIEW_PAGE (widget));
  GTK_WIDGET_CLASS (zp_overview_page_parent_class)->map (widget);
}

static void
zp_overview_page_dispose (GObject *object)
{
  ZpOverviewPage *self = ZP_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->chart_cards, g_ptr_array_unref);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_overview_page_parent_class)->dispose (object);
}

static void
zp_overview_page_class_init (ZpOverviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_overview_page_dispose;
  widget_class->map = zp_overview_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zpoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
zp_overview_page_init (ZpOverviewPage *self)
{
  self->stale = TRUE;
  self->chart_cards = g_ptr_array_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-page");
  zp_set_label (GTK_WIDGET (self), _ ("Overview of the report"));
}

static GtkWidget *
head_new (ZpOverviewPage *self)
{
  GtkWidget *head = zp_line_new (16);
  GtkWidget *title = zp_label_new (_ ("Overview of the report"), "zp-h1");

  self->totals = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  gtk_widget_add_css_class (self->totals, "zp-totals");
  gtk_widget_set_hexpand (title, TRUE);
  zp_line_append (ZP_LINE (head), title);
  zp_line_append (ZP_LINE (head), self->totals);
  return head;
}

static void
add_chart (ZpOverviewPage *self, GtkWidget *cards, const ZpChartDef *chart)
{
  GtkWidget *card = zp_chart_card_new ();

  zp_card_layout_set_width (card, chart->kind == ZP_CHART_RATES ? ZP_CARD_HALF : ZP_CARD_FULL);
  gtk_widget_set_parent (card, cards);
  g_ptr_array_add (self->chart_cards, card);
}

static GtkWidget *
cards_new (ZpOverviewPage *self)
{
  GtkWidget *cards = zp_cards_new ();
  const ZpPack *pack = zp_session_get_pack (self->session);

  self->progress = zp_progress_card_new (self->outline);
  self->conditions = zp_conditions_card_new ();
  self->review = zp_review_card_new ();
  gtk_widget_set_parent (self->progress, cards);
  gtk_widget_set_parent (self->conditions, cards);
  gtk_widget_set_parent (self->review, cards);
  for (guint i = 0; i < pack->charts->len; i++)
    add_chart (self, cards, g_ptr_array_index (pack->charts, i));
  return cards;
}

static void
build (ZpOverviewPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->scroller = gtk_scrolled_window_new ();
  self->next = zp_next_card_new ();
  gtk_widget_add_css_class (box, "zp-overview-body");
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), self->next);
  gtk_box_append (GTK_BOX (box), cards_new (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * zp_overview_page_new:
 * @outline: has to live as long as the page
 *
 * Returns: (transfer floating): follows @session while it is in sight
 */
GtkWidget *
zp_overview_page_new (ZpSession *session, ZpOutline *outline)
{
  ZpOverviewPage *self = g_object_new (ZP_TYPE_OVERVIEW_PAGE, NULL);

  self->session = g_object_ref (session);
  self->outline = outline;
  build (self);
  /* Not only once it is in sight: before that a window asks how large everything wants to be. */
  refresh (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, 0);
  return GTK_WIDGET (self);
}
