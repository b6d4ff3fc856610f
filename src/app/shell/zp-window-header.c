/* SPDX-License-Identifier: GPL-3.0-or-later
 * The header bar of the window: undo and redo, search, the checks, export, the menu. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/shell/zp-window-private.h"
#include "session/zp-review-steps.h"

static GtkWidget *
icon_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  zp_set_label (button, label);
  return button;
}

/* Stands in as long as what it shows is shown. */
static GtkWidget *
toggle_button (const char *icon, const char *label, const char *action, GtkWidget *flap)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  zp_set_label (button, label);
  g_object_bind_property (flap, "reveal-flap", button, "active", G_BINDING_SYNC_CREATE);
  return button;
}

static GtkWidget *
make_menu_button (ZpWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) file = g_menu_new ();
  g_autoptr (GMenu) review = g_menu_new ();
  g_autoptr (GMenu) program = g_menu_new ();

  g_menu_append (file, _ ("New Report…"), "app.new");
  g_menu_append (file, _ ("Open…"), "app.open");
  g_menu_append (file, _ ("Save"), "win.save");
  g_menu_append (file, _ ("Save As…"), "win.save-as");
  g_menu_append (file, _ ("Export…"), "win.export");
  g_menu_append (file, _ ("Preview"), "win.preview");
  g_menu_append (file, _ ("Print…"), "win.print");
  self->review_menu = g_menu_new ();
  g_menu_append (program, _ ("Preferences"), "app.preferences");
  g_menu_append (program, _ ("Keyboard Shortcuts"), "app.shortcuts");
  g_menu_append (program, _ ("Help"), "app.help");
  g_menu_append (program, _ ("About Ziping"), "app.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (file));
  g_menu_append_submenu (review, _ ("Review and Signature"), G_MENU_MODEL (self->review_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (review));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Menu"));
  zp_set_label (button, _ ("Menu"));
  return button;
}

static GtkWidget *
make_export_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Export…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.export");
  return button;
}

/** zp_window_make_header: (transfer floating): the header bar. */
GtkWidget *
zp_window_make_header (ZpWindow *self)
{
  AdwHeaderBar *header = ADW_HEADER_BAR (adw_header_bar_new ());
  GtkWidget *sidebar =
    toggle_button ("sidebar-show-symbolic", _ ("Sections"), "win.toggle-sidebar", self->inner);
  GtkWidget *search = icon_button ("system-search-symbolic", _ ("Search"), "win.palette");
  GtkWidget *pane =
    toggle_button ("sidebar-show-right-symbolic", _ ("Findings, preview, remarks (F9)"),
                   "win.toggle-pane", self->outer);
  GtkWidget *export = make_export_button ();
  GtkWidget *buttons[] = { sidebar, search, pane, export, NULL, NULL };

  self->undo = buttons[4] = icon_button ("edit-undo-symbolic", _ ("Undo"), "win.undo");
  self->redo = buttons[5] = icon_button ("edit-redo-symbolic", _ ("Redo"), "win.redo");
  self->pill = zp_check_pill_new ();
  self->title = adw_window_title_new (_ ("Ziping"), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (header), "zp-header");
  adw_header_bar_set_title_widget (header, self->title);
  adw_header_bar_pack_start (header, sidebar);
  adw_header_bar_pack_start (header, self->undo);
  adw_header_bar_pack_start (header, self->redo);
  adw_header_bar_pack_start (header, search);
  adw_header_bar_pack_end (header, make_menu_button (self));
  adw_header_bar_pack_end (header, pane);
  adw_header_bar_pack_end (header, export);
  adw_header_bar_pack_end (header, self->pill);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    self->report_buttons[i] = buttons[i];
  return GTK_WIDGET (header);
}

/** zp_window_get_year: (transfer full): the year reported on, or "". */
char *
zp_window_get_year (ZpWindow *self)
{
  ZpReport *report = zp_session_get_report (self->session);
  ZpCell cell;

  if (!zp_report_find_cell (report, "report.year", &cell, NULL))
    return g_strdup ("");
  return zp_report_show (report, cell);
}

/* Where the report stands in the review is said as long as it is no mere draft. */
static char *
make_subtitle (ZpWindow *self)
{
  g_autofree char *year = zp_window_get_year (self);
  ZpReviewState state = zp_session_get_review_state (self->session);
  g_autofree char *what = *year != '\0' ? g_strdup_printf (_ ("Self-evaluation for %s"), year)
                                        : g_strdup (zp_session_get_pack (self->session)->title);

  if (state == ZP_REVIEW_DRAFT)
    return g_steal_pointer (&what);
  return g_strconcat (what, " · ", zp_review_state_get_label (state), NULL);
}

static void
show_title (ZpWindow *self)
{
  g_autofree char *unit = zp_session_get_title (self->session);
  g_autofree char *shown =
    g_strconcat (zp_session_is_modified (self->session) ? "• " : "", unit, NULL);
  g_autofree char *subtitle = make_subtitle (self);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), shown);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle);
  gtk_window_set_title (GTK_WINDOW (self), shown);
}

static void
show_start_title (ZpWindow *self)
{
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), _ ("Ziping"));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), NULL);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Ziping"));
}

static void
name_step (GtkWidget *button, const char *verb, const char *step)
{
  g_autofree char *text = step != NULL ? g_strconcat (verb, " ", step, NULL) : g_strdup (verb);

  gtk_widget_set_tooltip_text (button, text);
  zp_set_label (button, text);
}

static void
show_counts (ZpWindow *self)
{
  ZpProgress total;

  zp_outline_get_total (self->outline, &total);
  zp_check_pill_show (ZP_CHECK_PILL (self->pill), &total);
}

/** zp_window_update_header: title, names of the steps, counts; only the menu on the start page. */
void
zp_window_update_header (ZpWindow *self)
{
  gboolean has_report = self->session != NULL;

  zp_window_update_review_menu (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->report_buttons); i++)
    gtk_widget_set_visible (self->report_buttons[i], has_report);
  gtk_widget_set_visible (self->pill, has_report);
  if (!has_report)
    {
      show_start_title (self);
      return;
    }
  show_title (self);
  show_counts (self);
  name_step (self->undo, _ ("Undo"), zp_session_get_undo_label (self->session));
  name_step (self->redo, _ ("Redo"), zp_session_get_redo_label (self->session));
}
