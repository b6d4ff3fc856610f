/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sign of a cell: what is wrong with it is never said by colour alone. */
#include "app/sheet/zp-sheet-paint-private.h"

#include <math.h>

/* Shares of the size of the text. */
#define SIGN 0.93
#define SIGN_SPACE 1.15
#define CORNER 0.55f

#define OPACITY 0.72f

/**
 * Sign:
 * @text: drawn when there is no @icon
 * @color: (nullable): named colour; the colour of the text, a little weaker, without
 */
typedef struct
{
  const char *icon;
  const char *text;
  const char *color;
} Sign;

static const Sign signs[] = {
  [ZP_CELL_STATE_CLEAN] = { NULL },
  [ZP_CELL_STATE_EXPLAINED] = { "object-select-symbolic", NULL, NULL },
  [ZP_CELL_STATE_ROUNDING] = { NULL, "≈", NULL },
  [ZP_CELL_STATE_AFFECTED] = { NULL, "≠", "error_color" },
  [ZP_CELL_STATE_WARNING] = { "dialog-warning-symbolic", NULL, "warning_color" },
  [ZP_CELL_STATE_ERROR] = { "dialog-error-symbolic", NULL, "error_color" },
};

static void
get_sign_color (ZpSheetCell *self, const Sign *sign, GdkRGBA *color)
{
  zp_sheet_paint_get_color (GTK_WIDGET (self), sign->color, color);
  if (sign->color == NULL)
    color->alpha *= OPACITY;
}

static void
draw_icon (ZpSheetCell *self, GtkSnapshot *snapshot, const Sign *sign, int size, float middle)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, sign->icon, NULL, size, gtk_widget_get_scale_factor (widget),
                                gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  GdkRGBA color;

  get_sign_color (self, sign, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, roundf (middle - (float) size / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size,
                                            &color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_text (ZpSheetCell *self, GtkSnapshot *snapshot, const Sign *sign, float middle)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), sign->text);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  GdkRGBA color;
  int height;

  pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, list);
  pango_layout_get_pixel_size (layout, NULL, &height);
  get_sign_color (self, sign, &color);
  zp_sheet_paint_layout (snapshot, layout, 0, roundf (middle - (float) height / 2), &color);
}

/* The upper right corner of the whole cell, as seen from its content. */
static void
find_corner (GtkWidget *widget, float *top, float *right)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GtkBorder padding;

  gtk_style_context_get_padding (style, &padding);
  *top = (float) -padding.top;
  *right = (float) (gtk_widget_get_width (widget) + padding.right);
}

/** zp_sheet_paint_sign: draws the sign at the left, @middle below the upper edge. */
void
zp_sheet_paint_sign (ZpSheetCell *self, GtkSnapshot *snapshot, float middle)
{
  const Sign *sign = &signs[self->state];

  if (sign->icon != NULL)
    draw_icon (self, snapshot, sign,
               (int) lround (SIGN * zp_sheet_paint_get_em (GTK_WIDGET (self))), middle);
  else if (sign->text != NULL)
    draw_text (self, snapshot, sign, middle);
}

/** zp_sheet_paint_get_sign_width: room for the sign, and none without one. */
int
zp_sheet_paint_get_sign_width (ZpSheetCell *self)
{
  const Sign *sign = &signs[self->state];

  if (sign->icon == NULL && sign->text == NULL)
    return 0;
  return (int) (SIGN_SPACE * zp_sheet_paint_get_em (GTK_WIDGET (self)));
}

/** zp_sheet_paint_remark: draws the corner of a cell that somebody remarked on. */
void
zp_sheet_paint_remark (ZpSheetCell *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float size = CORNER * (float) zp_sheet_paint_get_em (widget);
  float top;
  float right;
  GdkRGBA color;
  cairo_t *cr;

  find_corner (widget, &top, &right);
  zp_sheet_paint_get_color (widget, "accent_bg_color", &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (right - size, top, size, size));
  cairo_move_to (cr, (double) (right - size), (double) top);
  cairo_line_to (cr, (double) right, (double) top);
  cairo_line_to (cr, (double) right, (double) (top + size));
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_fill (cr);
  cairo_destroy (cr);
}
