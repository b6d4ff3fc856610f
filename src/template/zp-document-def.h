/* SPDX-License-Identifier: GPL-3.0-or-later
 * The outline of the report: parts, sections, passages, tables. */
#pragma once

#include "template/zp-layout.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_PROFILE_SUBMIT = 1 << 0,   /* 报送版 */
  ZP_PROFILE_OFFICIAL = 1 << 1, /* 公文版 */
  ZP_PROFILE_PUBLIC = 1 << 2,   /* 公开版 */
  ZP_PROFILE_ALL = 7,
} ZpProfile;

/**
 * ZpPassage:
 * @key: id without "text."; @id: with it
 * @templates: of #ZpPhrase: paragraphs written by the program, or %NULL for a free passage
 * @each_block: repeated for the rows of that block (one passage for the clerk), or -1
 * @row_blocks: blocks that have a current row where it stands (sections with each), outermost first
 */
typedef struct
{
  char *key;
  char *id;
  ZpPhrase *label;
  GPtrArray *templates;
  int each_block;
  ZpExpr *where;
  ZpExpr *when;
  gboolean required;
  int length;
  char *help;
  gboolean is_private;
  GArray *row_blocks; /* of int */
  guint line;
} ZpPassage;

typedef enum
{
  ZP_CONTENT_PASSAGE,
  ZP_CONTENT_LAYOUT,
  ZP_CONTENT_BLOCK,
  ZP_CONTENT_NOTES,
} ZpContentKind;

/**
 * ZpContent: one piece of a section: a passage, a table by layout, a block with its own layout, or
 * the notes on findings.
 * @lead: for notes: the paragraph before them
 * @checks: for notes: ids of the only checks whose notes are printed, or %NULL for all
 */
typedef struct
{
  ZpContentKind kind;
  ZpPassage *passage;
  const ZpLayout *layout;
  int block;
  ZpPhrase *lead;
  char **checks;
  ZpExpr *when;
} ZpContent;

typedef struct _ZpSection ZpSection;
struct _ZpSection
{
  char *key;
  ZpPhrase *heading; /* or NULL */
  char *short_name;  /* for lists of sections, or NULL */
  gboolean numbered;
  gboolean run_in;
  ZpExpr *when;
  int each_block;      /* or -1 */
  ZpPhrase *none;      /* or NULL */
  GPtrArray *contents; /* of ZpContent */
  GPtrArray *sections; /* of ZpSection */
  guint line;
};

typedef enum
{
  ZP_PART_COVER,
  ZP_PART_SECTIONS,
  ZP_PART_SHOW,
  ZP_PART_ANNEX,
  ZP_PART_SIGN,
  ZP_PART_LETTERHEAD,
  ZP_PART_IMPRINT,
  ZP_PART_LETTER,
} ZpPartKind;

/**
 * ZpPart:
 * @title: of the cover, of the body or of the letter
 * @lines: for a cover: of GPtrArray of two #ZpPhrase: label and value
 * @texts: for a letterhead: of #ZpPhrase: issuer, number, addressee; for an imprint: who gets
 * copies, office, day; for a letter: its paragraphs
 * @layout @block: for show and annex: one of them (block -1 when a layout)
 */
typedef struct
{
  char *key;
  ZpPartKind kind;
  guint profiles; /* of ZpProfile */
  ZpExpr *when;
  ZpPhrase *title;
  GPtrArray *lines;
  ZpPhrase *foot;
  GPtrArray *sections;
  const ZpLayout *layout;
  int block;
  ZpPhrase *sign_unit;
  ZpPhrase *sign_date;
  GPtrArray *texts;
  guint line;
} ZpPart;

G_END_DECLS
