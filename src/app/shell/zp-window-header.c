/* SPDX-License-Identifier: GPL-3.0-or-later
 * The header bar of the window: undo and redo, search, the checks, export, the menu. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/shell/zp-window-private.h"
#include "session/zp-review-steps.h"

#define FOCUS_BEFORE "zp-focus-before"

static GtkWidget *
icon_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  zp_set_tip (button, label);
  return button;
}

/* Stands in as long as what it shows is shown. */
static GtkWidget *
toggle_button (const char *icon, const char *label, const char *action, GtkWidget *flap)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  zp_set_tip (button, label);
  g_object_bind_property (flap, "reveal-flap", button, "active", G_BINDING_SYNC_CREATE);
  return button;
}

static void
on_menu_opens (GtkWidget *popover, ZpWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && !gtk_widget_is_ancestor (focus, popover))
    g_object_set_data_full (G_OBJECT (popover), FOCUS_BEFORE, g_object_ref (focus), g_object_unref);
}

/* The toolkit leaves the keyboard on the button, where nobody was before F10. */
static void
on_menu_closed (GtkWidget *popover)
{
  g_autoptr (GtkWidget) focus = g_object_steal_data (G_OBJECT (popover), FOCUS_BEFORE);

  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

static GMenuModel *
make_menu (ZpWindow *self)
{
  GMenu *menu = g_menu_new ();
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
  g_menu_append (program, _ ("Preferences"), "app.preferences");
  g_menu_append (program, _ ("Keyboard Shortcuts"), "app.shortcuts");
  g_menu_append (program, _ ("Help"), "app.help");
  g_menu_append (program, _ ("About Ziping"), "app.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (file));
  g_menu_append_submenu (review, _ ("Review and Signature"), G_MENU_MODEL (self->review_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (review));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));
  return G_MENU_MODEL (menu);
}

/* A hundred widgets that most starts of the program never show. */
static void
fill_menu_button (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = make_menu (ZP_WINDOW (data));
  popover = gtk_popover_menu_new_from_model (menu);
  zp_menu_name (GTK_POPOVER (popover), _ ("Menu"));
  g_signal_connect (popover, "map", G_CALLBACK (on_menu_opens), data);
  g_signal_connect (popover, "closed", G_CALLBACK (on_menu_closed), NULL);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
make_menu_button (ZpWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->review_menu = g_menu_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu_button, self, NULL);
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  zp_set_tip (button, _ ("Menu"));
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
  /* A screen reader would say the title again after each first change and each saving. */
  gtk_window_set_title (GTK_WINDOW (self), unit);
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

  zp_set_tip (button, text);
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
