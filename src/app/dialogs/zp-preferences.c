/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the person at this PC prefers. */
#include "app/dialogs/zp-preferences.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-settings.h"

#define SMALLEST 80
#define LARGEST 200
#define STEP 10

/* What stands in the settings, and what the list shows; languages are called by their own names. */
static const char *const languages[] = { "", "zh_CN", "en" };

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
  AdwPreferencesGroup *group =
    group_new (_ ("Person"), _ ("Stands in the history and under notes"));
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Name"));
  g_settings_bind (zp_settings_get (), "author", row, "text", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (group, row);
  return GTK_WIDGET (group);
}

static GtkWidget *
make_scale_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *scale = gtk_spin_button_new_with_range (SMALLEST, LARGEST, STEP);

  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  zp_set_label (scale, _ ("Size of the text, per cent"));
  g_settings_bind (zp_settings_get (), "text-scale", scale, "value", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Size of the text, per cent"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), scale);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), scale);
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
  const char *const names[] = { _ ("As the desktop"), C_ ("language", "Chinese"),
                                C_ ("language", "English"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Language of messages"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("From the next start on"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen_language ());
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_language), NULL);
  return row;
}

static GtkWidget *
make_look_group (void)
{
  AdwPreferencesGroup *group = group_new (_ ("Look"), NULL);

  adw_preferences_group_add (group, make_scale_row ());
  adw_preferences_group_add (group, make_language_row ());
  return GTK_WIDGET (group);
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
  adw_preferences_group_add (group, row);
  return GTK_WIDGET (group);
}

/** zp_preferences_present: shows the preferences; each takes effect at once. */
void
zp_preferences_present (GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_author_group ()));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_look_group ()));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_safety_group ()));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
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
