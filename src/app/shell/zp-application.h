/* SPDX-License-Identifier: GPL-3.0-or-later
 * The program with windows. */
#pragma once

#include <adwaita.h>

#include "template/zp-pack-store.h"

G_BEGIN_DECLS

#define ZP_TYPE_APPLICATION (zp_application_get_type ())
G_DECLARE_FINAL_TYPE (ZpApplication, zp_application, ZP, APPLICATION, AdwApplication)

ZpApplication *zp_application_new (void);
ZpPackStore *zp_application_get_store (ZpApplication *self);
void zp_application_open (ZpApplication *self, const char *path);

G_END_DECLS
