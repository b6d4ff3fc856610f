/* SPDX-License-Identifier: GPL-3.0-or-later
 * What needs a person, in groups, each to be accepted or remarked on. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-session.h"

G_BEGIN_DECLS

#define ZP_TYPE_REVIEW_PAGE (zp_review_page_get_type ())
G_DECLARE_FINAL_TYPE (ZpReviewPage, zp_review_page, ZP, REVIEW_PAGE, GtkWidget)

GtkWidget *zp_review_page_new (ZpSession *session);

G_END_DECLS
