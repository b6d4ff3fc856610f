/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a cell is drawn: figure, unit, second figure below it, sign at the left. */
#include "app/sheet/zp-sheet-paint-private.h"

#include <math.h>

/* Shares of the size of the text. */
#define SMALL 0.79
#define SMALLER 0.86
#define INDENT 1.0
#define OVERLAP 0.3

#define OPACITY_SECONDARY 0.72f
#define OPACITY_SECOND 0.75f

/** zp_sheet_paint_get_em: size of the text of @widget in px. */
int
zp_sheet_paint_get_em (GtkWidget *widget)
{
  const PangoFontDescription *font =
    pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  return MAX ((int) lround ((double) pango_font_description_get_size (font) / PANGO_SCALE), 1);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* All figures have the same width; what is not the figure itself is smaller. */
static PangoAttrList *
make_attributes (ZpSheetCell *self, guint length, double scale)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum"));
  if (scale < 1.0)
    pango_attr_list_insert (list, pango_attr_scale_new (scale));
  if (self->suffix != NULL)
    add_attribute (list, pango_attr_scale_new (SMALL), length, G_MAXUINT);
  return list;
}

static char *
make_text (ZpSheetCell *self)
{
  const char *text = self->text != NULL ? self->text : "";
  char *line = self->suffix != NULL ? g_strconcat (text, " ", self->suffix, NULL) : g_strdup (text);

  if ((self->marks & ZP_SHEET_MARK_HEAD) == 0)
    g_strdelimit (line, "\n\r\t", ' ');
  return line;
}

static gboolean
is_placeholder (ZpSheetCell *self)
{
  return self->fill == ZP_CELL_FILL_REQUIRED;
}

static void
set_scale (ZpSheetCell *self, PangoLayout *layout, double scale)
{
  guint length = self->text != NULL ? (guint) strlen (self->text) : 0;
  g_autoptr (PangoAttrList) attributes = make_attributes (self, length, scale);

  pango_layout_set_attributes (layout, attributes);
}

static PangoLayout *
make_layout (ZpSheetCell *self)
{
  g_autofree char *text = make_text (self);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  set_scale (self, layout, is_placeholder (self) ? SMALLER : 1.0);
  if (self->xalign > 0.25f && self->xalign < 0.75f)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else if (self->xalign > 0.75f)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static PangoLayout *
make_second (ZpSheetCell *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->second);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum"));
  pango_attr_list_insert (list, pango_attr_scale_new (SMALL));
  pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
  pango_layout_set_attributes (layout, list);
  return layout;
}

static void
ensure_layouts (ZpSheetCell *self)
{
  if (self->layout == NULL)
    {
      self->layout = make_layout (self);
      self->layout_width = -1;
    }
  if (self->second_layout == NULL && self->second != NULL)
    self->second_layout = make_second (self);
}

static int
indent_of (ZpSheetCell *self)
{
  return (int) (self->indent * INDENT * zp_sheet_paint_get_em (GTK_WIDGET (self)));
}

static void
set_width (ZpSheetCell *self, int width)
{
  pango_layout_set_width (self->layout, MAX (width, 1) * PANGO_SCALE);
}

/* Two lines of a head are about as long as each other. */
static void
balance (ZpSheetCell *self, int width, int natural)
{
  int half = natural / 2 + zp_sheet_paint_get_em (GTK_WIDGET (self)) / 2;

  set_width (self, MIN (half, width));
  if (pango_layout_is_ellipsized (self->layout))
    set_width (self, width);
}

/* A text that is too long for one line gets two smaller ones; the rest is told by the cell bar. */
static void
fit_text (ZpSheetCell *self, int width)
{
  gboolean is_head = (self->marks & ZP_SHEET_MARK_HEAD) != 0;
  int natural;

  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &natural, NULL);
  if (natural <= width)
    return;
  if (!is_head)
    set_scale (self, self->layout, SMALLER);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (self->layout, -2);
  pango_layout_set_line_spacing (self->layout, 0.85f);
  set_width (self, width);
  if (is_head)
    balance (self, width, natural);
}

