/* SPDX-License-Identifier: GPL-3.0-or-later
 * The report as the templates of one profile see it: annex numbers, whole passages, nothing
 * private. */
#include "document/zp-doc-scope.h"

#include <string.h>

#include "document/zp-doc-label.h"
#include "document/zp-doc-passage.h"
#include "document/zp-doc-rows.h"

static const ZpDocScope *
self_of (const ZpScope *scope)
{
  return (const ZpDocScope *) scope;
}

static const ZpScope *
inner_of (const ZpScope *scope)
{
  return zp_report_get_scope (self_of (scope)->report);
}

static void
scope_get (const ZpScope *scope, ZpCell cell, ZpValue *out)
{
  if (zp_doc_scope_is_hidden (self_of (scope), cell))
    out->kind = ZP_VALUE_MISSING;
  else
    inner_of (scope)->get (inner_of (scope), cell, out);
}

static void
scope_prior (const ZpScope *scope, ZpCell cell, ZpValue *out)
{
  if (zp_doc_scope_is_hidden (self_of (scope), cell))
    out->kind = ZP_VALUE_MISSING;
  else
    inner_of (scope)->prior (inner_of (scope), cell, out);
}

static int
scope_count_rows (const ZpScope *scope, int block)
{
  return inner_of (scope)->count_rows (inner_of (scope), block);
}

static const int *
scope_rows_where (const ZpScope *scope, int block, int column, const char *key, int *n_rows)
{
  return inner_of (scope)->rows_where (inner_of (scope), block, column, key, n_rows);
}

static ZpRational
scope_half_place (const ZpScope *scope, ZpCell cell)
{
  return inner_of (scope)->half_place (inner_of (scope), cell);
}

static char *
scope_name (const ZpScope *scope, ZpCell cell)
{
  return zp_doc_cell_name (self_of (scope), cell);
}

/* A mark rather than nothing, so that a sentence does not ask for a figure that is only withheld.
 */
static char *
scope_show (const ZpScope *scope, ZpCell cell)
{
  if (zp_doc_scope_is_hidden (self_of (scope), cell))
    return g_strdup (self_of (scope)->pack->na);
  return inner_of (scope)->show (inner_of (scope), cell);
}

/* What a table quotes is the passage as printed, whether the clerk or the pack wrote it. */
static const char *
scope_passage (const ZpScope *scope, const char *key)
{
  ZpDocScope *self = (ZpDocScope *) scope;
  const ZpPassage *passage = zp_pack_find_passage (self->pack, key);
  const char *known = g_hash_table_lookup (self->passages, key);
  g_autofree char *text = NULL;

  if (known != NULL)
    return *known != '\0' ? known : NULL;
  if (passage == NULL || passage->row_blocks->len > 0 ||
      g_hash_table_contains (self->rendering, key))
    return NULL;

  text = zp_doc_passage_to_text (self, passage);
  g_hash_table_insert (self->passages, g_strdup (key), g_steal_pointer (&text));
  return scope_passage (scope, key);
}

/* GB/T 9704-2012, 7.3.4: annexes are numbered only where there are several. */
static char *
scope_annex (const ZpScope *scope, const char *key)
{
  const GPtrArray *annexes = self_of (scope)->annexes;

  for (guint i = 0; i < annexes->len; i++)
    if (strcmp (((const ZpPart *) g_ptr_array_index (annexes, i))->key, key) == 0)
      return annexes->len == 1 ? g_strdup ("附件") : g_strdup_printf ("附件%u", i + 1);

  return NULL;
}

/* What goes with a letter is its annex, the report first of all. */
static void
find_annexes (ZpDocScope *self)
{
  const GPtrArray *parts = self->pack->parts;
  gboolean has_letter = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const ZpPart *part = g_ptr_array_index (parts, i);

      if (!zp_doc_scope_has_part (self, part))
        continue;
      has_letter |= part->kind == ZP_PART_LETTER;
      if (part->kind == ZP_PART_ANNEX || (part->kind == ZP_PART_SECTIONS && has_letter))
        g_ptr_array_add (self->annexes, (gpointer) part);
    }
}

/**
 * zp_doc_scope_new:
 * @report: what is printed; must not change while the scope lives
 * @profile: one of the profiles
 *
 * Forwards everything to the scope of the report, except: annex() is “附件2”, by the annexes that
 * this profile prints (a single one is “附件”, GB/T 9704-2012, 7.3.4); passage() is the text as
 * printed, also where the pack writes it; name() is in the words of the pack; in the public profile
 * private cells and passages are missing.
 *
 * Returns: (transfer full)
 */
ZpDocScope *
zp_doc_scope_new (ZpReport *report, ZpProfile profile)
{
  ZpDocScope *self = g_new0 (ZpDocScope, 1);

  self->scope = (ZpScope){
    .get = scope_get,
    .prior = scope_prior,
    .count_rows = scope_count_rows,
    .rows_where = scope_rows_where,
    .half_place = scope_half_place,
    .name = scope_name,
    .show = scope_show,
    .passage = scope_passage,
    .annex = scope_annex,
  };
  self->report = report;
  self->pack = zp_report_get_pack (report);
  self->profile = profile;
  self->annexes = g_ptr_array_new ();
  self->passages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rendering = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  find_annexes (self);
  return self;
}

/** zp_doc_scope_free: frees the scope, not the report. */
void
zp_doc_scope_free (ZpDocScope *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->annexes);
  g_hash_table_unref (self->passages);
  g_hash_table_unref (self->rendering);
  g_free (self);
}

static gboolean
has_copies (const ZpDocScope *self, const ZpLayout *layout)
{
  ZpEval eval = ZP_EVAL_INIT (&self->scope);
  g_autoptr (GArray) rows = NULL;

  if (layout == NULL || layout->each_block < 0)
    return TRUE;

  rows = zp_doc_rows_find (&eval, layout->each_block, layout->where);
  return rows->len > 0;
}

/**
 * zp_doc_scope_has_part:
 *
 * Whether a part is printed: the profile has it, its condition holds, and a layout that is repeated
 * for rows has at least one.
 */
gboolean
zp_doc_scope_has_part (const ZpDocScope *self, const ZpPart *part)
{
  ZpEval eval = ZP_EVAL_INIT (&self->scope);

  if ((part->profiles & self->profile) == 0)
    return FALSE;
  if (part->when != NULL && !zp_expr_is_true (part->when, &eval))
    return FALSE;
  return has_copies (self, part->layout);
}

static gboolean
is_private_row (const ZpBlock *block, int row)
{
  if (block->kind == ZP_BLOCK_TABLE || row < 0 || (guint) row >= block->rows->len)
    return FALSE;
  return ((const ZpRowDef *) g_ptr_array_index (block->rows, row))->is_private;
}

/**
 * zp_doc_scope_is_hidden:
 * @cell: any cell, also a label or running number
 *
 * Whether the cell is private, or in a private row, and the document is for the public.
 */
gboolean
zp_doc_scope_is_hidden (const ZpDocScope *self, ZpCell cell)
{
  const ZpCellDef *def = NULL;

  if (self->profile != ZP_PROFILE_PUBLIC)
    return FALSE;
  if (is_private_row (zp_pack_get_block (self->pack, cell.block), cell.row))
    return TRUE;

  def = cell.column >= 0 ? zp_pack_get_cell (self->pack, cell) : NULL;
  return def != NULL && def->is_private;
}
