/* SPDX-License-Identifier: GPL-3.0-or-later
 * How many errors and warnings there are, always in sight. */
#pragma once

#include <adwaita.h>

#include "session/zp-outline.h"

G_BEGIN_DECLS

#define ZP_TYPE_CHECK_PILL (zp_check_pill_get_type ())
G_DECLARE_FINAL_TYPE (ZpCheckPill, zp_check_pill, ZP, CHECK_PILL, GtkButton)

GtkWidget *zp_check_pill_new (void);
void zp_check_pill_show (ZpCheckPill *self, const ZpProgress *progress);

G_END_DECLS
