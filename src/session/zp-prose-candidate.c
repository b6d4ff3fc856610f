/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which cell a number typed by hand stands for: the same figure, and its name near by. */
#include "session/zp-prose-candidate-private.h"

#include <string.h>

#include "session/zp-sheet-figure.h"

/* A whole number of fewer digits equals too many cells to mean one of them. */
#define TELLING_DIGITS 4

#define NO_LABEL (-1)

/* What a label is worth right before the number, and the characters after which it is worth no
 * less: words further off say only that it is in the sentence. */
#define NEAREST 1000
#define FAR 500

static gboolean
is_telling (const ZpProseTyped *typed)
{
  return typed->places > 0 || strlen (typed->digits) >= TELLING_DIGITS;
}

/* Characters between the last mention of a label in the sentence and the number, or NO_LABEL. */
static int
find_label (const ZpProseTyped *typed, const ZpPhrase *label, ZpReport *report)
{
  g_autofree char *words = label != NULL ? zp_sheet_render_label (report, label) : g_strdup ("");
  const char *start = typed->text + typed->sentence;
  const char *found =
    *words != '\0' ? g_strrstr_len (start, (gssize) (typed->at - typed->sentence), words) : NULL;

  if (found == NULL)
    return NO_LABEL;
  return (int) g_utf8_strlen (found, typed->text + typed->at - found);
}

static int
score_label (int distance)
{
  return distance == NO_LABEL ? 0 : NEAREST - MIN (distance, FAR);
}

static const ZpPhrase *
get_row_label (const ZpBlock *block, int row)
{
  if (block->kind != ZP_BLOCK_GRID || row < 0)
    return NULL;
  return ((const ZpRowDef *) g_ptr_array_index (block->rows, row))->label;
}

static int
score_cell (const ZpProseTyped *typed, ZpReport *report, const ZpBlock *block, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), cell);
  const ZpPhrase *column_label = block->kind == ZP_BLOCK_GRID
                                   ? g_ptr_array_index (block->column_labels, cell.column)
                                   : def->label;
  int row = find_label (typed, get_row_label (block, cell.row), report);
  int column = find_label (typed, column_label, report);

  return score_label (row) + score_label (column);
}

/* The unit that is typed behind the number, of money: the longest that fits. */
static const char *
find_money (const ZpProseTyped *typed, ZpUnit *unit)
{
  const char *best = NULL;
  const char *name;

  for (guint i = 0; (name = zp_phrase_get_rendering_name (i)) != NULL; i++)
    if (zp_unit_money (name, unit) && g_str_has_prefix (typed->text + typed->end, name) &&
        (best == NULL || strlen (name) > strlen (best)))
      best = name;
  if (best != NULL)
    zp_unit_money (best, unit);
  return best;
}

static gboolean
is_same (const ZpProseTyped *typed, const ZpCellDef *def, ZpDecimal figure, ZpUnit unit)
{
  ZpDecimal shown;

  return zp_unit_from_base (unit, zp_unit_to_base (def->unit, figure), typed->places, &shown) &&
         zp_decimal_compare (shown, typed->number) == 0;
}

/* As the cell prints it: rounded to the places typed only where another unit is asked for. */
static gboolean
fits_money (const ZpProseTyped *typed,
            const ZpCellDef *def,
            ZpDecimal figure,
            ZpProseCandidate *out)
{
  ZpUnit unit;
  const char *name = find_money (typed, &unit);

  if (name == NULL && zp_decimal_compare (figure, typed->number) == 0)
    {
      out->rendering = g_strdup ("number");
      return TRUE;
    }
  if (name == NULL || !is_same (typed, def, figure, unit))
    return FALSE;
  out->end = typed->end + strlen (name);
  if (strcmp (name, def->unit.label) != 0)
    out->rendering = g_strdup_printf ("%s|.%d", name, typed->places);
  else if (zp_decimal_compare (figure, typed->number) != 0)
    return FALSE;
  return TRUE;
}

static gboolean
fits (const ZpProseTyped *typed, const ZpCellDef *def, ZpDecimal figure, ZpProseCandidate *out)
{
  const char *unit = def->unit.label;

  out->end = typed->end;
  if (def->kind == ZP_KIND_MONEY)
    return fits_money (typed, def, figure, out);
  if (zp_decimal_compare (figure, typed->number) != 0)
    return FALSE;
  if (*unit != '\0' && g_str_has_prefix (typed->text + typed->end, unit))
    out->end += strlen (unit);
  else if (def->kind == ZP_KIND_PERCENT)
    return FALSE;
  else
    out->rendering = g_strdup ("number");
  return TRUE;
}

static gboolean
is_bindable (const ZpCellDef *def, const ZpCellContent *content)
{
  return zp_sheet_figure_is_figure (def) && def->kind != ZP_KIND_YEAR &&
         content->state == ZP_CONTENT_FIGURE;
}

/**
 * zp_prose_candidate_look_at:
 * @best: the best cell so far
 *
 * Puts a cell in its place when it says the same as the number typed and is named nearer to it.
 */
void
zp_prose_candidate_look_at (ZpProseCandidate *best,
                            const ZpProseTyped *typed,
                            ZpReport *report,
                            const ZpBlock *block,
                            ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), cell);
  ZpProseCandidate candidate = { .cell = cell };
  const ZpCellContent *content;

  if (def == NULL)
    return;
  content = zp_cell_value_in_force (zp_report_get_value (report, cell));
  if (!is_bindable (def, content) || !fits (typed, def, content->number, &candidate))
    {
      g_free (candidate.rendering);
      return;
    }
  candidate.score = 1 + score_cell (typed, report, block, cell);
  if (candidate.score == 1 && !is_telling (typed))
    candidate.score = 0;
  if (candidate.score <= best->score)
    {
      g_free (candidate.rendering);
      return;
    }
  g_free (best->rendering);
  *best = candidate;
}
