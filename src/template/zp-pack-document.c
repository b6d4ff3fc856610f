/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the outline of the report: parts, sections, passages, tables. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "template/zp-pack-names-private.h"

#define PASSAGE_PREFIX "text."

static ZpSection *read_section (ZpLoader *self, const ZpNode *node, const ZpBindContext *outer);

/* Names a layout, or a block that is printed as it is. */
static void
read_shown (
  ZpLoader *self, const ZpNode *name, const char *where, const ZpLayout **layout, int *block)
{
  const char *key = zp_node_text (name);
  const ZpBlock *found = zp_pack_find_block (self->pack, key);
  const char *nearest;

  *layout = zp_pack_find_layout (self->pack, key);
  *block = -1;
  if (*layout != NULL)
    return;
  if (found != NULL)
    {
      *block = found->index;
      zp_loader_use_block (self, found->index);
      return;
    }

  nearest = zp_loader_find_nearest (zp_node_get (self->layer->content, "layouts"), key);
  if (nearest == NULL)
    nearest = zp_pack_find_nearest_block (self->pack, key);
  zp_loader_fail_missing (self, name, key, nearest, _ ("%s: no layout or block “%s”"), where, key);
}

static ZpPhrase *
read_passage_label (ZpLoader *self,
                    const ZpNode *node,
                    const char *where,
                    const ZpBindContext *context,
                    ZpPhrase *heading)
{
  ZpPhrase *label = zp_loader_read_phrase (self, zp_node_get (node, "label"), where, context);

  if (label != NULL)
    return label;

  return heading != NULL ? zp_phrase_ref (heading)
                         : zp_phrase_parse (zp_node_get_text (node, "text"), NULL);
}

static void
note_rows (ZpPassage *passage, const ZpBindContext *context)
{
  passage->row_blocks = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_vals (passage->row_blocks, context->blocks, context->n_blocks);
}

static ZpPassage *
read_passage (ZpLoader *self, const ZpNode *node, const ZpBindContext *outer, ZpPhrase *heading)
{
  const ZpNode *template = zp_node_get (node, "template");
  g_autofree char *where = zp_object_describe (node, ZP_OBJECT_TEXT, NULL);
  ZpBindContext context = *outer;
  ZpPassage *passage = g_new0 (ZpPassage, 1);

  passage->id = g_strdup (zp_node_get_text (node, "text"));
  passage->key = g_strdup (passage->id + strlen (PASSAGE_PREFIX));
  passage->line = node->json->line;
  passage->label = read_passage_label (self, node, where, outer, heading);
  passage->each_block = zp_loader_find_rowset (self, zp_node_get (node, "each"), where);
  passage->where =
    zp_loader_read_where (self, zp_node_get (node, "where"), where, outer, passage->each_block);
  passage->when = zp_loader_read_condition (self, zp_node_get (node, "when"), where, outer);
  passage->required = zp_node_get_flag (node, "required", FALSE);
  passage->length = zp_node_get_int (node, "length", 0);
  passage->help = g_strdup (zp_node_get_text (node, "help"));
  passage->is_private = zp_node_get_flag (node, "private", FALSE);
  note_rows (passage, outer);
  if (passage->each_block >= 0)
    zp_loader_push_row (self, &context, passage->each_block, node);
  if (template != NULL)
    passage->templates = zp_loader_read_phrases (self, template, where, &context);
  if (passage->help != NULL)
    zp_lint_text (self, zp_node_get (node, "help"), where, passage->help);

  return passage;
}

static void
take_passage (ZpLoader *self, ZpContent *content, ZpPassage *passage)
{
  content->kind = ZP_CONTENT_PASSAGE;
  content->passage = passage;
  g_ptr_array_add (self->pack->passages, passage);
  g_hash_table_insert (self->pack->passages_by_key, g_strdup (passage->key), passage);
}

static void
read_show (ZpLoader *self, ZpContent *content, const ZpNode *show, const char *where)
{
  read_shown (self, show, where, &content->layout, &content->block);
  content->kind = content->layout != NULL ? ZP_CONTENT_LAYOUT : ZP_CONTENT_BLOCK;
}

static void
read_notes (ZpLoader *self,
            ZpContent *content,
            const ZpNode *node,
            const char *where,
            const ZpBindContext *context)
{
  const ZpNode *checks = zp_node_get (node, "checks");

  content->kind = ZP_CONTENT_NOTES;
  content->lead = zp_loader_read_phrase (self, zp_node_get (node, "notes"), where, context);
  content->checks = checks != NULL ? zp_loader_read_texts (checks) : NULL;
}

