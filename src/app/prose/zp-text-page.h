/* SPDX-License-Identifier: GPL-3.0-or-later
 * One section of the text, with live figures in it. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-outline.h"

G_BEGIN_DECLS

#define ZP_TYPE_TEXT_PAGE (zp_text_page_get_type ())
G_DECLARE_FINAL_TYPE (ZpTextPage, zp_text_page, ZP, TEXT_PAGE, GtkWidget)

GtkWidget *zp_text_page_new (ZpSession *session, const ZpPlace *place);
gboolean zp_text_page_go_to (ZpTextPage *self, const char *passage);
gboolean zp_text_page_commit (ZpTextPage *self);
void zp_text_page_insert_figure (ZpTextPage *self);
const char *zp_text_page_get_passage (ZpTextPage *self);
char *zp_text_page_get_status (ZpTextPage *self);

G_END_DECLS
