/* SPDX-License-Identifier: GPL-3.0-or-later
 * Another version of the report and this one, side by side. */
#pragma once

#include <adwaita.h>

#include "session/zp-compare.h"

G_BEGIN_DECLS

void zp_compare_window_present (GtkWidget *from, ZpSession *session, const ZpReportFile *other);

G_END_DECLS
