/* SPDX-License-Identifier: GPL-3.0-or-later
 * The commands of a window, by name. */
#include "app/dialogs/zp-palette-commands.h"

#include <glib/gi18n-lib.h>

#include "session/zp-review-log.h"

/* clang-format off */
static const struct
{
  const char *action;
  const char *label;
} commands[] = {
  { "win.undo", N_ ("Undo") },
  { "win.redo", N_ ("Redo") },
  { "win.save", N_ ("Save") },
  { "win.save-as", N_ ("Save As …") },
  { "win.export", N_ ("Export …") },
  { "win.preview", N_ ("Full Preview") },
  { "win.print", N_ ("Print …") },
  { "win.show-review", N_ ("What Needs a Person") },
  { "win.show-trail", N_ ("Record of Changes") },
  { "win.compare", N_ ("Compare with Another Version …") },
  { "win.merge", N_ ("Merge Another Copy …") },
  { "win.remark", N_ ("Write a Remark …") },
  { "win.show-remarks", N_ ("Remarks") },
  { "win.sign-off", N_ ("Sign-off Sheet (PDF) …") },
  { "win.show-seals", N_ ("Signatures") },
  { "win.next-finding", N_ ("Next Finding") },
  { "win.previous-finding", N_ ("Previous Finding") },
  { "win.next-section", N_ ("Next Section") },
  { "win.previous-section", N_ ("Previous Section") },
  { "win.back", N_ ("Back") },
  { "win.forward", N_ ("Forward") },
  { "win.explain", N_ ("Explain This Cell") },
  { "win.insert-figure", N_ ("Insert a Figure into the Text") },
  { "win.toggle-pane", N_ ("Show or Hide the Right Pane") },
  { "win.toggle-sidebar", N_ ("Show or Hide the Sections") },
  { "app.new", N_ ("New Report …") },
  { "app.open", N_ ("Open …") },
  { "app.preferences", N_ ("Preferences") },
  { "app.shortcuts", N_ ("Keyboard Shortcuts") },
  { "app.about", N_ ("About Ziping") },
  { "win.close", N_ ("Close") },
};
/* clang-format on */

static char *
find_shortcut (GtkApplication *application, const char *action)
{
  g_auto (GStrv) accels = NULL;
  GdkModifierType modifiers;
  guint key;

  if (application == NULL)
    return NULL;
  accels = gtk_application_get_accels_for_action (application, action);
  if (accels[0] == NULL || !gtk_accelerator_parse (accels[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

/* Of the review only what can be done where the report stands. */
static void
add_review_commands (ZpFinder *finder, ZpSession *session)
{
  g_autoptr (GArray) list = zp_session_list_commands (session);

  for (guint i = 0; i < list->len; i++)
    {
      const ZpReviewCommand *command = &g_array_index (list, ZpReviewCommand, i);

      zp_finder_add_command (finder, command->action, command->label, NULL);
    }
}

/** zp_palette_add_commands: lets @finder find what can be done in @window. */
void
zp_palette_add_commands (ZpFinder *finder, ZpSession *session, GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *shortcut = find_shortcut (application, commands[i].action);

      zp_finder_add_command (finder, commands[i].action, _ (commands[i].label), shortcut);
    }
  add_review_commands (finder, session);
}