static ZpContent *
read_content (ZpLoader *self, const ZpNode *node, const ZpBindContext *context, ZpPhrase *heading)
{
  const guint kinds = ZP_OBJECT_TEXT | ZP_OBJECT_SHOW | ZP_OBJECT_NOTES;
  const ZpNode *show = zp_node_get (node, "show");
  g_autofree char *where = zp_object_describe (node, kinds, NULL);
  ZpContent *content = g_new0 (ZpContent, 1);

  content->block = -1;
  if (zp_node_get (node, "text") != NULL)
    {
      take_passage (self, content, read_passage (self, node, context, heading));
      return content;
    }

  if (show != NULL)
    read_show (self, content, show, where);
  else
    read_notes (self, content, node, where, context);
  content->when = zp_loader_read_condition (self, zp_node_get (node, "when"), where, context);

  return content;
}

static GPtrArray *
read_sections (ZpLoader *self, const ZpNode *list, const ZpBindContext *context)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_section_free);

  for (guint i = 0; i < zp_node_count (list); i++)
    g_ptr_array_add (sections, read_section (self, zp_node_get_child (list, i), context));

  return sections;
}

/* "when" is asked once; heading and content have the row as their own. */
static ZpSection *
read_section (ZpLoader *self, const ZpNode *node, const ZpBindContext *outer)
{
  const ZpNode *list = zp_node_get (node, "content");
  g_autofree char *where = zp_object_describe (node, ZP_OBJECT_SECTION, NULL);
  ZpBindContext context = *outer;
  ZpSection *section = g_new0 (ZpSection, 1);

  section->key = g_strdup (zp_node_get_id (node));
  section->line = node->json->line;
  section->when = zp_loader_read_condition (self, zp_node_get (node, "when"), where, outer);
  section->each_block = zp_loader_find_rowset (self, zp_node_get (node, "each"), where);
  if (section->each_block >= 0)
    zp_loader_push_row (self, &context, section->each_block, node);
  section->heading = zp_loader_read_phrase (self, zp_node_get (node, "heading"), where, &context);
  section->short_name = g_strdup (zp_node_text (zp_node_get (node, "short")));
  section->numbered = zp_node_get_flag (node, "numbered", TRUE);
  section->run_in = zp_node_get_flag (node, "run_in", FALSE);
  section->none = zp_loader_read_phrase (self, zp_node_get (node, "none"), where, outer);
  section->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_content_free);
  for (guint i = 0; i < zp_node_count (list); i++)
    g_ptr_array_add (section->contents,
                     read_content (self, zp_node_get_child (list, i), &context, section->heading));
  section->sections = read_sections (self, zp_node_get (node, "sections"), &context);

  return section;
}

static GPtrArray *
read_cover_lines (ZpLoader *self, const ZpNode *list, const char *where)
{
  const ZpBindContext context = zp_loader_context (self);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < zp_node_count (list); i++)
    {
      const ZpNode *line = zp_node_get_child (list, i);

      if (zp_node_count (line) != 2)
        zp_loader_fail (self, line, _ ("%s: a line of the cover is a label and a template"), where);
      g_ptr_array_add (lines, zp_loader_read_phrases (self, line, where, &context));
    }

  return lines;
}

static guint
read_profiles (const ZpNode *list)
{
  guint profiles = 0;

  for (guint i = 0; i < zp_node_count (list); i++)
    profiles |=
      1u << zp_word_index (zp_node_text (zp_node_get_child (list, i)), zp_profile_words, 0);

  return list != NULL ? profiles : ZP_PROFILE_ALL;
}

/* clang-format off */
static const char *const part_kinds[] = { "cover", "sections", "show", "annex", "sign",
                                           "letterhead", "imprint", "letter", NULL };

/* Of a letterhead and of an imprint. */
#define N_TEXTS 3
/* clang-format on */

/* FALSE, with the fault noted, unless it is exactly one of them. */
static gboolean
find_part_kind (ZpLoader *self, const ZpNode *node, const char *where, ZpPartKind *kind)
{
  guint n_found = 0;

  for (guint i = 0; part_kinds[i] != NULL; i++)
    {
      if (zp_node_get (node, part_kinds[i]) == NULL)
        continue;
      *kind = (ZpPartKind) i;
      n_found++;
    }

  if (n_found != 1)
    zp_loader_fail (
      self, node,
      _ ("%s: a part has exactly one of: cover sections show annex sign letterhead imprint "
         "letter"),
      where);

  return n_found == 1;
}

