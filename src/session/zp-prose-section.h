/* SPDX-License-Identifier: GPL-3.0-or-later
 * A section of the text as the clerk meets it: headings, passages, what the tables put into it. */
#pragma once

#include "session/zp-prose.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_PROSE_PART_HEADING,
  ZP_PROSE_PART_PASSAGE, /* can be edited here */
  ZP_PROSE_PART_TABLE,   /* a table in the text, or the table whose rows follow */
  ZP_PROSE_PART_ROW,     /* written from one row of a table: title and text; edited in the table */
  ZP_PROSE_PART_NOTES,   /* the notes on findings stand here */
} ZpProsePartKind;

/**
 * ZpProsePart:
 * @level: of a heading, 1 to 4
 * @title: of everything but a passage, with its number; of a passage its label
 * @passage: of a passage, borrowed from the pack
 * @target: (nullable): where it is edited, for the action "win.go-to"
 * @text: of a row: what is printed
 * @count: characters of a row; rows of a table
 * @pair: (nullable): the rows of other tables that belong to this one: 措施：…
 * @is_unpaired: there should be one and there is none
 */
typedef struct
{
  ZpProsePartKind kind;
  int level;
  char *title;
  const ZpPassage *passage;
  char *target;
  char *text;
  guint count;
  char *pair;
  gboolean is_unpaired;
} ZpProsePart;

void zp_prose_part_free (ZpProsePart *self);
GPtrArray *zp_prose_list_parts (ZpSession *session, const ZpSection *section);

G_END_DECLS
