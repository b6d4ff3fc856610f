/* SPDX-License-Identifier: GPL-3.0-or-later
 * Opens pages and sets single lines on them. */
#include "export/zp-pager-private.h"

#include <math.h>

/* Rounding of sums of line heights, in points. */
#define EPSILON 0.01

/* Share of the size above the base line. Ours for every face: what the faces themselves say differs
 * so much that mixed lines would jump. */
#define ASCENT 0.86

const ZpShapeStyle zp_style_body = { ZP_FONT_FANGSONG, ZP_FONT_FANGSONG, ZP_SIZE_3,
                                     ZP_CHARACTER_PITCH };
const ZpShapeStyle zp_style_mark = { ZP_FONT_HEITI, ZP_FONT_HEITI, ZP_SIZE_3, ZP_SIZE_3 };

/**
 * zp_pager_get_frame:
 *
 * GB/T 9704-2012, 5.2.1 and 8: a landscape page is the upright sheet turned, as it is read.
 *
 * Returns: the type area of pages in the present direction
 */
ZpFrame
zp_pager_get_frame (const ZpPager *self)
{
  if (self->landscape)
    return (ZpFrame){ ZP_MARGIN_BOTTOM, ZP_MARGIN_LEFT, ZP_TEXT_HEIGHT, ZP_TEXT_WIDTH };

  return (ZpFrame){ ZP_MARGIN_LEFT, ZP_MARGIN_TOP, ZP_TEXT_WIDTH, ZP_TEXT_HEIGHT };
}

/**
 * zp_pager_open_page:
 *
 * Begins a new page. Covers have no number; the first other page is 1.
 */
void
zp_pager_open_page (ZpPager *self)
{
  guint number = self->front ? 0 : ++self->n_numbers;

  self->page = zp_pages_add_page (self->pages, self->landscape ? ZP_PAGE_HEIGHT : ZP_PAGE_WIDTH,
                                  self->landscape ? ZP_PAGE_WIDTH : ZP_PAGE_HEIGHT, number);
  self->y = 0;
  self->fresh = 0;
}

/**
 * zp_pager_need:
 * @height: in points
 *
 * Opens a new page unless the height is free on this one. More than a page is never asked for
 * twice: a fresh page is as good as it gets.
 */
void
zp_pager_need (ZpPager *self, double height)
{
  ZpFrame frame = zp_pager_get_frame (self);

  if (self->page == NULL)
    zp_pager_open_page (self);
  else if (self->y + height > frame.height + EPSILON && self->y > self->fresh + EPSILON)
    zp_pager_open_page (self);
}

/**
 * zp_pager_skip_rows:
 *
 * Leaves rows blank, but not at the top of a page.
 */
void
zp_pager_skip_rows (ZpPager *self, guint rows)
{
  if (self->page != NULL && self->y > EPSILON)
    self->y += rows * ZP_LINE_PITCH;
}

/**
 * zp_pager_snap:
 *
 * Goes on at the next row of the grid.
 */
void
zp_pager_snap (ZpPager *self)
{
  self->y = ceil (self->y / ZP_LINE_PITCH - EPSILON) * ZP_LINE_PITCH;
}

/**
 * zp_pager_begin_block:
 *
 * What is set from now on belongs to a new paragraph or cell.
 *
 * Returns: its number, from 1
 */
guint
zp_pager_begin_block (ZpPager *self)
{
  self->block = ++self->n_blocks;
  return self->block;
}

/**
 * zp_pager_resume_block:
 * @block: as zp_pager_begin_block() returned it
 *
 * What is set from now on goes on with a paragraph or cell begun on an earlier page.
 */
void
zp_pager_resume_block (ZpPager *self, guint block)
{
  self->block = block;
}

/**
 * zp_pager_baseline:
 * @top: of the line; @pitch: its height; @size: of the face
 *
 * Returns: the base line that centres the characters in the line
 */
double
zp_pager_baseline (double top, double pitch, double size)
{
  return top + (pitch - size) / 2 + ASCENT * size;
}

static void
note_face (ZpPager *self, guint face)
{
  GArray *faces = self->pages->faces;
  guint i = 0;

  while (i < faces->len && g_array_index (faces, guint, i) < face)
    i++;
  if (i == faces->len || g_array_index (faces, guint, i) != face)
    g_array_insert_val (faces, i, face);
}

static void
append_glyphs (GArray *glyphs, const ZpShape *shape, const ZpAtom *atom, double x)
{
  x += atom->shift;
  for (guint i = 0; i < atom->n_glyphs; i++)
    {
      const ZpAtomGlyph *from = &g_array_index (shape->glyphs, ZpAtomGlyph, atom->first_glyph + i);
      ZpPageGlyph glyph = { .glyph = from->glyph,
                            .x = (float) (x + from->x),
                            .y = (float) from->y,
                            .bytes = i == 0 ? atom->bytes : 0 };

      g_array_append_val (glyphs, glyph);
      x += from->advance;
    }
}

