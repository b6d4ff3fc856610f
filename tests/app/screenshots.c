/* SPDX-License-Identifier: GPL-3.0-or-later
 * Makes pictures of the main pages; see build-aux/screenshots.sh.
 */
#include "app-fixture.h"
#include "app/common/zp-settings.h"
#include "app/help/zp-help-window.h"
#include "session/zp-remarks.h"
#include "session/zp-review-steps.h"
#include "window-fixture.h"

static const struct
{
  const char *name;
  const char *example;
  const char *target;
  gboolean is_dark;
} pictures[] = {
  { "overview", "reference-corrected", "overview", FALSE },
  { "budget", "reference-printed", "budget.basic.actual", FALSE },
  { "budget-dark", "reference-printed", "budget.basic.actual", TRUE },
  { "projects", "full", "projects[0].actual", FALSE },
  { "indicators", "full", "indicators[0].actual", FALSE },
  { "text", "reference-printed", "text.scale", FALSE },
};

static void
set_dark (gboolean is_dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      is_dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                              : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
shoot_page (guint i)
{
  g_autofree char *file = g_strconcat (pictures[i].name, ".ziping", NULL);
  g_autofree char *path = window_fixture_make_report (file, pictures[i].example);
  ZpWindow *window;

  set_dark (pictures[i].is_dark);
  window = window_fixture_open (path);
  g_assert_true (zp_window_go_to (window, pictures[i].target));
  app_fixture_settle ();
  app_fixture_shoot (GTK_WIDGET (window), pictures[i].name);
  window_fixture_close (window);
}

static void
shoot_start (void)
{
  ZpWindow *window = window_fixture_start ();

  set_dark (FALSE);
  app_fixture_settle ();
  app_fixture_shoot (GTK_WIDGET (window), "start");
  window_fixture_close (window);
}

static void
shoot_help (void)
{
  GtkWidget *window = zp_help_window_new ();

  gtk_window_present (GTK_WINDOW (window));
  zp_help_window_go_to (ZP_HELP_WINDOW (window), "forms");
  app_fixture_settle ();
  app_fixture_shoot (window, "help");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
write_notes (ZpSession *session)
{
  g_autoptr (GPtrArray) list = zp_session_list_to_do (session);

  for (guint i = 0; i < list->len; i++)
    zp_session_write_note (session, ((const ZpToDo *) g_ptr_array_index (list, i))->finding,
                           "结余主要是设备尾款，按合同下年支付。", NULL);
}

static void
shoot_dialog (ZpWindow *window, const char *action, const char *name)
{
  window_fixture_act (window, action);
  window_fixture_end_dialog (window, name);
}

static void
sign (ZpSession *session, ZpRole role, const char *name)
{
  ZpSealRequest request = { role, name, "同意报送。", NULL, 0 };

  zp_session_sign (session, &request, NULL);
}

/* What a reviewer sees, and what is seen once it is signed. */
static void
shoot_review (void)
{
  g_autofree char *path = window_fixture_make_report ("review.ziping", "reference-corrected");
  ZpWindow *window = window_fixture_open (path);
  ZpSession *session = zp_window_get_session (window);

  g_settings_set_string (zp_settings_get (), "author", "张三");
  shoot_dialog (window, "win.submit", "review-left");
  write_notes (session);
  zp_session_take_step (session, ZP_STEP_SUBMIT, NULL, NULL);
  g_settings_set_string (zp_settings_get (), "author", "李四");
  zp_session_set_author (session, "李四");
  zp_session_write_remark (session, "budget.basic.actual", "请附支出明细，并与决算报表核对。",
                           NULL);
  zp_session_write_remark (session, "text.scale", "与上年相比变化较大，补一句原因。", NULL);
  window_fixture_act (window, "win.show-review");
  window_fixture_act (window, "win.show-remarks");
  app_fixture_shoot (GTK_WIDGET (window), "review");
  window_fixture_act (window, "win.go-to::budget.basic.actual");
  app_fixture_shoot (GTK_WIDGET (window), "remarks");
  shoot_dialog (window, "win.sign", "sign");
  sign (session, ZP_ROLE_REVIEWER, "李四");
  sign (session, ZP_ROLE_LEADER, "王五");
  shoot_dialog (window, "win.show-seals", "seals");
  shoot_dialog (window, "win.show-trail", "trail");
  window_fixture_act (window, "win.go-to::overview");
  app_fixture_shoot (GTK_WIDGET (window), "signed");
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    shoot_page (i);
  shoot_review ();
  shoot_start ();
  shoot_help ();
  return window_fixture_end (0);
}
