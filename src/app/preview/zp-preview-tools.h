/* SPDX-License-Identifier: GPL-3.0-or-later
 * The buttons above the pages: size, search, print. */
#pragma once

#include "app/preview/zp-page-view.h"

G_BEGIN_DECLS

#define ZP_TYPE_PREVIEW_TOOLS (zp_preview_tools_get_type ())
G_DECLARE_FINAL_TYPE (ZpPreviewTools, zp_preview_tools, ZP, PREVIEW_TOOLS, GtkWidget)

GtkWidget *zp_preview_tools_new (ZpPageView *view, gboolean is_beside);
void zp_preview_tools_update (ZpPreviewTools *self);
void zp_preview_tools_set_warnings (ZpPreviewTools *self, const GPtrArray *warnings);

G_END_DECLS
