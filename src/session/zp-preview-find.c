/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a point on a page to what is typed, and back. */
#include "session/zp-preview-private.h"

/** zp_preview_get_node: (nullable): @node: number of a node, or G_MAXUINT for none. */
const ZpDocNode *
zp_preview_get_node (ZpPreview *self, guint node)
{
  const ZpDoc *doc = zp_preview_get_doc (self);

  return node < doc->nodes->len ? g_ptr_array_index (doc->nodes, node) : NULL;
}

/**
 * zp_preview_find_target:
 * @x @y: in points on the page
 *
 * Returns: (nullable): what "win.go-to" takes to where that is typed: a cell or a passage; valid
 *   until "changed"
 */
const char *
zp_preview_find_target (ZpPreview *self, guint page, double x, double y)
{
  const ZpPageRun *run;
  const ZpDocNode *node;

  g_return_val_if_fail (ZP_IS_PREVIEW (self), NULL);

  if (page >= zp_preview_count_pages (self))
    return NULL;
  run = zp_pages_find_run (zp_preview_get_pages (self), page, x, y);
  if (run == NULL || run->id != NULL)
    return run != NULL ? run->id : NULL;
  node = zp_preview_get_node (self, run->node);
  return node != NULL ? node->passage : NULL;
}

static gboolean
find_passage (ZpPreview *self, const char *passage, guint *number)
{
  const GPtrArray *nodes = zp_preview_get_doc (self)->nodes;

  for (*number = 0; *number < nodes->len; (*number)++)
    {
      const ZpDocNode *node = g_ptr_array_index (nodes, *number);

      if (g_strcmp0 (node->passage, passage) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * zp_preview_find_areas:
 * @target: id of a cell or a passage
 * @is_cell: (out) (optional): it is a cell
 *
 * Returns: (transfer full) (nullable): of #ZpPageArea: where that is printed, in reading order; for
 *   a passage its first paragraph; %NULL when it is not printed
 */
GArray *
zp_preview_find_areas (ZpPreview *self, const char *target, gboolean *is_cell)
{
  g_autoptr (GArray) areas = NULL;
  const ZpPages *pages;
  gboolean is_passage;
  guint node = 0;

  g_return_val_if_fail (ZP_IS_PREVIEW (self) && target != NULL, NULL);

  pages = zp_preview_get_pages (self);
  if (pages == NULL)
    return NULL;
  is_passage = find_passage (self, target, &node);
  if (is_cell != NULL)
    *is_cell = !is_passage;
  areas =
    is_passage ? zp_page_text_find_node (pages, node) : zp_page_text_find_cell (pages, target);
  return areas->len > 0 ? g_steal_pointer (&areas) : NULL;
}
