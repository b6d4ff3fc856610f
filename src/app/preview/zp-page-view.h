/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of a report, one below the other, as they would be printed. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-preview.h"

G_BEGIN_DECLS

/**
 * ZpPageView:
 *
 * A click on a figure or a passage goes to where it is typed (win.go-to). Without a mouse Left and
 * Right choose one, Return goes there, and Escape lets go of it.
 *
 * Signals:
 * - "place-changed": another page is in sight, there are other pages, or they have another size
 */
#define ZP_TYPE_PAGE_VIEW (zp_page_view_get_type ())
G_DECLARE_FINAL_TYPE (ZpPageView, zp_page_view, ZP, PAGE_VIEW, GtkWidget)

#define ZP_ZOOM_FIT 0.0
#define ZP_ZOOM_MIN 0.5
#define ZP_ZOOM_MAX 4.0

GtkWidget *zp_page_view_new (ZpPreview *preview);

double zp_page_view_get_zoom (ZpPageView *self);
gboolean zp_page_view_fits_width (ZpPageView *self);
void zp_page_view_set_zoom (ZpPageView *self, double zoom);
void zp_page_view_step_zoom (ZpPageView *self, int direction);

guint zp_page_view_get_current (ZpPageView *self);
void zp_page_view_show_page (ZpPageView *self, guint page);
void zp_page_view_show_area (ZpPageView *self, const ZpPageArea *area);
void zp_page_view_set_matches (ZpPageView *self, GArray *areas, guint current);
void zp_page_view_set_pointed (ZpPageView *self, GArray *areas);

gboolean zp_page_view_press (ZpPageView *self, guint key, GdkModifierType state);
gboolean zp_page_view_activate_at (ZpPageView *self, double x, double y);
const ZpPreviewSpot *zp_page_view_get_spot (ZpPageView *self);
gboolean zp_page_view_is_leading (ZpPageView *self);
gboolean zp_page_view_is_in_sight (ZpPageView *self, const ZpPageArea *area);
gboolean zp_page_view_get_area (ZpPageView *self, const ZpPageArea *area, graphene_rect_t *out);

G_END_DECLS
