/* SPDX-License-Identifier: GPL-3.0-or-later
 * A part of the window whose width does not depend on its height.
 *
 * AdwFlap asks its children how wide they have to be at the height there is. A label that wraps
 * answers by trying widths, and a pane full of labels took longer with that than with all else.
 */
#include "app/common/zp-width-bin.h"

/* @width: what is asked for at least, 0 for what the child asks for, or %ZP_WIDTH_ANY. */
struct _ZpWidthBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int width;
};

G_DEFINE_FINAL_TYPE (ZpWidthBin, zp_width_bin, GTK_TYPE_WIDGET)

static void
zp_width_bin_dispose (GObject *object)
{
  ZpWidthBin *self = ZP_WIDTH_BIN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (zp_width_bin_parent_class)->dispose (object);
}

static GtkSizeRequestMode
zp_width_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (ZpWidthBin *self, int *minimum, int *natural)
{
  *minimum = *natural = 1;
  if (self->width == ZP_WIDTH_ANY)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  if (self->width > 0)
    *minimum = *natural = MAX (self->width, *minimum);
}

/* A child is not measured for less than it needs. */
static void
measure_height (ZpWidthBin *self, int for_size, int *minimum, int *natural)
{
  int width = for_size < 0 && self->width > 0 ? self->width : for_size;
  int least;

  if (width >= 0)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      width = MAX (width, least);
    }
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, minimum, natural, NULL, NULL);
}

static void
zp_width_bin_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  ZpWidthBin *self = ZP_WIDTH_BIN (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    measure_height (self, for_size, minimum, natural);
}

static void
zp_width_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (ZP_WIDTH_BIN (widget)->child, width, height, baseline, NULL);
}

static void
zp_width_bin_class_init (ZpWidthBinClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_width_bin_dispose;
  widget_class->get_request_mode = zp_width_bin_get_request_mode;
  widget_class->measure = zp_width_bin_measure;
  widget_class->size_allocate = zp_width_bin_size_allocate;
}

static void
zp_width_bin_init (ZpWidthBin *self)
{
}

/** zp_width_bin_new: (transfer floating): @child, as wide as it asks for. */
GtkWidget *
zp_width_bin_new (GtkWidget *child)
{
  ZpWidthBin *self = g_object_new (ZP_TYPE_WIDTH_BIN, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * zp_width_bin_set_width:
 * @width: in px: what is asked for, unless the child needs more; 0 for what the child asks for; or
 *   %ZP_WIDTH_ANY
 */
void
zp_width_bin_set_width (ZpWidthBin *self, int width)
{
  g_return_if_fail (ZP_IS_WIDTH_BIN (self));

  if (self->width == width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
