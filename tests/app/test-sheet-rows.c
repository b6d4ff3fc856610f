/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of a sheet, choices and long texts in them, and how much of many rows has widgets. */
#include "app-fixture.h"
#include "session-fixture.h"
#include "sheet-fixture.h"

static void
test_rows (void)
{
  SheetFixture self;
  int n_rows;

  sheet_fixture_open_example (&self, "full", "activities");
  n_rows = sheet_fixture_count_rows (&self);
  sheet_fixture_press (&self, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpint (sheet_fixture_count_rows (&self), ==, n_rows + 1);
  sheet_fixture_type (&self, "年中调研");
  sheet_fixture_press (&self, GDK_KEY_Up, GDK_ALT_MASK);
  sheet_fixture_assert_row (&self, 0, "年中调研");
  sheet_fixture_press (&self, GDK_KEY_Down, GDK_ALT_MASK);
  sheet_fixture_assert_row (&self, 1, "年中调研");
  sheet_fixture_press (&self, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpint (sheet_fixture_count_rows (&self), ==, n_rows + 2);
  sheet_fixture_press (&self, GDK_KEY_minus, GDK_CONTROL_MASK);
  sheet_fixture_press (&self, GDK_KEY_Up, 0);
  sheet_fixture_press (&self, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK);
  g_assert_cmpint (sheet_fixture_count_rows (&self), ==, n_rows);
  g_assert_true (zp_session_undo (self.session, NULL));
  g_assert_cmpint (sheet_fixture_count_rows (&self), ==, n_rows + 1);
  sheet_fixture_assert_row (&self, 1, "年中调研");
  sheet_fixture_close_view (&self);
}

static void
test_first_row (void)
{
  SheetFixture self;

  sheet_fixture_open_example (&self, NULL, "projects");
  g_assert_cmpint (sheet_fixture_count_rows (&self), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "sheet.add-row", NULL);
  app_fixture_settle ();
  g_assert_cmpint (sheet_fixture_count_rows (&self), ==, 2);
  sheet_fixture_type (&self, "平台建设");
  sheet_fixture_press (&self, GDK_KEY_Tab, 0);
  sheet_fixture_assert_row (&self, 0, "平台建设");
  sheet_fixture_close_view (&self);
}

static void
test_chooses (void)
{
  SheetFixture self;

  sheet_fixture_open_example (&self, "full", "indicators");
  sheet_fixture_press (&self, GDK_KEY_F2, 0);
  app_fixture_wait_frame (self.window);
  app_fixture_shoot (self.window, "choices");
  sheet_fixture_press (&self, GDK_KEY_Down, 0);
  sheet_fixture_press (&self, GDK_KEY_Down, 0);
  sheet_fixture_press (&self, GDK_KEY_Return, 0);
  sheet_fixture_assert_row (&self, 0, "效益指标");
  sheet_fixture_type (&self, "满意");
  sheet_fixture_press (&self, GDK_KEY_Down, 0);
  sheet_fixture_press (&self, GDK_KEY_Return, 0);
  sheet_fixture_assert_row (&self, 0, "满意度指标");
  sheet_fixture_close_view (&self);
}

/* Opens a report with the keyboard in a cell of several lines. */
static GtkTextView *
open_long_text (SheetFixture *self, ZpCell *cell)
{
  GtkWidget *focus;

  sheet_fixture_open_example (self, "full", "problems");
  *cell = zp_cell (zp_sheet_get_block (zp_sheet_view_get_sheet (self->view))->index, 0, 1);
  g_assert_true (zp_sheet_view_go_to (self->view, *cell));
  app_fixture_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  return GTK_TEXT_VIEW (focus);
}

static void
test_long_text (void)
{
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;
  SheetFixture self;
  ZpCell cell;

  buffer = gtk_text_view_get_buffer (open_long_text (&self, &cell));
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, "第一行\n第二行", -1);
  app_fixture_settle ();
  app_fixture_wait_frame (self.window);
  app_fixture_shoot (self.window, "long-text");
  g_assert_false (zp_sheet_view_press (self.view, GDK_KEY_Down, 0));
  g_assert_false (zp_sheet_view_press (self.view, GDK_KEY_Return, 0));
  sheet_fixture_press (&self, GDK_KEY_Tab, 0);
  text = zp_report_show (zp_session_get_report (self.session), cell);
  g_assert_cmpstr (text, ==, "第一行\n第二行");
  sheet_fixture_close_view (&self);
}

/* The text is left while it still scrolls to where it is read. */
static void
test_left_scrolling (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  GtkTextView *text;
  SheetFixture self;
  GtkTextIter end;
  ZpCell cell;

  text = open_long_text (&self, &cell);
  for (int i = 0; i < 60; i++)
    g_string_append_printf (lines, "第%d行\n", i);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (text), lines->str, -1);
  app_fixture_settle ();
  app_fixture_wait_frame (self.window);
  for (int i = 0; i < 3; i++)
    {
      g_signal_emit_by_name (text, "move-cursor", GTK_MOVEMENT_PAGES, i % 2 == 0 ? -1 : 1, FALSE);
      app_fixture_wait_frame (self.window);
    }
  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (text), &end);
  gtk_text_view_scroll_to_iter (text, &end, 0, FALSE, 0, 0);
  sheet_fixture_press (&self, GDK_KEY_Tab, 0);
  app_fixture_wait_frame (self.window);
  sheet_fixture_close_view (&self);
}

