/* SPDX-License-Identifier: GPL-3.0-or-later
 * A section of the text in a window. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

typedef struct
{
  ZpSession *session;
  GtkWidget *window;
  GtkWidget *page;
  GtkTextView *view;
  GtkTextBuffer *buffer;
} TextFixture;

void text_fixture_show (TextFixture *self, ZpSession *session, const char *section);
void text_fixture_close (TextFixture *self);
const char *text_fixture_get_kept (TextFixture *self, const char *passage);

G_END_DECLS
