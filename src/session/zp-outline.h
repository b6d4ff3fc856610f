/* SPDX-License-Identifier: GPL-3.0-or-later
 * The places of a report that a window can show, and how far each of them is. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_PLACE_OVERVIEW,
  ZP_PLACE_REVIEW, /* what needs a person; shown while the report is with a reviewer */
  ZP_PLACE_FORM,   /* a page of the pack: sheets */
  ZP_PLACE_TEXT,   /* a top section of the body: passages */
} ZpPlaceKind;

/**
 * ZpPlace:
 * @id: "overview", "review", "page:budget", "section:scale"; also what the action "win.go-to" takes
 * @label: short, as in the side bar: 一、部门概况
 * @title: as on the page
 * @help: (nullable)
 * @page: for a form; @section: for a text (both borrowed from the pack)
 */
typedef struct
{
  ZpPlaceKind kind;
  char *id;
  char *label;
  char *title;
  const char *help;
  const ZpPage *page;
  const ZpSection *section;
} ZpPlace;

/**
 * ZpProgress: how far a place is. Of a table every row counts.
 * @filled: cells (texts) to be typed that have something
 * @expected: cells (texts) that count: those with something, and the required ones without
 * @missing: required ones without anything
 * @rows: of tables typed elsewhere that a text is made of; they are counted where they are typed
 * @errors @warnings @roundings: findings whose culprit is here; explained warnings do not count
 */
typedef struct
{
  guint filled;
  guint expected;
  guint missing;
  guint rows;
  guint errors;
  guint warnings;
  guint roundings;
} ZpProgress;

typedef struct _ZpOutline ZpOutline;

ZpOutline *zp_outline_new (ZpSession *session);
void zp_outline_free (ZpOutline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpOutline, zp_outline_free)

guint zp_outline_count (const ZpOutline *self);
const ZpPlace *zp_outline_get (const ZpOutline *self, guint index);
gboolean zp_outline_is_shown (const ZpOutline *self, guint index);
void zp_outline_get_progress (ZpOutline *self, guint index, ZpProgress *out);
void zp_outline_get_total (ZpOutline *self, ZpProgress *out);
int zp_outline_find_place (const ZpOutline *self, const char *id);
int zp_outline_find_block (const ZpOutline *self, int block);
int zp_outline_find_passage (const ZpOutline *self, const char *passage);

G_END_DECLS
