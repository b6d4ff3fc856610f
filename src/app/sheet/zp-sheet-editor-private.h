/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is typed into: an entry of one line, or a text of several. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZpSheetEditor: stands on the current cell, unseen and empty while it rests, so that the first key
 * already goes to the input method.
 *
 * Signal "touched": the clerk began to type.
 * Signal "typed": the text is another now.
 */
#define ZP_TYPE_SHEET_EDITOR (zp_sheet_editor_get_type ())
G_DECLARE_FINAL_TYPE (ZpSheetEditor, zp_sheet_editor, ZP, SHEET_EDITOR, GtkWidget)

GtkWidget *zp_sheet_editor_new (gboolean is_long);
void zp_sheet_editor_load (ZpSheetEditor *self, const char *text);
void zp_sheet_editor_begin (ZpSheetEditor *self);
void zp_sheet_editor_replace (ZpSheetEditor *self, const char *text);
char *zp_sheet_editor_get_text (ZpSheetEditor *self);
gboolean zp_sheet_editor_is_changed (ZpSheetEditor *self);
void zp_sheet_editor_set_figure (ZpSheetEditor *self, gboolean is_figure);
void zp_sheet_editor_set_editable (ZpSheetEditor *self, gboolean is_editable);
void zp_sheet_editor_set_resting (ZpSheetEditor *self, gboolean resting);
void zp_sheet_editor_set_spoken (ZpSheetEditor *self, const char *label, const char *fault);
void zp_sheet_editor_put_caret_at_end (ZpSheetEditor *self);
void zp_sheet_editor_focus (ZpSheetEditor *self);
gboolean zp_sheet_editor_is_composing (ZpSheetEditor *self);
void zp_sheet_editor_touch (ZpSheetEditor *self);
gboolean zp_sheet_editor_is_long (ZpSheetEditor *self);
GtkWidget *zp_sheet_editor_get_inner (ZpSheetEditor *self);

G_END_DECLS
