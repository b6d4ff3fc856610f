/* SPDX-License-Identifier: GPL-3.0-or-later
 * One result of one check: what was compared, where, and the words shown for it. */
#include "check/zp-finding.h"

#include "check/zp-checker-private.h"
#include "check/zp-finding-words-private.h"
#include "check/zp-scan.h"

/** zp_finding_free: frees a finding. */
void
zp_finding_free (ZpFinding *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->message);
  g_free (self->instruction);
  g_strfreev (self->cells);
  g_array_unref (self->places);
  g_free (self->found);
  g_free (self->expected);
  g_free (self->difference);
  g_free (self->unit);
  g_ptr_array_unref (self->hints);
  g_free (self);
}

/** zp_severity_get_id: name of the severity in JSON. */
const char *
zp_severity_get_id (ZpSeverity severity)
{
  static const char *const ids[] = {
    [ZP_SEVERITY_ERROR] = "error",
    [ZP_SEVERITY_WARNING] = "warning",
    [ZP_SEVERITY_ROUNDING] = "rounding",
    [ZP_SEVERITY_INFO] = "info",
  };

  return ids[severity];
}

/* (transfer full): id of the finding: check id, then .row of a grid or [n] of a table. */
char *
zp_checker_format_id (ZpChecker *checker, ZpInstance instance)
{
  const ZpPack *pack = zp_report_get_pack (zp_checker_get_report (checker));
  const ZpCheckDef *check = zp_checker_get_check (checker, instance.check);
  const ZpBlock *block;
  const ZpRowDef *row;

  if (zp_check_get_block (check) < 0)
    return g_strdup (check->id);
  block = zp_pack_get_block (pack, check->each_block);
  if (block->kind == ZP_BLOCK_TABLE)
    return g_strdup_printf ("%s[%d]", check->id, instance.row);
  row = g_ptr_array_index (block->rows, instance.row);
  return g_strdup_printf ("%s.%s", check->id, row->key);
}

/* What a finding names, each once. */
typedef struct
{
  const ZpPack *pack;
  GPtrArray *ids;
  GArray *places;
  GHashTable *seen; /* of those ids */
} CellList;

/* (transfer full) id. */
static void
add_place (CellList *self, char *id, ZpCell place)
{
  if (g_hash_table_contains (self->seen, id))
    {
      g_free (id);
      return;
    }
  g_hash_table_add (self->seen, id);
  g_ptr_array_add (self->ids, id);
  g_array_append_val (self->places, place);
}

/* A passage, or a whole table. */
static void
add_id (CellList *self, const char *id)
{
  add_place (self, g_strdup (id), zp_cell (-1, 0, 0));
}

static void
add_cell (ZpCell cell, gpointer data)
{
  CellList *self = data;

  if (cell.column >= 0 && zp_pack_get_cell (self->pack, cell) != NULL)
    add_place (self, zp_pack_format_id (self->pack, cell), cell);
}

static void
add_scan_hits (CellList *list, ZpReport *report, const ZpCheckDef *check)
{
  g_autoptr (GPtrArray) hits = zp_scan (report, check);

  for (guint i = 0; i < hits->len; i++)
    {
      const char *id = ((const ZpScanHit *) g_ptr_array_index (hits, i))->id;
      ZpCell cell;

      if (zp_pack_parse_id (list->pack, id, &cell, NULL))
        add_cell (cell, list);
      else
        add_id (list, id);
    }
}

static void
add_side (CellList *list, ZpEval *eval, const ZpExpr *side)
{
  if (side != NULL)
    zp_expr_foreach_cell (side, eval, add_cell, list);
}

static void
add_cells (CellList *list, ZpReport *report, const ZpCheckDef *check, int row)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));

  zp_check_push_row (check, row, &eval);
  if (check->kind == ZP_CHECK_SCAN_YEARS || check->kind == ZP_CHECK_SCAN_WORDS)
    add_scan_hits (list, report, check);
  if (check->passage != NULL)
    add_place (list, g_strconcat ("text.", check->passage, NULL), zp_cell (-1, 0, 0));
  if (check->def != NULL && check->kind == ZP_CHECK_ROWS)
    add_id (list, zp_pack_get_block (list->pack, check->def->cell.block)->key);
  else if (check->def != NULL)
    add_cell (zp_cell (check->def->cell.block, check->def->every_row ? row : check->def->cell.row,
                       check->def->cell.column),
              list);
  add_side (list, &eval, check->left);
  add_side (list, &eval, check->right);
  add_side (list, &eval, check->require);
  add_side (list, &eval, check->when);
}

static void
set_cells (ZpFinding *self, ZpReport *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  CellList list = { zp_report_get_pack (report), g_ptr_array_new (),
                    g_array_new (FALSE, FALSE, sizeof (ZpCell)), seen };

  add_cells (&list, report, self->check, self->row);
  g_ptr_array_add (list.ids, NULL);
  self->cells = (char **) g_ptr_array_free (list.ids, FALSE);
  self->places = list.places;
}

static void
set_sides (ZpFinding *self, const ZpVerdict *verdict)
{
  ZpDecimal difference;

  if (!verdict->has_sides)
    return;
  self->found = zp_decimal_to_string (verdict->left, verdict->places);
  self->expected = zp_decimal_to_string (verdict->right, verdict->places);
  self->unit = g_strdup (verdict->unit.label);
  if (zp_decimal_subtract (verdict->left, verdict->right, &difference))
    self->difference =
      zp_decimal_to_string ((ZpDecimal){ ABS (difference.millionths) }, verdict->places);
}

static gboolean
is_note_valid (ZpReport *report, const ZpNote *note)
{
  for (guint i = 0; note->ids != NULL && note->ids[i] != NULL; i++)
    {
      g_autofree char *now = zp_note_figure_now (report, note->ids[i]);

      if (g_strcmp0 (now, note->figures[i]) != 0)
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): the finding of a check that does not hold, with its words and its note. */
ZpFinding *
zp_finding_new (ZpChecker *checker, ZpInstance instance, ZpState state)
{
  ZpReport *report = zp_checker_get_report (checker);
  const ZpCheckDef *check = zp_checker_get_check (checker, instance.check);
  ZpFinding *self = g_new0 (ZpFinding, 1);
  ZpVerdict verdict;

  zp_verdict_evaluate (report, check, instance.row, &verdict);
  self->id = zp_checker_format_id (checker, instance);
  self->check = check;
  self->row = instance.row;
  self->severity = state == ZP_STATE_ROUNDING ? ZP_SEVERITY_ROUNDING : check->severity;
  self->hints = g_ptr_array_new ();
  set_cells (self, report);
  set_sides (self, &verdict);
  self->title = zp_finding_render (report, check, instance.row, check->title);
  self->instruction = zp_finding_render (report, check, instance.row, check->instruction);
  self->message = zp_finding_message (report, check, instance.row, &verdict);
  self->note = zp_report_get_note (report, self->id);
  self->note_valid = self->note != NULL && is_note_valid (report, self->note);
  return self;
}
