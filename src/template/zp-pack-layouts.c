/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the layouts: rows, entries, and the lines around the table. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A layout being read; @context: where the formulas of a row stand. */
typedef struct
{
  ZpLoader *loader;
  const ZpNode *node;
  const char *where;
  ZpBindContext context;
} LayoutReader;

static ZpPhrase *
read_phrase (LayoutReader *self, const ZpNode *node)
{
  return zp_loader_read_phrase (self->loader, node, self->where, &self->context);
}

static ZpLayoutEntry *
read_entry (LayoutReader *self, const ZpNode *node)
{
  ZpLayoutEntry *entry = g_new0 (ZpLayoutEntry, 1);
  const char *text = zp_node_text (node);

  if (g_strcmp0 (text, "^") == 0)
    entry->kind = ZP_ENTRY_ABOVE;
  else if (g_strcmp0 (text, "<") == 0)
    entry->kind = ZP_ENTRY_LEFT;
  else if (text != NULL)
    entry->phrase = read_phrase (self, node);
  else
    {
      entry->phrase = read_phrase (self, zp_node_get (node, "cell"));
      entry->join = zp_node_get_flag (node, "join", FALSE);
      entry->align =
        (ZpAlign) zp_word_index (zp_node_get_text (node, "align"), zp_align_words, ZP_ALIGN_AUTO);
      entry->bold = zp_node_get_flag (node, "bold", FALSE);
      entry->lines = zp_node_get_int (node, "lines", 0);
    }

  return entry;
}

static GPtrArray *
read_line (LayoutReader *self, const ZpNode *node)
{
  GPtrArray *line = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_layout_entry_free);

  for (guint i = 0; i < zp_node_count (node); i++)
    g_ptr_array_add (line, read_entry (self, zp_node_get_child (node, i)));

  return line;
}

static void
read_lines (LayoutReader *self, ZpLayoutRow *row, const ZpNode *node)
{
  const ZpNode *cells = zp_node_get (node, "cells");
  const ZpNode *rows = zp_node_get (node, "rows");

  if ((cells == NULL) == (rows == NULL))
    zp_loader_fail (self->loader, node, _ ("%s: repeated rows have either “cells” or “rows”"),
                    self->where);
  if (cells != NULL)
    g_ptr_array_add (row->lines, read_line (self, cells));
  for (guint i = 0; i < zp_node_count (rows); i++)
    g_ptr_array_add (row->lines, read_line (self, zp_node_get_child (rows, i)));
}

/* "where" and "when" are asked from outside; only the entries have the row as their own. */
static void
read_repeat (LayoutReader *self, ZpLayoutRow *row, const ZpNode *node)
{
  const ZpBindContext outer = self->context;

  if (zp_node_get (node, "each") == NULL && zp_node_get (node, "when") == NULL)
    zp_loader_fail (self->loader, node,
                    _ ("%s: a row that is an object has “each”, “when” or both; else write it as a "
                       "list"),
                    self->where);
  row->each_block = zp_loader_find_rowset (self->loader, zp_node_get (node, "each"), self->where);
  row->where = zp_loader_read_where (self->loader, zp_node_get (node, "where"), self->where, &outer,
                                     row->each_block);
  row->when =
    zp_loader_read_condition (self->loader, zp_node_get (node, "when"), self->where, &outer);
  row->min = zp_node_get_int (node, "min", 0);
  if (row->each_block >= 0)
    zp_loader_push_row (self->loader, &self->context, row->each_block, node);
  read_lines (self, row, node);
  self->context = outer;
}

static ZpLayoutRow *
read_row (LayoutReader *self, const ZpNode *node)
{
  ZpLayoutRow *row = g_new0 (ZpLayoutRow, 1);

  row->each_block = -1;
  row->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (zp_node_is (node, ZP_JSON_ARRAY))
    g_ptr_array_add (row->lines, read_line (self, node));
  else
    read_repeat (self, row, node);

  return row;
}