/* Atoms first to end (exclusive) of one face and one run of the tree. */
static void
put_run (ZpPager *self,
         const ZpShape *shape,
         const ZpDocRun *from,
         guint first,
         guint end,
         const double *positions,
         const ZpPlace *place)
{
  const ZpAtom *atoms = (const ZpAtom *) (gconstpointer) shape->atoms->data;
  guint stop = atoms[end - 1].start + atoms[end - 1].bytes;
  g_autofree char *text = g_strndup (shape->text + atoms[first].start, stop - atoms[first].start);
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (ZpPageGlyph));
  ZpPageRun run = { .x = place->x + positions[0],
                    .y = place->baseline,
                    .width = positions[end - first] - positions[0],
                    .size = place->size,
                    .face = atoms[first].face,
                    .tag = place->tag,
                    .block = self->block,
                    .node = self->node,
                    .row = place->row,
                    .column = place->column,
                    .open = from->style == ZP_RUN_OPEN,
                    .text = text,
                    .id = from->id };

  for (guint i = first; i < end; i++)
    append_glyphs (glyphs, shape, &atoms[i], positions[i - first] - positions[0]);
  run.n_glyphs = glyphs->len;
  run.glyphs = (const ZpPageGlyph *) (gconstpointer) glyphs->data;
  note_face (self, run.face);
  zp_pages_add_run (self->pages, self->page, &run);
}

/**
 * zp_pager_put_line:
 * @runs: of #ZpDocRun: what @shape was made from
 *
 * Sets a line on the open page; it becomes a run of the page for every change of face or run.
 */
void
zp_pager_put_line (ZpPager *self,
                   const ZpShape *shape,
                   const GPtrArray *runs,
                   const ZpLine *line,
                   const ZpPlace *place)
{
  const ZpAtom *atoms = (const ZpAtom *) (gconstpointer) shape->atoms->data;
  g_autofree double *positions = g_new (double, line->visible - line->start + 1);
  guint first = line->start;

  zp_line_place (atoms, line, place->width, place->flags, positions);
  while (first < line->visible)
    {
      guint end = first + 1;

      if (atoms[first].character == '\n')
        {
          first++;
          continue;
        }
      while (end < line->visible && atoms[end].character != '\n' &&
             atoms[end].face == atoms[first].face && atoms[end].run == atoms[first].run)
        end++;
      put_run (self, shape, g_ptr_array_index (runs, atoms[first].run), first, end,
               positions + (first - line->start), place);
      first = end;
    }
}

/**
 * zp_pager_put_paragraph:
 * @first_indent: of the first line, in points; @indent: of the others
 * @keep_rows: rows that must be free behind the last line on its page
 *
 * Sets a paragraph on the grid, a row a line. Headings stay in one piece. Nothing is set, and no
 * row taken, for a paragraph without text.
 */
void
zp_pager_put_paragraph (ZpPager *self,
                        const GPtrArray *runs,
                        const ZpShapeStyle *style,
                        double first_indent,
                        double indent,
                        guint keep_rows,
                        ZpPageTag tag)
{
  ZpFrame frame = zp_pager_get_frame (self);
  g_autoptr (ZpShape) shape = zp_shape_runs (self->fonts, runs, style);
  g_autoptr (GArray) lines =
    zp_line_break_all ((const ZpAtom *) (gconstpointer) shape->atoms->data, shape->atoms->len,
                       frame.width - first_indent, frame.width - indent, ZP_LINE_BODY);

  zp_pager_begin_block (self);
  if (tag != ZP_PAGE_TAG_PARAGRAPH)
    zp_pager_need (self, (lines->len + keep_rows) * ZP_LINE_PITCH);
  for (guint i = 0; i < lines->len; i++)
    {
      double left = i == 0 ? first_indent : indent;
      ZpPlace place = { .x = frame.x + left,
                        .width = frame.width - left,
                        .size = style->size,
                        .tag = tag,
                        .flags = ZP_LINE_BODY };

      zp_pager_need (self, (1 + (i + 1 == lines->len ? keep_rows : 0)) * ZP_LINE_PITCH);
      place.baseline = zp_pager_baseline (frame.y + self->y, ZP_LINE_PITCH, style->size);
      zp_pager_put_line (self, shape, runs, &g_array_index (lines, ZpLine, i), &place);
      self->y += ZP_LINE_PITCH;
    }
}

/**
 * zp_pager_put_text:
 * @x: on the page; @align: share of the text left of @x: 0, 0.5 or 1
 *
 * Sets one line as wide as it is.
 *
 * Returns: its width in points
 */
double
zp_pager_put_text (ZpPager *self,
                   const GPtrArray *runs,
                   const ZpShapeStyle *style,
                   double x,
                   double baseline,
                   double align,
                   ZpPageTag tag)
{
  g_autoptr (ZpShape) shape = zp_shape_runs (self->fonts, runs, style);
  ZpLine line = { .visible = shape->atoms->len, .end = shape->atoms->len, .is_last = TRUE };
  ZpPlace place = { .baseline = baseline, .size = style->size, .tag = tag };

  for (guint i = 0; i < shape->atoms->len; i++)
    line.width += g_array_index (shape->atoms, ZpAtom, i).width;
  place.x = x - align * line.width;
  place.width = line.width;
  zp_pager_begin_block (self);
  zp_pager_put_line (self, shape, runs, &line, &place);
  return line.width;
}

/**
 * zp_pager_put_mark:
 *
 * Sets the mark of the annex on line 1 of the page; the title follows on line 3 (GB/T 9704-2012,
 * 7.3.7). Without an annex nothing is set.
 *
 * Returns: where the title goes, from the upper edge of the type area in points
 */
double
zp_pager_put_mark (ZpPager *self, ZpPageTag tag)
{
  ZpFrame frame = zp_pager_get_frame (self);
  g_autoptr (GPtrArray) runs = zp_doc_runs_new ();

  if (self->annex == NULL)
    return 0;

  zp_doc_run_append (runs, self->annex, NULL, ZP_RUN_PLAIN);
  zp_pager_put_text (self, runs, &zp_style_mark, frame.x,
                     zp_pager_baseline (frame.y, ZP_LINE_PITCH, ZP_SIZE_3), 0, tag);
  return 2 * ZP_LINE_PITCH;
}
