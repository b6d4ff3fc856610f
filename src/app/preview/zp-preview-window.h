/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages in a window of their own. */
#pragma once

#include <adwaita.h>

#include "app/preview/zp-preview-pane.h"

G_BEGIN_DECLS

#define ZP_TYPE_PREVIEW_WINDOW (zp_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (ZpPreviewWindow, zp_preview_window, ZP, PREVIEW_WINDOW, AdwWindow)

GtkWidget *zp_preview_window_new (ZpPreview *preview, GtkWindow *owner);
ZpPreviewPane *zp_preview_window_get_pane (ZpPreviewWindow *self);

G_END_DECLS
