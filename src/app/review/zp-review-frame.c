/* SPDX-License-Identifier: GPL-3.0-or-later
 * The frame of a dialog of the review: cancel at the left, the verb at the right. */
#include "app/review/zp-review-frame.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-width-bin.h"

#define TEXT_HEIGHT 110

static GtkWidget *
header_new (ZpReviewFrame *self, const char *verb)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel =
    gtk_button_new_with_mnemonic (verb != NULL ? _ ("_Cancel") : C_ ("a dialog", "_Close"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self->window);
  if (verb == NULL)
    return header;
  self->verb = gtk_button_new_with_mnemonic (verb);
  gtk_widget_add_css_class (self->verb, "suggested-action");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->verb);
  return header;
}

static GtkWidget *
scroll (GtkWidget *body)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), body);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/**
 * zp_review_frame_new:
 * @from: a widget in the window that the dialog belongs to
 * @verb: (nullable): what the dialog does; without it is only looked at
 * @height: -1 for as high as its contents, which then do not scroll
 *
 * Returns: the parts of a dialog that is not shown yet; the toolkit owns it
 */
ZpReviewFrame
zp_review_frame_new (GtkWidget *from, const char *title, const char *verb, int width, int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  ZpReviewFrame self = { GTK_WINDOW (adw_window_new ()), NULL, NULL };

  self.body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_add_css_class (self.body, "zp-review-body");
  gtk_window_set_title (self.window, title);
  gtk_window_set_modal (self.window, TRUE);
  gtk_window_set_transient_for (self.window, GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_set_destroy_with_parent (self.window, TRUE);
  gtk_window_set_default_size (self.window, width, height);
  gtk_box_append (GTK_BOX (box), header_new (&self, verb));
  gtk_box_append (GTK_BOX (box), height < 0 ? self.body : scroll (self.body));
  /* A label that wraps answers wrongly how wide it has to be at a height. */
  adw_window_set_content (ADW_WINDOW (self.window), zp_width_bin_new (box));
  zp_add_escape (GTK_WIDGET (self.window), gtk_named_action_new ("window.close"));
  return self;
}

/**
 * zp_review_text_new:
 * @label: what a screen reader says
 * @buffer: (out) (transfer none): what is written
 *
 * Returns: (transfer floating): a field of several lines; its view is the child of its child
 */
GtkWidget *
zp_review_text_new (const char *label, GtkTextBuffer **buffer)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "zp-note-text");
  zp_set_label (view, label);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_add_css_class (scroller, "zp-note-frame");
  return scroller;
}

/** zp_review_text_get: (transfer full): what is written, without blanks around it. */
char *
zp_review_text_get (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}
