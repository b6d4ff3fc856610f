/* SPDX-License-Identifier: GPL-3.0-or-later
 * The places of the pages that lead somewhere, one after the other, for those without a mouse. */
#include <glib/gi18n-lib.h>

#include "session/zp-cell-facts.h"
#include "session/zp-place-name.h"
#include "session/zp-preview-private.h"

/**
 * Walk: over the runs of all pages.
 * @node: of the paragraph that was met last; @paragraph: its number in @spots
 * @block: of the run before
 */
typedef struct
{
  ZpPreview *preview;
  GArray *spots;
  guint node;
  guint paragraph;
  guint block;
} Walk;

static ZpPreviewSpot *
get_spot (const Walk *self, guint number)
{
  return &g_array_index (self->spots, ZpPreviewSpot, number);
}

static void
extend (ZpPageArea *area, const ZpPageArea *more)
{
  double right = MAX (area->x + area->width, more->x + more->width);
  double bottom = MAX (area->y + area->height, more->y + more->height);

  area->x = MIN (area->x, more->x);
  area->y = MIN (area->y, more->y);
  area->width = right - area->x;
  area->height = bottom - area->y;
}

/* A paragraph that goes on over a page is one place, where it begins. */
static void
take_paragraph (Walk *self, const ZpPageRun *run, const ZpPageArea *area)
{
  const ZpDocNode *node = zp_preview_get_node (self->preview, run->node);
  ZpPreviewSpot spot = { .node = run->node, .area = *area };

  if (node == NULL || node->passage == NULL)
    return;
  spot.target = node->passage;
  if (run->node != self->node)
    {
      self->node = run->node;
      self->paragraph = self->spots->len;
      g_array_append_val (self->spots, spot);
    }
  else if (get_spot (self, self->paragraph)->area.page == area->page)
    extend (&get_spot (self, self->paragraph)->area, area);
}

/* What is broken over lines is one place. */
static void
take_figure (Walk *self, const ZpPageRun *run, const ZpPageArea *area)
{
  ZpPreviewSpot *last = self->spots->len > 0 ? get_spot (self, self->spots->len - 1) : NULL;
  ZpPreviewSpot spot = { .target = run->id, .is_cell = TRUE, .node = run->node, .area = *area };

  if (run->id == NULL)
    return;
  if (last != NULL && last->is_cell && g_str_equal (last->target, run->id) &&
      run->block == self->block && last->area.page == area->page)
    extend (&last->area, area);
  else
    g_array_append_val (self->spots, spot);
}

static void
take_page (Walk *self, guint page)
{
  const GArray *runs = zp_preview_get_page (self->preview, page)->runs;

  for (guint i = 0; i < runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (runs, ZpPageRun, i);
      const ZpPageArea area = zp_page_text_get_area (run, page);

      if (run->tag == ZP_PAGE_TAG_ARTIFACT)
        continue;
      take_paragraph (self, run, &area);
      take_figure (self, run, &area);
      self->block = run->block;
    }
}

/**
 * zp_preview_list_spots:
 *
 * Returns: (transfer full): of #ZpPreviewSpot: paragraphs and figures that lead to where they are
 *   typed, in reading order; valid until "changed"
 */
GArray *
zp_preview_list_spots (ZpPreview *self)
{
  Walk walk = { .preview = self, .node = G_MAXUINT, .block = G_MAXUINT };

  g_return_val_if_fail (ZP_IS_PREVIEW (self), NULL);

  walk.spots = g_array_new (FALSE, FALSE, sizeof (ZpPreviewSpot));
  for (guint page = 0; page < zp_preview_count_pages (self); page++)
    take_page (&walk, page);
  return walk.spots;
}

static char *
read_paragraph (ZpPreview *self, const ZpPreviewSpot *spot)
{
  const GArray *runs = zp_preview_get_page (self, spot->area.page)->runs;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const ZpPageRun *run = &g_array_index (runs, ZpPageRun, i);

      if (run->node == spot->node && run->tag != ZP_PAGE_TAG_ARTIFACT)
        g_string_append (text, run->text);
    }
  return g_string_free (text, FALSE);
}

static char *
read_figure (ZpPreview *self, const ZpPreviewSpot *spot)
{
  ZpSession *session = zp_preview_get_session (self);
  ZpCell cell;

  if (!zp_report_find_cell (zp_session_get_report (session), spot->target, &cell, NULL))
    return g_strdup ("");
  return zp_cell_facts_get_figure (session, cell);
}

/** zp_preview_say_spot: (transfer full): what a screen reader says of it: 合计 ·
 * 实际支出，3,214.04万元
 */
char *
zp_preview_say_spot (ZpPreview *self, const ZpPreviewSpot *spot)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ZP_IS_PREVIEW (self) && spot != NULL, NULL);

  name = zp_place_name (zp_preview_get_session (self), spot->target);
  text = spot->is_cell ? read_figure (self, spot) : read_paragraph (self, spot);
  return g_strdup_printf (_ ("%s, %s"), name, text);
}
