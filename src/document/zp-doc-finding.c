/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a finding is about: its title, what to do, the figures and texts it names. */
#include "document/zp-doc-finding.h"

#include <string.h>

#include "document/zp-doc-render.h"

/* A sum may have thousands of parts; the first ones show where to look. */
#define MAX_PLACES 20

static char *
render (const ZpDocScope *scope, const ZpFinding *finding, const ZpPhrase *phrase)
{
  ZpEval eval = ZP_EVAL_INIT (&scope->scope);

  zp_check_push_row (finding->check, finding->row, &eval);
  return zp_doc_render_text (scope, &eval, phrase);
}

/** zp_doc_finding_get_title: (transfer full): what was checked. */
char *
zp_doc_finding_get_title (const ZpDocScope *scope, const ZpFinding *finding)
{
  return render (scope, finding, finding->check->title);
}

/** zp_doc_finding_get_instruction: (transfer full): what to do about it. */
char *
zp_doc_finding_get_instruction (const ZpDocScope *scope, const ZpFinding *finding)
{
  return render (scope, finding, finding->check->instruction);
}

static gboolean
is_hidden_place (const ZpDocScope *scope, const char *id)
{
  const ZpPassage *passage = zp_pack_find_passage_by_id (scope->pack, id);
  ZpCell cell;

  if (passage != NULL)
    return passage->is_private && scope->profile == ZP_PROFILE_PUBLIC;
  return zp_pack_parse_id (scope->pack, id, &cell, NULL) && zp_doc_scope_is_hidden (scope, cell);
}

/**
 * zp_doc_finding_is_hidden:
 *
 * Whether the document is for the public and the finding names something withheld from it.
 */
gboolean
zp_doc_finding_is_hidden (const ZpDocScope *scope, const ZpFinding *finding)
{
  for (guint i = 0; finding->cells[i] != NULL; i++)
    if (is_hidden_place (scope, finding->cells[i]))
      return TRUE;

  return FALSE;
}

/* A cell, a passage, or a table. */
static char *
name_place (const ZpDocScope *scope, const ZpFinding *finding, const char *id)
{
  const ZpPassage *passage = zp_pack_find_passage_by_id (scope->pack, id);
  const ZpBlock *block = zp_pack_find_block (scope->pack, id);
  ZpCell cell;

  if (passage != NULL)
    return render (scope, finding, passage->label);
  if (block != NULL)
    return render (scope, finding, block->label);
  if (!zp_pack_parse_id (scope->pack, id, &cell, NULL))
    return g_strdup (id);
  return scope->scope.name (&scope->scope, cell);
}

/**
 * zp_doc_finding_list_places:
 *
 * Returns: (transfer full): what it names, the guilty side first, one a line; at most twenty, then
 *   “…”
 */
char *
zp_doc_finding_list_places (const ZpDocScope *scope, const ZpFinding *finding)
{
  GString *places = g_string_new (NULL);

  for (guint i = 0; finding->cells[i] != NULL; i++)
    {
      g_autofree char *name =
        i < MAX_PLACES ? name_place (scope, finding, finding->cells[i]) : g_strdup ("…");

      g_string_append_printf (places, "%s%s", i > 0 ? "\n" : "", name);
      if (i == MAX_PLACES)
        break;
    }
  return g_string_free (places, FALSE);
}
