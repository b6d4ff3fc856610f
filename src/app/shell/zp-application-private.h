/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the application share. */
#pragma once

#include "app/shell/zp-window.h"

G_BEGIN_DECLS

void zp_application_add_actions (ZpApplication *self);
ZpWindow *zp_application_find_window (ZpApplication *self, const char *path);
ZpWindow *zp_application_get_free_window (ZpApplication *self);

G_END_DECLS
