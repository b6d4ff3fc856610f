/* SPDX-License-Identifier: GPL-3.0-or-later
 * The window that lists the keys. */
#include <glib/gi18n-lib.h>

#include "app/dialogs/zp-preferences.h"

typedef struct
{
  const char *keys;
  const char *title;
} Shortcut;

typedef struct
{
  const char *title;
  Shortcut shortcuts[16];
} Group;

static const Group groups[] = {
  { N_ ("Typing"),
    {
      { "Tab", N_ ("Next cell to be typed") },
      { "<Shift>Tab", N_ ("Previous cell to be typed") },
      { "Return", N_ ("Down") },
      { "F2", N_ ("Edit; in a grey cell: declared figure") },
      { "Escape", N_ ("Give up the entry") },
      { "Delete", N_ ("Clear") },
      { "F1", N_ ("Why this figure") },
      { "<Alt>Return", N_ ("Accept the correction") },
      { "<Control>j", N_ ("Insert a figure into text") },
      { "<Control><Alt>m", N_ ("Write a remark") },
    } },
  { N_ ("Blocks and rows"),
    {
      { "<Shift>Right", N_ ("Select cells") },
      { "<Control>a", N_ ("Select the whole sheet") },
      { "<Control>c", N_ ("Copy") },
      { "<Control>v", N_ ("Paste") },
      { "<Control><Shift>v", N_ ("Paste, shown first") },
      { "<Control>d", N_ ("Duplicate the row, or fill down") },
      { "<Control>Return", N_ ("Add a row below") },
      { "<Control>minus", N_ ("Remove the row") },
      { "<Alt>Up", N_ ("Move the row up") },
      { "<Alt>Down", N_ ("Move the row down") },
    } },
  { N_ ("Going places"),
    {
      { "F8", N_ ("Next finding") },
      { "<Shift>F8", N_ ("Previous finding") },
      { "<Control>Page_Down", N_ ("Next section") },
      { "<Control>Page_Up", N_ ("Previous section") },
      { "<Alt>Left", N_ ("Back to where you were") },
      { "<Alt>Right", N_ ("Forward again") },
      { "<Control>k", N_ ("Search everything") },
      { "F6", N_ ("Next part of the window") },
      { "F9", N_ ("Show or hide the findings") },
      { "<Shift>F9", N_ ("Show or hide the sections") },
    } },
  { N_ ("Pages of the preview"),
    {
      { "Right", N_ ("Next figure or paragraph") },
      { "Left", N_ ("Previous figure or paragraph") },
      { "Return", N_ ("To where it is typed") },
      { "<Control>f", N_ ("Find in the pages") },
      { "<Control>plus", N_ ("Larger") },
      { "<Control>minus", N_ ("Smaller") },
      { "<Control>0", N_ ("Fit Width") },
    } },
  { N_ ("Report"),
    {
      { "<Control>n", N_ ("New Report") },
      { "<Control>o", N_ ("Open") },
      { "<Control>s", N_ ("Save") },
      { "<Control><Shift>s", N_ ("Save under another name") },
      { "<Control>e", N_ ("Export") },
      { "<Control><Shift>p", N_ ("Full preview") },
      { "<Control>p", N_ ("Print") },
      { "<Control>z", N_ ("Undo") },
      { "<Control><Shift>z", N_ ("Redo") },
      { "<Control>w", N_ ("Close the window") },
      { "<Control>comma", N_ ("Preferences") },
      { "<Control>question", N_ ("Keyboard Shortcuts") },
      { "<Control>q", N_ ("Quit") },
    } },
};

static void
add_shortcut (GString *xml, const Shortcut *shortcut)
{
  g_autofree char *text = g_markup_printf_escaped (
    "<child><object class='GtkShortcutsShortcut'><property name='accelerator'>%s</property>"
    "<property name='title'>%s</property></object></child>",
    shortcut->keys, _ (shortcut->title));

  g_string_append (xml, text);
}

static void
add_group (GString *xml, const Group *group)
{
  g_autofree char *title = g_markup_printf_escaped (
    "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
    _ (group->title));

  g_string_append (xml, title);
  for (guint i = 0; i < G_N_ELEMENTS (group->shortcuts) && group->shortcuts[i].keys != NULL; i++)
    add_shortcut (xml, &group->shortcuts[i]);
  g_string_append (xml, "</object></child>");
}

/* The toolkit builds this window from a description only. */
static char *
describe (void)
{
  GString *xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'><child>"
                               "<object class='GtkShortcutsSection'>"
                               "<property name='section-name'>all</property>"
                               "<property name='max-height'>12</property>");

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    add_group (xml, &groups[i]);
  g_string_append (xml, "</object></child></object></interface>");
  return g_string_free (xml, FALSE);
}

/** zp_shortcuts_present: shows all keys. */
void
zp_shortcuts_present (GtkWindow *parent)
{
  g_autofree char *xml = describe ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (xml, -1);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_set_modal (window, TRUE);
  gtk_window_present (window);
}
