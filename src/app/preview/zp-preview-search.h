/* SPDX-License-Identifier: GPL-3.0-or-later
 * Searches the text of the pages. */
#pragma once

#include "app/preview/zp-page-view.h"

G_BEGIN_DECLS

#define ZP_TYPE_PREVIEW_SEARCH (zp_preview_search_get_type ())
G_DECLARE_FINAL_TYPE (ZpPreviewSearch, zp_preview_search, ZP, PREVIEW_SEARCH, GtkWidget)

GtkWidget *zp_preview_search_new (ZpPreview *preview, ZpPageView *view);
void zp_preview_search_open (ZpPreviewSearch *self);
void zp_preview_search_look_for (ZpPreviewSearch *self, const char *words);
void zp_preview_search_step (ZpPreviewSearch *self, int direction);
guint zp_preview_search_count (ZpPreviewSearch *self);

G_END_DECLS
