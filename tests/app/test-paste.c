/* SPDX-License-Identifier: GPL-3.0-or-later
 * The dialog that shows what a paste would do. */
#include "app-fixture.h"
#include "app/dialogs/zp-paste-dialog.h"
#include "session-fixture.h"

/* Of a table that another program made: four rows of projects, some of them odd. */
static const char odd_block[] = "新增项目甲\t\t\t￥２１０,７００元\t（3.50）\t\t17.57\r\n"
                                "新增项目乙\t\t\t41.8\t\t\t41.80 万元\r\n"
                                "新增项目丙\t\t\t120\t\t\t  6 000.00 \r\n"
                                "新增项目丁\t\t\t7,00.0,77\t\t\t####\r\n";

typedef struct
{
  ZpSession *session;
  ZpSheet *sheet;
  GtkWidget *page;
  GtkWidget *window;
  GtkWidget *dialog;
} Shown;

static GtkWidget *
find_dialog (GtkWidget *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return GTK_WIDGET (toplevel);
    }
  return NULL;
}

static void
open_for (Shown *self, const char *text)
{
  const ZpBlock *block;
  g_autoptr (GError) error = NULL;
  ZpClipPlan *plan;

  self->session = session_fixture_open ("reference-printed");
  block = zp_pack_find_block (zp_session_get_pack (self->session), "projects");
  self->sheet = zp_sheet_new (self->session, block->index);
  self->page = gtk_label_new ("page");
  self->window = app_fixture_show (self->page, 1000, 700);
  plan = zp_clip_plan (self->sheet, text,
                       zp_report_count_rows (zp_session_get_report (self->session), block->index),
                       0, &error);
  g_assert_no_error (error);
  zp_paste_dialog_present (self->page, self->sheet, plan);
  self->dialog = find_dialog (self->window);
  g_assert_nonnull (self->dialog);
  app_fixture_wait_frame (self->dialog);
  app_fixture_settle ();
}

static void
close_all (Shown *self)
{
  app_fixture_close (self->window);
  zp_sheet_free (self->sheet);
  session_fixture_close (self->session);
}

static gboolean
says (const Shown *self, const char *text)
{
  return app_fixture_has_text (self->dialog, text);
}

static void
press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_fixture_settle ();
}

static int
count_rows (const Shown *self)
{
  return zp_report_count_rows (zp_session_get_report (self->session),
                               zp_sheet_get_block (self->sheet)->index);
}

static void
test_shown (void)
{
  Shown shown;

  open_for (&shown, odd_block);
  app_fixture_shoot (shown.dialog, "paste");
  g_assert_true (says (&shown, "Paste into “项目”"));
  g_assert_true (says (&shown, "brackets read as minus"));
  g_assert_true (says (&shown, "␣␣6␣000.00␣"));
  g_assert_true (says (&shown, "6,000.00"));
  g_assert_true (says (&shown, "too narrow"));
  g_assert_true (says (&shown, "left out"));
  g_assert_false (says (&shown, "新增项目甲"));
  close_all (&shown);
}

static void
test_plain_too (void)
{
  Shown shown;
  GtkWidget *check;

  open_for (&shown, odd_block);
  check = app_fixture_find (shown.dialog, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  app_fixture_wait_frame (shown.dialog);
  g_assert_true (says (&shown, "新增项目甲"));
  app_fixture_shoot (shown.dialog, "paste-all");
  close_all (&shown);
}

static void
test_paste (void)
{
  Shown shown;
  int n_rows;
  guint n_steps;

  open_for (&shown, odd_block);
  n_rows = count_rows (&shown);
  n_steps = zp_session_count_unsaved (shown.session);
  press (gtk_window_get_default_widget (GTK_WINDOW (shown.dialog)));
  g_assert_null (find_dialog (shown.window));
  g_assert_cmpint (count_rows (&shown), ==, n_rows + 4);
  g_assert_cmpuint (zp_session_count_unsaved (shown.session), ==, n_steps + 1);
  g_assert_true (app_fixture_has_text (shown.window, "Pasted 11 cells"));
  zp_session_undo (shown.session, NULL);
  g_assert_cmpint (count_rows (&shown), ==, n_rows);
  close_all (&shown);
}

static void
test_cancel (void)
{
  Shown shown;
  int n_rows;

  open_for (&shown, odd_block);
  n_rows = count_rows (&shown);
  press (app_fixture_find (shown.dialog, GTK_TYPE_BUTTON, "Cancel"));
  g_assert_null (find_dialog (shown.window));
  g_assert_cmpint (count_rows (&shown), ==, n_rows);
  close_all (&shown);
}

/* Where everything is left out there is nothing to do. */
static void
test_nothing_fits (void)
{
  Shown shown;

  open_for (&shown, "\t####\n");
  g_assert_false (
    gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (shown.dialog))));
  close_all (&shown);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/paste/shown", test_shown);
  g_test_add_func ("/paste/plain-too", test_plain_too);
  g_test_add_func ("/paste/paste", test_paste);
  g_test_add_func ("/paste/cancel", test_cancel);
  g_test_add_func ("/paste/nothing-fits", test_nothing_fits);
  return g_test_run ();
}
