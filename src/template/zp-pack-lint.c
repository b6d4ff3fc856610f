/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is not wrong in itself, but would be in a year, in another unit, or for the clerk. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* clang-format off */
static const char *const hand_written_units[] = {
  "千元", "万元", "亿元", "（元）", "(元)", "单位：元", "单位:元", NULL
};
static const char *const standard_fields[] = { "unit.name", "report.year", "report.date", NULL };
/* clang-format on */

/* @depth: how many brackets 〔 or 《 are open; names of documents keep their years. */
typedef struct
{
  int depth;
  char year[5];
} YearSearch;

static gboolean
is_year (const char *text)
{
  return (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20")) &&
         g_ascii_isdigit (text[2]) && g_ascii_isdigit (text[3]) && !g_ascii_isdigit (text[4]);
}

static gboolean
opens (gunichar c)
{
  return c == U'〔' || c == U'《';
}

static gboolean
closes (gunichar c)
{
  return c == U'〕' || c == U'》';
}

static void
look_for_year (const char *text, gpointer user_data)
{
  YearSearch *search = user_data;
  gboolean in_number = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_digit = g_ascii_isdigit (*at);

      search->depth += opens (c) - closes (c);
      if (is_digit && !in_number && search->depth <= 0 && search->year[0] == '\0' && is_year (at))
        memcpy (search->year, at, 4);
      in_number = is_digit;
    }
}

static void
report_year (ZpLoader *self, const ZpNode *node, const char *where, const YearSearch *search)
{
  if (self->pack->listed && search->year[0] != '\0')
    zp_loader_fail (self, node,
                    _ ("%s: “%s” is written by hand and wrong next year; write {report.year}, or "
                       "put the name of a document into 〔〕 or 《》"),
                    where, search->year);
}

/**
 * zp_lint_text: no year by hand in a text without placeholders.
 */
void
zp_lint_text (ZpLoader *self, const ZpNode *node, const char *where, const char *text)
{
  YearSearch search = { 0 };

  look_for_year (text, &search);
  report_year (self, node, where, &search);
}

/**
 * zp_lint_phrase: no year by hand in a template.
 */
void
zp_lint_phrase (ZpLoader *self, const ZpNode *node, const char *where, const ZpPhrase *phrase)
{
  YearSearch search = { 0 };

  zp_phrase_foreach_literal (phrase, look_for_year, &search);
  report_year (self, node, where, &search);
}

static const char *
find_unit (const char *text)
{
  for (gsize i = 0; hand_written_units[i] != NULL; i++)
    if (strstr (text, hand_written_units[i]) != NULL)
      return hand_written_units[i];

  return NULL;
}

static void
lint_units (ZpLoader *self, const ZpNode *layout, const ZpNode *node)
{
  const ZpNode *cell = zp_node_get (node, "cell");
  const ZpNode *text = cell != NULL ? cell : node;
  const char *unit = zp_node_text (text) != NULL ? find_unit (zp_node_text (text)) : NULL;

  if (unit != NULL)
    zp_loader_warn (
      self, text,
      _ ("layout “%s”: “%s” is written by hand; write {money}, which follows the unit "
         "that is printed"),
      zp_node_get_id (layout), unit);
  if (cell != NULL || zp_node_is (node, ZP_JSON_STRING))
    return;

  for (guint i = 0; i < zp_node_count (node); i++)
    lint_units (self, layout, zp_node_get_child (node, i));
}

/**
 * zp_lint_layout_units: no unit of money by hand over a table.
 */
void
zp_lint_layout_units (ZpLoader *self, const ZpNode *node)
{
  const ZpNode *rows = zp_node_get (node, "rows");
  guint n_head = (guint) MAX (zp_node_get_int (node, "head", 0), 0);

  if (zp_node_get (node, "title") != NULL)
    lint_units (self, node, zp_node_get (node, "title"));
  if (zp_node_get (node, "above") != NULL)
    lint_units (self, node, zp_node_get (node, "above"));
  for (guint i = 0; i < MIN (n_head, zp_node_count (rows)); i++)
    lint_units (self, node, zp_node_get_child (rows, i));
}

