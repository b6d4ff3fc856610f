/* SPDX-License-Identifier: GPL-3.0-or-later
 * The preview: its tools, the pages, and the search in them. */
#pragma once

#include "app/preview/zp-page-view.h"
#include "app/preview/zp-preview-search.h"

G_BEGIN_DECLS

/**
 * ZpPreviewPaneFlags:
 * @ZP_PREVIEW_PANE_BESIDE: stands beside the page that is typed in, and leads to the full preview
 */
typedef enum
{
  ZP_PREVIEW_PANE_DEFAULT = 0,
  ZP_PREVIEW_PANE_BESIDE = 1 << 0,
} ZpPreviewPaneFlags;

#define ZP_TYPE_PREVIEW_PANE (zp_preview_pane_get_type ())
G_DECLARE_FINAL_TYPE (ZpPreviewPane, zp_preview_pane, ZP, PREVIEW_PANE, GtkWidget)

GtkWidget *zp_preview_pane_new (ZpPreview *preview, ZpPreviewPaneFlags flags);
ZpPageView *zp_preview_pane_get_view (ZpPreviewPane *self);
ZpPreviewSearch *zp_preview_pane_get_search (ZpPreviewPane *self);
void zp_preview_pane_print (ZpPreviewPane *self);
void zp_preview_pane_show_target (ZpPreviewPane *self, const char *target);

G_END_DECLS
