/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finds cells, texts, findings, places and commands by some of their words. */
#pragma once

#include "session/zp-outline.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_FOUND_COMMAND,
  ZP_FOUND_PLACE,
  ZP_FOUND_CELL,
  ZP_FOUND_TEXT,
  ZP_FOUND_FINDING,
} ZpFoundKind;

/**
 * ZpFound: one result.
 * @target: id of the cell, text, place or finding; detailed name of the action of a command
 * @label: what is shown; @where: where it is, or the shortcut of a command
 * @figure: (nullable): of a cell
 */
typedef struct
{
  ZpFoundKind kind;
  char *target;
  char *label;
  char *where;
  char *figure;
} ZpFound;

void zp_found_free (ZpFound *self);

typedef struct _ZpFinder ZpFinder;

ZpFinder *zp_finder_new (ZpSession *session, ZpOutline *outline);
void zp_finder_free (ZpFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpFinder, zp_finder_free)

void
zp_finder_add_command (ZpFinder *self, const char *action, const char *label, const char *shortcut);
GPtrArray *zp_finder_search (ZpFinder *self, const char *words, guint max);

G_END_DECLS
