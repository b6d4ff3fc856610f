/* SPDX-License-Identifier: GPL-3.0-or-later
 * What one cell of a sheet shows: figure, sign, second figure, tooltip. */
#include <glib/gi18n-lib.h>

#include "session/zp-remarks.h"
#include "session/zp-sheet-say-private.h"

/** zp_cell_view_clear: frees what @self holds. */
void
zp_cell_view_clear (ZpCellView *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->suffix, g_free);
  g_clear_pointer (&self->second, g_free);
  g_clear_pointer (&self->spoken, g_free);
  g_clear_pointer (&self->tooltip, g_free);
}

static ZpCellFill
fill_of (const ZpCellDef *def, const ZpCellContent *content)
{
  switch (content->state)
    {
    case ZP_CONTENT_FIGURE:
    case ZP_CONTENT_WORDS:
      return ZP_CELL_FILL_TEXT;
    case ZP_CONTENT_NOT_APPLICABLE:
      return ZP_CELL_FILL_NOT_APPLICABLE;
    case ZP_CONTENT_EMPTY:
    default:
      return def->required && def->entry != ZP_ENTRY_COMPUTED ? ZP_CELL_FILL_REQUIRED
                                                              : ZP_CELL_FILL_EMPTY;
    }
}

/* A declared figure stands beside the computed one only where a reader sees two figures. */
static char *
find_computed (const ZpSheetPlace *place)
{
  const ZpCellContent *computed = &place->value->computed;
  g_autofree char *declared = NULL;
  g_autofree char *shown = NULL;

  if (place->def->entry != ZP_ENTRY_COMPUTED || place->value->typed.state == ZP_CONTENT_EMPTY ||
      computed->state == ZP_CONTENT_EMPTY)
    return NULL;
  declared = zp_sheet_figure_show (place->sheet->pack, place->def, &place->value->typed);
  shown = zp_sheet_figure_show (place->sheet->pack, place->def, computed);
  return g_str_equal (declared, shown) ? NULL : g_steal_pointer (&shown);
}

/* That nothing is filled in is said by the cell itself. */
static ZpCellState
state_of (const ZpSheetPlace *place, ZpCellFill fill)
{
  if (place->finding == NULL ||
      (fill == ZP_CELL_FILL_REQUIRED && place->finding->check->kind == ZP_CHECK_REQUIRED))
    return ZP_CELL_STATE_CLEAN;
  return zp_finding_index_get_state (zp_session_get_index (place->sheet->session), place->cell);
}

static char *
make_suffix (const ZpSheetPlace *place, int column)
{
  const char *unit;

  if (place->content->state != ZP_CONTENT_FIGURE || place->def->measure >= 0)
    return NULL;
  unit = zp_sheet_figure_get_unit (place->sheet->report, place->cell);
  if (*unit == '\0' || g_str_equal (unit, zp_sheet_get_head (place->sheet, column)->unit))
    return NULL;
  return g_strdup (unit);
}

static char *
join_lines (const char *first, const char *second)
{
  if (second == NULL || *second == '\0')
    return g_strdup (first);
  return g_strconcat (first, "\n", second, NULL);
}

static char *
make_rounding_tooltip (const ZpFinding *finding)
{
  g_autofree char *difference = NULL;
  g_autofree char *remark = NULL;

  if (finding->difference == NULL)
    return g_strdup (finding->message);
  difference = zp_sheet_figure_say_difference (finding->difference, finding->unit);
  remark = g_strdup_printf (_ ("Rounding of %s: nothing to correct"), difference);
  return join_lines (finding->message, remark);
}

static char *
make_tooltip (const ZpFinding *finding, ZpCellState state)
{
  switch (state)
    {
    case ZP_CELL_STATE_EXPLAINED:
      return g_strdup_printf (_ ("Explained: %s"), finding->note->text);
    case ZP_CELL_STATE_ROUNDING:
      return make_rounding_tooltip (finding);
    case ZP_CELL_STATE_AFFECTED:
    case ZP_CELL_STATE_WARNING:
    case ZP_CELL_STATE_ERROR:
      return join_lines (finding->message, finding->instruction);
    case ZP_CELL_STATE_CLEAN:
    default:
      return NULL;
    }
}

static void
find_place (const ZpSheet *sheet, ZpCell cell, ZpSheetPlace *place)
{
  place->sheet = sheet;
  place->cell = cell;
  place->def = zp_pack_get_cell (sheet->pack, cell);
  place->value = zp_report_get_value (sheet->report, cell);
  place->content = zp_cell_value_in_force (place->value);
  place->finding = zp_finding_index_get_gravest (zp_session_get_index (sheet->session), cell);
}

/**
 * zp_sheet_view:
 * @out: what the cell at that place shows; clear with zp_cell_view_clear()
 *
 * Costs the same however large the report is and however much is wrong in it.
 */
void
zp_sheet_view (const ZpSheet *self, int row, int column, ZpCellView *out)
{
  ZpSheetPlace place;
  ZpCell cell;

  g_return_if_fail (self != NULL && out != NULL);

  *out = (ZpCellView){ .look = ZP_CELL_LOOK_NONE, .fill = ZP_CELL_FILL_EMPTY };
  if (!zp_sheet_get_cell (self, row, column, &cell))
    {
      out->spoken = zp_sheet_say_nothing (self, row, column);
      return;
    }
  find_place (self, cell, &place);
  out->cell = cell;
  out->look = place.def->entry == ZP_ENTRY_COMPUTED ? ZP_CELL_LOOK_COMPUTED : ZP_CELL_LOOK_TYPED;
  out->fill = fill_of (place.def, place.content);
  out->state = state_of (&place, out->fill);
  out->is_default = place.def->entry == ZP_ENTRY_DEFAULT &&
                    place.value->typed.state == ZP_CONTENT_EMPTY &&
                    place.value->computed.state != ZP_CONTENT_EMPTY;
  out->is_figure = zp_sheet_figure_is_figure (place.def);
  out->n_remarks = zp_session_count_remarks_on (self->session, cell);
  out->text = zp_sheet_figure_show (self->pack, place.def, place.content);
  out->suffix = make_suffix (&place, column);
  place.computed = find_computed (&place);
  if (place.computed != NULL)
    out->second = g_strdup_printf (C_ ("below a figure", "calc. %s"), place.computed);
  out->spoken = zp_sheet_say (&place, row, column, out);
  out->tooltip = make_tooltip (place.finding, out->state);
  g_free (place.computed);
}
