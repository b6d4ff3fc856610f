/* SPDX-License-Identifier: GPL-3.0-or-later
 * A sheet driven by keys: moving, typing, refusing, ranges, the clipboard, what is spoken. */
#include <string.h>

#include "app-fixture.h"
#include "session-fixture.h"
#include "session/zp-clip.h"
#include "sheet-fixture.h"

static void
note_left (ZpSheetView *view, gboolean forward, gpointer data)
{
  *(int *) data = forward ? 1 : -1;
}

static void
test_moves (void)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *id;
  } steps[] = {
    { GDK_KEY_Tab, 0, "budget.basic.initial" },
    { GDK_KEY_Tab, 0, "budget.basic.adjust" },
    { GDK_KEY_Tab, 0, "budget.basic.actual" },
    { GDK_KEY_Tab, 0, "budget.project.carried" },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, "budget.basic.actual" },
    { GDK_KEY_Left, 0, "budget.basic.final" },
    { GDK_KEY_Return, 0, "budget.project.final" },
    { GDK_KEY_Return, GDK_SHIFT_MASK, "budget.basic.final" },
    { GDK_KEY_KP_Down, 0, "budget.project.final" },
    { GDK_KEY_Up, 0, "budget.basic.final" },
    { GDK_KEY_Up, 0, "budget.basic.final" },
    { GDK_KEY_Home, 0, "budget.basic.carried" },
    { GDK_KEY_Left, 0, "budget.basic.carried" },
    { GDK_KEY_End, GDK_CONTROL_MASK, "budget.total.balance" },
    { GDK_KEY_Home, GDK_CONTROL_MASK, "budget.basic.carried" },
  };
  SheetFixture self;

  sheet_fixture_open_example (&self, "reference-printed", "budget");
  sheet_fixture_assert_at (&self, "budget.basic.carried");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      sheet_fixture_press (&self, steps[i].key, steps[i].modifiers);
      sheet_fixture_assert_at (&self, steps[i].id);
    }
  sheet_fixture_close_view (&self);
}

static void
test_leaves (void)
{
  SheetFixture self;
  int left = 0;

  sheet_fixture_open_example (&self, "reference-printed", "budget");
  g_signal_connect (self.view, "left", G_CALLBACK (note_left), &left);
  sheet_fixture_press (&self, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  g_assert_cmpint (left, ==, -1);
  zp_sheet_view_enter (self.view, FALSE);
  sheet_fixture_press (&self, GDK_KEY_Tab, 0);
  g_assert_cmpint (left, ==, 1);
  sheet_fixture_close_view (&self);
}

/* What stands in the cell is its name; text in the entry would be read out a second time. */
static void
assert_rests (SheetFixture *self)
{
  g_assert_cmpstr (gtk_editable_get_text (sheet_fixture_get_editor (self)), ==, "");
}

static void
test_types (void)
{
  SheetFixture self;

  sheet_fixture_open_example (&self, "reference-printed", "budget");
  sheet_fixture_go_to (&self, "budget.basic.actual");
  sheet_fixture_type (&self, "2925.7");
  sheet_fixture_assert_shows (&self, "budget.basic.actual", "2,295.70");
  sheet_fixture_press (&self, GDK_KEY_Return, 0);
  sheet_fixture_assert_shows (&self, "budget.basic.actual", "2,925.70");
  sheet_fixture_assert_at (&self, "budget.project.actual");
  assert_rests (&self);
  sheet_fixture_type (&self, "1");
  sheet_fixture_press (&self, GDK_KEY_Left, 0);
  sheet_fixture_assert_shows (&self, "budget.project.actual", "1.00");
  sheet_fixture_assert_at (&self, "budget.project.final");
  g_assert_true (zp_session_undo (self.session, NULL));
  sheet_fixture_assert_shows (&self, "budget.project.actual", "288.34");
  sheet_fixture_close_view (&self);
}

static void
test_edits (void)
{
  SheetFixture self;

  sheet_fixture_open_example (&self, "reference-printed", "budget");
  sheet_fixture_go_to (&self, "budget.basic.actual");
  sheet_fixture_press (&self, GDK_KEY_F2, 0);
  g_assert_cmpint (gtk_editable_get_position (sheet_fixture_get_editor (&self)), ==,
                   strlen ("2295.70"));
  g_assert_false (zp_sheet_view_press (self.view, GDK_KEY_Left, 0));
  sheet_fixture_type (&self, "9");
  sheet_fixture_press (&self, GDK_KEY_Escape, 0);
  sheet_fixture_assert_shows (&self, "budget.basic.actual", "2,295.70");
  assert_rests (&self);
  sheet_fixture_press (&self, GDK_KEY_F2, 0);
  sheet_fixture_type (&self, "9");
  sheet_fixture_press (&self, GDK_KEY_Tab, 0);
  sheet_fixture_assert_shows (&self, "budget.basic.actual", "2,295.71");
  sheet_fixture_go_to (&self, "budget.basic.initial");
  sheet_fixture_press (&self, GDK_KEY_BackSpace, 0);
  sheet_fixture_press (&self, GDK_KEY_Return, 0);
  sheet_fixture_assert_shows (&self, "budget.basic.initial", "");
  sheet_fixture_close_view (&self);
}

static void
test_declares (void)
{
  SheetFixture self;

  sheet_fixture_open_example (&self, "reference-corrected", "budget");
  sheet_fixture_go_to (&self, "budget.basic.balance");
  g_assert_false (gtk_editable_get_editable (sheet_fixture_get_editor (&self)));
  sheet_fixture_press (&self, GDK_KEY_9, 0);
  g_assert_true (sheet_fixture_is_anything_said (&self));
  sheet_fixture_press (&self, GDK_KEY_F2, 0);
  g_assert_true (gtk_editable_get_editable (sheet_fixture_get_editor (&self)));
  gtk_editable_select_region (sheet_fixture_get_editor (&self), 0, -1);
  sheet_fixture_type (&self, "12");
  sheet_fixture_press (&self, GDK_KEY_Return, 0);
  sheet_fixture_assert_shows (&self, "budget.basic.balance", "12.00");
  sheet_fixture_go_to (&self, "budget.basic.balance");
  sheet_fixture_press (&self, GDK_KEY_Delete, 0);
  sheet_fixture_assert_shows (&self, "budget.basic.balance", "403.85");
  sheet_fixture_close_view (&self);
}

/* What is said is said in full, on as many lines as it takes. */
static void
assert_said_in_full (SheetFixture *self)
{
  GtkWidget *bubble = app_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_POPOVER, NULL);
  GtkWidget *label = app_fixture_find (bubble, GTK_TYPE_LABEL, NULL);
  int height;

  app_fixture_wait_frame (self->window);
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &height);
  g_assert_cmpint (gtk_widget_get_height (label), >=, height);
}