static GtkAdjustment *
get_scroll (const SheetFixture *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

static void
open_many_rows (SheetFixture *self, int n_rows)
{
  sheet_fixture_open_example (self, NULL, "projects");
  session_fixture_add_rows (self->session, "projects", n_rows);
  app_fixture_settle ();
}

static void
scroll_to_end (SheetFixture *self, GtkAdjustment *scroll)
{
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  app_fixture_wait_frame (self->window);
  app_fixture_settle ();
}

static guint
sheet_cells_in_sight (SheetFixture *self)
{
  double page = gtk_adjustment_get_page_size (get_scroll (self));

  /* A row is never lower than 25 px; some rows are ready beyond the edges. */
  return ((guint) page / 25 + 8) *
         (guint) zp_sheet_count_columns (zp_sheet_view_get_sheet (self->view));
}

static void
test_many_rows (void)
{
  SheetFixture self;
  guint n_filled;

  open_many_rows (&self, 500);
  app_fixture_wait_frame (self.window);
  g_assert_cmpuint (zp_sheet_view_count_widgets (self.view), <=, sheet_cells_in_sight (&self));
  sheet_fixture_press (&self, GDK_KEY_End, GDK_CONTROL_MASK);
  app_fixture_wait_frame (self.window);
  sheet_fixture_go_to_row (&self, "projects", 499);
  g_assert_cmpuint (zp_sheet_view_count_widgets (self.view), <=, sheet_cells_in_sight (&self));

  n_filled = zp_sheet_view_count_filled (self.view);
  sheet_fixture_type (&self, "某项目");
  sheet_fixture_press (&self, GDK_KEY_Tab, 0);
  n_filled = zp_sheet_view_count_filled (self.view) - n_filled;
  g_assert_cmpuint (n_filled, <=, sheet_cells_in_sight (&self));

  n_filled = zp_sheet_view_count_filled (self.view);
  sheet_fixture_press (&self, GDK_KEY_Up, 0);
  n_filled = zp_sheet_view_count_filled (self.view) - n_filled;
  g_assert_cmpuint (n_filled, <=, sheet_cells_in_sight (&self) / 4);
  app_fixture_shoot (self.window, "many-rows");
  sheet_fixture_close_view (&self);
}

static void
enter_refused (SheetFixture *self)
{
  sheet_fixture_type (self, "--5");
  sheet_fixture_press (self, GDK_KEY_Return, 0);
  app_fixture_wait_frame (self->window);
  g_assert_true (sheet_fixture_is_anything_said (self));
}

/* Why an entry was refused is said beside its cell while the cell is in sight. */
static void
test_said_in_sight (void)
{
  SheetFixture self;

  open_many_rows (&self, 90);
  sheet_fixture_go_to (&self, "projects[2].initial");
  enter_refused (&self);
  scroll_to_end (&self, get_scroll (&self));
  g_assert_false (sheet_fixture_is_anything_said (&self));
  gtk_window_set_focus (GTK_WINDOW (self.window), NULL);
  app_fixture_wait_frame (self.window);
  g_assert_false (sheet_fixture_is_anything_said (&self));
  sheet_fixture_close_view (&self);
}

/* The same where the columns of a wide sheet scroll. */
static void
test_said_in_columns_shown (void)
{
  GtkAdjustment *across;
  SheetFixture self;

  sheet_fixture_open_example (&self, "full", "projects");
  gtk_window_set_default_size (GTK_WINDOW (self.window), 420, 400);
  app_fixture_wait_frame (self.window);
  app_fixture_settle ();
  sheet_fixture_go_to (&self, "projects[0].initial");
  enter_refused (&self);
  across = gtk_scrollbar_get_adjustment (
    GTK_SCROLLBAR (app_fixture_find (GTK_WIDGET (self.view), GTK_TYPE_SCROLLBAR, NULL)));
  scroll_to_end (&self, across);
  g_assert_false (sheet_fixture_is_anything_said (&self));
  sheet_fixture_press (&self, GDK_KEY_Tab, 0);
  app_fixture_wait_frame (self.window);
  g_assert_false (sheet_fixture_is_anything_said (&self));
  sheet_fixture_close_view (&self);
}

/* A key that calls for something beside a cell first brings the cell back into sight. */
static void
test_brought_back (void)
{
  SheetFixture self;

  open_many_rows (&self, 90);
  sheet_fixture_go_to (&self, "projects[2].initial");
  scroll_to_end (&self, get_scroll (&self));
  sheet_fixture_press (&self, GDK_KEY_Menu, 0);
  app_fixture_wait_frame (self.window);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (&self)), <, 200);
  sheet_fixture_press (&self, GDK_KEY_Menu, 0);
  app_fixture_wait_frame (self.window);
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (self.view), GTK_TYPE_POPOVER_MENU, NULL));
  sheet_fixture_close_view (&self);
}

