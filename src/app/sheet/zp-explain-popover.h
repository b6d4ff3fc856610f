/* SPDX-License-Identifier: GPL-3.0-or-later
 * Why a cell shows what it shows: its formula, its operands, why it is locked. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-cell-facts.h"

G_BEGIN_DECLS

GtkWidget *zp_explain_popover_new (ZpSession *session, ZpCell cell);

G_END_DECLS
