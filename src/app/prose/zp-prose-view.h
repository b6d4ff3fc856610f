/* SPDX-License-Identifier: GPL-3.0-or-later
 * The text of one section as one editable view: passages between fixed headings and bars. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-prose-section.h"

G_BEGIN_DECLS

/**
 * ZpProseView:
 *
 * Signals:
 * - "chip-activated": somebody wants to see the figure at the caret; zp_prose_view_get_chip()
 * - "caret-moved": the caret went to another place
 */
#define ZP_TYPE_PROSE_VIEW (zp_prose_view_get_type ())
G_DECLARE_FINAL_TYPE (ZpProseView, zp_prose_view, ZP, PROSE_VIEW, GtkTextView)

GtkWidget *zp_prose_view_new (ZpSession *session, const ZpSection *section);
void zp_prose_view_refresh (ZpProseView *self);
gboolean zp_prose_view_commit (ZpProseView *self);
gboolean zp_prose_view_go_to (ZpProseView *self, const char *passage);
const ZpPassage *zp_prose_view_get_passage (ZpProseView *self, guint *number);
guint zp_prose_view_count_figures (ZpProseView *self);

const ZpProsePiece *zp_prose_view_get_chip (ZpProseView *self, GdkRectangle *area);
const ZpProseMatch *zp_prose_view_get_match (ZpProseView *self, GdkRectangle *area);
void zp_prose_view_get_caret (ZpProseView *self, GdkRectangle *area);
void zp_prose_view_activate_chip (ZpProseView *self);
void zp_prose_view_replace_chip (ZpProseView *self, const ZpProsePiece *piece);
void zp_prose_view_bind_match (ZpProseView *self);
gboolean zp_prose_view_insert_figure (ZpProseView *self, const char *id);
gboolean zp_prose_view_step_chip (ZpProseView *self, gboolean forward);

G_END_DECLS
