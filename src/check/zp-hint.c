/* SPDX-License-Identifier: GPL-3.0-or-later
 * What kind of slip a hint supposes, and its words. */
#include <glib/gi18n-lib.h>

#include "check/zp-checker-private.h"
#include "check/zp-slip.h"

typedef struct
{
  const char *id;
  const char *words; /* in brackets behind the two figures */
} SlipWords;

static const SlipWords slip_words[] = {
  [ZP_SLIP_NONE] = { "wrong-quantity", NULL },
  [ZP_SLIP_TRANSPOSITION] = { "transposition", N_ ("two digits are exchanged") },
  [ZP_SLIP_DIGIT] = { "digit", N_ ("one digit is wrong") },
  [ZP_SLIP_DROPPED_DIGIT] = { "dropped-digit", N_ ("a digit is missing") },
  [ZP_SLIP_DOUBLED_DIGIT] = { "doubled-digit", N_ ("a digit stands twice") },
  [ZP_SLIP_UNIT] = { "unit-slip", N_ ("the figure is in another unit") },
  [ZP_SLIP_DECIMAL] = { "decimal-slip", N_ ("the decimal point is in the wrong place") },
  [ZP_SLIP_SIGN] = { "sign", N_ ("the sign is wrong") },
  [ZP_SLIP_OMITTED_ADDEND] = { "omitted-addend", N_ ("a part was left out of the total") },
  [ZP_SLIP_COUNTED_TWICE] = { "counted-twice", N_ ("a part was counted twice") },
  [ZP_SLIP_COPIED_NEIGHBOUR] = { "copied-neighbour", N_ ("the figure beside it was copied") },
  [ZP_SLIP_WRONG_QUANTITY] = { "wrong-quantity", NULL },
  [ZP_SLIP_TRUNCATED] = { "truncated", N_ ("cut off instead of rounded") },
  [ZP_SLIP_STALE_TOTAL] = { "stale-total", N_ ("the total was not brought up to date") },
};

/** zp_slip_get_id: name of the kind of slip in JSON. */
const char *
zp_slip_get_id (ZpSlip slip)
{
  return slip_words[slip].id;
}

/** zp_hint_free: frees a hint. */
void
zp_hint_free (ZpHint *self)
{
  g_free (self->id);
  g_free (self->other);
  g_strfreev (self->repairs);
  g_free (self->message);
  g_free (self);
}

static gboolean
shows (ZpReport *report, ZpCell cell, ZpDecimal figure)
{
  const ZpCellValue *value = zp_report_get_value (report, cell);
  const ZpCellContent *content = value != NULL ? zp_cell_value_in_force (value) : NULL;

  return content != NULL && content->state == ZP_CONTENT_FIGURE &&
         content->number.millionths == figure.millionths;
}

static gboolean
is_copied_neighbour (ZpReport *report, ZpCell cell, ZpDecimal from)
{
  const ZpPack *pack = zp_report_get_pack (report);

  for (int step = -1; step <= 1; step += 2)
    {
      ZpCell beside = zp_cell (cell.block, cell.row + step, cell.column);

      if (beside.row >= 0 && zp_report_get_value (report, beside) != NULL &&
          zp_pack_get_cell (pack, beside) != NULL && shows (report, beside, from))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  ZpReport *report;
  ZpCell total;
  gint64 difference; /* millionths, in the unit of the total */
  gboolean found;
} AddendSearch;

static void
look_at_addend (ZpCell cell, gpointer data)
{
  AddendSearch *self = data;

  if (!zp_cell_equal (cell, self->total) &&
      shows (self->report, cell, (ZpDecimal){ self->difference }))
    self->found = TRUE;
}

static gboolean
is_addend (ZpReport *report, ZpCell total, gint64 difference)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), total);
  const ZpExpr *sum = def->row_formula != NULL ? def->row_formula : def->formula;
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  AddendSearch search = { report, total, difference, FALSE };

  if (sum == NULL || (sum->kind != ZP_EXPR_ADD && sum->kind != ZP_EXPR_AGGREGATE))
    return FALSE;
  zp_eval_push_row (&eval, total.block, total.row, total.row + 1);
  zp_expr_foreach_cell (sum, &eval, look_at_addend, &search);
  return search.found;
}

static ZpSlip
classify_total (ZpReport *report, ZpCell cell, ZpDecimal from, ZpDecimal to)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), cell);

  if (def->entry != ZP_ENTRY_COMPUTED)
    return ZP_SLIP_NONE;
  if (from.millionths == 0)
    return ZP_SLIP_STALE_TOTAL;
  if (is_addend (report, cell, to.millionths - from.millionths))
    return ZP_SLIP_OMITTED_ADDEND;
  if (is_addend (report, cell, from.millionths - to.millionths))
    return ZP_SLIP_COUNTED_TWICE;
  return ZP_SLIP_NONE;
}

static gboolean
may_be_quantity (const ZpCellDef *def, const ZpCellDef *wrong)
{
  return def != NULL && def->kind == wrong->kind && def->unit.num == wrong->unit.num &&
         def->unit.den == wrong->unit.den;
}

