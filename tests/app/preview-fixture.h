/* SPDX-License-Identifier: GPL-3.0-or-later
 * Previews to test with. */
#pragma once

#include "app/preview/zp-preview-pane.h"
#include "app/shell/zp-window.h"

G_BEGIN_DECLS

GtkWidget *preview_fixture_pane (GtkWidget *window);
ZpPageView *preview_fixture_view (GtkWidget *window);
ZpPreviewSearch *preview_fixture_search (GtkWidget *window);
void preview_fixture_wait_frames (GtkWidget *window);
void preview_fixture_wait_pages (GtkWidget *window);
ZpWindow *preview_fixture_open (const char *name);
GArray *preview_fixture_areas (ZpWindow *window, const char *target);
void preview_fixture_click (ZpPageView *view, const ZpPageArea *area);
void preview_fixture_assert_cell (ZpWindow *window, const char *id);

G_END_DECLS
