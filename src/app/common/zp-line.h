/* SPDX-License-Identifier: GPL-3.0-or-later
 * Children in a line whose widths do not depend on its height. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** ZpLine: instead of a horizontal GtkBox wherever a text in it may wrap. */
#define ZP_TYPE_LINE (zp_line_get_type ())
G_DECLARE_FINAL_TYPE (ZpLine, zp_line, ZP, LINE, GtkWidget)

GtkWidget *zp_line_new (int spacing);
void zp_line_append (ZpLine *self, GtkWidget *child);

G_END_DECLS
