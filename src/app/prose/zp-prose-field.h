/* SPDX-License-Identifier: GPL-3.0-or-later
 * The stretch of the text in which one passage is edited, and the line of facts under it. */
#pragma once

#include "app/prose/zp-prose-bar.h"

G_BEGIN_DECLS

/**
 * ZpProseField:
 * @passage: borrowed from the pack
 * @start @end: before the first character, and before the newline behind the last
 * @bar: the line under it, borrowed from the view
 * @below: mark of the line of the bar
 * @label: name of the passage
 * @is_dirty: something was typed that is not kept yet
 */
typedef struct
{
  const ZpPassage *passage;
  char *label;
  GtkTextBuffer *buffer;
  GtkTextMark *start;
  GtkTextMark *end;
  GtkTextMark *below;
  ZpProseBar *bar;
  gboolean is_dirty;
} ZpProseField;

ZpProseField *zp_prose_field_new (GtkTextBuffer *buffer, const ZpProsePart *part, GtkTextIter *at);
void zp_prose_field_free (ZpProseField *self);
void zp_prose_field_get_range (const ZpProseField *self, GtkTextIter *start, GtkTextIter *end);
gboolean zp_prose_field_has (const ZpProseField *self, const GtkTextIter *iter);
gboolean zp_prose_field_is_empty (const ZpProseField *self);
GPtrArray *zp_prose_read_range (const GtkTextIter *start, const GtkTextIter *end);
char *zp_prose_read_plain (const GtkTextIter *start, const GtkTextIter *end);
GPtrArray *zp_prose_field_read (const ZpProseField *self);
void zp_prose_field_write (ZpProseField *self, const GPtrArray *pieces);
void zp_prose_field_insert (ZpProseField *self, GtkTextIter *at, const GPtrArray *pieces);
gboolean zp_prose_field_shows (const ZpProseField *self, const GPtrArray *pieces);
void zp_prose_field_mark_matches (ZpProseField *self, ZpSession *session);
void zp_prose_field_update_bar (ZpProseField *self, ZpSession *session);

G_END_DECLS
