/* SPDX-License-Identifier: GPL-3.0-or-later
 * What there is to know about one cell: name, figures, meaning, last year, why it is locked. */
#include "session/zp-cell-facts.h"

#include <glib/gi18n-lib.h>

#include "session/zp-cell-facts-private.h"

static const ZpCellDef *
get_def (ZpSession *session, ZpCell cell)
{
  return zp_pack_get_cell (zp_session_get_pack (session), cell);
}

static const ZpCellValue *
get_value (ZpSession *session, ZpCell cell)
{
  return zp_report_get_value (zp_session_get_report (session), cell);
}

/** zp_cell_facts_get_name: (transfer full): 基本支出 · 实际支出. */
char *
zp_cell_facts_get_name (ZpSession *session, ZpCell cell)
{
  g_return_val_if_fail (ZP_IS_SESSION (session) && get_def (session, cell) != NULL, NULL);

  return zp_sheet_get_cell_name (zp_session_get_report (session), cell);
}

/** zp_cell_facts_get_figure: (transfer full): the content in force with its unit, in words when
 * there is none. */
char *
zp_cell_facts_get_figure (ZpSession *session, ZpCell cell)
{
  g_return_val_if_fail (ZP_IS_SESSION (session) && get_value (session, cell) != NULL, NULL);

  return zp_cell_facts_say (zp_session_get_report (session), cell,
                            zp_cell_value_in_force (get_value (session, cell)));
}

static const char *
row_help (const ZpBlock *block, ZpCell cell)
{
  if (block->kind != ZP_BLOCK_GRID)
    return NULL;
  return ((const ZpRowDef *) g_ptr_array_index (block->rows, cell.row))->help;
}

/** zp_cell_facts_get_help: (nullable): 口径 of the cell, else of its row, else of its sheet. */
const char *
zp_cell_facts_get_help (ZpSession *session, ZpCell cell)
{
  const ZpCellDef *def = get_def (session, cell);
  const ZpBlock *block = zp_pack_get_block (zp_session_get_pack (session), cell.block);

  g_return_val_if_fail (def != NULL, NULL);

  if (def->help != NULL)
    return def->help;
  if (row_help (block, cell) != NULL)
    return row_help (block, cell);
  return block->help;
}

/** zp_cell_facts_get_source: (nullable): where the figure is taken from. */
const char *
zp_cell_facts_get_source (ZpSession *session, ZpCell cell)
{
  const ZpCellDef *def = get_def (session, cell);

  g_return_val_if_fail (def != NULL, NULL);

  return def->source;
}

/** zp_cell_facts_get_basis: (nullable): the rule that asks for it. */
const char *
zp_cell_facts_get_basis (ZpSession *session, ZpCell cell)
{
  const ZpCellDef *def = get_def (session, cell);

  g_return_val_if_fail (def != NULL, NULL);

  return def->basis != NULL ? def->basis
                            : zp_pack_get_block (zp_session_get_pack (session), cell.block)->basis;
}

static gboolean
is_prior_of (const ZpCellDef *def, ZpCell cell)
{
  const ZpExpr *formula = def != NULL ? def->formula : NULL;
  const ZpExpr *ref;

  if (formula == NULL || formula->kind != ZP_EXPR_CALL || formula->function != ZP_FUNCTION_PRIOR ||
      formula->n_args != 1)
    return FALSE;
  ref = formula->args[0];
  return ref->kind == ZP_EXPR_REF && ref->cell.block == cell.block &&
         ref->cell.column == cell.column && (ref->ref == ZP_REF_ROW || ref->cell.row == cell.row);
}

