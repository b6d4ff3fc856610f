/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where the report stands in the review, and what can be done now. */
#include "app/review/zp-review-card.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "session/zp-review-log.h"
#include "session/zp-seal-view.h"

/* Of a report that went to and fro the last steps are shown. */
#define MAX_LINES 4

/** zp_review_card_new: (transfer floating): empty until it is refreshed. */
GtkWidget *
zp_review_card_new (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (card, "zp-card");
  gtk_box_append (GTK_BOX (card), zp_label_new (_ ("Review and signature"), "zp-h2"));
  return card;
}

static GtkWidget *
line_new (const ZpLogLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = zp_line_new (8);
  GtkWidget *what = zp_label_new (line->what, NULL);

  gtk_widget_set_hexpand (what, TRUE);
  zp_line_append (ZP_LINE (head), what);
  zp_line_append (ZP_LINE (head), zp_label_new (line->time, "zp-caption"));
  gtk_box_append (GTK_BOX (box), head);
  if (*line->text != '\0')
    gtk_box_append (GTK_BOX (box), zp_label_new (line->text, "zp-lead"));
  return box;
}

static void
add_log (GtkWidget *card, ZpSession *session)
{
  g_autoptr (GPtrArray) lines = zp_session_list_log (session);
  guint first = lines->len > MAX_LINES ? lines->len - MAX_LINES : 0;

  for (guint i = first; i < lines->len; i++)
    gtk_box_append (GTK_BOX (card), line_new (g_ptr_array_index (lines, i)));
}

static void
add_seal (GtkWidget *card, ZpSession *session)
{
  g_autoptr (ZpSealView) view = NULL;
  GtkWidget *row;
  GtkWidget *label;
  GtkWidget *button;

  if (!zp_session_is_sealed (session))
    return;
  view = zp_seal_view_new (session);
  row = zp_line_new (8);
  label = zp_label_new (view->headline, "zp-strong");
  button = gtk_button_new_with_label (_ ("Signatures"));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-seals");
  zp_line_append (ZP_LINE (row), zp_sign_new (view->is_sound ? "object-select-symbolic"
                                                             : "dialog-warning-symbolic",
                                              NULL, view->headline));
  zp_line_append (ZP_LINE (row), label);
  zp_line_append (ZP_LINE (row), button);
  gtk_box_append (GTK_BOX (card), row);
}

/* Two beside each other: three do not fit into a card of a small window. */
static void
add_commands (GtkWidget *card, ZpSession *session)
{
  g_autoptr (GArray) commands = zp_session_list_commands (session);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);

  for (guint i = 0; i < commands->len; i++)
    {
      const ZpReviewCommand *command = &g_array_index (commands, ZpReviewCommand, i);
      GtkWidget *button = gtk_button_new_with_label (command->label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), command->action);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_grid_attach (GTK_GRID (grid), button, (int) i % 2, (int) i / 2, 1, 1);
    }
  gtk_widget_set_visible (grid, commands->len > 0);
  gtk_box_append (GTK_BOX (card), grid);
}

/** zp_review_card_refresh: shows where the report stands now. */
void
zp_review_card_refresh (GtkWidget *card, ZpSession *session)
{
  GtkWidget *title = gtk_widget_get_first_child (card);
  const char *state = zp_review_state_get_label (zp_session_get_review_state (session));
  g_autofree char *words = g_strdup_printf (_ ("State: %s"), state);
  GtkWidget *row;

  while ((row = gtk_widget_get_next_sibling (title)) != NULL)
    gtk_box_remove (GTK_BOX (card), row);
  gtk_box_append (GTK_BOX (card), zp_label_new (words, NULL));
  add_log (card, session);
  add_seal (card, session);
  add_commands (card, session);
}
