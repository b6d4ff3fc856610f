/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a finding found, and what it is held against. */
#include "document/zp-doc-finding.h"

#include <string.h>

#include "base/zp-text.h"
#include "check/zp-scan.h"
#include "expr/zp-expr-words.h"

static char *
show_side (const ZpDocScope *scope, const ZpFinding *finding, const ZpExpr *side)
{
  ZpEval eval = ZP_EVAL_INIT (&scope->scope);
  ZpValue value;

  zp_check_push_row (finding->check, finding->row, &eval);
  zp_expr_eval (side, &eval, &value);
  if (value.kind == ZP_VALUE_TRUTH)
    return g_strdup (zp_pack_get_word (scope->pack, value.truth ? ZP_WORD_YES : ZP_WORD_NO));
  return zp_value_show (&value, &side->type, -1);
}

/* Sides that are two figures have been compared already; texts and dates have not. */
static void
init_comparison (ZpDocSides *self, const ZpDocScope *scope, const ZpFinding *finding)
{
  gboolean has_figures = finding->found != NULL;

  self->found =
    has_figures ? g_strdup (finding->found) : show_side (scope, finding, finding->check->left);
  self->expected =
    has_figures ? g_strdup (finding->expected) : show_side (scope, finding, finding->check->right);
  self->unit = g_strdup (finding->unit);
}

static void
append_line (GString *lines, const char *text)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
}

static void
init_scan (ZpDocSides *self, const ZpDocScope *scope, const ZpFinding *finding)
{
  g_autoptr (GPtrArray) hits = zp_scan (scope->report, finding->check);
  GString *found = g_string_new (NULL);
  GString *right = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const ZpScanHit *hit = g_ptr_array_index (hits, i);

      append_line (found, hit->found);
      if (hit->right != NULL)
        append_line (right, hit->right);
    }
  self->found = g_string_free (found, FALSE);
  self->expected = g_string_free (right, FALSE);
}

/* (transfer full): ≥ 0 and ≤ 100 on two lines. */
static char *
show_limits (const char *least, const char *most)
{
  GString *limits = g_string_new (NULL);

  if (least != NULL)
    g_string_append_printf (limits, "≥ %s", least);
  if (most != NULL)
    g_string_append_printf (limits, "%s≤ %s", limits->len > 0 ? "\n" : "", most);
  return g_string_free (limits, FALSE);
}

static char *
format_count (gsize count)
{
  return g_strdup_printf ("%" G_GSIZE_FORMAT, count);
}

/* (transfer full): what stands in the cell that a check by itself belongs to. */
static char *
show_cell (const ZpDocScope *scope, const ZpFinding *finding)
{
  ZpCell cell;

  if (finding->cells[0] == NULL || !zp_pack_parse_id (scope->pack, finding->cells[0], &cell, NULL))
    return NULL;
  return scope->scope.show (&scope->scope, cell);
}

/* Without separators, as the other figures here. */
static char *
show_cell_figure (const ZpDocScope *scope, const ZpFinding *finding)
{
  const ZpCellContent *content = NULL;
  ZpCell cell;

  if (!zp_pack_parse_id (scope->pack, finding->cells[0], &cell, NULL))
    return NULL;
  content = zp_cell_value_in_force (zp_report_get_value (scope->report, cell));
  return zp_decimal_to_string (content->number,
                               zp_cell_content_get_places (content, finding->check->def));
}

static void
init_range (ZpDocSides *self, const ZpDocScope *scope, const ZpFinding *finding)
{
  const ZpCellDef *def = finding->check->def;
  g_autofree char *least = def->has_min ? zp_decimal_to_string (def->min, -1) : NULL;
  g_autofree char *most = def->has_max ? zp_decimal_to_string (def->max, -1) : NULL;

  self->found = show_cell_figure (scope, finding);
  self->expected = show_limits (least, most);
  self->unit = g_strdup (def->unit.label);
}

static void
init_length (ZpDocSides *self, const ZpDocScope *scope, const ZpFinding *finding)
{
  const ZpCheckDef *check = finding->check;
  gsize allowed = (gsize) (check->passage != NULL ? check->passage_length : check->def->length);
  g_autofree char *most = format_count (allowed);
  g_autofree char *shown = check->passage == NULL ? show_cell (scope, finding) : NULL;
  const char *text =
    check->passage != NULL ? zp_report_get_passage (scope->report, finding->cells[0]) : shown;

  self->found = format_count (text != NULL ? zp_text_count_characters (text) : 0);
  self->expected = show_limits (NULL, most);
  self->unit = g_strdup (zp_pack_get_word (scope->pack, ZP_WORD_CHARACTERS));
}

static void
init_rows (ZpDocSides *self, const ZpDocScope *scope, const ZpFinding *finding)
{
  const ZpBlock *block = zp_pack_get_block (scope->pack, finding->check->def->cell.block);
  g_autofree char *least = block->min_rows > 0 ? format_count ((gsize) block->min_rows) : NULL;
  g_autofree char *most = block->max_rows > 0 ? format_count ((gsize) block->max_rows) : NULL;

  self->found = format_count ((gsize) zp_report_count_rows (scope->report, block->index));
  self->expected = show_limits (least, most);
  self->unit = g_strdup (zp_pack_get_word (scope->pack, ZP_WORD_ROWS));
}

static void
init_by_kind (ZpDocSides *self, const ZpDocScope *scope, const ZpFinding *finding)
{
  switch (finding->check->kind)
    {
    case ZP_CHECK_COMPARE:
    case ZP_CHECK_DECLARED:
    case ZP_CHECK_SUM:
      init_comparison (self, scope, finding);
      break;
    case ZP_CHECK_SCAN_YEARS:
    case ZP_CHECK_SCAN_WORDS:
      init_scan (self, scope, finding);
      break;
    case ZP_CHECK_RANGE:
      init_range (self, scope, finding);
      break;
    case ZP_CHECK_LENGTH:
      init_length (self, scope, finding);
      break;
    case ZP_CHECK_ROWS:
      init_rows (self, scope, finding);
      break;
    case ZP_CHECK_UNIQUE:
    case ZP_CHECK_REF:
      self->found = show_cell (scope, finding);
      break;
    case ZP_CHECK_REQUIRED:
    case ZP_CHECK_REQUIRE:
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * zp_doc_sides_init:
 * @finding: one that is not hidden
 *
 * What the finding is about in two figures or texts: both sides of a comparison; the words found
 * and those that belong there, one a line; a figure and its limits. "" where there is nothing to
 * show.
 */
void
zp_doc_sides_init (ZpDocSides *self, const ZpDocScope *scope, const ZpFinding *finding)
{
  *self = (ZpDocSides){ 0 };
  init_by_kind (self, scope, finding);
  if (self->found == NULL)
    self->found = g_strdup ("");
  if (self->expected == NULL)
    self->expected = g_strdup ("");
  if (self->unit == NULL)
    self->unit = g_strdup ("");
}

/** zp_doc_sides_clear: frees what it holds. */
void
zp_doc_sides_clear (ZpDocSides *self)
{
  g_clear_pointer (&self->found, g_free);
  g_clear_pointer (&self->expected, g_free);
  g_clear_pointer (&self->unit, g_free);
}
