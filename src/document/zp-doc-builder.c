/* SPDX-License-Identifier: GPL-3.0-or-later
 * Report and pack → document tree. */
#include "document/zp-doc-builder.h"

#include "document/zp-doc-builder-private.h"
#include "document/zp-doc-properties.h"
#include "document/zp-doc-render.h"

static void
add_break (ZpDocBuilder *self, gboolean landscape, const char *annex)
{
  ZpDocNode *node = zp_doc_append (self->doc, ZP_DOC_BREAK);

  node->landscape = landscape;
  node->annex = g_strdup (annex);
  self->page = (ZpDocPage){ .fresh = TRUE, .landscape = landscape };
}

/**
 * zp_doc_builder_turn_page:
 * @landscape: what follows stands on a page that is turned
 *
 * Makes sure that text or a table can go on: a new page where the current one is of the other
 * orientation or belongs to an annex alone.
 */
void
zp_doc_builder_turn_page (ZpDocBuilder *self, gboolean landscape)
{
  if (self->page.closed || self->page.landscape != landscape)
    add_break (self, landscape, NULL);
}

/** zp_doc_builder_add: (transfer none): a new node of the text, on an upright page. */
ZpDocNode *
zp_doc_builder_add (ZpDocBuilder *self, ZpDocKind kind)
{
  zp_doc_builder_turn_page (self, FALSE);
  self->page.fresh = FALSE;
  return zp_doc_append (self->doc, kind);
}

/**
 * zp_doc_builder_add_table:
 * @table: (transfer full): a table, on the current page
 */
void
zp_doc_builder_add_table (ZpDocBuilder *self, ZpDocTable *table)
{
  zp_doc_append (self->doc, ZP_DOC_TABLE)->table = table;
  self->page.fresh = FALSE;
}

static void
add_cover (ZpDocBuilder *self, const ZpPart *part)
{
  ZpDocNode *node = zp_doc_append (self->doc, ZP_DOC_COVER);

  zp_doc_builder_append (self, part->title, node->runs);
  zp_doc_builder_append (self, part->foot, node->foot);
  for (guint i = 0; part->lines != NULL && i < part->lines->len; i++)
    {
      const GPtrArray *pair = g_ptr_array_index (part->lines, i);
      GPtrArray *line = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

      for (guint k = 0; k < pair->len; k++)
        g_ptr_array_add (line, zp_doc_builder_render (self, g_ptr_array_index (pair, k)));
      g_ptr_array_add (node->lines, line);
    }
  self->page = (ZpDocPage){ .fresh = TRUE };
}

/** zp_doc_builder_add_title: the title of a part, where it says something. */
void
zp_doc_builder_add_title (ZpDocBuilder *self, const ZpPart *part)
{
  g_autoptr (GPtrArray) title = zp_doc_builder_render (self, part->title);
  ZpDocNode *node = NULL;

  if (zp_doc_runs_are_blank (title))
    return;

  node = zp_doc_builder_add (self, ZP_DOC_TITLE);
  zp_doc_runs_append (node->runs, title);
  if (self->doc->title == NULL)
    self->doc->title = zp_doc_render_text (self->scope, &self->eval, part->title);
}

/* Behind a letter it is an annex. */
static void
add_body (ZpDocBuilder *self, const ZpPart *part)
{
  const ZpScope *scope = &self->scope->scope;
  g_autofree char *annex = scope->annex (scope, part->key);

  self->numbers = (ZpDocNumbers){ 0 };
  if (annex != NULL)
    add_break (self, FALSE, annex);
  else if (!self->page.fresh)
    self->page.closed = TRUE;
  zp_doc_builder_add_title (self, part);
  zp_doc_builder_add_addressee (self);
  zp_doc_builder_add_sections (self, part->sections, 1);
}

typedef struct
{
  ZpDocBuilder *builder;
  const char *annex;
  gboolean landscape;
} Pages;

/* Each copy begins a page; one that is not numbered and not turned may begin on an empty page. */
static void
add_page (ZpDocTable *table, GArray *figures, int row, gpointer user_data)
{
  const Pages *pages = user_data;
  ZpDocBuilder *self = pages->builder;

  if (pages->annex != NULL || !self->page.fresh || self->page.landscape != pages->landscape)
    add_break (self, pages->landscape, pages->annex);
  zp_doc_builder_add_table (self, table);
}

static ZpDocShow
show_of (const ZpPart *part)
{
  return (ZpDocShow){ .layout = part->layout, .block = part->block };
}

static void
add_pages (ZpDocBuilder *self, const ZpPart *part)
{
  const ZpScope *scope = &self->scope->scope;
  g_autofree char *annex = part->kind == ZP_PART_ANNEX ? scope->annex (scope, part->key) : NULL;
  Pages pages = { .builder = self, .annex = annex };

  pages.landscape = zp_doc_show_is_landscape (show_of (part), self->scope);
  zp_doc_show_foreach (show_of (part), self->scope, &self->eval, add_page, &pages);
  self->page.closed = TRUE;
}

static char *
get_annex_title (ZpDocBuilder *self, const ZpPart *part)
{
  if (part->kind == ZP_PART_SECTIONS)
    return zp_doc_render_text (self->scope, &self->eval, part->title);
  return zp_doc_show_get_title (show_of (part), self->scope);
}

