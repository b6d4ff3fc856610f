/* SPDX-License-Identifier: GPL-3.0-or-later
 * The card of one finding, with those that the same correction mends. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-finding-group.h"

G_BEGIN_DECLS

#define ZP_TYPE_FINDING_ROW (zp_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (ZpFindingRow, zp_finding_row, ZP, FINDING_ROW, GtkListBoxRow)

GtkWidget *zp_finding_row_new (ZpSession *session, const ZpFindingGroup *group);
const char *zp_finding_row_get_id (ZpFindingRow *self);
const char *zp_finding_row_get_print (ZpFindingRow *self);
const char *zp_finding_row_get_target (ZpFindingRow *self);
void zp_finding_row_unfold (ZpFindingRow *self);

G_END_DECLS
