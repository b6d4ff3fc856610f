/* SPDX-License-Identifier: GPL-3.0-or-later
 * A sheet on the screen, and short words for driving it with keys. */
#include "sheet-fixture.h"

#include "app-fixture.h"
#include "session-fixture.h"

/** sheet_fixture_open_view: shows a block of @session, which ends with the window. */
void
sheet_fixture_open_view (SheetFixture *self, ZpSession *session, const char *block)
{
  int index = zp_pack_find_block (zp_session_get_pack (session), block)->index;
  GtkWidget *viewport;

  self->session = session;
  self->view = ZP_SHEET_VIEW (zp_sheet_view_new (session, index));
  self->scrolled = gtk_scrolled_window_new ();
  viewport = gtk_viewport_new (NULL, NULL);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), viewport);
  self->window = app_fixture_show (self->scrolled, 900, 600);
  zp_sheet_view_enter (self->view, TRUE);
  app_fixture_wait_frame (self->window);
}

/** sheet_fixture_open_example: shows a block of one of data/examples; %NULL for an empty report. */
void
sheet_fixture_open_example (SheetFixture *self, const char *example, const char *block)
{
  sheet_fixture_open_view (self, session_fixture_open (example), block);
}

/** sheet_fixture_close_view: ends the window and the session. */
void
sheet_fixture_close_view (SheetFixture *self)
{
  app_fixture_close (self->window);
  session_fixture_close (self->session);
}

/** sheet_fixture_press: a key that must mean something in the sheet. */
void
sheet_fixture_press (SheetFixture *self, guint key, GdkModifierType modifiers)
{
  g_assert_true (zp_sheet_view_press (self->view, key, modifiers));
  app_fixture_settle ();
}

/** sheet_fixture_go_to: a cell that must be there. */
void
sheet_fixture_go_to (SheetFixture *self, const char *id)
{
  g_assert_true (zp_sheet_view_go_to (self->view, session_fixture_cell (self->session, id)));
  app_fixture_settle ();
}

/** sheet_fixture_get_editor: (transfer none): what has the keyboard: an entry of one line. */
GtkEditable *
sheet_fixture_get_editor (SheetFixture *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  g_assert_true (GTK_IS_EDITABLE (focus));
  return GTK_EDITABLE (focus);
}

/** sheet_fixture_type: what an input method does with the text that it commits. */
void
sheet_fixture_type (SheetFixture *self, const char *text)
{
  int position = 0;

  gtk_editable_delete_selection (sheet_fixture_get_editor (self));
  position = gtk_editable_get_position (sheet_fixture_get_editor (self));
  gtk_editable_insert_text (sheet_fixture_get_editor (self), text, -1, &position);
  gtk_editable_set_position (sheet_fixture_get_editor (self), position);
  app_fixture_settle ();
}

/** sheet_fixture_assert_at: the current cell has that id. */
void
sheet_fixture_assert_at (SheetFixture *self, const char *id)
{
  g_autofree char *found = NULL;
  ZpCell cell;

  g_assert_true (zp_sheet_view_get_cell (self->view, &cell));
  found = zp_pack_format_id (zp_session_get_pack (self->session), cell);
  g_assert_cmpstr (found, ==, id);
}

/** sheet_fixture_assert_shows: a cell of the report shows that. */
void
sheet_fixture_assert_shows (SheetFixture *self, const char *id, const char *expected)
{
  g_autofree char *shown = session_fixture_show (self->session, id);

  g_assert_cmpstr (shown, ==, expected);
}

/** sheet_fixture_is_anything_said: whether a sentence stands below the current cell. */
gboolean
sheet_fixture_is_anything_said (SheetFixture *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "zp-bubble") && gtk_widget_get_visible (child))
      return TRUE;
  return FALSE;
}

/** sheet_fixture_count_rows: rows of the sheet, the total row counted. */
int
sheet_fixture_count_rows (SheetFixture *self)
{
  return zp_sheet_count_rows (zp_sheet_view_get_sheet (self->view));
}

/** sheet_fixture_assert_row: the first cell of a row shows that. */
void
sheet_fixture_assert_row (SheetFixture *self, int row, const char *expected)
{
  g_auto (ZpCellView) view = { 0 };

  zp_sheet_view (zp_sheet_view_get_sheet (self->view), row, 0, &view);
  g_assert_cmpstr (view.text, ==, expected);
}

/** sheet_fixture_go_to_row: the first cell of a row that may have no name yet. */
void
sheet_fixture_go_to_row (SheetFixture *self, const char *block, int row)
{
  int index = zp_pack_find_block (zp_session_get_pack (self->session), block)->index;

  g_assert_true (zp_sheet_view_go_to (self->view, zp_cell (index, row, 0)));
  app_fixture_settle ();
}
