/* SPDX-License-Identifier: GPL-3.0-or-later
 * One page, small. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-preview.h"

G_BEGIN_DECLS

#define ZP_TYPE_PAGE_THUMB (zp_page_thumb_get_type ())
G_DECLARE_FINAL_TYPE (ZpPageThumb, zp_page_thumb, ZP, PAGE_THUMB, GtkWidget)

GtkWidget *zp_page_thumb_new (ZpPreview *preview);
void zp_page_thumb_set_page (ZpPageThumb *self, guint page);

G_END_DECLS
