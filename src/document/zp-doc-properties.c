/* SPDX-License-Identifier: GPL-3.0-or-later
 * Title, author, year and day of a document, as its report has them. */
#include "document/zp-doc-properties.h"

#include "document/zp-doc-render.h"

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
 * zp_doc_set_properties:
 *
 * Fills in what the files of a document are told to be about; a title that it has already stays.
 */
void
zp_doc_set_properties (ZpDoc *doc, const ZpDocScope *scope)
{
  doc->author = show_field (scope, "unit.name");
  doc->subject = g_strdup (scope->pack->title);
  if (doc->title == NULL)
    doc->title = g_strdup (scope->pack->title);
  doc->year = get_year (scope);
  doc->date = zp_report_get_date (scope->report);
}

/* (transfer full) (nullable): that of the body. */
static char *
find_title (const ZpDocScope *scope)
{
  ZpEval eval = ZP_EVAL_INIT (&scope->scope);

  for (guint i = 0; i < scope->pack->parts->len; i++)
    {
      const ZpPart *part = g_ptr_array_index (scope->pack->parts, i);

      if (part->kind == ZP_PART_SECTIONS && part->title != NULL)
        return zp_doc_render_text (scope, &eval, part->title);
    }
  return NULL;
}

/**
 * zp_doc_build_empty:
 *
 * Returns: (transfer full): a tree without nodes, with the properties that the report gives its
 *   documents
 */
ZpDoc *
zp_doc_build_empty (ZpReport *report)
{
  g_autoptr (ZpDocScope) scope = NULL;
  ZpDoc *doc = zp_doc_new ();

  g_return_val_if_fail (ZP_IS_REPORT (report), doc);

  scope = zp_doc_scope_new (report, ZP_PROFILE_SUBMIT);
  doc->title = find_title (scope);
  zp_doc_set_properties (doc, scope);
  return doc;
}
