/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of an outline share. */
#pragma once

#include "session/zp-outline.h"

G_BEGIN_DECLS

/**
 * @places: of #ZpPlace
 * @places_by_block: place of each block of the pack, -1 for none
 * @places_by_passage: place + 1 by id of a passage
 * @progress: of #ZpProgress, one for each place; counted when asked for, see @is_counted
 */
struct _ZpOutline
{
  ZpSession *session;
  gulong handler;
  GPtrArray *places;
  GArray *places_by_block;
  GHashTable *places_by_passage;
  GArray *progress;
  ZpProgress total;
  gboolean is_counted;
};

typedef void (*ZpContentFunc) (const ZpContent *content, gboolean is_repeated, gpointer data);

void zp_section_foreach_content (const ZpSection *self,
                                 gboolean is_repeated,
                                 ZpContentFunc func,
                                 gpointer data);
void zp_outline_count_progress (ZpOutline *self);

G_END_DECLS
