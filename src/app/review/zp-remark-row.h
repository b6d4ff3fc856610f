/* SPDX-License-Identifier: GPL-3.0-or-later
 * The card of one remark: where, who, what, and what was answered. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-remarks.h"

G_BEGIN_DECLS

#define ZP_TYPE_REMARK_ROW (zp_remark_row_get_type ())
G_DECLARE_FINAL_TYPE (ZpRemarkRow, zp_remark_row, ZP, REMARK_ROW, GtkListBoxRow)

GtkWidget *zp_remark_row_new (ZpSession *session, const ZpRemarkCard *card);
const char *zp_remark_row_get_id (ZpRemarkRow *self);
const char *zp_remark_row_get_target (ZpRemarkRow *self);

G_END_DECLS
