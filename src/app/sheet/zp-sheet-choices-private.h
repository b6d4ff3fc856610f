/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list below a cell: what may stand in it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZpSheetChoices: never takes the focus, so that typing goes on in the cell.
 *
 * Signal "chosen" (const char *value).
 */
#define ZP_TYPE_SHEET_CHOICES (zp_sheet_choices_get_type ())
G_DECLARE_FINAL_TYPE (ZpSheetChoices, zp_sheet_choices, ZP, SHEET_CHOICES, GtkPopover)

GtkWidget *zp_sheet_choices_new (void);
void zp_sheet_choices_clear (ZpSheetChoices *self);
void zp_sheet_choices_add (ZpSheetChoices *self, const char *value, const char *label);
guint zp_sheet_choices_filter (ZpSheetChoices *self, const char *text);
gboolean zp_sheet_choices_press (ZpSheetChoices *self, guint key, GdkModifierType modifiers);

G_END_DECLS
