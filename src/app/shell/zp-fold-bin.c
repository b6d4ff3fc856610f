/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lets a window become narrower than what is in it, so that parts can be laid over others then. */
#include "app/shell/zp-fold-bin.h"

/* Everything can be used in a window this wide, with parts laid over the page. */
#define LEAST_WIDTH 360

/* @told: the width that was told last. */
struct _ZpFoldBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int width;
  int told;
  guint source;
};

G_DEFINE_FINAL_TYPE (ZpFoldBin, zp_fold_bin, GTK_TYPE_WIDGET)

enum
{
  WIDTH_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
zp_fold_bin_dispose (GObject *object)
{
  ZpFoldBin *self = ZP_FOLD_BIN (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (zp_fold_bin_parent_class)->dispose (object);
}

static int
get_child_width (ZpFoldBin *self, int width)
{
  int minimum;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MAX (width, minimum);
}

static void
zp_fold_bin_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  ZpFoldBin *self = ZP_FOLD_BIN (widget);
  int size = for_size;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    size = get_child_width (self, for_size);
  gtk_widget_measure (self->child, orientation, size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

static gboolean
tell (gpointer data)
{
  ZpFoldBin *self = ZP_FOLD_BIN (data);

  self->source = 0;
  self->told = self->width;
  g_signal_emit (self, signals[WIDTH_CHANGED], 0, self->width);
  return G_SOURCE_REMOVE;
}

/* For one frame the child may be cut off at its end; then it is laid out anew. */
static void
zp_fold_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ZpFoldBin *self = ZP_FOLD_BIN (widget);

  gtk_widget_allocate (self->child, get_child_width (self, width), height, baseline, NULL);
  self->width = width;
  if (self->told != width && self->source == 0)
    self->source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, tell, self, NULL);
}

static void
zp_fold_bin_class_init (ZpFoldBinClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_fold_bin_dispose;
  widget_class->measure = zp_fold_bin_measure;
  widget_class->size_allocate = zp_fold_bin_size_allocate;
  signals[WIDTH_CHANGED] = g_signal_new ("width-changed", ZP_TYPE_FOLD_BIN, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
zp_fold_bin_init (ZpFoldBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** zp_fold_bin_new: (transfer floating): @child in a bin that may be narrower than it. */
GtkWidget *
zp_fold_bin_new (GtkWidget *child)
{
  ZpFoldBin *self = g_object_new (ZP_TYPE_FOLD_BIN, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/** zp_fold_bin_tell_width: tells the width again: the size of the text is another one. */
void
zp_fold_bin_tell_width (ZpFoldBin *self)
{
  g_return_if_fail (ZP_IS_FOLD_BIN (self));

  if (self->width > 0)
    tell (self);
}