/* A report that must not be changed can be looked at. */
static void
test_locked (void)
{
  ZpSession *session = session_fixture_open ("full");
  SheetFixture self;
  int n_rows;

  zp_session_get_file (session)->read_only = g_strdup ("signed off");
  sheet_fixture_open_view (&self, session, "activities");
  n_rows = sheet_fixture_count_rows (&self);
  sheet_fixture_go_to_row (&self, "activities", 0);
  g_assert_false (gtk_editable_get_editable (sheet_fixture_get_editor (&self)));
  sheet_fixture_press (&self, GDK_KEY_x, 0);
  g_assert_true (sheet_fixture_is_anything_said (&self));
  sheet_fixture_press (&self, GDK_KEY_Escape, 0);
  sheet_fixture_press (&self, GDK_KEY_F2, 0);
  g_assert_true (sheet_fixture_is_anything_said (&self));
  sheet_fixture_press (&self, GDK_KEY_Delete, 0);
  sheet_fixture_press (&self, GDK_KEY_Return, GDK_CONTROL_MASK);
  sheet_fixture_press (&self, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpint (sheet_fixture_count_rows (&self), ==, n_rows);
  g_assert_false (zp_sheet_view_can (self.view, "sheet.add-row"));
  g_assert_true (zp_sheet_view_can (self.view, "sheet.copy"));
  sheet_fixture_close_view (&self);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/sheet-rows/rows", test_rows);
  g_test_add_func ("/sheet-rows/first-row", test_first_row);
  g_test_add_func ("/sheet-rows/chooses", test_chooses);
  g_test_add_func ("/sheet-rows/long-text", test_long_text);
  g_test_add_func ("/sheet-rows/left-scrolling", test_left_scrolling);
  g_test_add_func ("/sheet-rows/many-rows", test_many_rows);
  g_test_add_func ("/sheet-rows/said-in-sight", test_said_in_sight);
  g_test_add_func ("/sheet-rows/said-in-columns-shown", test_said_in_columns_shown);
  g_test_add_func ("/sheet-rows/brought-back", test_brought_back);
  g_test_add_func ("/sheet-rows/locked", test_locked);
  return g_test_run ();
}
