/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the view of a section share. */
#pragma once

#include "app/prose/zp-prose-chip.h"
#include "app/prose/zp-prose-field.h"
#include "app/prose/zp-prose-view.h"

G_BEGIN_DECLS

/** Beside the text, for the frame around the passage with the caret. */
#define ZP_PROSE_MARGIN 14

/**
 * ZpProseView:
 * @parts: of #ZpProsePart: what the text was built from
 * @fields: of #ZpProseField: the passages in it, in order
 * @bars: of GtkWidget, borrowed: all lines under passages, to be as wide as the text
 * @current: (nullable): the field with the caret
 * @heading @fixed @below @none: tags of what is no passage, and of lines with a bar
 * @quiet: the program is changing the text, so that nothing is guarded and nothing becomes dirty
 * @caret: where the caret was last, in characters
 * @entered: Enter was pressed on a chip: it opens, and no line is broken
 */
struct _ZpProseView
{
  GtkTextView parent_instance;

  ZpSession *session;
  const ZpSection *section;
  GPtrArray *parts;
  GPtrArray *fields;
  GPtrArray *bars;
  ZpProseField *current;
  GtkTextTag *heading;
  GtkTextTag *fixed;
  GtkTextTag *below;
  guint quiet;
  int caret;
  gboolean entered;
  gboolean has_preedit;
  gboolean is_committing;
  guint pause_source;
  guint measure_source;
  int width;
};

void zp_prose_view_build (ZpProseView *self, GPtrArray *parts);
ZpProseField *zp_prose_view_find_field (ZpProseView *self, const GtkTextIter *iter);
void zp_prose_view_connect_guard (ZpProseView *self);
void zp_prose_view_snapshot_below (ZpProseView *self, GtkSnapshot *snapshot);
void zp_prose_view_measure (ZpProseView *self);
void zp_prose_view_touch (ZpProseView *self, ZpProseField *field);
void zp_prose_view_set_current (ZpProseView *self, ZpProseField *field);
gboolean zp_prose_view_commit_field (ZpProseView *self, ZpProseField *field);
void zp_prose_view_emit_chip (ZpProseView *self);
void zp_prose_view_emit_caret (ZpProseView *self);
void zp_prose_view_place_caret (ZpProseView *self, const ZpProseField *field, int from_start);
void zp_prose_view_copy (ZpProseView *self);
void zp_prose_view_cut (ZpProseView *self);
gboolean zp_prose_view_paste_pieces (ZpProseView *self);
void zp_prose_view_get_insert (ZpProseView *self, GtkTextIter *iter);

G_END_DECLS