static void
test_refuses (void)
{
  SheetFixture self;
  int left = 0;

  sheet_fixture_open_example (&self, "reference-printed", "budget");
  g_signal_connect (self.view, "left", G_CALLBACK (note_left), &left);
  sheet_fixture_go_to (&self, "budget.basic.actual");
  sheet_fixture_type (&self, "7,00.0,77");
  sheet_fixture_press (&self, GDK_KEY_Return, 0);
  sheet_fixture_assert_at (&self, "budget.basic.actual");
  sheet_fixture_assert_shows (&self, "budget.basic.actual", "2,295.70");
  g_assert_cmpstr (gtk_editable_get_text (sheet_fixture_get_editor (&self)), ==, "7,00.0,77");
  gtk_test_accessible_assert_state (
    GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (sheet_fixture_get_editor (&self)))),
    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (sheet_fixture_is_anything_said (&self));
  assert_said_in_full (&self);
  app_fixture_shoot (self.window, "refused");
  sheet_fixture_press (&self, GDK_KEY_Tab, 0);
  sheet_fixture_assert_at (&self, "budget.basic.actual");
  g_assert_cmpint (left, ==, 0);
  sheet_fixture_press (&self, GDK_KEY_Escape, 0);
  g_assert_false (sheet_fixture_is_anything_said (&self));
  assert_rests (&self);
  sheet_fixture_press (&self, GDK_KEY_Return, 0);
  sheet_fixture_assert_at (&self, "budget.project.actual");
  sheet_fixture_close_view (&self);
}

static void
test_clears_range (void)
{
  SheetFixture self;

  sheet_fixture_open_example (&self, "reference-printed", "budget");
  sheet_fixture_go_to (&self, "budget.basic.initial");
  sheet_fixture_press (&self, GDK_KEY_Right, GDK_SHIFT_MASK);
  sheet_fixture_press (&self, GDK_KEY_Down, GDK_SHIFT_MASK);
  app_fixture_wait_frame (self.window);
  app_fixture_shoot (self.window, "range");
  sheet_fixture_press (&self, GDK_KEY_Delete, 0);
  sheet_fixture_assert_shows (&self, "budget.basic.initial", "");
  sheet_fixture_assert_shows (&self, "budget.project.adjust", "");
  g_assert_cmpstr (zp_session_get_undo_label (self.session), ==, "Clear 4 cells");
  g_assert_true (zp_session_undo (self.session, NULL));
  sheet_fixture_assert_shows (&self, "budget.basic.initial", "2,570.00");
  sheet_fixture_assert_shows (&self, "budget.project.adjust", "6.88");
  sheet_fixture_press (&self, GDK_KEY_Escape, 0);
  sheet_fixture_assert_at (&self, "budget.basic.initial");
  sheet_fixture_close_view (&self);
}

