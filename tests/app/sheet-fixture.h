/* SPDX-License-Identifier: GPL-3.0-or-later
 * A sheet on the screen, and short words for driving it with keys. */
#pragma once

#include "app/sheet/zp-sheet-view.h"

G_BEGIN_DECLS

/**
 * SheetFixture: a sheet in a page that scrolls.
 */
typedef struct
{
  ZpSession *session;
  ZpSheetView *view;
  GtkWidget *window;
  GtkWidget *scrolled;
} SheetFixture;

void sheet_fixture_open_view (SheetFixture *self, ZpSession *session, const char *block);
void sheet_fixture_open_example (SheetFixture *self, const char *example, const char *block);
void sheet_fixture_close_view (SheetFixture *self);
void sheet_fixture_press (SheetFixture *self, guint key, GdkModifierType modifiers);
void sheet_fixture_go_to (SheetFixture *self, const char *id);
GtkEditable *sheet_fixture_get_editor (SheetFixture *self);
void sheet_fixture_type (SheetFixture *self, const char *text);
void sheet_fixture_assert_at (SheetFixture *self, const char *id);
void sheet_fixture_assert_shows (SheetFixture *self, const char *id, const char *expected);
gboolean sheet_fixture_is_anything_said (SheetFixture *self);
int sheet_fixture_count_rows (SheetFixture *self);
void sheet_fixture_assert_row (SheetFixture *self, int row, const char *expected);
void sheet_fixture_go_to_row (SheetFixture *self, const char *block, int row);

G_END_DECLS
