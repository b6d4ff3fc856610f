/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pages of set text: what the preview shows, the printer prints and PDF and OFD write. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ZpPageTag: what a run is, for readers that read aloud.
 * @ZP_PAGE_TAG_ARTIFACT: page numbers and what is repeated on further pages of a table
 */
typedef enum
{
  ZP_PAGE_TAG_ARTIFACT,
  ZP_PAGE_TAG_TITLE,
  ZP_PAGE_TAG_HEADING_1,
  ZP_PAGE_TAG_HEADING_2,
  ZP_PAGE_TAG_HEADING_3,
  ZP_PAGE_TAG_HEADING_4,
  ZP_PAGE_TAG_PARAGRAPH,
  ZP_PAGE_TAG_TABLE_HEAD,
  ZP_PAGE_TAG_TABLE_CELL,
} ZpPageTag;

/**
 * ZpPageGlyph:
 * @glyph: number of the glyph in its face
 * @x @y: from the origin of the run, in points
 * @bytes: of the text it begins; 0 when it goes on with the text of the glyph before
 */
typedef struct
{
  guint32 glyph;
  float x;
  float y;
  guint32 bytes;
} ZpPageGlyph;

/**
 * ZpPageRun:
 * @x @y: origin on the base line, in points from the upper left corner of the page
 * @width: to the end of its last character, in points
 * @size: of the face, in points
 * @turned: a quarter turn clockwise about the origin
 * @face: number of the face in the #ZpFontSet the pages were made with
 * @block: runs of one paragraph or cell have the same number, and stand together on each page
 * @node: number of its node in the #ZpDoc, or %G_MAXUINT
 * @row @column: of a cell in the table of the node; 0 outside of cells
 * @red: as the issuer of a letterhead
 * @open: shows that something is not filled in yet
 * @text: what the glyphs say
 * @id: (nullable): id of the cell whose figure it shows
 */
typedef struct
{
  double x;
  double y;
  double width;
  double size;
  gboolean turned;
  guint face;
  ZpPageTag tag;
  guint block;
  guint node;
  int row;
  int column;
  gboolean open;
  gboolean red;
  const char *text;
  const char *id;
  guint n_glyphs;
  const ZpPageGlyph *glyphs;
} ZpPageRun;

/** ZpPageRule: a straight line, in points. */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
  double width;
  gboolean red;
} ZpPageRule;

/**
 * ZpPrintedPage:
 * @width @height: in points, as it is read: a landscape page is wider than high
 * @number: printed page number, or 0 for none
 * @runs: of #ZpPageRun in reading order
 * @rules: of #ZpPageRule
 */
typedef struct
{
  double width;
  double height;
  guint number;
  GArray *runs;
  GArray *rules;
} ZpPrintedPage;

/**
 * ZpPageMark: an entry of the outline.
 * @page: from 0; @y: upper edge in points; @level: from 1
 */
typedef struct
{
  char *text;
  guint page;
  double y;
  guint level;
} ZpPageMark;

/**
 * ZpPages:
 * @pages: of #ZpPrintedPage, one or more
 * @marks: of #ZpPageMark in reading order
 * @faces: of guint: numbers of the faces used, rising
 * @warnings: of translated text: what the reader of the pages may not expect
 *
 * Immutable once built, so that a thread may lay out, and others draw.
 */
typedef struct _ZpPages ZpPages;
struct _ZpPages
{
  GPtrArray *pages;
  GArray *marks;
  GArray *faces;
  GPtrArray *warnings;

  /*< private >*/
  GStringChunk *strings;
  GPtrArray *glyphs;
  gatomicrefcount refs;
};

ZpPages *zp_pages_ref (ZpPages *self);
void zp_pages_unref (ZpPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpPages, zp_pages_unref)

const ZpPageRun *zp_pages_find_run (const ZpPages *self, guint page, double x, double y);

G_END_DECLS