static gboolean
find_in_block (ZpReport *report, int block, ZpCell wrong, ZpDecimal from, ZpCell *found)
{
  const ZpPack *pack = zp_report_get_pack (report);
  const ZpCellDef *wrong_def = zp_pack_get_cell (pack, wrong);
  int n_rows = zp_report_count_rows (report, block);
  guint n_columns = zp_block_count_columns (zp_pack_get_block (pack, block));

  for (int i = 0; i < n_rows; i++)
    for (guint column = 0; column < n_columns; column++)
      {
        /* The row of the figure first: the right number under the wrong heading is the usual case.
         */
        int row = block == wrong.block && wrong.row >= 0 ? (i + wrong.row) % n_rows : i;
        ZpCell cell = zp_cell (block, row, (int) column);

        if (zp_cell_equal (cell, wrong) ||
            !may_be_quantity (zp_pack_get_cell (pack, cell), wrong_def) ||
            !shows (report, cell, from))
          continue;
        *found = cell;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_quantity (ZpReport *report, ZpCell wrong, ZpDecimal from, ZpCell *found)
{
  const ZpPack *pack = zp_report_get_pack (report);

  if (from.millionths == 0)
    return FALSE;
  if (find_in_block (report, wrong.block, wrong, from, found))
    return TRUE;
  for (guint i = 0; i < pack->blocks->len; i++)
    if ((int) i != wrong.block && find_in_block (report, (int) i, wrong, from, found))
      return TRUE;
  return FALSE;
}

/* The computed figure has more places than are shown; dropping them gives @from. */
static gboolean
is_cut_off (ZpReport *report, ZpCell cell, ZpDecimal from)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), cell);
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  gint64 step = ZP_DECIMAL_ONE;
  ZpDecimal exact;
  ZpValue value;

  if (def->entry != ZP_ENTRY_COMPUTED)
    return FALSE;
  zp_eval_push_row (&eval, cell.block, cell.row, cell.row + 1);
  zp_expr_eval (def->formula, &eval, &value);
  if (value.kind != ZP_VALUE_NUMBER ||
      !zp_unit_from_base (def->unit, value.number, ZP_DECIMAL_PLACES, &exact))
    return FALSE;
  for (int i = 0; i < def->max_places; i++)
    step /= 10;
  return exact.millionths % step != 0 && exact.millionths / step * step == from.millionths;
}

/* How @to became @from, as far as a slip of the hand or the figures beside it explain it. */
ZpSlip
zp_hint_classify (ZpChecker *checker, ZpCell cell, ZpDecimal from, ZpDecimal to)
{
  ZpReport *report = zp_checker_get_report (checker);
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), cell);
  ZpSlip slip;

  if (is_cut_off (report, cell, from))
    return ZP_SLIP_TRUNCATED;
  slip = zp_slip_classify (from, to, def->max_places);
  if (slip == ZP_SLIP_NONE)
    slip = classify_total (report, cell, from, to);
  if (slip == ZP_SLIP_NONE && is_copied_neighbour (report, cell, from))
    slip = ZP_SLIP_COPIED_NEIGHBOUR;
  return slip;
}

/* Whether another cell of the same kind shows @figure, so that it may have been taken for that. */
gboolean
zp_hint_is_quantity (ZpChecker *checker, ZpCell cell, ZpDecimal figure, ZpWork *work)
{
  ZpCell other;

  zp_work_add_all_cells (work);
  return find_quantity (zp_checker_get_report (checker), cell, figure, &other);
}

static char *
explain_slip (ZpReport *report, ZpHint *hint)
{
  ZpCell other;

  if (hint->slip != ZP_SLIP_WRONG_QUANTITY)
    return slip_words[hint->slip].words != NULL ? g_strdup (_ (slip_words[hint->slip].words))
                                                : NULL;
  if (!find_quantity (report, hint->cell, hint->from, &other))
    return NULL;
  hint->other = zp_report_get_label (report, other);
  return g_strdup_printf (_ ("it equals %s"), hint->other);
}

/* Fills in the words of a hint while the report stands as it was when the hint was found. */
void
zp_hint_describe (ZpChecker *checker, ZpHint *hint)
{
  ZpReport *report = zp_checker_get_report (checker);
  const ZpCellDef *def = zp_pack_get_cell (zp_report_get_pack (report), hint->cell);
  gboolean grouping = def->unit.kind == ZP_UNIT_MONEY;
  g_autofree char *label = zp_report_get_label (report, hint->cell);
  g_autofree char *from =
    zp_decimal_format (hint->from, def->min_places, def->max_places, grouping);
  g_autofree char *to = zp_decimal_format (hint->to, def->min_places, def->max_places, grouping);
  g_autofree char *slip = explain_slip (report, hint);

  if (slip != NULL)
    hint->message =
      g_strdup_printf (_ ("%1$s: %2$s is probably %3$s (%4$s)"), label, from, to, slip);
  else
    hint->message = g_strdup_printf (_ ("%1$s: %2$s is probably %3$s"), label, from, to);
}
