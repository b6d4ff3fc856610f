/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the page view share. */
#pragma once

#include "app/preview/zp-page-view.h"

G_BEGIN_DECLS

#define ZP_NO_SPOT G_MAXUINT

/**
 * ZpPageSlot: where a page stands, in pixels from the upper left corner of all pages.
 * @scale: pixels a point
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double scale;
} ZpPageSlot;

/**
 * ZpPageAnchor: a point of a page that stays where it is on the screen.
 * @across @down: where on the page, as a part of its width and height
 * @x @y: where on the screen, in pixels of the widget
 */
typedef struct
{
  guint page;
  double across;
  double down;
  double x;
  double y;
} ZpPageAnchor;

/**
 * ZpPageView:
 * @slots: of #ZpPageSlot
 * @zoom: %ZP_ZOOM_FIT or a factor; 1 is the size on paper at 96 pixels an inch
 * @anchor: for the next time the pages are placed, when @has_anchor
 * @wanted: to be brought into sight then, when @has_wanted; at the upper edge with @wants_top
 * @matches: (nullable): of #ZpPageArea: what was searched for; @match: the one looked at
 * @pointed: (nullable): of #ZpPageArea: where the current cell is printed
 * @spots: (nullable): of #ZpPreviewSpot, listed when somebody goes over them; @spot: the number of
 *   the chosen one, or %ZP_NO_SPOT
 * @current: page in sight
 * @is_leading: what is asked of the window was asked by a click in here
 * @source: tells of another place, once sizes are given out
 */
struct _ZpPageView
{
  GtkWidget parent_instance;

  ZpPreview *preview;
  GtkAdjustment *adjustments[2];
  guint policies[2];
  GArray *slots;
  double zoom;
  ZpPageAnchor anchor;
  ZpPageArea wanted;
  gboolean has_anchor;
  gboolean has_wanted;
  gboolean wants_top;
  GArray *matches;
  guint match;
  GArray *pointed;
  GArray *spots;
  guint spot;
  guint current;
  gboolean is_leading;
  guint source;
};

/* zp-page-view-place.c */
void zp_page_view_place (ZpPageView *self, int width, int height);
void zp_page_view_keep (ZpPageView *self, double x, double y);
void zp_page_view_note_scrolled (ZpPageView *self);
void zp_page_view_tell_place (ZpPageView *self);
double zp_page_view_get_offset (ZpPageView *self, GtkOrientation orientation);
gboolean zp_page_view_find_point (
  ZpPageView *self, double x, double y, guint *page, double *page_x, double *page_y);

/* zp-page-view-draw.c */
void zp_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* zp-page-view-input.c */
void zp_page_view_add_controllers (ZpPageView *self);

/* zp-page-view-spots.c */
gboolean zp_page_view_step_spot (ZpPageView *self, int direction);
void zp_page_view_drop_spot (ZpPageView *self);
void zp_page_view_forget_spots (ZpPageView *self);
void zp_page_view_describe (ZpPageView *self);

/* zp-page-view.c */
void zp_page_view_emit_place_changed (ZpPageView *self);

G_END_DECLS
