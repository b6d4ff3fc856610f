/* SPDX-License-Identifier: GPL-3.0-or-later
 * Words of findings: both sides with their figures, or what is missing or wrong. */
#include <glib/gi18n-lib.h>

#include "base/zp-text.h"
#include "check/zp-finding-words-private.h"
#include "check/zp-scan.h"
#include "check/zp-verdict-private.h"
#include "expr/zp-expr-words.h"

/* (transfer full) (nullable): a phrase of the check, in the row it holds for. */
char *
zp_finding_render (ZpReport *report, const ZpCheckDef *check, int row, const ZpPhrase *phrase)
{
  const ZpPack *pack = zp_report_get_pack (report);
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  ZpPhraseStyle style = {
    .prose = TRUE, .grouping = pack->grouping, .na = pack->na, .empty = pack->empty
  };

  if (phrase == NULL)
    return NULL;
  zp_check_push_row (check, row, &eval);
  return zp_phrase_render_text (phrase, &eval, &style);
}

static char *
side_words (
  ZpReport *report, const ZpCheckDef *check, int row, const ZpPhrase *label, const ZpExpr *side)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));

  if (label != NULL)
    return zp_finding_render (report, check, row, label);
  zp_check_push_row (check, row, &eval);
  return zp_expr_words (side, &eval);
}

static char *
figure_words (ZpDecimal figure, const ZpVerdict *verdict)
{
  g_autofree char *shown = zp_decimal_format (figure, verdict->places, verdict->places,
                                              verdict->unit.kind == ZP_UNIT_MONEY);

  if (verdict->unit.kind == ZP_UNIT_PERCENT || *verdict->unit.label == '\0')
    return g_strconcat (shown, verdict->unit.label, NULL);
  return g_strdup_printf ("%s %s", shown, verdict->unit.label);
}

static char *
cell_label (ZpReport *report, const ZpCheckDef *check, int row)
{
  return zp_report_get_label (report, zp_check_get_cell (check, row));
}

static char *
formula_words (ZpReport *report, const ZpCheckDef *check, int row)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));

  zp_check_push_row (check, row, &eval);
  return zp_expr_explain (check->right, &eval);
}

static char *
difference_words (const ZpVerdict *verdict)
{
  g_autofree char *points = NULL;
  ZpDecimal apart;

  if (!zp_decimal_subtract (verdict->left, verdict->right, &apart))
    return g_strdup (_ ("too large"));
  apart.millionths = ABS (apart.millionths);
  if (verdict->unit.kind != ZP_UNIT_PERCENT)
    return figure_words (apart, verdict);
  points = zp_decimal_format (apart, verdict->places, verdict->places, FALSE);
  return g_strdup_printf (_ ("%s percentage points"), points);
}

static char *
compare_message (ZpReport *report, const ZpCheckDef *check, int row, const ZpVerdict *verdict)
{
  g_autofree char *left = side_words (report, check, row, check->left_label, check->left);
  g_autofree char *right = side_words (report, check, row, check->right_label, check->right);
  g_autofree char *found = figure_words (verdict->left, verdict);
  g_autofree char *expected = figure_words (verdict->right, verdict);
  g_autofree char *difference = difference_words (verdict);

  return g_strdup_printf (_ ("%1$s %2$s, %3$s %4$s, difference %5$s"), left, found, right, expected,
                          difference);
}

static char *
declared_message (ZpReport *report, const ZpCheckDef *check, int row, const ZpVerdict *verdict)
{
  g_autofree char *label = cell_label (report, check, row);
  g_autofree char *found = figure_words (verdict->left, verdict);
  g_autofree char *expected = figure_words (verdict->right, verdict);
  g_autofree char *formula = formula_words (report, check, row);

  return g_strdup_printf (_ ("%1$s is given as %2$s, computed it is %3$s (%4$s)"), label, found,
                          expected, formula);
}

static char *
sum_message (ZpReport *report, const ZpCheckDef *check, int row, const ZpVerdict *verdict)
{
  g_autofree char *label = cell_label (report, check, row);
  g_autofree char *found = figure_words (verdict->left, verdict);
  g_autofree char *expected = figure_words (verdict->right, verdict);
  g_autofree char *formula = formula_words (report, check, row);
  g_autofree char *difference = difference_words (verdict);

  return g_strdup_printf (_ ("%1$s is %2$s, its parts make %3$s (%4$s), difference %5$s"), label,
                          found, expected, formula, difference);
}

static char *
text_message (ZpReport *report, const ZpCheckDef *check, int row)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  g_autofree char *left = side_words (report, check, row, check->left_label, check->left);
  g_autofree char *right = side_words (report, check, row, check->right_label, check->right);
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;
  ZpValue value;

  zp_check_push_row (check, row, &eval);
  zp_expr_eval (check->left, &eval, &value);
  found = value.kind == ZP_VALUE_MISSING ? g_strdup (_ ("(empty)"))
                                         : zp_value_show (&value, &check->left->type, -1);
  zp_expr_eval (check->right, &eval, &value);
  expected = value.kind == ZP_VALUE_MISSING ? g_strdup (_ ("(empty)"))
                                            : zp_value_show (&value, &check->right->type, -1);
  return g_strdup_printf (_ ("%1$s “%2$s”, %3$s “%4$s”"), left, found, right, expected);
}

