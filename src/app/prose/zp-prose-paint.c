/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is drawn below the text: grounds of chips, lines under figures, the frame of the passage
 * with the caret. */
#include <glib/gi18n-lib.h>

#include "app/prose/zp-prose-view-private.h"

/* px; the ground of a chip stays a little lower than its line. */
#define RADIUS 5
#define INSET 2

#define POINTED_WIDTH 2

typedef enum
{
  UNDER_NOTHING,
  UNDER_LINE,
  UNDER_DOTS,
  FRAMED,
  POINTED,
} Mark;

/**
 * Look: how a chip is drawn.
 * @color: a named colour; %NULL for that of the text
 * @ground: its opacity; @mark: what is drawn besides, in the full colour
 */
typedef struct
{
  const char *color;
  float ground;
  Mark mark;
} Look;

static const Look looks[] = {
  [ZP_CELL_STATE_CLEAN] = { "accent_bg_color", 0.13f, UNDER_NOTHING },
  [ZP_CELL_STATE_EXPLAINED] = { "accent_bg_color", 0.13f, UNDER_NOTHING },
  [ZP_CELL_STATE_ROUNDING] = { "accent_bg_color", 0.13f, UNDER_NOTHING },
  [ZP_CELL_STATE_AFFECTED] = { "error_color", 0.14f, UNDER_LINE },
  [ZP_CELL_STATE_WARNING] = { "warning_color", 0.14f, UNDER_DOTS },
  [ZP_CELL_STATE_ERROR] = { "error_color", 0.14f, UNDER_LINE },
};
static const Look words_look = { NULL, 0.05f, UNDER_NOTHING };
static const Look open_look = { NULL, 0.0f, FRAMED };
/* Over the others: the finding that somebody looks at names it. */
static const Look pointed_look = { "accent_bg_color", 0.0f, POINTED };
static const Look match_look = { "warning_color", 0.0f, UNDER_DOTS };

static GdkRGBA
get_color (GtkWidget *widget, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);
  return color;
}

static GdkRGBA
fade (GdkRGBA color, float opacity)
{
  color.alpha *= opacity;
  return color;
}

static void
fill (GtkSnapshot *snapshot, const graphene_rect_t *area, float radius, const GdkRGBA *color)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, area, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, area);
  gtk_snapshot_pop (snapshot);
}

static void
outline (GtkSnapshot *snapshot, const graphene_rect_t *area, float radius, const GdkRGBA *color)
{
  const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, area, radius);
  gtk_snapshot_append_border (snapshot, &rounded, widths, colors);
}

static void
draw_row_of (
  GtkSnapshot *snapshot, const graphene_rect_t *area, float length, float gap, const GdkRGBA *color)
{
  float bottom = area->origin.y + area->size.height;
  float end = area->origin.x + area->size.width;

  for (float x = area->origin.x; x < end; x += length + gap)
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT (x, bottom - 2, MIN (length, end - x), 2));
}

static void
draw_dashes (GtkSnapshot *snapshot, const graphene_rect_t *area, float width, const GdkRGBA *color)
{
  const float dash = 4;
  float bottom = area->origin.y + area->size.height - width;
  float right = area->origin.x + area->size.width - width;

  for (float x = area->origin.x; x < right; x += 2 * dash)
    {
      float length = MIN (dash, right - x);

      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT (x, area->origin.y, length, width));
      gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, bottom, length, width));
    }
  for (float y = area->origin.y; y < bottom; y += 2 * dash)
    {
      float length = MIN (dash, bottom - y);

      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT (area->origin.x, y, width, length));
      gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (right, y, width, length));
    }
}

static void
draw_mark (GtkSnapshot *snapshot,
           const graphene_rect_t *area,
           const Look *look,
           const GdkRGBA *color)
{
  GdkRGBA faint = fade (*color, 0.45f);
  graphene_rect_t around;

  switch (look->mark)
    {
    case UNDER_LINE:
      draw_row_of (snapshot, area, area->size.width, 1, color);
      break;
    case UNDER_DOTS:
      draw_row_of (snapshot, area, 2, 2, color);
      break;
    case FRAMED:
      draw_dashes (snapshot, area, 1, &faint);
      break;
    case POINTED:
      graphene_rect_inset_r (area, 0, -POINTED_WIDTH, &around);
      draw_dashes (snapshot, &around, POINTED_WIDTH, color);
      break;
    case UNDER_NOTHING:
    default:
      break;
    }
}

static void
draw_area (ZpProseView *self, GtkSnapshot *snapshot, const graphene_rect_t *area, const Look *look)
{
  GdkRGBA color = get_color (GTK_WIDGET (self), look->color);
  GdkRGBA ground = fade (color, look->ground);

  if (look->ground > 0)
    fill (snapshot, area, RADIUS, &ground);
  draw_mark (snapshot, area, look, &color);
}

