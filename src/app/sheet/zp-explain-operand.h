/* SPDX-License-Identifier: GPL-3.0-or-later
 * A figure that a formula reads, as a row to click. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-cell-facts.h"

G_BEGIN_DECLS

GtkWidget *zp_explain_figure_new (const char *text, const char *css_class);
GtkWidget *zp_explain_operand_new (const ZpOperand *operand);

G_END_DECLS
