/* SPDX-License-Identifier: GPL-3.0-or-later
 * Goes through the tree and lets each part be set; then numbers the pages. */
#include "export/zp-paginate.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "export/zp-font-set-private.h"
#include "export/zp-pager-private.h"

/* GB/T 9704-2012, 7.5: the dash lies 7 mm below the type area, one character from the edge. */
#define NUMBER_GAP ZP_MM (7)

/* From the dash, which has no height of its own, to the base line. */
#define DASH_HEIGHT 5.0

/* Headings that follow each other are kept together, but not a page full of them. */
#define MAX_KEEP_ROWS (ZP_LINES_PER_PAGE / 2)

static const ZpFontRole heading_roles[] = {
  ZP_FONT_FANGSONG, ZP_FONT_HEITI, ZP_FONT_KAITI, ZP_FONT_FANGSONG, ZP_FONT_FANGSONG,
};

static const ZpShapeStyle style_number = { ZP_FONT_SONGTI, ZP_FONT_SONGTI, ZP_SIZE_4, ZP_SIZE_4 };

static ZpShapeStyle
make_style (ZpFontRole role, int level)
{
  ZpShapeStyle style = zp_style_body;

  style.role = role;
  style.head_role = heading_roles[CLAMP (level, 0, 4)];
  return style;
}

static const ZpDocNode *
get_node (const ZpPager *self, guint i)
{
  return i < self->doc->nodes->len ? g_ptr_array_index (self->doc->nodes, i) : NULL;
}

static gboolean
is_kind (const ZpPager *self, guint i, ZpDocKind kind)
{
  const ZpDocNode *node = get_node (self, i);

  return node != NULL && node->kind == kind;
}

static guint
count_signature_rows (const ZpPager *self, guint i)
{
  return is_kind (self, i, ZP_DOC_SIGNATURE) ? zp_pager_count_signature_rows (get_node (self, i))
                                             : 0;
}

static guint
count_heading_rows (const ZpPager *self, const ZpDocNode *node)
{
  ZpShapeStyle style = make_style (heading_roles[node->level], node->level);
  double width = zp_pager_get_frame (self).width;
  g_autoptr (ZpShape) shape = zp_shape_runs (self->fonts, node->runs, &style);
  g_autoptr (GArray) lines =
    zp_line_break_all ((const ZpAtom *) (gconstpointer) shape->atoms->data, shape->atoms->len,
                       width - 2 * ZP_CHARACTER_PITCH, width, ZP_LINE_BODY);

  return lines->len;
}

/* Rows that what begins at the node needs at least on the page of the heading before it. */
static guint
count_first_rows (ZpPager *self, guint i)
{
  const ZpDocNode *node = get_node (self, i);
  guint rows = 0;

  while (node != NULL && node->kind == ZP_DOC_HEADING && rows < MAX_KEEP_ROWS)
    {
      rows += count_heading_rows (self, node);
      node = get_node (self, ++i);
    }
  if (is_kind (self, i, ZP_DOC_PARAGRAPH) || is_kind (self, i, ZP_DOC_ANNEX_LIST))
    rows += 1 + count_signature_rows (self, i + 1);
  if (is_kind (self, i, ZP_DOC_TABLE))
    rows += zp_pager_get_table_rows (self, get_node (self, i)->table);

  return MIN (rows + count_signature_rows (self, i), MAX_KEEP_ROWS);
}

static void
set_heading (ZpPager *self, const ZpDocNode *node)
{
  ZpShapeStyle style = make_style (heading_roles[node->level], node->level);
  guint keep_rows = count_first_rows (self, self->node + 1);
  g_autofree char *text = zp_doc_runs_to_text (node->runs);
  guint n_runs = 0;
  const ZpPrintedPage *page = NULL;

  zp_pager_put_paragraph (self, node->runs, &style, 2 * ZP_CHARACTER_PITCH, 0, keep_rows,
                          ZP_PAGE_TAG_HEADING_1 + (guint) node->level - 1);
  page = self->page;
  n_runs = page != NULL ? page->runs->len : 0;
  if (n_runs > 0)
    zp_pages_add_mark (self->pages, text,
                       g_array_index (page->runs, ZpPageRun, n_runs - 1).y - ZP_LINE_PITCH,
                       (guint) node->level);
}

