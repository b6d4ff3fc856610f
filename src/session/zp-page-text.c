/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where on the pages something stands: words searched for, the figure of a cell, a passage. */
#include "session/zp-page-text.h"

/* Of the size of the face: how far a full-width character goes above and below its base line. */
#define ASCENT 0.95
#define HEIGHT 1.2

/* Between texts that have nothing to do with each other; no text has it. */
#define BOUNDARY 0

/**
 * Letter: a character to compare.
 * @folded: without what is not looked at: width, case
 * @run: number of its run on @page; @start @end: its bytes there
 */
typedef struct
{
  gunichar folded;
  guint page;
  guint run;
  guint start;
  guint end;
} Letter;

static GArray *
areas_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (ZpPageArea));
}

static const ZpPageRun *
get_run (const ZpPages *pages, guint page, guint run)
{
  const ZpPrintedPage *printed = g_ptr_array_index (pages->pages, page);

  return &g_array_index (printed->runs, ZpPageRun, run);
}

/* The same sign at full and at half width. */
static gunichar
narrow (gunichar c)
{
  if ((c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a))
    return c - 0xff00 + 0x20;
  if (c == 0xff05)
    return '%';
  return c == 0x2212 ? '-' : c;
}

/* Spaces and thousands commas are there for the eye only. */
static gboolean
is_passed_over (gunichar c)
{
  return g_unichar_isspace (c) || c == ',';
}

static GArray *
fold_words (const char *words)
{
  GArray *folded = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_unichar_tolower (narrow (g_utf8_get_char (at)));

      if (!is_passed_over (c))
        g_array_append_val (folded, c);
    }
  return folded;
}

static void
add_letters (GArray *letters, const ZpPageRun *run, guint page, guint number)
{
  for (const char *at = run->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      Letter letter = { .folded = g_unichar_tolower (narrow (g_utf8_get_char (at))),
                        .page = page,
                        .run = number,
                        .start = (guint) (at - run->text),
                        .end = (guint) (g_utf8_next_char (at) - run->text) };

      if (!is_passed_over (letter.folded))
        g_array_append_val (letters, letter);
    }
}

/* Page numbers are left out, so that a paragraph goes on over the end of a page. */
static GArray *
list_letters (const ZpPages *pages)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  const Letter boundary = { .folded = BOUNDARY };
  guint block = G_MAXUINT;

  for (guint page = 0; page < pages->pages->len; page++)
    {
      const ZpPrintedPage *printed = g_ptr_array_index (pages->pages, page);

      for (guint i = 0; i < printed->runs->len; i++)
        {
          const ZpPageRun *run = &g_array_index (printed->runs, ZpPageRun, i);

          if (run->tag == ZP_PAGE_TAG_ARTIFACT)
            continue;
          if (run->block != block)
            g_array_append_val (letters, boundary);
          block = run->block;
          add_letters (letters, run, page, i);
        }
    }
  return letters;
}

static gboolean
matches_at (const GArray *letters, guint at, const GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (g_array_index (letters, Letter, at + i).folded != g_array_index (words, gunichar, i))
      return FALSE;
  return TRUE;
}

/* From the origin of the run to the left edge of the character that begins at @byte. */
static double
offset_of (const ZpPageRun *run, guint byte)
{
  guint at = 0;

  for (guint i = 0; i < run->n_glyphs; i++)
    {
      if (at >= byte && run->glyphs[i].bytes > 0)
        return (double) run->glyphs[i].x;
      at += run->glyphs[i].bytes;
    }
  return run->width;
}

static ZpPageArea
area_of (const ZpPageRun *run, guint page, double from, double to)
{
  ZpPageArea area = { .page = page };

  area.x = run->turned ? run->x - (HEIGHT - ASCENT) * run->size : run->x + from;
  area.y = run->turned ? run->y + from : run->y - ASCENT * run->size;
  area.width = run->turned ? HEIGHT * run->size : to - from;
  area.height = run->turned ? to - from : HEIGHT * run->size;
  return area;
}

static void
add_area (GArray *areas, const ZpPageRun *run, guint page, double from, double to, guint match)
{
  ZpPageArea area = area_of (run, page, from, to);

  area.match = match;
  g_array_append_val (areas, area);
}

