/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of a report as they would be printed, laid out anew while it changes. */
#pragma once

#include "export/zp-page-painter.h"
#include "session/zp-page-text.h"
#include "session/zp-session.h"

G_BEGIN_DECLS

/**
 * ZpPreview:
 *
 * Signals:
 * - "changed": there are new pages, or none any more. What was got from it before is gone.
 */
#define ZP_TYPE_PREVIEW (zp_preview_get_type ())
G_DECLARE_FINAL_TYPE (ZpPreview, zp_preview, ZP, PREVIEW, GObject)

ZpPreview *zp_preview_new (ZpSession *session, const char *const *font_folders);
ZpSession *zp_preview_get_session (ZpPreview *self);

ZpProfile zp_preview_get_profile (ZpPreview *self);
void zp_preview_set_profile (ZpPreview *self, ZpProfile profile);

/* Only while somebody looks are pages laid out by themselves. */
void zp_preview_watch (ZpPreview *self);
void zp_preview_unwatch (ZpPreview *self);
gboolean zp_preview_refresh (ZpPreview *self);

ZpPages *zp_preview_get_pages (ZpPreview *self);
const GError *zp_preview_get_error (ZpPreview *self);
guint zp_preview_count_pages (ZpPreview *self);
const ZpPrintedPage *zp_preview_get_page (ZpPreview *self, guint page);
void zp_preview_draw (ZpPreview *self, cairo_t *cr, guint page);
ZpPagePainter *zp_preview_make_painter (ZpPreview *self, GError **error);

/* From a point on a page to what is typed in the window, and back. */
const char *zp_preview_find_target (ZpPreview *self, guint page, double x, double y);
GArray *zp_preview_find_areas (ZpPreview *self, const char *target, gboolean *is_cell);

/**
 * ZpPreviewSpot: a place of the pages that leads somewhere.
 * @target: a cell or a passage, as "win.go-to" takes it
 * @node: number of its node in the #ZpDoc
 */
typedef struct
{
  const char *target;
  gboolean is_cell;
  guint node;
  ZpPageArea area;
} ZpPreviewSpot;

GArray *zp_preview_list_spots (ZpPreview *self);
char *zp_preview_say_spot (ZpPreview *self, const ZpPreviewSpot *spot);

G_END_DECLS