static void
set_paragraph (ZpPager *self, const ZpDocNode *node)
{
  ZpShapeStyle style = make_style (ZP_FONT_FANGSONG, node->level);

  zp_pager_put_paragraph (self, node->runs, &style, node->flush ? 0 : 2 * ZP_CHARACTER_PITCH, 0,
                          count_signature_rows (self, self->node + 1), ZP_PAGE_TAG_PARAGRAPH);
}

/* The words of the annex's title, which stands in the node that follows the break. */
static char *
get_annex_title (const ZpPager *self)
{
  const ZpDocNode *next = get_node (self, self->node + 1);
  GString *title = g_string_new (self->annex);

  if (next != NULL && next->kind == ZP_DOC_TITLE)
    {
      g_autofree char *text = zp_doc_runs_to_text (next->runs);

      g_string_append_printf (title, " %s", g_strdelimit (text, "\n", ' '));
    }
  for (guint i = 0; next != NULL && next->table != NULL && i < next->table->title->len; i++)
    {
      g_autofree char *text = zp_doc_runs_to_text (g_ptr_array_index (next->table->title, i));

      g_string_append_printf (title, " %s", text);
    }

  return g_string_free (title, FALSE);
}

static void
set_break (ZpPager *self, const ZpDocNode *node)
{
  g_autofree char *title = NULL;

  self->page = NULL;
  self->landscape = node->landscape;
  self->annex = node->annex;
  if (node->annex == NULL)
    return;

  zp_pager_open_page (self);
  title = get_annex_title (self);
  zp_pages_add_mark (self->pages, title, zp_pager_get_frame (self).y, 1);
  self->y = zp_pager_put_mark (self, ZP_PAGE_TAG_HEADING_1);
  self->fresh = self->y;
}

static void
set_node (ZpPager *self, const ZpDocNode *node)
{
  switch (node->kind)
    {
    case ZP_DOC_COVER:
      zp_pager_set_cover (self, node);
      break;
    case ZP_DOC_TITLE:
      zp_pager_set_title (self, node);
      break;
    case ZP_DOC_HEADING:
      set_heading (self, node);
      break;
    case ZP_DOC_PARAGRAPH:
      set_paragraph (self, node);
      break;
    case ZP_DOC_TABLE:
      zp_pager_set_table (self, node->table);
      break;
    case ZP_DOC_ANNEX_LIST:
      zp_pager_set_annex_list (self, node, count_signature_rows (self, self->node + 1));
      break;
    case ZP_DOC_SIGNATURE:
      zp_pager_set_signature (self, node);
      break;
    case ZP_DOC_BREAK:
      set_break (self, node);
      break;
    case ZP_DOC_LETTERHEAD:
      zp_pager_set_letterhead (self, node);
      break;
    case ZP_DOC_IMPRINT:
      zp_pager_set_imprint (self, node);
      break;
    default:
      break;
    }
}

/* On an upright page below the type area; odd pages right, even pages left. */
static void
put_upright_number (ZpPager *self, const GPtrArray *runs)
{
  gboolean odd = self->page->number % 2 == 1;
  double x = odd ? ZP_MARGIN_LEFT + ZP_TEXT_WIDTH - ZP_SIZE_4 : ZP_MARGIN_LEFT + ZP_SIZE_4;

  zp_pager_put_text (self, runs, &style_number, x,
                     ZP_MARGIN_TOP + ZP_TEXT_HEIGHT + NUMBER_GAP + DASH_HEIGHT, odd ? 1 : 0,
                     ZP_PAGE_TAG_ARTIFACT);
}

/* The number stays where it is on the upright sheet: on the left edge, turned. */
static void
put_turned_number (ZpPager *self, const GPtrArray *runs)
{
  GArray *page_runs = self->page->runs;
  guint first = page_runs->len;
  double x = ZP_MARGIN_BOTTOM - NUMBER_GAP - DASH_HEIGHT;
  double width = zp_pager_put_text (self, runs, &style_number, 0, 0, 0, ZP_PAGE_TAG_ARTIFACT);
  gboolean odd = self->page->number % 2 == 1;
  double y =
    odd ? self->page->height - ZP_MARGIN_RIGHT - ZP_SIZE_4 - width : ZP_MARGIN_LEFT + ZP_SIZE_4;

  for (guint i = first; i < page_runs->len; i++)
    {
      ZpPageRun *run = &g_array_index (page_runs, ZpPageRun, i);

      run->y = y + run->x;
      run->x = x;
      run->turned = TRUE;
    }
}

