/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is left to do before a report is handed in. */
#include "app/review/zp-to-do-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "app/review/zp-jump.h"
#include "app/review/zp-review-frame.h"
#include "session/zp-review-steps.h"

#define WIDTH 640
#define HEIGHT 520

/* More is not read at one sitting. */
#define MAX_ROWS 200

static GtkWidget *
row_new (const ZpToDo *to_do)
{
  GtkWidget *row = zp_line_new (10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *severity = zp_severity_get_word (to_do->severity);

  gtk_widget_add_css_class (row, "zp-to-do");
  gtk_box_append (GTK_BOX (words), zp_label_new (to_do->title, "zp-strong"));
  gtk_box_append (GTK_BOX (words), zp_label_new (to_do->message, "zp-lead"));
  gtk_widget_set_hexpand (words, TRUE);
  zp_line_append (ZP_LINE (row),
                  zp_sign_new (zp_severity_get_icon (to_do->severity), NULL, severity));
  zp_line_append (ZP_LINE (row), words);
  if (to_do->needs_note)
    zp_line_append (ZP_LINE (row), zp_jump_new_for (_ ("Write a Note"), to_do->title,
                                                    "win.write-note", to_do->finding));
  if (to_do->target != NULL)
    zp_line_append (ZP_LINE (row),
                    zp_jump_new_for (_ ("Go There"), to_do->title, "win.go-to", to_do->target));
  return row;
}

static void
add_rows (GtkWidget *body, const GPtrArray *list)
{
  for (guint i = 0; i < MIN (list->len, MAX_ROWS); i++)
    gtk_box_append (GTK_BOX (body), row_new (g_ptr_array_index (list, i)));
}

/**
 * zp_to_do_dialog_present:
 *
 * Says why the report cannot be handed in yet: each thing with a way to where it is done.
 */
void
zp_to_do_dialog_present (GtkWidget *from, ZpSession *session)
{
  g_autoptr (GPtrArray) list = zp_session_list_to_do (session);
  ZpReviewFrame frame = zp_review_frame_new (from, _ ("Not Sent Yet"), NULL, WIDTH, HEIGHT);
  g_autofree char *heading = g_strdup_printf (
    ngettext ("%u thing is left to do before the report is sent for review",
              "%u things are left to do before the report is sent for review", list->len),
    list->len);

  gtk_box_append (GTK_BOX (frame.body), zp_label_new (heading, "zp-h2"));
  gtk_box_append (
    GTK_BOX (frame.body),
    zp_label_new (_ ("An error has to be mended; for a warning a note is enough."), "zp-lead"));
  add_rows (frame.body, list);
  gtk_window_present (frame.window);
}
