/* SPDX-License-Identifier: GPL-3.0-or-later
 * All pages, small, to choose one. */
#pragma once

#include "app/preview/zp-page-view.h"

G_BEGIN_DECLS

#define ZP_TYPE_PAGE_LIST (zp_page_list_get_type ())
G_DECLARE_FINAL_TYPE (ZpPageList, zp_page_list, ZP, PAGE_LIST, GtkWidget)

GtkWidget *zp_page_list_new (ZpPreview *preview, ZpPageView *view);
void zp_page_list_choose (ZpPageList *self, guint page);
guint zp_page_list_get_chosen (ZpPageList *self);

G_END_DECLS