static gboolean
is_on_page (const ZpPack *pack, int block)
{
  for (guint i = 0; i < pack->pages->len; i++)
    {
      const ZpPage *page = pack->pages->pdata[i];

      for (guint j = 0; j < page->blocks->len; j++)
        if (g_array_index (page->blocks, int, j) == block)
          return TRUE;
    }

  return FALSE;
}

/**
 * zp_lint_pages: what is typed must be on a page, or nobody can type it. A pack that is only a
 * basis for others may leave that to them.
 */
void
zp_lint_pages (ZpLoader *self)
{
  for (guint i = 0; i < self->sources->len && self->pack->listed; i++)
    {
      const ZpCellSource *source = self->sources->pdata[i];
      const ZpBlock *block = zp_pack_get_block (self->pack, source->def->cell.block);

      if (source->def->entry == ZP_ENTRY_COMPUTED || is_on_page (self->pack, block->index))
        continue;
      zp_loader_fail (self, self->block_nodes->pdata[block->index],
                      _ ("“%s” has cells to be typed, but stands on no page; add it to one under "
                         "“pages”"),
                      block->key);
    }
}

static gboolean
is_used (const ZpLoader *self, const ZpBlock *block, int column)
{
  for (guint row = 0; row < MAX (block->rows->len, 1); row++)
    {
      const ZpCellDef *def = zp_block_get_cell (block, (int) row, column);

      if (def != NULL && g_hash_table_contains (self->used, def))
        return TRUE;
    }

  return FALSE;
}

/**
 * zp_lint_unused: warns of fields and columns of which nothing is printed, read or checked.
 */
void
zp_lint_unused (ZpLoader *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const ZpCellSource *source = self->sources->pdata[i];
      const ZpCellDef *def = source->def;
      const ZpBlock *block = zp_pack_get_block (self->pack, def->cell.block);

      if (!is_used (self, block, def->cell.column))
        zp_loader_warn (self, source->node, _ ("“%s.%s” is neither printed nor used"), block->key,
                        def->key);
    }
}

/**
 * zp_lint_standard_fields: what window and exports ask every listed pack for.
 */
void
zp_lint_standard_fields (ZpLoader *self)
{
  for (gsize i = 0; standard_fields[i] != NULL && self->pack->listed; i++)
    {
      ZpCell cell;

      if (!zp_pack_parse_id (self->pack, standard_fields[i], &cell, NULL))
        zp_loader_fail (self, self->layer->pack,
                        _ ("a listed pack defines unit.name, report.year and report.date; “%s” is "
                           "missing"),
                        standard_fields[i]);
    }
}

static gboolean
expects (const ZpNode *sample, gboolean errors_only)
{
  const ZpNode *findings = zp_node_get (zp_node_get (sample, "expect"), "findings");

  for (guint i = 0; i < zp_node_count (findings); i++)
    if (!errors_only || g_strcmp0 (zp_node_text (zp_node_get_child (findings, i)), "error") == 0)
      return TRUE;

  return FALSE;
}

/**
 * zp_lint_samples: a listed pack shows a report without errors and one with findings.
 */
void
zp_lint_samples (ZpLoader *self)
{
  const GPtrArray *samples = self->layer->samples;
  gboolean has_clean = FALSE;
  gboolean has_findings = FALSE;

  for (guint i = 0; i < samples->len; i++)
    {
      has_clean |= !expects (samples->pdata[i], TRUE);
      has_findings |= expects (samples->pdata[i], FALSE);
    }

  if (self->pack->listed && !has_clean)
    zp_loader_fail (self, self->layer->pack,
                    _ ("a listed pack has a sample without errors; add one under samples/"));
  if (self->pack->listed && !has_findings)
    zp_loader_fail (self, self->layer->pack,
                    _ ("a listed pack has a sample with findings; add one under samples/"));
}
