/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads what a pack is called, how it prints, when it may be submitted, and its pages. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "template/zp-pack-names-private.h"

/* clang-format off */
static const char *const usual_headings[] = { "一、", "（一）", "1.", "（1）", NULL };
/* clang-format on */

static void
read_money (ZpLoader *self, const ZpNode *money)
{
  const ZpNode *unit = zp_node_get (money, "unit");
  ZpPack *pack = self->pack;

  zp_unit_money ("万元", &pack->money);
  if (unit != NULL && !zp_unit_money (zp_node_text (unit), &pack->money))
    zp_loader_fail (self, unit,
                    _ ("“money”: “%s” is no unit of money; use one of 元 千元 万元 "
                       "百万元 亿元"),
                    zp_node_text (unit));

  pack->money_decimals = zp_node_get_int (money, "decimals", 2);
  if (pack->money_decimals >= 0 && pack->money_decimals <= ZP_DECIMAL_PLACES)
    return;

  zp_loader_fail (self, zp_node_get (money, "decimals"), _ ("“money”: “decimals” is 0 to %d"),
                  ZP_DECIMAL_PLACES);
  pack->money_decimals = 2;
}

static const char *
text_or (const ZpNode *object, const char *key, const char *fallback)
{
  const char *text = zp_node_get_text (object, key);

  return text != NULL ? text : fallback;
}

/* UTC, so that a document does not depend on where it is made. */
static void
read_time_zone (ZpLoader *self, const ZpNode *print)
{
  const char *name = text_or (print, "time_zone", "Z");

  if (strchr ("+-Z", *name) != NULL)
    self->pack->time_zone = g_time_zone_new_identifier (name);
  if (self->pack->time_zone != NULL)
    return;
  zp_loader_fail (self, zp_node_get (print, "time_zone"),
                  _ ("“time_zone”: “%s” is no offset from UTC, as +08:00"), name);
  self->pack->time_zone = g_time_zone_new_utc ();
}

static void
read_print (ZpLoader *self, const ZpNode *print)
{
  const ZpNode *headings = zp_node_get (print, "headings");

  self->pack->na = g_strdup (text_or (print, "na", "—"));
  self->pack->empty = g_strdup (text_or (print, "empty", ""));
  self->pack->grouping = zp_node_get_flag (print, "grouping", TRUE);
  read_time_zone (self, print);
  self->pack->headings =
    headings != NULL ? zp_loader_read_texts (headings) : g_strdupv ((char **) usual_headings);
  if (headings != NULL && zp_node_count (headings) == 0)
    zp_loader_fail (self, headings, _ ("“headings” needs a mark for the first level at least"));
}

static ZpSubmitRule
read_rule (const ZpNode *submit, const char *key, ZpSubmitRule fallback)
{
  return (ZpSubmitRule) zp_word_index (zp_node_get_text (submit, key), zp_submit_words,
                                       (int) fallback);
}

static void
read_submit (ZpLoader *self, const ZpNode *submit)
{
  self->pack->submit_error = read_rule (submit, "error", ZP_SUBMIT_BLOCK);
  self->pack->submit_warning = read_rule (submit, "warning", ZP_SUBMIT_NOTE);
  self->pack->submit_open = read_rule (submit, "open", ZP_SUBMIT_BLOCK);
}

/**
 * zp_loader_read_identity: reads pack.json but for its changes.
 */
void
zp_loader_read_identity (ZpLoader *self)
{
  const ZpNode *node = self->layer->pack;
  const ZpNode *settings = self->layer->settings;
  ZpPack *pack = self->pack;

  pack->id = g_strdup (text_or (node, "id", ""));
  pack->version = zp_node_get_int (node, "version", 0);
  pack->title = g_strdup (text_or (node, "title", ""));
  pack->region = g_strdup (text_or (node, "region", ""));
  pack->year = zp_node_get_int (node, "year", 0);
  pack->basis = zp_loader_read_texts (zp_node_get (settings, "basis"));
  pack->listed = zp_node_get_flag (node, "listed", TRUE);
  pack->succeeds = g_strdup (zp_node_get_text (node, "succeeds"));
  read_money (self, zp_node_get (settings, "money"));
  read_print (self, zp_node_get (settings, "print"));
  read_submit (self, zp_node_get (settings, "submit"));
}

static void
add_block_to_page (ZpLoader *self, ZpPage *page, const ZpNode *name)
{
  const ZpBlock *block = zp_pack_find_block (self->pack, zp_node_text (name));

  if (block != NULL)
    g_array_append_val (page->blocks, block->index);
  else
    zp_loader_fail_missing (self, name, zp_node_text (name),
                            zp_pack_find_nearest_block (self->pack, zp_node_text (name)),
                            _ ("page “%s”: no block “%s”"), page->key, zp_node_text (name));
}

static void
read_page (ZpLoader *self, const ZpNode *node)
{
  const ZpBindContext context = zp_loader_context (self);
  const ZpNode *blocks = zp_node_get (node, "blocks");
  g_autofree char *where = zp_object_describe (node, ZP_OBJECT_PAGE, NULL);
  ZpPage *page = g_new0 (ZpPage, 1);

  page->key = g_strdup (zp_node_get_id (node));
  page->label = zp_loader_read_phrase (self, zp_node_get (node, "label"), where, &context);
  page->help = g_strdup (zp_node_get_text (node, "help"));
  page->when = zp_loader_read_condition (self, zp_node_get (node, "when"), where, &context);
  page->blocks = g_array_new (FALSE, FALSE, sizeof (int));
  g_ptr_array_add (self->pack->pages, page);
  for (guint i = 0; i < zp_node_count (blocks); i++)
    add_block_to_page (self, page, zp_node_get_child (blocks, i));
}

/**
 * zp_loader_read_pages: reads the pages of the window.
 */
void
zp_loader_read_pages (ZpLoader *self)
{
  const ZpNode *pages = zp_node_get (self->layer->content, "pages");

  for (guint i = 0; i < zp_node_count (pages); i++)
    read_page (self, zp_node_get_child (pages, i));
}