static void
read_texts (ZpLoader *self, ZpPart *part, const ZpNode *list, const char *where)
{
  const ZpBindContext context = zp_loader_context (self);

  part->texts = zp_loader_read_phrases (self, list, where, &context);
  if (zp_node_count (list) != N_TEXTS)
    zp_loader_fail (self, list, _ ("%s: “%s” has three templates"), where, list->key);
}

static void
read_part_body (ZpLoader *self, ZpPart *part, const ZpNode *node, const char *where)
{
  const ZpBindContext context = zp_loader_context (self);
  const ZpNode *cover = zp_node_get (node, "cover");
  const ZpNode *sign = zp_node_get (node, "sign");
  const ZpNode *shown = zp_node_get (node, part_kinds[part->kind]);

  part->title = zp_loader_read_phrase (
    self, zp_node_get (part->kind == ZP_PART_COVER ? cover : node, "title"), where, &context);
  part->lines = read_cover_lines (self, zp_node_get (cover, "lines"), where);
  part->foot = zp_loader_read_phrase (self, zp_node_get (cover, "foot"), where, &context);
  part->sections = read_sections (self, zp_node_get (node, "sections"), &context);
  part->sign_unit = zp_loader_read_phrase (self, zp_node_get (sign, "unit"), where, &context);
  part->sign_date = zp_loader_read_phrase (self, zp_node_get (sign, "date"), where, &context);
  if (part->kind == ZP_PART_LETTERHEAD || part->kind == ZP_PART_IMPRINT)
    read_texts (self, part, shown, where);
  if (part->kind == ZP_PART_LETTER)
    part->texts = zp_loader_read_phrases (self, shown, where, &context);
  if (part->kind == ZP_PART_SHOW || part->kind == ZP_PART_ANNEX)
    read_shown (self, shown, where, &part->layout, &part->block);
}

static void
read_part (ZpLoader *self, const ZpNode *node)
{
  const ZpBindContext context = zp_loader_context (self);
  g_autofree char *where = zp_object_describe (node, ZP_OBJECT_PART, NULL);
  ZpPart *part = g_new0 (ZpPart, 1);

  part->key = g_strdup (zp_node_get_id (node));
  part->line = node->json->line;
  part->block = -1;
  find_part_kind (self, node, where, &part->kind);
  part->profiles = read_profiles (zp_node_get (node, "profiles"));
  part->when = zp_loader_read_condition (self, zp_node_get (node, "when"), where, &context);
  read_part_body (self, part, node, where);
  g_ptr_array_add (self->pack->parts, part);
}

static void
list_in_sections (ZpLoader *self, const ZpNode *sections, GHashTable *seen)
{
  for (guint i = 0; i < zp_node_count (sections); i++)
    {
      const ZpNode *section = zp_node_get_child (sections, i);
      const ZpNode *list = zp_node_get (section, "content");

      for (guint j = 0; j < zp_node_count (list); j++)
        {
          const ZpNode *content = zp_node_get_child (list, j);
          const char *id = zp_node_get_text (content, "text");
          const ZpNode *first = id != NULL ? g_hash_table_lookup (seen, id) : NULL;

          if (first != NULL)
            zp_loader_fail (self, content, _ ("passage “%s” stands twice, first in %s:%u"), id,
                            first->file, first->json->line);
          if (id == NULL)
            continue;
          g_hash_table_insert (seen, (gpointer) id, (gpointer) content);
          g_hash_table_insert (self->pack->passages_by_key, g_strdup (id + strlen (PASSAGE_PREFIX)),
                               NULL);
        }
      list_in_sections (self, zp_node_get (section, "sections"), seen);
    }
}

/**
 * zp_loader_list_passages: lets templates name passages and annexes before those are read.
 */
void
zp_loader_list_passages (ZpLoader *self)
{
  const ZpNode *parts = zp_node_get (self->layer->content, "parts");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < zp_node_count (parts); i++)
    {
      const ZpNode *part = zp_node_get_child (parts, i);

      list_in_sections (self, zp_node_get (part, "sections"), seen);
      if (zp_node_get (part, "annex") != NULL)
        g_hash_table_add (self->pack->annexes, g_strdup (zp_node_get_id (part)));
    }
}

/**
 * zp_loader_read_document: reads the words and the parts of the report.
 */
void
zp_loader_read_document (ZpLoader *self)
{
  const ZpNode *parts = zp_node_get (self->layer->content, "parts");

  zp_loader_read_words (self);
  for (guint i = 0; i < zp_node_count (parts); i++)
    read_part (self, zp_node_get_child (parts, i));
}