static gboolean
share_run (const Letter *one, const Letter *other)
{
  return one->page == other->page && one->run == other->run;
}

/* One area for each run that the match touches. */
static void
add_match (GArray *areas, const ZpPages *pages, const Letter *letters, guint n_letters, guint match)
{
  for (guint first = 0, last = 0; first < n_letters; first = last + 1)
    {
      const ZpPageRun *run = get_run (pages, letters[first].page, letters[first].run);

      for (last = first; last + 1 < n_letters && share_run (&letters[first], &letters[last + 1]);)
        last++;
      add_area (areas, run, letters[first].page, offset_of (run, letters[first].start),
                offset_of (run, letters[last].end), match);
    }
}

/**
 * zp_page_text_search:
 * @words: what is looked for; width and case of letters, spaces and thousands commas do not matter
 *
 * A match may go over the end of a line or a page, not over the end of a paragraph or a cell. What
 * is repeated at the head of further pages is not searched.
 *
 * Returns: (transfer full): of #ZpPageArea in reading order
 */
GArray *
zp_page_text_search (const ZpPages *pages, const char *words)
{
  g_autoptr (GArray) folded = fold_words (words);
  g_autoptr (GArray) letters = list_letters (pages);
  GArray *areas = areas_new ();
  guint n_matches = 0;

  for (guint at = 0; folded->len > 0 && at + folded->len <= letters->len; at++)
    if (matches_at (letters, at, folded))
      {
        add_match (areas, pages, &g_array_index (letters, Letter, at), folded->len, n_matches++);
        at += folded->len - 1;
      }
  return areas;
}

static GArray *
find_runs (const ZpPages *pages,
           gboolean (*accepts) (const ZpPageRun *run, gconstpointer what),
           gconstpointer what)
{
  GArray *areas = areas_new ();

  for (guint page = 0; page < pages->pages->len; page++)
    {
      const GArray *runs = ((const ZpPrintedPage *) g_ptr_array_index (pages->pages, page))->runs;

      for (guint i = 0; i < runs->len; i++)
        {
          const ZpPageRun *run = &g_array_index (runs, ZpPageRun, i);

          if (accepts (run, what))
            add_area (areas, run, page, 0, run->width, areas->len);
        }
    }
  return areas;
}

static gboolean
shows_cell (const ZpPageRun *run, gconstpointer id)
{
  return g_strcmp0 (run->id, id) == 0;
}

/** zp_page_text_find_cell: (transfer full): of #ZpPageArea: wherever the cell @id is printed. */
GArray *
zp_page_text_find_cell (const ZpPages *pages, const char *id)
{
  g_return_val_if_fail (pages != NULL && id != NULL, NULL);

  return find_runs (pages, shows_cell, id);
}

static gboolean
is_of_node (const ZpPageRun *run, gconstpointer node)
{
  return run->node == *(const guint *) node;
}

/** zp_page_text_find_node: (transfer full): of #ZpPageArea: the lines of a node of the #ZpDoc. */
GArray *
zp_page_text_find_node (const ZpPages *pages, guint node)
{
  g_return_val_if_fail (pages != NULL, NULL);

  return find_runs (pages, is_of_node, &node);
}

/** zp_page_text_get_area: where @run of @page stands. */
ZpPageArea
zp_page_text_get_area (const ZpPageRun *run, guint page)
{
  return area_of (run, page, 0, run->width);
}

/**
 * zp_page_text_get:
 * @page: from 0
 *
 * Returns: (transfer full): what stands on the page, a line for each paragraph or cell
 */
char *
zp_page_text_get (const ZpPages *pages, guint page)
{
  const ZpPrintedPage *printed;
  GString *text = g_string_new (NULL);
  guint block = G_MAXUINT;

  g_return_val_if_fail (pages != NULL && page < pages->pages->len, NULL);

  printed = g_ptr_array_index (pages->pages, page);
  for (guint i = 0; i < printed->runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (printed->runs, ZpPageRun, i);

      if (text->len > 0 && run->block != block)
        g_string_append_c (text, '\n');
      block = run->block;
      g_string_append (text, run->text);
    }
  return g_string_free (text, FALSE);
}
