/* SPDX-License-Identifier: GPL-3.0-or-later
 * The texts of a chart, laid out once.
 *
 * A chart measures a text several times, for its height, for its columns and where it draws it;
 * laying it out anew each time took half of the time of the chart. */
#include "app/overview/zp-chart-texts-private.h"

#include <math.h>

#include "app/common/zp-parts.h"

#define SMALL_TEXT .86

/**
 * ZpChartTexts:
 * @widget: whose font it is; it owns this
 * @layouts: #PangoLayout by number of the style and text
 */
struct _ZpChartTexts
{
  GtkWidget *widget;
  GHashTable *layouts;
};

/** zp_chart_texts_new: (transfer full): none yet; @widget has to outlive it. */
ZpChartTexts *
zp_chart_texts_new (GtkWidget *widget)
{
  ZpChartTexts *self = g_new0 (ZpChartTexts, 1);

  self->widget = widget;
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

/** zp_chart_texts_free: frees it. */
void
zp_chart_texts_free (ZpChartTexts *self)
{
  g_hash_table_unref (self->layouts);
  g_free (self);
}

/** zp_chart_texts_clear: the font or the figures are others now. */
void
zp_chart_texts_clear (ZpChartTexts *self)
{
  g_hash_table_remove_all (self->layouts);
}

/** zp_chart_texts_get_em: size of the text, in pixels. */
double
zp_chart_texts_get_em (ZpChartTexts *self)
{
  return zp_get_em (self->widget);
}

/* Small text has the size to the last bit that style sheets give it: another one is another font
 * to find. */
static void
set_attributes (ZpChartTexts *self, PangoLayout *layout, ZpChartText style)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  double small = zp_chart_texts_get_em (self) * SMALL_TEXT;

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (style == ZP_CHART_TEXT_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (style == ZP_CHART_TEXT_SMALL)
    pango_attr_list_insert (attributes,
                            pango_attr_size_new_absolute ((int) round (small * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
}

/** zp_chart_texts_get: (transfer none): @text laid out in one line; valid until it is cleared. */
PangoLayout *
zp_chart_texts_get (ZpChartTexts *self, const char *text, ZpChartText style)
{
  g_autofree char *key = g_strdup_printf ("%d%s", style, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout != NULL)
    return layout;
  layout = gtk_widget_create_pango_layout (self->widget, text);
  set_attributes (self, layout, style);
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
  return layout;
}

/** zp_chart_texts_get_width: in pixels. */
double
zp_chart_texts_get_width (ZpChartTexts *self, const char *text, ZpChartText style)
{
  int width;

  pango_layout_get_pixel_size (zp_chart_texts_get (self, text, style), &width, NULL);
  return width;
}
