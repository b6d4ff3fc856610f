/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of the user's help, as blocks that can be shown. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZpHelpKind:
 * @ZP_HELP_TITLE: "# …"
 * @ZP_HELP_HEADING: "## …"
 * @ZP_HELP_PARAGRAPH: anything else; lines up to an empty one are one paragraph
 * @ZP_HELP_ITEM: "- …" or "1. …"
 * @ZP_HELP_ROW: "| … | … |"
 */
typedef enum
{
  ZP_HELP_TITLE,
  ZP_HELP_HEADING,
  ZP_HELP_PARAGRAPH,
  ZP_HELP_ITEM,
  ZP_HELP_ROW,
} ZpHelpKind;

/**
 * ZpHelpBlock:
 * @markup: of the whole block; of a row the first column
 * @second: (nullable): of an item its mark, of a row the second column
 * @is_head: the row above the line of a table
 */
typedef struct
{
  ZpHelpKind kind;
  char *markup;
  char *second;
  gboolean is_head;
} ZpHelpBlock;

/**
 * ZpHelpPage:
 * @id: such as "keyboard"
 * @title: plain text
 * @blocks: of #ZpHelpBlock, the title first
 */
typedef struct
{
  char *id;
  char *title;
  GPtrArray *blocks;
} ZpHelpPage;

GPtrArray *zp_help_parse (const char *text);
GPtrArray *zp_help_load (void);

G_END_DECLS
