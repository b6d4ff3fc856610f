/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands on the start page: buttons, rows, and the bar of unsaved work. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/common/zp-parts.h"
#include "app/shell/zp-start-row-private.h"
#include "app/shell/zp-time-words.h"
#include "session/zp-lent.h"

static GtkWidget *
icon_new (const char *name)
{
  GtkWidget *image =
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), name);
  return image;
}

static GtkWidget *
lines_new (const char *title, const char *title_class, const char *subtitle)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (lines), zp_label_new (title, title_class));
  gtk_box_append (GTK_BOX (lines), zp_label_new (subtitle, "zp-caption"));
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  return lines;
}

/** zp_start_button_new: (transfer floating): a wide button with a line that says what it does. */
GtkWidget *
zp_start_button_new (const char *icon, const char *title, const char *subtitle, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = icon_new (icon);

  gtk_widget_add_css_class (image, "zp-big-icon");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), lines_new (title, "zp-h2", subtitle));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "zp-start-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  zp_set_label (button, title);
  return button;
}

static GtkWidget *
state_of (const ZpRecentReport *report)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const guint counts[] = {
    [ZP_SEVERITY_ERROR] = report->errors,
    [ZP_SEVERITY_WARNING] = report->warnings,
  };

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *text = zp_severity_count_words (i, counts[i]);

      if (counts[i] > 0)
        gtk_box_append (GTK_BOX (box), zp_sign_new (zp_severity_get_icon (i), text, text));
    }
  if (gtk_widget_get_first_child (box) != NULL)
    return box;
  if (report->missing > 0)
    {
      g_autofree char *text = g_strdup_printf (
        ngettext ("%u entry missing", "%u entries missing", report->missing), report->missing);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "zp-caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  else
    gtk_box_append (GTK_BOX (box), zp_sign_new ("object-select-symbolic", _ ("Checks passed"),
                                                _ ("Checks passed")));
  return box;
}

/* Folders above the home folder are not what tells two files from each other. */
static char *
shorten_path (const char *path)
{
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);
  g_autofree char *shown = zp_lent_show (path);

  if (g_str_has_prefix (path, home) && path[length] == G_DIR_SEPARATOR)
    return g_strconcat ("~", shown + length, NULL);
  return g_steal_pointer (&shown);
}

static void
add_suffixes (AdwActionRow *row, const ZpRecentReport *report)
{
  g_autofree char *time = zp_time_to_words (report->time, g_get_real_time ());
  GtkWidget *label = gtk_label_new (time);

  gtk_widget_add_css_class (label, "zp-caption");
  gtk_widget_add_css_class (label, "zp-when");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  adw_action_row_add_suffix (row, state_of (report));
  adw_action_row_add_suffix (row, label);
}

static GtkWidget *
row_new (const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon_new (icon));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/** zp_start_recent_row_new: (transfer floating): a report opened lately, as it was left. */
GtkWidget *
zp_start_recent_row_new (const ZpRecentReport *report)
{
  g_autofree char *path = shorten_path (report->path);
  GtkWidget *row = row_new ("x-office-document-symbolic", report->title,
                            report->is_there ? path : _ ("The file is no longer there"));

  if (report->is_there)
    add_suffixes (ADW_ACTION_ROW (row), report);
  else
    gtk_widget_add_css_class (row, "zp-gone");
  zp_set_tooltip (row, path);
  return row;
}

/** zp_start_example_row_new: (transfer floating): the worked example. */
GtkWidget *
zp_start_example_row_new (void)
{
  GtkWidget *row = row_new ("help-browser-symbolic", _ ("Worked example"),
                            _ ("A filled report with mistakes in it, to get to know the checks"));

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon_new ("go-next-symbolic"));
  return row;
}

static char *
describe_salvaged (const char *title, const char *time, guint n_steps)
{
  if (n_steps == 0)
    return g_strdup_printf (_ ("%s, %s: what could be read of the damaged file is there"), title,
                            time);
  return g_strdup_printf (
    ngettext ("%s, %s: what could be read of the damaged file and %u change are there",
              "%s, %s: what could be read of the damaged file and %u changes are there", n_steps),
    title, time, n_steps);
}

static char *
describe_work (const ZpLeftWork *work)
{
  const char *title = work->title != NULL ? work->title : _ ("New Report");
  g_autofree char *time = NULL;

  if (work->is_damaged)
    return g_strdup (_ ("The work that was kept cannot be read"));
  time = zp_time_to_words (work->time, g_get_real_time ());
  if (work->is_salvaged)
    return describe_salvaged (title, time, work->n_steps);
  return g_strdup_printf (
    ngettext ("%s, %s: %u change is there", "%s, %s: %u changes are there", work->n_steps), title,
    time, work->n_steps);
}

static GtkWidget *
add_button (GtkWidget *bar, const char *text, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

/**
 * zp_start_work_new:
 * @discard @restore: (out): its buttons
 *
 * Returns: (transfer floating): a bar that offers unsaved work back
 */
GtkWidget *
zp_start_work_new (const ZpLeftWork *work, GtkWidget **discard, GtkWidget **restore)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *text = describe_work (work);

  gtk_widget_add_css_class (bar, "zp-left-work");
  gtk_box_append (GTK_BOX (bar), icon_new ("document-open-recent-symbolic"));
  gtk_box_append (GTK_BOX (bar),
                  lines_new (_ ("The program ended early; changes are not saved"), "zp-h2", text));
  *discard = add_button (bar, _ ("Discard"), NULL);
  *restore = add_button (bar, _ ("Restore"), "suggested-action");
  return bar;
}
