/* SPDX-License-Identifier: GPL-3.0-or-later
 * Draws a page in the operators of PDF (ISO 32000-1, 9 and 14.6): text with its place and what it
 * belongs to, then the rules. */
#include <math.h>
#include <string.h>

#include "export/zp-pdf-page-private.h"

/* What a glyph may stand off, in thousandths of the size, before its place is written. */
#define TOLERANCE 0.4

typedef struct
{
  ZpPdfBook *book;
  const ZpPrintedPage *page;
  guint number;
  guint n_marks;
  GString *out;
} Drawing;

static void
append_numbers (GString *out, guint n, const double *numbers, const char *operator)
{
  for (guint i = 0; i < n; i++)
    {
      zp_pdf_append_number (out, numbers[i]);
      g_string_append_c (out, ' ');
    }
  g_string_append (out, operator);
}

/* From the upper edge down in our pages, from the lower edge up in PDF. */
static double
flip (const Drawing *self, double y)
{
  return self->page->height - y;
}

static void
begin_text (Drawing *self, const ZpPageRun *run, double spacing)
{
  double x = run->x + (run->turned ? 0 : run->glyphs[0].x);
  double y = run->y + (run->turned ? run->glyphs[0].x : 0);

  g_string_append_printf (self->out, "BT/F%u ", run->face);
  append_numbers (self->out, 1, &run->size, "Tf ");
  append_numbers (self->out, 1, &spacing, "Tc ");
  g_string_append (self->out, run->turned ? "0 -1 1 0 " : "1 0 0 1 ");
  append_numbers (self->out, 2, (const double[]){ x, flip (self, y) }, "Tm[<");
}

/* Most characters of a run stand equally far apart; that distance is told once. */
static double
find_spacing (ZpPdfFont *font, const ZpPageRun *run)
{
  double natural = zp_pdf_font_get_width (font, run->glyphs[0].glyph) * run->size / 1000;

  if (run->n_glyphs < 2)
    return 0;

  return round ((run->glyphs[1].x - run->glyphs[0].x - natural) * 1000) / 1000;
}

static void
append_rise (GString *out, double rise)
{
  g_string_append (out, ">]TJ ");
  append_numbers (out, 1, &rise, "Ts[<");
}

/* Where the pen would be is reckoned with what was written, so that roundings do not add up. */
static void
draw_glyphs (Drawing *self, ZpPdfFont *font, const ZpPageRun *run)
{
  double spacing = find_spacing (font, run);
  double pen = run->glyphs[0].x;
  double rise = 0;

  if (run->red)
    g_string_append (self->out, "1 0 0 rg ");
  begin_text (self, run, spacing);
  for (guint i = 0; i < run->n_glyphs; i++)
    {
      const ZpPageGlyph *glyph = &run->glyphs[i];
      double off = (pen - glyph->x) * 1000 / run->size;

      if (fabs (glyph->y + rise) > 0.01)
        {
          rise = -glyph->y;
          append_rise (self->out, rise);
        }
      if (fabs (off) > TOLERANCE)
        {
          off = round (off);
          g_string_append_c (self->out, '>');
          zp_pdf_append_number (self->out, off);
          g_string_append_c (self->out, '<');
          pen -= off * run->size / 1000;
        }
      zp_pdf_append_code (self->out, zp_pdf_font_get_code (font, glyph->glyph));
      pen += zp_pdf_font_get_width (font, glyph->glyph) * run->size / 1000 + spacing;
    }
  g_string_append (self->out, fabs (rise) > 0.01 ? ">]TJ 0 Ts ET\n" : ">]TJ ET\n");
  if (run->red)
    g_string_append (self->out, "0 g\n");
}

/* Whether every glyph by itself says its part of the text. */
static gboolean
speaks_for_itself (ZpPdfFont *font, const ZpPageRun *run)
{
  const char *text = run->text;
  gboolean ok = TRUE;

  for (guint i = 0; i < run->n_glyphs; i++)
    {
      ok &= zp_pdf_font_says (font, run->glyphs[i].glyph, text, run->glyphs[i].bytes);
      text += run->glyphs[i].bytes;
    }

  return ok;
}