static void
fit (ZpSheetCell *self, int width)
{
  ensure_layouts (self);
  if (self->layout_width == width)
    return;
  if (!self->is_figure && self->layout_width >= 0)
    {
      g_object_unref (self->layout);
      self->layout = make_layout (self);
    }
  if (!self->is_figure)
    fit_text (self, width);
  self->layout_width = width;
}

/** zp_sheet_paint_get_color: @name: (nullable): named colour; that of the text without. */
void
zp_sheet_paint_get_color (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  if (name == NULL || !gtk_style_context_lookup_color (style, name, color))
    gtk_style_context_get_color (style, color);
}

/** zp_sheet_paint_layout: draws @layout with its upper left corner there. */
void
zp_sheet_paint_layout (
  GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_second (ZpSheetCell *self, GtkSnapshot *snapshot, int right, int y)
{
  gboolean is_wrong = self->state == ZP_CELL_STATE_ERROR || self->state == ZP_CELL_STATE_AFFECTED;
  GdkRGBA color;
  int width;

  zp_sheet_paint_get_color (GTK_WIDGET (self), is_wrong ? "error_color" : NULL, &color);
  if (!is_wrong)
    color.alpha *= OPACITY_SECOND;
  pango_layout_get_pixel_size (self->second_layout, &width, NULL);
  zp_sheet_paint_layout (snapshot, self->second_layout, (float) (right - width), (float) y, &color);
}

/* Where the text begins at the left, in a space that begins at @left. Lines that were wrapped are
 * aligned inside the width they were given. */
static int
find_x (ZpSheetCell *self, int left, int width, int text_width)
{
  int given = pango_layout_get_width (self->layout);

  if (given >= 0)
    text_width = given / PANGO_SCALE;
  return left + (int) (self->xalign * (float) (width - left - text_width));
}

static int
stack_height (ZpSheetCell *self, int first)
{
  int second;

  if (self->second_layout == NULL)
    return first;
  pango_layout_get_pixel_size (self->second_layout, NULL, &second);
  return first + second - (int) (OVERLAP * zp_sheet_paint_get_em (GTK_WIDGET (self)));
}

/** zp_sheet_paint: draws the content of @self. */
void
zp_sheet_paint (ZpSheetCell *self, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int left = self->is_figure ? 0 : zp_sheet_paint_get_sign_width (self) + indent_of (self);
  GdkRGBA color;
  int text_width;
  int text_height;
  int y;

  fit (self, width - left);
  pango_layout_get_pixel_size (self->layout, &text_width, &text_height);
  y = (height - stack_height (self, text_height)) / 2;
  zp_sheet_paint_get_color (GTK_WIDGET (self), NULL, &color);
  if (self->fill != ZP_CELL_FILL_TEXT)
    color.alpha *= OPACITY_SECONDARY;
  zp_sheet_paint_layout (snapshot, self->layout, (float) find_x (self, left, width, text_width),
                         (float) y, &color);
  if (self->second_layout != NULL)
    draw_second (self, snapshot, width,
                 y + stack_height (self, text_height) -
                   (stack_height (self, text_height) - text_height) -
                   (int) (OVERLAP * zp_sheet_paint_get_em (GTK_WIDGET (self))));
  zp_sheet_paint_sign (self, snapshot, (float) y + (float) text_height / 2);
}

static gboolean
is_bold (ZpSheetCell *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return pango_font_description_get_weight (pango_context_get_font_description (context)) >=
         PANGO_WEIGHT_BOLD;
}

/** zp_sheet_paint_measure: width of the content in one line, with its sign. */
int
zp_sheet_paint_measure (ZpSheetCell *self)
{
  int first;
  int second = 0;

  ensure_layouts (self);
  if (self->layout_width >= 0 && !self->is_figure)
    {
      self->layout_width = -1;
      g_object_unref (self->layout);
      self->layout = make_layout (self);
    }
  pango_layout_get_pixel_size (self->layout, &first, NULL);
  /* Totals below are set bold, which takes an eighth more, and lines of a column meet. */
  if (self->is_figure && !is_bold (self))
    first += first / 8;
  if (self->second_layout != NULL)
    pango_layout_get_pixel_size (self->second_layout, &second, NULL);
  return MAX (first + zp_sheet_paint_get_sign_width (self), second) + indent_of (self);
}
