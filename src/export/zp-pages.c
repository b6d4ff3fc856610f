/* SPDX-License-Identifier: GPL-3.0-or-later
 * Keeps the pages of one layout. */
#include "export/zp-pages.h"

#include "export/zp-pages-private.h"

static void
page_free (gpointer data)
{
  ZpPrintedPage *page = data;

  g_array_unref (page->runs);
  g_array_unref (page->rules);
  g_free (page);
}

static void
clear_mark (gpointer data)
{
  ZpPageMark *mark = data;

  g_free (mark->text);
}

/**
 * zp_pages_new:
 *
 * Returns: (transfer full): no pages yet
 */
ZpPages *
zp_pages_new (void)
{
  ZpPages *self = g_new0 (ZpPages, 1);

  g_atomic_ref_count_init (&self->refs);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (ZpPageMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->faces = g_array_new (FALSE, FALSE, sizeof (guint));
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (4096);
  self->glyphs = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * zp_pages_ref:
 *
 * Returns: (transfer full): @self
 */
ZpPages *
zp_pages_ref (ZpPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * zp_pages_unref:
 *
 * Frees the pages with the last reference.
 */
void
zp_pages_unref (ZpPages *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->pages);
  g_array_unref (self->marks);
  g_array_unref (self->faces);
  g_ptr_array_unref (self->warnings);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->glyphs);
  g_free (self);
}

/**
 * zp_pages_add_page:
 * @number: printed page number, or 0
 *
 * Returns: (transfer none): the new last page
 */
ZpPrintedPage *
zp_pages_add_page (ZpPages *self, double width, double height, guint number)
{
  ZpPrintedPage *page = g_new0 (ZpPrintedPage, 1);

  page->width = width;
  page->height = height;
  page->number = number;
  page->runs = g_array_new (FALSE, FALSE, sizeof (ZpPageRun));
  page->rules = g_array_new (FALSE, FALSE, sizeof (ZpPageRule));
  g_ptr_array_add (self->pages, page);
  return page;
}

/**
 * zp_pages_add_run:
 *
 * Adds a copy of the run with its text, id and glyphs.
 */
void
zp_pages_add_run (ZpPages *self, ZpPrintedPage *page, const ZpPageRun *run)
{
  ZpPageRun copy = *run;
  ZpPageGlyph *glyphs = g_memdup2 (run->glyphs, run->n_glyphs * sizeof *run->glyphs);

  g_ptr_array_add (self->glyphs, glyphs);
  copy.glyphs = glyphs;
  copy.text = g_string_chunk_insert (self->strings, run->text);
  copy.id = run->id != NULL ? g_string_chunk_insert_const (self->strings, run->id) : NULL;
  g_array_append_val (page->runs, copy);
}

/**
 * zp_pages_add_rule:
 *
 * Adds a straight line; all measures in points.
 */
void
zp_pages_add_rule (ZpPrintedPage *page, double x1, double y1, double x2, double y2, double width)
{
  ZpPageRule rule = { .x1 = x1, .y1 = y1, .x2 = x2, .y2 = y2, .width = width };

  g_array_append_val (page->rules, rule);
}

/**
 * zp_pages_add_mark:
 * @y: upper edge on the last page, in points
 * @level: from 1
 *
 * Adds an entry of the outline that points at the last page.
 */
void
zp_pages_add_mark (ZpPages *self, const char *text, double y, guint level)
{
  ZpPageMark mark = {
    .text = g_strdup (text), .page = self->pages->len - 1, .y = y, .level = level
  };

  g_array_append_val (self->marks, mark);
}

static gboolean
run_covers (const ZpPageRun *run, double x, double y)
{
  return !run->turned && x >= run->x && x < run->x + run->width && y >= run->y - run->size &&
         y < run->y + 0.3 * run->size;
}

/**
 * zp_pages_find_run:
 * @page: number of the page, from 0
 * @x: in points from the left edge
 * @y: in points from the upper edge
 *
 * Finds the text at a point, so that a click leads to the figure or the passage it shows.
 *
 * Returns: (transfer none) (nullable): the run, or %NULL where there is no text
 */
const ZpPageRun *
zp_pages_find_run (const ZpPages *self, guint page, double x, double y)
{
  const ZpPrintedPage *found = NULL;

  g_return_val_if_fail (self != NULL && page < self->pages->len, NULL);

  found = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < found->runs->len; i++)
    if (run_covers (&g_array_index (found->runs, ZpPageRun, i), x, y))
      return &g_array_index (found->runs, ZpPageRun, i);

  return NULL;
}
