/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the person at this PC prefers. */
#include "app/dialogs/zp-preferences.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/common/zp-entry-row.h"
#include "app/common/zp-parts.h"
#include "app/common/zp-settings.h"

#define WIDTH 640
#define HEIGHT 576
#define SMALLEST 80
#define LARGEST 200
#define STEP 10

/* What stands in the settings, and what the list shows; languages are called by their own names. */
static const char *const languages[] = { "", "zh_CN", "en" };

static const int autosave_seconds[] = { 0, 60, 300 };

static AdwPreferencesGroup *
group_new (const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  return group;
}

static GtkWidget *
make_author_group (void)
{
  AdwPreferencesGroup *group = group_new (_ ("Person"), _ ("Shown in the history and under notes"));
  GtkWidget *name = gtk_entry_new ();

  g_settings_bind (zp_settings_get (), "author", name, "text", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (group, zp_entry_row_new (_ ("Name"), name));
  return GTK_WIDGET (group);
}

static GtkWidget *
make_scale_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *scale = gtk_spin_button_new_with_range (SMALLEST, LARGEST, STEP);

  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  g_settings_bind (zp_settings_get (), "text-scale", scale, "value", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Text size (%)"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scale);
  zp_row_lend_focus (row, scale, _ ("Text size (%)"));
  return row;
}

static void
on_language (AdwComboRow *row)
{
  guint at = adw_combo_row_get_selected (row);

  if (at < G_N_ELEMENTS (languages))
    g_settings_set_string (zp_settings_get (), "language", languages[at]);
}

static guint
chosen_language (void)
{
  g_autofree char *language = g_settings_get_string (zp_settings_get (), "language");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i], language))
      return i;
  return 0;
}

static GtkWidget *
make_language_row (void)
{
  const char *const names[] = { _ ("Same as the desktop"), C_ ("language", "Chinese"),
                                C_ ("language", "English"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Language"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Takes effect at the next start"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen_language ());
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_language), NULL);
  return row;
}

static GtkWidget *
make_look_group (void)
{
  AdwPreferencesGroup *group = group_new (_ ("Appearance"), NULL);

  adw_preferences_group_add (group, make_scale_row ());
  adw_preferences_group_add (group, make_language_row ());
  return GTK_WIDGET (group);
}

static void
on_autosave (AdwComboRow *row)
{
  guint at = adw_combo_row_get_selected (row);

  if (at < G_N_ELEMENTS (autosave_seconds))
    g_settings_set_int (zp_settings_get (), "autosave-seconds", autosave_seconds[at]);
}

/* The longest that is not longer than what stands in the settings. */
static guint
chosen_autosave (void)
{
  int seconds = g_settings_get_int (zp_settings_get (), "autosave-seconds");
  guint at = G_N_ELEMENTS (autosave_seconds) - 1;

  while (at > 0 && autosave_seconds[at] > seconds)
    at--;
  return at;
}

static GtkWidget *
make_autosave_row (void)
{
  const char *const names[] = { C_ ("autosave", "Off"), _ ("1 minute after a change"),
                                _ ("5 minutes after a change"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Save the file automatically"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Not when another program has changed the file"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen_autosave ());
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_autosave), NULL);
  return row;
}

static GtkWidget *
make_safety_group (void)
{
  AdwPreferencesGroup *group = group_new (_ ("Safety"), NULL);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Every change is kept on the disk at once"));
  adw_action_row_set_subtitle (
    ADW_ACTION_ROW (row),
    _ ("If the program or the computer stops, changes are offered back at the next start. The file "
       "itself changes when you save."));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_group_add (group, make_autosave_row ());
  adw_preferences_group_add (group, row);
  return GTK_WIDGET (group);
}

static GtkWidget *
make_page (void)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_author_group ()));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_look_group ()));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_safety_group ()));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page));
  return box;
}

/**
 * zp_preferences_present: shows the preferences; each takes effect at once.
 *
 * AdwPreferencesWindow gives the keyboard to the tab of a page before it is shown, and a screen
 * reader hears nothing after that; with one page there is nothing to switch anyway.
 */
void
zp_preferences_present (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), make_page ());
  zp_add_escape (window, gtk_named_action_new ("window.close"));
  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

/** zp_about_present: shows what this program is. */
void
zp_about_present (GtkWindow *parent)
{
  adw_show_about_window (parent, "application-name", _ ("Ziping"), "application-icon",
                         "io.github.ziping.Ziping", "version", ZP_VERSION, "developer-name",
                         _ ("The Ziping developers"), "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Writes self-evaluation reports whose figures agree."),
                         NULL);
}
