/* SPDX-License-Identifier: GPL-3.0-or-later
 * Live figures in a text buffer: stretches under a tag of their own that knows its piece. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-prose.h"

G_BEGIN_DECLS

void zp_prose_chip_insert (GtkTextBuffer *buffer, GtkTextIter *at, const ZpProsePiece *piece);
GtkTextTag *zp_prose_chip_at (const GtkTextIter *iter);
GtkTextTag *zp_prose_chip_near (const GtkTextIter *iter);
gboolean zp_prose_chip_is_inside (const GtkTextIter *iter);
const ZpProsePiece *zp_prose_chip_get_piece (GtkTextTag *tag);
void zp_prose_chip_get_bounds (GtkTextTag *tag,
                               const GtkTextIter *inside,
                               GtkTextIter *start,
                               GtkTextIter *end);

void zp_prose_match_apply (GtkTextBuffer *buffer,
                           const GtkTextIter *start,
                           const GtkTextIter *end,
                           const ZpProseMatch *match);
GtkTextTag *zp_prose_match_at (const GtkTextIter *iter);
const ZpProseMatch *zp_prose_match_get (GtkTextTag *tag);
void zp_prose_match_clear (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end);

G_END_DECLS