/* GB/T 9704-2012, 7.3.4: 附件：1.… with a number only where there are several. */
static void
add_annex_list (ZpDocBuilder *self)
{
  const GPtrArray *annexes = self->scope->annexes;
  ZpDocNode *node = NULL;

  if (annexes->len == 0)
    return;

  node = zp_doc_builder_add (self, ZP_DOC_ANNEX_LIST);
  for (guint i = 0; i < annexes->len; i++)
    {
      g_autofree char *title = get_annex_title (self, g_ptr_array_index (annexes, i));
      g_autofree char *number = annexes->len > 1 ? g_strdup_printf ("%u.", i + 1) : g_strdup ("");
      g_autofree char *text = g_strconcat (i == 0 ? "附件：" : "", number, title, NULL);
      GPtrArray *runs = zp_doc_runs_new ();

      zp_doc_run_append (runs, text, NULL, ZP_RUN_PLAIN);
      g_ptr_array_add (node->lines, runs);
    }
}

/* What is published bears no seal. */
static void
add_signature (ZpDocBuilder *self, const ZpPart *part)
{
  GPtrArray *unit = zp_doc_builder_render (self, part->sign_unit);
  GPtrArray *date = zp_doc_builder_render (self, part->sign_date);
  ZpDocNode *node = zp_doc_builder_add (self, ZP_DOC_SIGNATURE);

  node->seal = self->scope->profile != ZP_PROFILE_PUBLIC;
  g_ptr_array_add (node->lines, unit);
  g_ptr_array_add (node->lines, date);
}

static void
add_part (ZpDocBuilder *self, const ZpPart *part)
{
  switch (part->kind)
    {
    case ZP_PART_COVER:
      break;
    case ZP_PART_SECTIONS:
      add_body (self, part);
      break;
    case ZP_PART_SHOW:
    case ZP_PART_ANNEX:
      add_pages (self, part);
      break;
    case ZP_PART_SIGN:
      add_signature (self, part);
      break;
    case ZP_PART_LETTERHEAD:
      zp_doc_builder_add_letterhead (self, part);
      break;
    case ZP_PART_IMPRINT:
      zp_doc_builder_add_imprint (self, part);
      break;
    case ZP_PART_LETTER:
      zp_doc_builder_add_letter (self, part);
      break;
    default:
      g_assert_not_reached ();
    }
}

static GPtrArray *
find_parts (const ZpDocScope *scope)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < scope->pack->parts->len; i++)
    {
      ZpPart *part = g_ptr_array_index (scope->pack->parts, i);

      if (zp_doc_scope_has_part (scope, part))
        g_ptr_array_add (parts, part);
    }
  return parts;
}

/* The part before which the annexes are listed: after the letter, or the last text where there is
 * none; before signature and annexes. */
static guint
find_list_place (const GPtrArray *parts)
{
  guint place = parts->len;

  for (guint i = 0; i < parts->len; i++)
    {
      const ZpPart *part = g_ptr_array_index (parts, i);

      if (part->kind == ZP_PART_LETTER)
        return i + 1;
      if (part->kind == ZP_PART_SECTIONS)
        place = i + 1;
    }
  return place;
}

static void
add_parts (ZpDocBuilder *self)
{
  g_autoptr (GPtrArray) parts = find_parts (self->scope);
  guint list_place = find_list_place (parts);

  /* A cover comes first wherever the pack has it. */
  for (guint i = 0; i < parts->len; i++)
    if (((const ZpPart *) g_ptr_array_index (parts, i))->kind == ZP_PART_COVER)
      add_cover (self, g_ptr_array_index (parts, i));

  for (guint i = 0; i < parts->len; i++)
    {
      add_part (self, g_ptr_array_index (parts, i));
      if (i + 1 == list_place)
        add_annex_list (self);
    }
}

/* An empty document of @scope, at the top of a page. */
static ZpDocBuilder
begin (ZpDocScope *scope)
{
  return (ZpDocBuilder){
    .doc = zp_doc_new (),
    .scope = scope,
    .eval = ZP_EVAL_INIT (&scope->scope),
    .page.fresh = TRUE,
  };
}

/**
 * zp_doc_build:
 * @report: what is printed; not changed
 * @profile: for whom
 *
 * Makes the whole document of a profile: the parts of the pack that the profile has and whose
 * condition holds. A cover comes first. After the text comes the list of annexes (GB/T 9704-2012,
 * 7.3.4), before the signature. Every annex begins a page with its mark; an annex that is made for
 * every row has one number and one page a row. What is private is left out of the public profile.
 * An empty report gives a whole document too, with 〔未填：…〕 where figures belong.
 *
 * Returns: (transfer full): a tree that zp_doc_check() finds nothing wrong with
 */
ZpDoc *
zp_doc_build (ZpReport *report, ZpProfile profile)
{
  g_autoptr (ZpDocScope) scope = NULL;
  ZpDocBuilder builder;

  g_return_val_if_fail (ZP_IS_REPORT (report), NULL);

  scope = zp_doc_scope_new (report, profile);
  builder = begin (scope);
  add_parts (&builder);

  zp_doc_set_properties (builder.doc, scope);
  return builder.doc;
}

/**
 * zp_doc_build_text:
 *
 * Makes the sections of a profile alone, with what stands between them: no cover, no annexes, no
 * signature. For whoever asks what the text says, over and over while it is written.
 *
 * Returns: (transfer full): the nodes as zp_doc_build() has them
 */
ZpDoc *
zp_doc_build_text (ZpReport *report, ZpProfile profile)
{
  g_autoptr (ZpDocScope) scope = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  ZpDocBuilder builder;

  g_return_val_if_fail (ZP_IS_REPORT (report), NULL);

  scope = zp_doc_scope_new (report, profile);
  builder = begin (scope);
  parts = find_parts (scope);
  for (guint i = 0; i < parts->len; i++)
    if (((const ZpPart *) g_ptr_array_index (parts, i))->kind == ZP_PART_SECTIONS)
      add_part (&builder, g_ptr_array_index (parts, i));
  return builder.doc;
}
