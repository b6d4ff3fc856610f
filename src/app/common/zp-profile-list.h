/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a report may be written for, in words, for lists to choose from. */
#pragma once

#include <gtk/gtk.h>

#include "template/zp-document-def.h"

G_BEGIN_DECLS

GtkStringList *zp_profile_list_new (void);
ZpProfile zp_profile_list_get (guint index);
guint zp_profile_list_find (ZpProfile profile);

G_END_DECLS
