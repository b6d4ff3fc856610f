/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who signed, whether the seals hold, and what changed since. */
#include "app/review/zp-seal-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "app/review/zp-jump.h"
#include "app/review/zp-review-frame.h"
#include "session/zp-seal-view.h"

#define WIDTH 620
#define HEIGHT 560

static const char *
icon_of (gboolean is_good)
{
  return is_good ? "object-select-symbolic" : "dialog-warning-symbolic";
}

static void
add (GtkWidget *box, const char *text, const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (box), zp_label_new (text, css_class));
}

static GtkWidget *
signer_new (const ZpSealLine *line)
{
  GtkWidget *card = zp_line_new (10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *code = g_strdup_printf (_ ("Check code %s"), line->code);
  g_autofree char *subject =
    line->subject != NULL ? g_strdup_printf (_ ("Certificate: %s"), line->subject) : NULL;

  gtk_widget_add_css_class (card, "zp-card");
  add (words, line->who, "zp-strong");
  add (words, line->opinion, NULL);
  add (words, line->time, "zp-caption");
  add (words, code, "zp-caption");
  add (words, subject, "zp-caption");
  add (words, line->signature, line->is_good ? "zp-caption" : "zp-trouble");
  gtk_widget_set_hexpand (words, TRUE);
  zp_line_append (ZP_LINE (card), zp_sign_new (icon_of (line->is_good), NULL, line->signature));
  zp_line_append (ZP_LINE (card), words);
  return card;
}

static GtkWidget *
change_new (const ZpSealChange *change)
{
  GtkWidget *row = zp_line_new (10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *nothing = _ ("nothing");
  g_autofree char *moved = g_strdup_printf (C_ ("a change", "%1$s → %2$s"),
                                            change->before != NULL ? change->before : nothing,
                                            change->after != NULL ? change->after : nothing);

  gtk_widget_add_css_class (row, "zp-to-do");
  add (words, change->label, "zp-strong");
  if (change->before != NULL || change->after != NULL)
    add (words, moved, "zp-lead");
  gtk_widget_set_hexpand (words, TRUE);
  zp_line_append (ZP_LINE (row), words);
  if (change->target != NULL)
    zp_line_append (ZP_LINE (row), zp_jump_new (change->target, change->label));
  return row;
}

static void
add_changes (GtkWidget *body, const ZpSealView *view)
{
  if (view->changes->len > 0)
    add (body, _ ("Changed after signing"), "zp-h2");
  for (guint i = 0; i < view->changes->len; i++)
    gtk_box_append (GTK_BOX (body), change_new (g_ptr_array_index (view->changes, i)));
}

/** zp_seal_dialog_present: shows the seals of the report. */
void
zp_seal_dialog_present (GtkWidget *from, ZpSession *session)
{
  g_autoptr (ZpSealView) view = zp_seal_view_new (session);
  ZpReviewFrame frame = zp_review_frame_new (from, _ ("Signatures"), NULL, WIDTH, HEIGHT);
  GtkWidget *headline = zp_line_new (8);

  zp_line_append (ZP_LINE (headline), zp_sign_new (icon_of (view->is_sound), NULL, view->headline));
  zp_line_append (ZP_LINE (headline), zp_label_new (view->headline, "zp-h2"));
  gtk_box_append (GTK_BOX (frame.body), headline);
  for (guint i = 0; i < view->lines->len; i++)
    gtk_box_append (GTK_BOX (frame.body), signer_new (g_ptr_array_index (view->lines, i)));
  add_changes (frame.body, view);
  gtk_window_present (frame.window);
}
