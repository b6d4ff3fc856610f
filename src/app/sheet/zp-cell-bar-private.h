/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the cell bar share. */
#pragma once

#include "app/sheet/zp-cell-bar.h"

G_BEGIN_DECLS

GtkWidget *zp_cell_bar_make_facts (ZpSession *session, ZpCell cell);
char *zp_cell_bar_get_meaning (ZpSession *session, ZpCell cell);

G_END_DECLS