/* One list of templates is one line; a list of such lists is several. */
static GPtrArray *
read_outside (LayoutReader *self, const ZpNode *list)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gboolean is_one = zp_node_text (zp_node_get_child (list, 0)) != NULL;
  guint n = is_one ? 1 : zp_node_count (list);

  for (guint i = 0; i < n; i++)
    {
      const ZpNode *line = is_one ? list : zp_node_get_child (list, i);

      if (zp_node_count (line) < 1 || zp_node_count (line) > 3)
        zp_loader_fail (self->loader, list,
                        _ ("%s: “%s”: a line has one to three templates: left, middle, right"),
                        self->where, list->key);
      g_ptr_array_add (lines,
                       zp_loader_read_phrases (self->loader, line, self->where, &self->context));
    }

  return lines;
}

static GArray *
read_widths (LayoutReader *self)
{
  const ZpNode *list = zp_node_get (self->node, "widths");
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < zp_node_count (list); i++)
    {
      int width = (int) g_ascii_strtoll (zp_node_get_child (list, i)->json->text, NULL, 10);

      if (width < 1 || width > 1000)
        zp_loader_fail (self->loader, zp_node_get_child (list, i),
                        _ ("%s: “widths”: a width is a whole number from 1 to 1000"), self->where);
      g_array_append_val (widths, width);
    }

  return widths;
}

static void
read_money (LayoutReader *self, ZpLayout *layout)
{
  const ZpNode *money = zp_node_get (self->node, "money");

  if (money == NULL)
    return;

  layout->has_money = zp_unit_money (zp_node_text (money), &layout->money);
  if (!layout->has_money)
    zp_loader_fail (self->loader, money, _ ("%s: “money”: “%s” is no unit of money"), self->where,
                    zp_node_text (money));
}

static ZpLayout *
find_layout (const ZpLoader *self, const ZpNode *node)
{
  return (ZpLayout *) zp_pack_find_layout (self->pack, zp_node_get_id (node));
}

static void
read_layout (ZpLoader *self, const ZpNode *node)
{
  g_autofree char *where = zp_object_describe (node, ZP_OBJECT_LAYOUT, NULL);
  LayoutReader reader = { self, node, where, zp_loader_context (self) };
  const ZpBindContext outer = reader.context;
  const ZpNode *rows = zp_node_get (node, "rows");
  ZpLayout *layout = find_layout (self, node);

  layout->each_block = zp_loader_find_rowset (self, zp_node_get (node, "each"), where);
  layout->where =
    zp_loader_read_where (self, zp_node_get (node, "where"), where, &outer, layout->each_block);
  if (layout->each_block >= 0)
    zp_loader_push_row (self, &reader.context, layout->each_block, node);

  layout->title = read_phrase (&reader, zp_node_get (node, "title"));
  layout->widths = read_widths (&reader);
  layout->landscape = zp_node_get_flag (node, "landscape", FALSE);
  layout->head = zp_node_get_int (node, "head", 0);
  layout->above = read_outside (&reader, zp_node_get (node, "above"));
  layout->below = read_outside (&reader, zp_node_get (node, "below"));
  layout->notes =
    zp_loader_read_phrases (self, zp_node_get (node, "notes"), where, &reader.context);
  read_money (&reader, layout);
  for (guint i = 0; i < zp_node_count (rows); i++)
    g_ptr_array_add (layout->rows, read_row (&reader, zp_node_get_child (rows, i)));

  zp_layout_check_shape (self, layout, node);
  zp_lint_layout_units (self, node);
}

static void
add_layout (ZpLoader *self, const ZpNode *node)
{
  ZpLayout *layout = g_new0 (ZpLayout, 1);

  layout->key = g_strdup (zp_node_get_id (node));
  layout->line = node->json->line;
  layout->each_block = -1;
  layout->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_layout_row_free);
  g_ptr_array_add (self->pack->layouts, layout);
}

/**
 * zp_loader_read_layouts: reads the layouts.
 */
void
zp_loader_read_layouts (ZpLoader *self)
{
  const ZpNode *layouts = zp_node_get (self->layer->content, "layouts");

  for (guint i = 0; i < zp_node_count (layouts); i++)
    {
      const ZpNode *node = zp_node_get_child (layouts, i);

      if (!zp_loader_claim (self, node))
        continue;
      add_layout (self, node);
      read_layout (self, node);
    }
}