/* A form may have a place of its own for the figure of the year before. */
static gboolean
find_prior_cell (ZpSession *session, ZpCell cell, ZpCell *prior)
{
  const ZpBlock *block = zp_pack_get_block (zp_session_get_pack (session), cell.block);

  for (int column = 0; column < (int) zp_block_count_columns (block); column++)
    {
      ZpCell at = zp_cell (cell.block, cell.row, column);
      const ZpCellValue *value = get_value (session, at);

      if (is_prior_of (zp_block_get_cell (block, cell.row, column), cell) &&
          zp_cell_value_in_force (value)->state != ZP_CONTENT_EMPTY)
        {
          *prior = at;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * zp_cell_facts_get_prior:
 *
 * Returns: (transfer full) (nullable): what the report of the year before had here, or what was
 * typed for it on this form; with its unit
 */
char *
zp_cell_facts_get_prior (ZpSession *session, ZpCell cell)
{
  ZpReport *report = zp_session_get_report (session);
  const ZpScope *scope = zp_report_get_scope (report);
  const ZpCellDef *def = get_def (session, cell);
  g_auto (ZpCellContent) content = { 0 };
  ZpCell prior;
  ZpValue value;

  g_return_val_if_fail (def != NULL, NULL);

  scope->prior (scope, cell, &value);
  if (value.kind != ZP_VALUE_MISSING && zp_cell_content_from_value (&content, def, &value))
    return zp_sheet_figure_say (report, cell, &content);
  return find_prior_cell (session, cell, &prior) ? zp_cell_facts_get_figure (session, prior) : NULL;
}

/** zp_cell_facts_find_prior: @figure: (out): what zp_cell_facts_get_prior() shows, where it is a
 * figure in the unit of @cell. FALSE without one. */
gboolean
zp_cell_facts_find_prior (ZpSession *session, ZpCell cell, ZpDecimal *figure)
{
  const ZpScope *scope = zp_report_get_scope (zp_session_get_report (session));
  const ZpCellDef *def = get_def (session, cell);
  g_auto (ZpCellContent) content = { 0 };
  const ZpCellContent *found = &content;
  ZpCell prior;
  ZpValue value;

  g_return_val_if_fail (def != NULL, FALSE);

  scope->prior (scope, cell, &value);
  if (value.kind != ZP_VALUE_MISSING)
    zp_cell_content_from_value (&content, def, &value);
  else if (find_prior_cell (session, cell, &prior))
    found = zp_cell_value_in_force (get_value (session, prior));
  *figure = found->number;
  return found->state == ZP_CONTENT_FIGURE;
}

/** zp_cell_facts_get_lock: (transfer full) (nullable): why the cell cannot simply be typed into. */
char *
zp_cell_facts_get_lock (ZpSession *session, ZpCell cell)
{
  const ZpCellDef *def = get_def (session, cell);

  g_return_val_if_fail (def != NULL, NULL);

  if (zp_session_get_lock (session) != NULL)
    return g_strdup (zp_session_get_lock (session));
  if (def->entry != ZP_ENTRY_COMPUTED)
    return NULL;
  return g_strdup (
    _ ("This cell is computed and cannot be changed directly. Where the paper report "
       "has another figure, press F2 and give it as declared; both are shown side "
       "by side."));
}

/** zp_cell_facts_get_computed: (transfer full) (nullable): what the formula gives, with its unit.
 */
char *
zp_cell_facts_get_computed (ZpSession *session, ZpCell cell)
{
  const ZpCellDef *def = get_def (session, cell);
  const ZpCellContent *computed;

  g_return_val_if_fail (def != NULL && get_value (session, cell) != NULL, NULL);

  computed = &get_value (session, cell)->computed;
  if (def->formula == NULL || computed->state == ZP_CONTENT_EMPTY)
    return NULL;
  return zp_sheet_figure_say (zp_session_get_report (session), cell, computed);
}

/**
 * zp_cell_facts_get_difference:
 *
 * Returns: (transfer full) (nullable): the declared figure less the computed one, of per cents in
 * percentage points; %NULL when they agree or one of them is missing
 */
char *
zp_cell_facts_get_difference (ZpSession *session, ZpCell cell)
{
  const ZpCellDef *def = get_def (session, cell);
  const ZpCellValue *value = get_value (session, cell);
  g_autofree char *figure = NULL;
  ZpDecimal apart;

  g_return_val_if_fail (def != NULL && value != NULL, NULL);

  if (def->entry != ZP_ENTRY_COMPUTED || value->typed.state != ZP_CONTENT_FIGURE ||
      value->computed.state != ZP_CONTENT_FIGURE ||
      !zp_decimal_subtract (value->typed.number, value->computed.number, &apart) ||
      apart.millionths == 0)
    return NULL;
  figure = zp_decimal_to_string (apart, MAX (zp_decimal_get_places (apart), def->min_places));
  return zp_sheet_figure_say_difference (
    figure, zp_sheet_figure_get_unit (zp_session_get_report (session), cell));
}