/* One area for every line that the stretch goes over. */
static void
draw_stretch (ZpProseView *self,
              GtkSnapshot *snapshot,
              const GtkTextIter *start,
              const GtkTextIter *end,
              const Look *look)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter at = *start;

  while (gtk_text_iter_compare (&at, end) < 0)
    {
      GtkTextIter stop = at;
      GdkRectangle first;
      GdkRectangle last;
      gboolean goes_on = gtk_text_view_forward_display_line_end (view, &stop) &&
                         gtk_text_iter_compare (&stop, end) < 0;

      if (!goes_on)
        stop = *end;
      gtk_text_view_get_iter_location (view, &at, &first);
      gtk_text_view_get_iter_location (view, &stop, &last);
      if (last.y != first.y)
        last.x = self->width - ZP_PROSE_MARGIN;
      draw_area (self, snapshot,
                 &GRAPHENE_RECT_INIT ((float) first.x, (float) first.y + INSET,
                                      (float) (last.x - first.x), (float) first.height - 2 * INSET),
                 look);
      if (!goes_on)
        return;
      at = stop;
      gtk_text_view_forward_display_line (view, &at);
      gtk_text_view_backward_display_line_start (view, &at);
      if (gtk_text_iter_compare (&at, &stop) < 0)
        at = stop;
    }
}

static const Look *
choose_look (const ZpProsePiece *piece)
{
  if (piece->is_open)
    return &open_look;
  if (piece->is_words && piece->state <= ZP_CELL_STATE_ROUNDING)
    return &words_look;
  return &looks[piece->state];
}

static gboolean
is_pointed (ZpProseView *self, const ZpProsePiece *piece)
{
  ZpCell cell;

  return piece->id != NULL &&
         zp_report_find_cell (zp_session_get_report (self->session), piece->id, &cell, NULL) &&
         zp_session_is_pointed (self->session, cell);
}

static void
draw_tagged (ZpProseView *self, GtkSnapshot *snapshot, const GtkTextIter *at)
{
  GtkTextTag *chip = zp_prose_chip_at (at);
  GtkTextTag *match = chip == NULL ? zp_prose_match_at (at) : NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (chip == NULL && match == NULL)
    return;
  zp_prose_chip_get_bounds (chip != NULL ? chip : match, at, &start, &end);
  draw_stretch (self, snapshot, &start, &end,
                chip != NULL ? choose_look (zp_prose_chip_get_piece (chip)) : &match_look);
  if (chip != NULL && is_pointed (self, zp_prose_chip_get_piece (chip)))
    draw_stretch (self, snapshot, &start, &end, &pointed_look);
}

static void
draw_chips (ZpProseView *self, GtkSnapshot *snapshot, const GdkRectangle *visible)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter at;
  GtkTextIter end;

  gtk_text_view_get_line_at_y (view, &at, visible->y, NULL);
  gtk_text_view_get_line_at_y (view, &end, visible->y + visible->height, NULL);
  gtk_text_iter_forward_line (&end);
  do
    draw_tagged (self, snapshot, &at);
  while (gtk_text_iter_forward_to_tag_toggle (&at, NULL) && gtk_text_iter_compare (&at, &end) < 0);
}

static void
get_field_area (ZpProseView *self, const ZpProseField *field, graphene_rect_t *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start;
  GtkTextIter below;
  int top;
  int bottom;
  int height;

  gtk_text_buffer_get_iter_at_mark (field->buffer, &start, field->start);
  gtk_text_buffer_get_iter_at_mark (field->buffer, &below, field->below);
  gtk_text_view_get_line_yrange (view, &start, &top, &height);
  gtk_text_view_get_line_yrange (view, &below, &bottom, &height);
  *area = GRAPHENE_RECT_INIT (1, (float) top - 4, (float) self->width - 2,
                              (float) (bottom + height - top + 2));
}

static void
draw_frame (ZpProseView *self, GtkSnapshot *snapshot)
{
  GdkRGBA accent = get_color (GTK_WIDGET (self), "accent_bg_color");
  GdkRGBA ground = fade (accent, 0.04f);
  GdkRGBA line = fade (accent, 0.75f);
  graphene_rect_t area;

  if (self->current == NULL)
    return;
  get_field_area (self, self->current, &area);
  fill (snapshot, &area, 8, &ground);
  outline (snapshot, &area, 8, &line);
}

/* Where nothing is written stands what should be. */
static void
draw_placeholder (ZpProseView *self, GtkSnapshot *snapshot, const ZpProseField *field)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRGBA color = fade (get_color (GTK_WIDGET (self), NULL), 0.7f);
  g_autofree char *text = g_strdup_printf (_ ("%s: to be written"), field->label);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRectangle place;
  GtkTextIter start;

  gtk_text_buffer_get_iter_at_mark (field->buffer, &start, field->start);
  gtk_text_view_get_iter_location (view, &start, &place);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/** zp_prose_view_snapshot_below: draws it all, in the coordinates of the text. */
void
zp_prose_view_snapshot_below (ZpProseView *self, GtkSnapshot *snapshot)
{
  GdkRectangle visible;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  draw_frame (self, snapshot);
  for (guint i = 0; i < self->fields->len; i++)
    if (zp_prose_field_is_empty (g_ptr_array_index (self->fields, i)))
      draw_placeholder (self, snapshot, g_ptr_array_index (self->fields, i));
  draw_chips (self, snapshot, &visible);
}