static void
note_plan (ZpSheetView *view, ZpClipPlan *plan, gpointer data)
{
  *(guint *) data = plan->items->len;
  zp_clip_plan_free (plan);
}

static void
test_pastes (void)
{
  SheetFixture self;
  guint n_planned = 0;

  sheet_fixture_open_example (&self, "reference-printed", "budget");
  g_signal_connect (self.view, "paste-planned", G_CALLBACK (note_plan), &n_planned);
  sheet_fixture_go_to (&self, "budget.basic.initial");
  zp_sheet_view_paste_text (self.view, "1\t2\n3\t4\n", FALSE);
  sheet_fixture_assert_shows (&self, "budget.basic.initial", "1.00");
  sheet_fixture_assert_shows (&self, "budget.project.adjust", "4.00");
  g_assert_cmpuint (n_planned, ==, 0);
  zp_sheet_view_paste_text (self.view, "abc\t2\n", FALSE);
  g_assert_cmpuint (n_planned, ==, 2);
  sheet_fixture_assert_shows (&self, "budget.basic.initial", "1.00");
  n_planned = 0;
  zp_sheet_view_paste_text (self.view, "5\n", TRUE);
  g_assert_cmpuint (n_planned, ==, 1);
  sheet_fixture_close_view (&self);
}

static void
test_fills_down (void)
{
  SheetFixture self;

  sheet_fixture_open_example (&self, "reference-printed", "budget");
  sheet_fixture_go_to (&self, "budget.basic.initial");
  sheet_fixture_press (&self, GDK_KEY_Down, GDK_SHIFT_MASK);
  sheet_fixture_press (&self, GDK_KEY_d, GDK_CONTROL_MASK);
  sheet_fixture_assert_shows (&self, "budget.project.initial", "2,570.00");
  sheet_fixture_close_view (&self);
}

/* The cells of the rows in sight stand one after the other. */
static GtkWidget *
find_cell (GtkWidget *root, int number)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) ==
          GTK_ACCESSIBLE_ROLE_GRID_CELL &&
        number-- == 0)
      return child;
  return NULL;
}

static void
test_is_spoken (void)
{
  GtkWidget *cell;
  SheetFixture self;

  sheet_fixture_open_example (&self, "reference-printed", "budget");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self.view), GTK_ACCESSIBLE_ROLE_GRID);
  cell = find_cell (GTK_WIDGET (self.view), 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "基本支出, 年初预算, 2,570.00 万元");
  cell = find_cell (GTK_WIDGET (self.view), 4);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  sheet_fixture_go_to (&self, "budget.basic.initial");
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (sheet_fixture_get_editor (&self)))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "基本支出, 年初预算, 2,570.00 万元");
  sheet_fixture_close_view (&self);
}

static void
test_explains (void)
{
  SheetFixture self;

  sheet_fixture_open_example (&self, "reference-printed", "budget");
  sheet_fixture_press (&self, GDK_KEY_F1, 0);
  g_assert_cmpstr (app_fixture_get_asked (self.window), ==, "explain");
  sheet_fixture_go_to (&self, "budget.basic.actual");
  sheet_fixture_press (&self, GDK_KEY_Return, GDK_ALT_MASK);
  g_assert_true (g_str_has_prefix (app_fixture_get_asked (self.window), "accept-hint "));
  sheet_fixture_press (&self, GDK_KEY_Menu, 0);
  app_fixture_wait_frame (self.window);
  sheet_fixture_close_view (&self);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/sheet-view/moves", test_moves);
  g_test_add_func ("/sheet-view/leaves", test_leaves);
  g_test_add_func ("/sheet-view/types", test_types);
  g_test_add_func ("/sheet-view/edits", test_edits);
  g_test_add_func ("/sheet-view/declares", test_declares);
  g_test_add_func ("/sheet-view/refuses", test_refuses);
  g_test_add_func ("/sheet-view/clears-range", test_clears_range);
  g_test_add_func ("/sheet-view/pastes", test_pastes);
  g_test_add_func ("/sheet-view/fills-down", test_fills_down);
  g_test_add_func ("/sheet-view/is-spoken", test_is_spoken);
  g_test_add_func ("/sheet-view/explains", test_explains);
  return g_test_run ();
}
