/* SPDX-License-Identifier: GPL-3.0-or-later
 * A chart with its title and unit, or what is to be filled in to see it. */
#include "app/overview/zp-chart-card.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "app/overview/zp-chart-view.h"

/* @nothing: (nullable): stands in place of a chart that has no figures yet, made with the first.
 * @fill: (nullable): its button */
struct _ZpChartCard
{
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkWidget *title;
  GtkWidget *note;
  GtkWidget *view;
  GtkWidget *nothing;
  GtkWidget *fill;
};

G_DEFINE_FINAL_TYPE (ZpChartCard, zp_chart_card, GTK_TYPE_WIDGET)

static void
zp_chart_card_dispose (GObject *object)
{
  g_clear_pointer (&ZP_CHART_CARD (object)->body, gtk_widget_unparent);
  G_OBJECT_CLASS (zp_chart_card_parent_class)->dispose (object);
}

static void
zp_chart_card_class_init (ZpChartCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_chart_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
head_new (ZpChartCard *self)
{
  GtkWidget *head = zp_line_new (8);

  self->title = zp_label_new (NULL, "zp-h2");
  self->note = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->note, "zp-caption");
  gtk_widget_add_css_class (self->note, "zp-figure");
  zp_line_append (ZP_LINE (head), self->title);
  zp_line_append (ZP_LINE (head), self->note);
  return head;
}

static GtkWidget *
nothing_new (ZpChartCard *self)
{
  GtkWidget *box = zp_line_new (8);
  GtkWidget *text = zp_label_new (_ ("Shown once its figures are filled in"), "zp-lead");

  self->fill = gtk_button_new_with_label (_ ("Fill In"));
  gtk_widget_add_css_class (self->fill, "flat");
  gtk_widget_add_css_class (self->fill, "zp-fill");
  gtk_widget_set_valign (self->fill, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->fill), "s", "overview");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->fill), "win.go-to");
  zp_line_append (ZP_LINE (box), text);
  zp_line_append (ZP_LINE (box), self->fill);
  return box;
}

static void
zp_chart_card_init (ZpChartCard *self)
{
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->view = zp_chart_view_new ();
  gtk_widget_add_css_class (self->body, "zp-card");
  gtk_box_append (GTK_BOX (self->body), head_new (self));
  gtk_box_append (GTK_BOX (self->body), self->view);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

/** zp_chart_card_new: (transfer floating) */
GtkWidget *
zp_chart_card_new (void)
{
  return g_object_new (ZP_TYPE_CHART_CARD, NULL);
}

static void
show_nothing (ZpChartCard *self, const ZpChart *chart)
{
  g_autofree char *spoken = g_strdup_printf (_ ("Fill in: %s"), chart->title);

  if (self->nothing == NULL)
    {
      self->nothing = nothing_new (self);
      gtk_box_append (GTK_BOX (self->body), self->nothing);
    }
  if (chart->place == NULL)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->fill), "s", chart->place);
  zp_set_label (self->fill, spoken);
}

/** zp_chart_card_set: @chart: has to live until another one is set. */
void
zp_chart_card_set (ZpChartCard *self, const ZpChart *chart)
{
  g_return_if_fail (ZP_IS_CHART_CARD (self) && chart != NULL);

  gtk_label_set_label (GTK_LABEL (self->title), chart->title);
  gtk_label_set_label (GTK_LABEL (self->note), chart->note != NULL ? chart->note : chart->unit);
  gtk_widget_set_visible (self->note, !chart->is_empty);
  gtk_widget_set_visible (self->view, !chart->is_empty);
  if (chart->is_empty)
    show_nothing (self, chart);
  if (self->nothing != NULL)
    gtk_widget_set_visible (self->nothing, chart->is_empty);
  zp_chart_view_set (ZP_CHART_VIEW (self->view), chart);
}
