/* SPDX-License-Identifier: GPL-3.0-or-later
 * Makes pictures of the main pages; see build-aux/screenshots.sh.
 */
#include "app-fixture.h"
#include "app/help/zp-help-window.h"
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

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    shoot_page (i);
  shoot_start ();
  shoot_help ();
  return window_fixture_end (0);
}