static void
draw_run (Drawing *self, const ZpPageRun *run)
{
  ZpPdfFont *font = g_ptr_array_index (self->book->fonts, run->face);
  gboolean speaks = FALSE;

  if (run->n_glyphs == 0)
    return;

  speaks = speaks_for_itself (font, run);
  if (!speaks)
    {
      g_string_append (self->out, "/Span<</ActualText");
      zp_pdf_append_text (self->out, run->text);
      g_string_append (self->out, ">>BDC ");
    }
  draw_glyphs (self, font, run);
  if (!speaks)
    g_string_append (self->out, "EMC\n");
}

/* A paragraph or cell that began on a page before goes on. */
static ZpPdfPart *
get_part (ZpPdfBook *book, const ZpPageRun *run)
{
  ZpPdfPart part = { run->tag, run->node, run->row, run->column, NULL };
  guint *number = NULL;

  if (run->block >= book->part_numbers->len)
    g_array_set_size (book->part_numbers, run->block + 1);
  number = &g_array_index (book->part_numbers, guint, run->block);
  if (*number > 0)
    return &g_array_index (book->parts, ZpPdfPart, *number - 1);

  part.pieces = g_array_new (FALSE, FALSE, sizeof (ZpPdfPiece));
  g_array_append_val (book->parts, part);
  *number = book->parts->len;
  return &g_array_index (book->parts, ZpPdfPart, *number - 1);
}

static void
begin_marked (Drawing *self, const ZpPageRun *run)
{
  ZpPdfPiece piece = { .page = self->number, .mark = self->n_marks };
  ZpPdfPart *part = NULL;

  if (run->tag == ZP_PAGE_TAG_ARTIFACT)
    {
      g_string_append (self->out, "/Artifact BMC\n");
      return;
    }

  part = get_part (self->book, run);
  g_array_append_val (part->pieces, piece);
  g_string_append_printf (self->out, "/P<</MCID %u>>BDC\n", self->n_marks++);
}

static void
draw_runs (Drawing *self)
{
  const GArray *runs = self->page->runs;

  for (guint i = 0; i < runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (runs, ZpPageRun, i);
      gboolean begins = i == 0 || run[-1].block != run->block;
      gboolean ends = i + 1 == runs->len || run[1].block != run->block;

      if (begins)
        begin_marked (self, run);
      draw_run (self, run);
      if (ends)
        g_string_append (self->out, "EMC\n");
    }
}

/* Lines with square ends, so that corners close. */
static void
draw_rules (Drawing *self)
{
  const GArray *rules = self->page->rules;

  if (rules->len == 0)
    return;

  g_string_append (self->out, "/Artifact BMC 2 J\n");
  for (guint i = 0; i < rules->len; i++)
    {
      const ZpPageRule *rule = &g_array_index (rules, ZpPageRule, i);

      if (i == 0 ? rule->red : rule->red != rule[-1].red)
        g_string_append (self->out, rule->red ? "1 0 0 RG " : "0 G ");
      append_numbers (self->out, 1, &rule->width, "w ");
      append_numbers (self->out, 2, (const double[]){ rule->x1, flip (self, rule->y1) }, "m ");
      append_numbers (self->out, 2, (const double[]){ rule->x2, flip (self, rule->y2) }, "l S\n");
    }
  g_string_append (self->out, "EMC\n");
}

/**
 * zp_pdf_page_draw:
 * @page: from 0; pages are drawn in order, once each
 *
 * Draws a page and notes in the book which part every piece of it belongs to.
 *
 * Returns: (transfer full): the content of the page
 */
GString *
zp_pdf_page_draw (ZpPdfBook *self, guint page)
{
  Drawing drawing = { .book = self,
                      .page = g_ptr_array_index (self->pages->pages, page),
                      .number = page,
                      .out = g_string_sized_new (16384) };

  draw_runs (&drawing);
  draw_rules (&drawing);
  return drawing.out;
}
