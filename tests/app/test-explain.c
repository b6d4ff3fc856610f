/* SPDX-License-Identifier: GPL-3.0-or-later
 * The popover that explains a cell. */
#include "app-fixture.h"
#include "app/sheet/zp-explain-popover.h"
#include "session-fixture.h"

typedef struct
{
  ZpSession *session;
  GtkWidget *window;
  GtkWidget *anchor;
  GtkWidget *popover;
} Shown;

static void
open_for (Shown *self, const char *example, const char *id)
{
  self->session = session_fixture_open (example);
  self->anchor = gtk_label_new (id);
  gtk_widget_set_halign (self->anchor, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->anchor, GTK_ALIGN_START);
  self->window = app_fixture_show (self->anchor, 800, 700);
  self->popover = zp_explain_popover_new (self->session, session_fixture_cell (self->session, id));
  gtk_widget_set_parent (self->popover, self->anchor);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  app_fixture_wait_frame (self->window);
  app_fixture_settle ();
}

static void
close_all (Shown *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  app_fixture_wait_frame (self->window);
  gtk_widget_unparent (self->popover);
  app_fixture_close (self->window);
  session_fixture_close (self->session);
}

static gboolean
says (const Shown *self, const char *text)
{
  return app_fixture_has_text (self->popover, text);
}

static void
press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_fixture_settle ();
}

static GtkWidget *
find_operand (const Shown *self, const char *tooltip)
{
  return app_fixture_find_tooltip (self->popover, tooltip);
}

static void
test_declared (void)
{
  Shown shown;

  open_for (&shown, "reference-printed", "budget.total.rate");
  app_fixture_shoot (shown.popover, "explain-declared");
  g_assert_true (says (&shown, "declared 87.98 %"));
  g_assert_true (says (&shown, "执行率 = 实际支出 ÷ 全年预算"));
  g_assert_true (says (&shown, "declared, typed by hand"));
  g_assert_true (says (&shown, "100.00 %"));
  g_assert_true (says (&shown, "−12.02 percentage points"));
  g_assert_true (says (&shown, "press F2"));
  close_all (&shown);
}

static void
test_operand (void)
{
  Shown shown;
  GtkWidget *operand;

  open_for (&shown, "reference-printed", "budget.total.rate");
  operand = find_operand (&shown, "Go to this cell");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (operand), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "实际支出, 3,653.00, declared, typed by hand");
  press (operand);
  g_assert_cmpstr (app_fixture_get_asked (shown.window), ==, "go-to budget.total.actual");
  g_assert_false (gtk_widget_get_visible (shown.popover));
  close_all (&shown);
}

static void
test_clear_declared (void)
{
  Shown shown;
  g_autofree char *figure = NULL;

  open_for (&shown, "reference-printed", "budget.total.rate");
  press (app_fixture_find (shown.popover, GTK_TYPE_BUTTON, "Clear the Declared Figure"));
  figure = session_fixture_show (shown.session, "budget.total.rate");
  g_assert_cmpstr (figure, ==, "100.00");
  g_assert_false (gtk_widget_get_visible (shown.popover));
  close_all (&shown);
}

static void
test_typed (void)
{
  Shown shown;

  open_for (&shown, "reference-printed", "budget.basic.actual");
  app_fixture_shoot (shown.popover, "explain-typed");
  g_assert_true (says (&shown, "2,295.70 万元"));
  g_assert_true (says (&shown, "Meaning"));
  g_assert_false (says (&shown, "Result"));
  g_assert_null (app_fixture_find (shown.popover, GTK_TYPE_BUTTON, "Clear the Declared Figure"));
  close_all (&shown);
}

static void
test_long_sum (void)
{
  Shown shown;

  open_for (&shown, "full", "projects.total.actual");
  app_fixture_shoot (shown.popover, "explain-sum");
  g_assert_true (says (&shown, "Result"));
  close_all (&shown);
}

/* What it says would be wrong after a change. */
static void
test_closes_on_change (void)
{
  Shown shown;

  open_for (&shown, "reference-printed", "budget.total.rate");
  g_assert_true (gtk_widget_get_visible (shown.popover));
  session_fixture_type (shown.session, "budget.total.actual", "3214.04");
  app_fixture_settle ();
  g_assert_false (gtk_widget_get_visible (shown.popover));
  close_all (&shown);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/explain/declared", test_declared);
  g_test_add_func ("/explain/operand", test_operand);
  g_test_add_func ("/explain/clear-declared", test_clear_declared);
  g_test_add_func ("/explain/typed", test_typed);
  g_test_add_func ("/explain/long-sum", test_long_sum);
  g_test_add_func ("/explain/closes-on-change", test_closes_on_change);
  return g_test_run ();
}
