/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small things that many pages show: signs, badges, labels. */
#pragma once

#include <adwaita.h>

#include "app/common/zp-spoken.h"
#include "session/zp-outline.h"

G_BEGIN_DECLS

const char *zp_state_get_icon (ZpCellState state);
const char *zp_state_get_class (ZpCellState state);
const char *zp_severity_get_icon (ZpSeverity severity);
const char *zp_severity_get_word (ZpSeverity severity);
char *zp_severity_count_words (ZpSeverity severity, guint count);

GtkWidget *zp_sign_new (const char *icon, const char *text, const char *spoken);
GtkWidget *zp_badge_new (const ZpProgress *progress);
GtkWidget *zp_label_new (const char *text, const char *css_class);
void zp_say_in_popover (GtkLabel *label, const char *text);
void zp_add_escape (GtkWidget *widget, GtkShortcutAction *action);
double zp_get_em (GtkWidget *widget);

G_END_DECLS
