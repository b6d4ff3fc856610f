/* SPDX-License-Identifier: GPL-3.0-or-later
 * One page, small. */
#include "app/preview/zp-page-thumb.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"

/* In em: the longer side of a page. */
#define LENGTH 11

struct _ZpPageThumb
{
  GtkWidget parent_instance;

  ZpPreview *preview;
  guint page;
};

G_DEFINE_FINAL_TYPE (ZpPageThumb, zp_page_thumb, GTK_TYPE_WIDGET)

/* Pixels a point, or 0 when there is no such page. */
static double
get_scale (ZpPageThumb *self)
{
  const ZpPrintedPage *page;

  if (self->page >= zp_preview_count_pages (self->preview))
    return 0;
  page = zp_preview_get_page (self->preview, self->page);
  return LENGTH * zp_get_em (GTK_WIDGET (self)) / MAX (page->width, page->height);
}

static void
zp_page_thumb_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  ZpPageThumb *self = ZP_PAGE_THUMB (widget);
  double scale = get_scale (self);
  const ZpPrintedPage *page;

  *minimum = *natural = 0;
  if (scale <= 0)
    return;
  page = zp_preview_get_page (self->preview, self->page);
  *minimum = *natural =
    (int) (scale * (orientation == GTK_ORIENTATION_HORIZONTAL ? page->width : page->height));
}

static void
zp_page_thumb_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ZpPageThumb *self = ZP_PAGE_THUMB (widget);
  double scale = get_scale (self);
  graphene_rect_t paper = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                              (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (scale <= 0)
    return;
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &paper);
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_scale (cr, scale, scale);
  zp_preview_draw (self->preview, cr, self->page);
  cairo_destroy (cr);
}

static void
zp_page_thumb_dispose (GObject *object)
{
  ZpPageThumb *self = ZP_PAGE_THUMB (object);

  if (self->preview != NULL)
    g_signal_handlers_disconnect_by_data (self->preview, self);
  G_OBJECT_CLASS (zp_page_thumb_parent_class)->dispose (object);
}

static void
zp_page_thumb_finalize (GObject *object)
{
  g_clear_object (&ZP_PAGE_THUMB (object)->preview);
  G_OBJECT_CLASS (zp_page_thumb_parent_class)->finalize (object);
}

static void
zp_page_thumb_class_init (ZpPageThumbClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_page_thumb_dispose;
  G_OBJECT_CLASS (class)->finalize = zp_page_thumb_finalize;
  widget_class->measure = zp_page_thumb_measure;
  widget_class->snapshot = zp_page_thumb_snapshot;
  gtk_widget_class_set_css_name (widget_class, "zpthumb");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
zp_page_thumb_init (ZpPageThumb *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/** zp_page_thumb_new: (transfer floating): the first page, as long as no other one is set. */
GtkWidget *
zp_page_thumb_new (ZpPreview *preview)
{
  ZpPageThumb *self = g_object_new (ZP_TYPE_PAGE_THUMB, NULL);

  self->preview = g_object_ref (preview);
  g_signal_connect_swapped (preview, "changed", G_CALLBACK (gtk_widget_queue_resize), self);
  return GTK_WIDGET (self);
}

/** zp_page_thumb_set_page: @page: from 0; one that is not there is not drawn. */
void
zp_page_thumb_set_page (ZpPageThumb *self, guint page)
{
  g_autofree char *label = NULL;

  g_return_if_fail (ZP_IS_PAGE_THUMB (self));

  self->page = page;
  label = g_strdup_printf (_ ("Page %u"), page + 1);
  zp_set_label (GTK_WIDGET (self), label);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
