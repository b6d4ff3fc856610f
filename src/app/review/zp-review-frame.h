/* SPDX-License-Identifier: GPL-3.0-or-later
 * The frame of a dialog of the review: cancel at the left, the verb at the right. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ZpReviewFrame:
 * @verb: (nullable): the button at the right
 * @body: a box for what the dialog holds
 */
typedef struct
{
  GtkWindow *window;
  GtkWidget *verb;
  GtkWidget *body;
} ZpReviewFrame;

ZpReviewFrame
zp_review_frame_new (GtkWidget *from, const char *title, const char *verb, int width, int height);
GtkWidget *zp_review_text_new (const char *label, GtkTextBuffer **buffer);
char *zp_review_text_get (GtkTextBuffer *buffer);

G_END_DECLS