static void
number_pages (ZpPager *self)
{
  self->node = G_MAXUINT;
  for (guint i = 0; i < self->pages->pages->len; i++)
    {
      g_autoptr (GPtrArray) runs = zp_doc_runs_new ();
      g_autofree char *text = NULL;

      self->page = g_ptr_array_index (self->pages->pages, i);
      if (self->page->number == 0 || self->doc->is_unnumbered)
        continue;

      text = g_strdup_printf ("— %u —", self->page->number);
      zp_doc_run_append (runs, text, NULL, ZP_RUN_PLAIN);
      if (self->page->width > self->page->height)
        put_turned_number (self, runs);
      else
        put_upright_number (self, runs);
    }
}

static void
collect_characters (const ZpPageRun *run, GString *characters)
{
  for (const char *p = run->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_utf8_strchr (characters->str, -1, c) == NULL)
        g_string_append_unichar (characters, c);
    }
}

static gboolean
lacks_glyph (const ZpPageRun *run)
{
  for (guint i = 0; i < run->n_glyphs; i++)
    if (run->glyphs[i].glyph == 0)
      return TRUE;

  return FALSE;
}

/* Characters of a substitute face, or those without any glyph. */
static char *
list_characters (const ZpPages *pages, guint face, gboolean lacking)
{
  GString *characters = g_string_new (NULL);

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const ZpPrintedPage *page = g_ptr_array_index (pages->pages, i);

      for (guint k = 0; k < page->runs->len; k++)
        {
          const ZpPageRun *run = &g_array_index (page->runs, ZpPageRun, k);

          if (lacking ? lacks_glyph (run) : run->face == face)
            collect_characters (run, characters);
        }
    }

  return g_string_free (characters, FALSE);
}

static void
add_warnings (ZpPages *pages, ZpFontSet *fonts)
{
  g_autofree char *lacking = list_characters (pages, 0, TRUE);

  for (guint i = 0; i < pages->faces->len; i++)
    {
      guint face = g_array_index (pages->faces, guint, i);
      g_autofree char *characters = NULL;

      if (!zp_font_set_is_substitute (fonts, face))
        continue;
      characters = list_characters (pages, face, FALSE);
      g_ptr_array_add (
        pages->warnings,
        g_strdup_printf (_ ("“%s” is set in %s, which differs from the prescribed face"),
                         characters, zp_font_set_get_family (fonts, face)));
    }
  if (lacking[0] != '\0')
    g_ptr_array_add (
      pages->warnings,
      g_strdup_printf (_ ("no installed font can show all of “%s”; install a font that "
                          "has these characters"),
                       lacking));
}

/**
 * zp_paginate:
 * @fonts: faces; a substitute is added where a face lacks a character
 *
 * Lays the report out on the grid of GB/T 9704-2012: 22 lines of 28 characters. Reads nothing but
 * its arguments; may run in a thread.
 *
 * Returns: (transfer full): one page or more, or %NULL with %ZP_DOC_ERROR
 */
ZpPages *
zp_paginate (const ZpDoc *doc, ZpFontSet *fonts, GError **error)
{
  ZpPager pager = { .doc = doc, .fonts = fonts };

  g_return_val_if_fail (doc != NULL && fonts != NULL, NULL);

  if (!zp_doc_check (doc, error))
    return NULL;

  pager.pages = zp_pages_new ();
  for (pager.node = 0; pager.node < doc->nodes->len; pager.node++)
    set_node (&pager, g_ptr_array_index (doc->nodes, pager.node));
  if (pager.pages->pages->len == 0)
    zp_pager_open_page (&pager);

  number_pages (&pager);
  add_warnings (pager.pages, fonts);
  return pager.pages;
}
