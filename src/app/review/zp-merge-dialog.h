/* SPDX-License-Identifier: GPL-3.0-or-later
 * What merging another copy would do, and where a person has to decide. */
#pragma once

#include <adwaita.h>

#include "session/zp-merge-plan.h"

G_BEGIN_DECLS

void zp_merge_dialog_present (GtkWidget *from, ZpMergePlan *plan);

G_END_DECLS