static char *
scan_message (ZpReport *report, const ZpCheckDef *check)
{
  g_autoptr (GPtrArray) hits = zp_scan (report, check);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const ZpScanHit *hit = g_ptr_array_index (hits, i);

      if (i > 0)
        g_string_append (words, "; ");
      if (hit->right != NULL)
        g_string_append_printf (words, _ ("%s: “%s” should be “%s”"), hit->id, hit->found,
                                hit->right);
      else
        g_string_append_printf (words, _ ("%s: “%s”"), hit->id, hit->found);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
range_message (ZpReport *report, const ZpCheckDef *check, int row)
{
  const ZpCellDef *def = check->def;
  g_autofree char *label = cell_label (report, check, row);
  g_autofree char *shown = zp_report_show (report, zp_check_get_cell (check, row));
  g_autofree char *min = def->has_min ? zp_decimal_to_string (def->min, -1) : NULL;
  g_autofree char *max = def->has_max ? zp_decimal_to_string (def->max, -1) : NULL;

  if (min != NULL && max != NULL)
    return g_strdup_printf (_ ("%1$s is %2$s; %3$s to %4$s is allowed"), label, shown, min, max);
  if (min != NULL)
    return g_strdup_printf (_ ("%1$s is %2$s; at least %3$s is allowed"), label, shown, min);
  return g_strdup_printf (_ ("%1$s is %2$s; at most %3$s is allowed"), label, shown, max);
}

static char *
passage_message (ZpReport *report, const ZpCheckDef *check)
{
  const ZpPassage *passage = zp_pack_find_passage (zp_report_get_pack (report), check->passage);
  g_autofree char *label = zp_finding_render (report, check, 0, passage->label);

  if (check->kind == ZP_CHECK_REQUIRED)
    return g_strdup_printf (_ ("%s is empty"), label != NULL ? label : passage->id);
  return g_strdup_printf (_ ("%1$s has %2$d characters; at most %3$d are allowed"),
                          label != NULL ? label : passage->id,
                          (int) zp_check_count_characters (report, check), check->passage_length);
}

static char *
rows_message (ZpReport *report, const ZpCheckDef *check)
{
  const ZpBlock *block = zp_pack_get_block (zp_report_get_pack (report), check->def->cell.block);
  g_autofree char *label = zp_finding_render (report, check, 0, block->label);

  return g_strdup_printf (_ ("%1$s: the table has %2$d rows"), label,
                          zp_report_count_rows (report, block->index));
}

static char *
cell_message (ZpReport *report, const ZpCheckDef *check, int row)
{
  g_autofree char *label = cell_label (report, check, row);
  g_autofree char *shown = zp_report_show (report, zp_check_get_cell (check, row));

  switch ((int) check->kind)
    {
    case ZP_CHECK_REQUIRED:
      return g_strdup_printf (_ ("%s is empty"), label);
    case ZP_CHECK_LENGTH:
      return g_strdup_printf (_ ("%1$s has %2$d characters; at most %3$d are allowed"), label,
                              (int) zp_text_count_characters (shown), check->def->length);
    case ZP_CHECK_UNIQUE:
      return g_strdup_printf (_ ("%1$s: “%2$s” stands in several rows"), label, shown);
    default:
      return g_strdup_printf (_ ("%1$s: there is no row “%2$s”"), label, shown);
    }
}

/* (transfer full): what is wrong, in one sentence. */
char *
zp_finding_message (ZpReport *report, const ZpCheckDef *check, int row, const ZpVerdict *verdict)
{
  switch (check->kind)
    {
    case ZP_CHECK_SUM:
      return verdict->has_sides ? sum_message (report, check, row, verdict)
                                : text_message (report, check, row);
    case ZP_CHECK_DECLARED:
      return verdict->has_sides ? declared_message (report, check, row, verdict)
                                : text_message (report, check, row);
    case ZP_CHECK_COMPARE:
      return verdict->has_sides ? compare_message (report, check, row, verdict)
                                : text_message (report, check, row);
    case ZP_CHECK_REQUIRE:
      return zp_finding_render (report, check, row, check->title);
    case ZP_CHECK_SCAN_YEARS:
    case ZP_CHECK_SCAN_WORDS:
      return scan_message (report, check);
    case ZP_CHECK_RANGE:
      return range_message (report, check, row);
    case ZP_CHECK_ROWS:
      return rows_message (report, check);
    case ZP_CHECK_REQUIRED:
    case ZP_CHECK_LENGTH:
    case ZP_CHECK_UNIQUE:
    case ZP_CHECK_REF:
      return check->passage != NULL ? passage_message (report, check)
                                    : cell_message (report, check, row);
    default:
      g_assert_not_reached ();
    }
}
