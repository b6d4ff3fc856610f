/* SPDX-License-Identifier: GPL-3.0-or-later
 * Figures that a reviewer looks at: against last year, round ones, those without a source. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "report/zp-report.h"
#include "session/zp-cell-facts.h"
#include "session/zp-points-private.h"

/* More than half more, or less than half. */
#define FAR_PER_CENT 50

/* Of a figure of this many digits or more, two that count are few. */
#define ROUND_DIGITS 5
#define ROUND_SIGNIFICANT 2

/* A table is looked at as far as anybody reads it. */
#define MAX_ROWS 500

static gboolean
is_amount (const ZpCellDef *def)
{
  return def->kind == ZP_KIND_MONEY || def->kind == ZP_KIND_NUMBER || def->kind == ZP_KIND_MIXED;
}

static gboolean
is_far (ZpDecimal now, ZpDecimal prior)
{
  gint64 difference = llabs (now.millionths / 100 - prior.millionths / 100);

  return prior.millionths != 0 && difference > llabs (prior.millionths / 10000) * FAR_PER_CENT;
}

/* 120.00 has five digits, and two of them count. */
static gboolean
is_round (const ZpCellDef *def, ZpDecimal figure)
{
  gint64 digits = llabs (figure.millionths);
  int n_digits = 0;
  int n_zeros = 0;

  for (int places = 6; places > def->min_places; places--)
    digits /= 10;
  if (digits == 0)
    return FALSE;
  while (digits % 10 == 0)
    {
      digits /= 10;
      n_zeros++;
    }
  for (; digits > 0; digits /= 10)
    n_digits++;
  return n_digits <= ROUND_SIGNIFICANT && n_digits + n_zeros >= ROUND_DIGITS;
}

static void
add (ZpPointList *self, ZpPointKind kind, ZpCell cell, char *detail)
{
  g_autofree char *id = zp_pack_format_id (self->pack, cell);
  char *name = zp_cell_facts_get_name (self->session, cell);

  zp_point_list_add (self, kind, id, name, detail, zp_report_show (self->report, cell));
}

static char *
tell_far (ZpPointList *self, ZpCell cell, const char *prior)
{
  g_autofree char *now = zp_cell_facts_get_figure (self->session, cell);

  return g_strdup_printf (_ ("%1$s, last year %2$s"), now, prior);
}

static void
hold_against_last_year (ZpPointList *self, ZpCell cell, ZpDecimal now, gboolean is_typed)
{
  ZpDecimal figure;
  g_autofree char *prior = NULL;

  if (!zp_cell_facts_find_prior (self->session, cell, &figure))
    return;
  prior = zp_cell_facts_get_prior (self->session, cell);
  if (is_far (now, figure))
    add (self, ZP_POINT_FAR, cell, tell_far (self, cell, prior));
  else if (is_typed && now.millionths == figure.millionths && now.millionths != 0)
    add (self, ZP_POINT_SAME, cell, tell_far (self, cell, prior));
}

static gboolean
has_source (const ZpPointList *self, const ZpCellDef *def)
{
  return def->source != NULL || def->basis != NULL ||
         zp_pack_get_block (self->pack, def->cell.block)->basis != NULL;
}

static void
look_at (ZpPointList *self, const ZpCellDef *def, ZpCell cell)
{
  const ZpCellValue *value = zp_report_get_value (self->report, cell);
  const ZpCellContent *content = zp_cell_value_in_force (value);
  gboolean is_typed = def->entry != ZP_ENTRY_COMPUTED && value->typed.state == ZP_CONTENT_FIGURE;

  if (content->state != ZP_CONTENT_FIGURE || !is_amount (def))
    return;
  hold_against_last_year (self, cell, content->number, is_typed);
  if (!is_typed)
    return;
  if (def->kind == ZP_KIND_MONEY && is_round (def, content->number))
    add (self, ZP_POINT_ROUND, cell, zp_cell_facts_get_figure (self->session, cell));
  if (!has_source (self, def))
    add (self, ZP_POINT_SOURCE, cell, zp_cell_facts_get_figure (self->session, cell));
}

static void
look_at_row (ZpPointList *self, const ZpBlock *block, int row)
{
  for (int column = 0; column < (int) zp_block_count_columns (block); column++)
    {
      const ZpCellDef *def = zp_block_get_cell (block, row, column);

      if (def != NULL)
        look_at (self, def, zp_cell (block->index, row, column));
    }
}

static void
add_unplaced (ZpPointList *self)
{
  const GPtrArray *unplaced = zp_report_get_unplaced (self->report);

  for (guint i = 0; i < unplaced->len; i++)
    {
      const ZpUnplaced *figure = g_ptr_array_index (unplaced, i);

      zp_point_list_add (self, ZP_POINT_SOURCE, figure->id, g_strdup (figure->label),
                         g_strdup_printf (_ ("%1$s %2$s has no place on the form: %3$s"),
                                          figure->value, figure->unit, figure->reason),
                         g_strdup (figure->value));
    }
}

/** zp_point_list_add_figures: points about single figures. */
void
zp_point_list_add_figures (ZpPointList *self)
{
  for (guint i = 0; i < self->pack->blocks->len; i++)
    {
      const ZpBlock *block = g_ptr_array_index (self->pack->blocks, i);
      int n_rows = MIN (zp_report_count_rows (self->report, block->index), MAX_ROWS);

      for (int row = 0; row < n_rows; row++)
        look_at_row (self, block, row);
    }
  add_unplaced (self);
}
