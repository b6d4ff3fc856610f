/* SPDX-License-Identifier: GPL-3.0-or-later
 * Report and pack → document tree. */
#include "document/zp-doc-builder.h"

#include "document/zp-doc-builder-private.h"
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

static GPtrArray *
prose (ZpDocBuilder *self, const ZpPhrase *phrase)
{
  return zp_doc_render_prose (self->scope, &self->eval, phrase);
}

static void
add_prose (ZpDocBuilder *self, const ZpPhrase *phrase, GPtrArray *runs)
{
  g_autoptr (GPtrArray) more = prose (self, phrase);

  zp_doc_runs_append (runs, more);
}

static void
add_cover (ZpDocBuilder *self, const ZpPart *part)
{
  ZpDocNode *node = zp_doc_append (self->doc, ZP_DOC_COVER);

  add_prose (self, part->title, node->runs);
  add_prose (self, part->foot, node->foot);
  for (guint i = 0; part->lines != NULL && i < part->lines->len; i++)
    {
      const GPtrArray *pair = g_ptr_array_index (part->lines, i);
      GPtrArray *line = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

      for (guint k = 0; k < pair->len; k++)
        g_ptr_array_add (line, prose (self, g_ptr_array_index (pair, k)));
      g_ptr_array_add (node->lines, line);
    }
  self->page = (ZpDocPage){ .fresh = TRUE };
}

static void
add_title (ZpDocBuilder *self, const ZpPart *part)
{
  g_autoptr (GPtrArray) title = prose (self, part->title);
  ZpDocNode *node = NULL;

  if (zp_doc_runs_are_blank (title))
    return;

  node = zp_doc_builder_add (self, ZP_DOC_TITLE);
  zp_doc_runs_append (node->runs, title);
  if (self->doc->title == NULL)
    self->doc->title = zp_doc_render_text (self->scope, &self->eval, part->title);
}

static void
add_lines (ZpDocBuilder *self, const GPtrArray *phrases, guint first, guint end, GPtrArray *lines)
{
  for (guint i = first; i < end && i < phrases->len; i++)
    g_ptr_array_add (lines, prose (self, g_ptr_array_index (phrases, i)));
}

/* The body begins on the same page. */
static void
add_letterhead (ZpDocBuilder *self, const ZpPart *part)
{
  ZpDocNode *node = zp_doc_builder_add (self, ZP_DOC_LETTERHEAD);

  add_prose (self, g_ptr_array_index (part->texts, 0), node->runs);
  add_lines (self, part->texts, 1, 2, node->lines);
  self->addressee = g_ptr_array_index (part->texts, 2);
  self->page.fresh = TRUE;
}

/* GB/T 9704-2012, 7.3.2: 主送机关, below the title, flush left. */
static void
add_addressee (ZpDocBuilder *self)
{
  g_autoptr (GPtrArray) runs = NULL;
  const ZpPhrase *addressee = self->addressee;
  ZpDocNode *node = NULL;

  self->addressee = NULL;
  if (addressee == NULL)
    return;

  runs = prose (self, addressee);
  if (zp_doc_runs_are_blank (runs))
    return;
  node = zp_doc_builder_add (self, ZP_DOC_PARAGRAPH);
  node->flush = TRUE;
  zp_doc_runs_append (node->runs, runs);
}

static void
add_imprint (ZpDocBuilder *self, const ZpPart *part)
{
  ZpDocNode *node = zp_doc_builder_add (self, ZP_DOC_IMPRINT);

  add_lines (self, part->texts, 0, part->texts->len, node->lines);
}

static void
add_body (ZpDocBuilder *self, const ZpPart *part)
{
  self->numbers = (ZpDocNumbers){ 0 };
  if (!self->page.fresh)
    self->page.closed = TRUE;
  add_title (self, part);
  add_addressee (self);
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
      g_autofree char *title =
        zp_doc_show_get_title (show_of (g_ptr_array_index (annexes, i)), self->scope);
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
  GPtrArray *unit = prose (self, part->sign_unit);
  GPtrArray *date = prose (self, part->sign_date);
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
      add_letterhead (self, part);
      break;
    case ZP_PART_IMPRINT:
      add_imprint (self, part);
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

/* The part before which the annexes are listed: after the last text, before signature and annexes.
 */
static guint
find_list_place (const GPtrArray *parts)
{
  guint place = parts->len;

  for (guint i = 0; i < parts->len; i++)
    {
      const ZpPart *part = g_ptr_array_index (parts, i);

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

static char *
show_field (const ZpDocScope *scope, const char *id)
{
  ZpCell cell;

  if (!zp_pack_parse_id (scope->pack, id, &cell, NULL))
    return NULL;
  return scope->scope.show (&scope->scope, cell);
}

static int
get_year (const ZpDocScope *scope)
{
  ZpValue value = { .kind = ZP_VALUE_MISSING };
  ZpCell cell;

  if (zp_pack_parse_id (scope->pack, "report.year", &cell, NULL))
    scope->scope.get (&scope->scope, cell, &value);
  return value.kind == ZP_VALUE_NUMBER ? (int) (value.number.num / value.number.den) : 0;
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
  ZpDocBuilder builder = { .page.fresh = TRUE };

  g_return_val_if_fail (ZP_IS_REPORT (report), NULL);

  scope = zp_doc_scope_new (report, profile);
  builder.doc = zp_doc_new ();
  builder.scope = scope;
  builder.eval = (ZpEval) ZP_EVAL_INIT (&scope->scope);
  add_parts (&builder);

  builder.doc->author = show_field (scope, "unit.name");
  builder.doc->subject = g_strdup (scope->pack->title);
  if (builder.doc->title == NULL)
    builder.doc->title = g_strdup (scope->pack->title);
  builder.doc->year = get_year (scope);
  builder.doc->date = zp_report_get_date (report);
  return builder.doc;
}
