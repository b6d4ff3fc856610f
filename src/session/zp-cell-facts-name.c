/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of cells as seen from another cell: what both share is not said. */
#include "session/zp-cell-facts-private.h"

#include <glib/gi18n-lib.h>

/**
 * zp_cell_facts_name_from:
 *
 * Returns: (transfer full): the name of @cell beside that of @from: 全年预算 in the same row,
 * 项目支出 in the same column, else row and column
 */
char *
zp_cell_facts_name_from (ZpReport *report, ZpCell cell, ZpCell from)
{
  const ZpBlock *block = zp_pack_get_block (zp_report_get_pack (report), cell.block);

  if (block->kind == ZP_BLOCK_FIELDS || cell.block != from.block)
    return zp_sheet_get_cell_name (report, cell);
  if (cell.row == from.row)
    return zp_sheet_get_column_name (report, cell);
  if (cell.column == from.column)
    return zp_sheet_get_row_name (report, cell, FALSE);
  return zp_sheet_get_cell_name (report, cell);
}

static const ZpNearScope *
near_of (const ZpScope *scope)
{
  return (const ZpNearScope *) scope;
}

static void
near_get (const ZpScope *scope, ZpCell cell, ZpValue *out)
{
  near_of (scope)->inner->get (near_of (scope)->inner, cell, out);
}

static void
near_prior (const ZpScope *scope, ZpCell cell, ZpValue *out)
{
  near_of (scope)->inner->prior (near_of (scope)->inner, cell, out);
}

static int
near_count_rows (const ZpScope *scope, int block)
{
  return near_of (scope)->inner->count_rows (near_of (scope)->inner, block);
}

static const int *
near_rows_where (const ZpScope *scope, int block, int column, const char *key, int *n_rows)
{
  const ZpScope *inner = near_of (scope)->inner;

  return inner->rows_where (inner, block, column, key, n_rows);
}

static ZpRational
near_half_place (const ZpScope *scope, ZpCell cell)
{
  return near_of (scope)->inner->half_place (near_of (scope)->inner, cell);
}

static char *
near_name (const ZpScope *scope, ZpCell cell)
{
  const ZpNearScope *self = near_of (scope);

  if (cell.row == ZP_ROW_EVERY)
    return self->inner->name (self->inner, cell);
  return zp_cell_facts_name_from (self->report, cell, self->from);
}

static char *
near_show (const ZpScope *scope, ZpCell cell)
{
  return near_of (scope)->inner->show (near_of (scope)->inner, cell);
}

static const char *
near_passage (const ZpScope *scope, const char *key)
{
  return near_of (scope)->inner->passage (near_of (scope)->inner, key);
}

static char *
near_annex (const ZpScope *scope, const char *key)
{
  return near_of (scope)->inner->annex (near_of (scope)->inner, key);
}

/** zp_near_scope_init: makes @self the view of @report from the cell @from. */
void
zp_near_scope_init (ZpNearScope *self, ZpReport *report, ZpCell from)
{
  *self = (ZpNearScope){
    .scope = { near_get, near_prior, near_count_rows, near_rows_where, near_half_place, near_name,
               near_show, near_passage, near_annex },
    .inner = zp_report_get_scope (report),
    .report = report,
    .from = from,
  };
}

/** zp_cell_facts_say: (transfer full): the content with its unit, or what it means that there is
 * none. */
char *
zp_cell_facts_say (ZpReport *report, ZpCell cell, const ZpCellContent *content)
{
  if (content->state == ZP_CONTENT_EMPTY)
    return g_strdup (_ ("not filled in"));
  if (content->state == ZP_CONTENT_NOT_APPLICABLE)
    return g_strdup (_ ("not applicable"));
  return zp_sheet_figure_say (report, cell, content);
}
