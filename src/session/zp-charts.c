/* SPDX-License-Identifier: GPL-3.0-or-later
 * The figures behind the charts of the overview, as the pack lays them out. */
#include "session/zp-charts.h"

#include <glib/gi18n-lib.h>

#include "session/zp-sheet-figure.h"

#define RATE_PLACES 2

static void
bar_free (gpointer data)
{
  ZpChartBar *bar = data;

  g_free (bar->id);
  g_free (bar->label);
  g_free (bar->part_text);
  g_free (bar->whole_text);
  g_free (bar->rate_text);
  g_free (bar->computed_text);
  g_free (bar);
}

/** zp_chart_free: frees a chart. */
void
zp_chart_free (ZpChart *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->unit);
  g_free (self->note);
  g_free (self->spoken);
  g_free (self->place);
  g_ptr_array_unref (self->bars);
  g_free (self);
}

static const ZpCellContent *
get_content (ZpSession *session, ZpCell cell)
{
  const ZpCellValue *value = zp_report_get_value (zp_session_get_report (session), cell);

  return value != NULL ? zp_cell_value_in_force (value) : NULL;
}

static gboolean
read_figure (ZpSession *session, ZpCell cell, ZpDecimal *figure, char **text)
{
  const ZpCellContent *content = get_content (session, cell);
  const ZpPack *pack = zp_session_get_pack (session);

  if (content == NULL || content->state != ZP_CONTENT_FIGURE)
    return FALSE;
  *figure = content->number;
  *text = zp_sheet_figure_show (pack, zp_pack_get_cell (pack, cell), content);
  return TRUE;
}

static char *
say_content (ZpSession *session, ZpCell cell, const ZpCellContent *content)
{
  return zp_sheet_figure_say (zp_session_get_report (session), cell, content);
}

/* Of a rate that the form does not have; NULL when there is nothing to divide by. */
static char *
compute_rate (ZpDecimal part, ZpDecimal whole)
{
  ZpRational rate;
  ZpDecimal rounded;
  g_autofree char *shown = NULL;

  if (!zp_rational_divide (zp_rational_scale (part, 100, 1), zp_rational_from_decimal (whole),
                           &rate) ||
      !zp_rational_to_decimal (rate, RATE_PLACES, &rounded))
    return NULL;
  shown = zp_sheet_figure_show_number (rounded, RATE_PLACES, RATE_PLACES);
  return zp_sheet_figure_add_unit (shown, zp_unit_percent ().label);
}

static void
raise_state (ZpChartBar *bar, ZpSession *session, ZpCell cell)
{
  ZpCellState state = zp_finding_index_get_state (zp_session_get_index (session), cell);

  bar->state = MAX (bar->state, state);
}

/* A declared rate stands beside the computed one where they differ. */
static void
read_rate (ZpChartBar *bar, ZpSession *session, ZpCell cell)
{
  const ZpCellValue *value = zp_report_get_value (zp_session_get_report (session), cell);
  const ZpCellContent *content = zp_cell_value_in_force (value);

  if (content->state != ZP_CONTENT_FIGURE)
    return;
  raise_state (bar, session, cell);
  bar->rate_text = say_content (session, cell, content);
  if (content == &value->typed && value->computed.state == ZP_CONTENT_FIGURE &&
      bar->state > ZP_CELL_STATE_ROUNDING && !zp_cell_content_equal (content, &value->computed))
    bar->computed_text = say_content (session, cell, &value->computed);
}

static void
read_whole (ZpChartBar *bar, ZpSession *session, ZpCell cell)
{
  bar->has_whole = read_figure (session, cell, &bar->whole, &bar->whole_text);
  if (!bar->has_whole)
    return;
  raise_state (bar, session, cell);
  bar->is_over = bar->has_part && zp_decimal_compare (bar->part, bar->whole) > 0;
}

/* What is taken from the whole flows out of it, however it is called. */
static void
turn_outflow (ZpChartBar *bar)
{
  if (!bar->has_part || bar->part.millionths >= 0)
    return;
  if (bar->stage != ZP_CHART_STAGE_SOURCE)
    {
      bar->has_part = FALSE;
      return;
    }
  bar->part.millionths = -bar->part.millionths;
  bar->stage = ZP_CHART_STAGE_USE;
  bar->is_rest = TRUE;
}

static ZpChartBar *
bar_new (ZpSession *session, const ZpChartDef *def, const ZpChartMark *mark)
{
  ZpChartBar *bar = g_new0 (ZpChartBar, 1);

  bar->id = zp_pack_format_id (zp_session_get_pack (session), mark->figure);
  bar->label = zp_sheet_render_label (zp_session_get_report (session), mark->label);
  bar->stage = mark->stage;
  bar->parent = mark->parent;
  bar->is_rest = mark->is_rest;
  bar->is_total = mark->is_total;
  bar->has_part = read_figure (session, mark->figure, &bar->part, &bar->part_text);
  if (bar->has_part)
    raise_state (bar, session, mark->figure);
  if (mark->has_whole || def->has_whole)
    read_whole (bar, session, mark->has_whole ? mark->whole : def->whole);
  if (mark->has_rate)
    read_rate (bar, session, mark->rate);
  else if (bar->has_part && bar->has_whole)
    bar->rate_text = compute_rate (bar->part, bar->whole);
  if (def->kind == ZP_CHART_FLOW)
    turn_outflow (bar);
  return bar;
}

static gboolean
is_drawn (const ZpChart *chart, const ZpChartBar *bar)
{
  return bar->has_part && bar->part.millionths != 0 &&
         (bar->has_whole || chart->kind == ZP_CHART_FLOW);
}

/* A flow needs what everything flows through. */
static gboolean
is_empty (const ZpChart *chart)
{
  for (guint i = 0; i < chart->bars->len; i++)
    {
      const ZpChartBar *bar = g_ptr_array_index (chart->bars, i);

      if (is_drawn (chart, bar) &&
          (chart->kind != ZP_CHART_FLOW || bar->stage == ZP_CHART_STAGE_WHOLE))
        return FALSE;
    }
  return TRUE;
}

static char *
say_bar (const ZpChart *chart, const ZpChartBar *bar)
{
  if (!bar->has_part)
    return g_strdup_printf (_ ("%s to be filled in"), bar->label);
  if (chart->kind == ZP_CHART_FLOW || !bar->has_whole)
    return g_strdup_printf ("%s %s", bar->label, bar->part_text);
  if (bar->computed_text != NULL)
    return g_strdup_printf (_ ("%1$s computed %2$s, declared %3$s, %4$s of %5$s"), bar->label,
                            bar->computed_text, bar->rate_text, bar->part_text, bar->whole_text);
  if (chart->kind == ZP_CHART_SHARES)
    return g_strdup_printf ("%s %s, %s", bar->label, bar->part_text,
                            bar->rate_text != NULL ? bar->rate_text : "");
  return g_strdup_printf (_ ("%1$s %2$s, %3$s of %4$s"), bar->label,
                          bar->rate_text != NULL ? bar->rate_text : "", bar->part_text,
                          bar->whole_text);
}

static gboolean
is_worth_saying (const ZpChart *chart, const ZpChartBar *bar)
{
  return chart->kind == ZP_CHART_RATES || (bar->has_part && bar->part.millionths != 0);
}

static char *
say_chart (const ZpChart *chart)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *figures = NULL;

  if (chart->is_empty)
    return g_strdup_printf (_ ("%s: no figures yet"), chart->title);
  for (guint i = 0; i < chart->bars->len; i++)
    if (is_worth_saying (chart, g_ptr_array_index (chart->bars, i)))
      g_ptr_array_add (parts, say_bar (chart, g_ptr_array_index (chart->bars, i)));
  g_ptr_array_add (parts, NULL);
  figures = g_strjoinv (C_ ("between the figures of a chart", "; "), (char **) parts->pdata);
  return g_strdup_printf (_ ("%1$s (%2$s): %3$s"), chart->title, chart->unit, figures);
}

static void
read_note (ZpChart *chart, ZpSession *session, const ZpChartDef *def)
{
  const ZpCellContent *content = def->has_whole ? get_content (session, def->whole) : NULL;
  g_autofree char *figure = NULL;

  if (content == NULL || content->state != ZP_CONTENT_FIGURE)
    return;
  figure = say_content (session, def->whole, content);
  chart->note = g_strdup_printf (_ ("in all %s"), figure);
}

static ZpChart *
chart_new (ZpSession *session, const ZpChartDef *def)
{
  ZpReport *report = zp_session_get_report (session);
  ZpChart *chart = g_new0 (ZpChart, 1);

  chart->kind = def->kind;
  chart->title = zp_sheet_render_label (report, def->title);
  chart->bars = g_ptr_array_new_with_free_func (bar_free);
  for (guint i = 0; i < def->marks->len; i++)
    g_ptr_array_add (chart->bars, bar_new (session, def, g_ptr_array_index (def->marks, i)));
  if (def->marks->len > 0)
    {
      const ZpChartMark *first = g_ptr_array_index (def->marks, 0);

      chart->unit = g_strdup (zp_sheet_figure_get_unit (report, first->figure));
      chart->place = zp_pack_format_id (zp_session_get_pack (session), first->figure);
    }
  else
    chart->unit = g_strdup ("");
  read_note (chart, session, def);
  chart->is_empty = is_empty (chart);
  chart->spoken = say_chart (chart);
  return chart;
}

/**
 * zp_charts_build:
 *
 * Returns: (transfer full): of #ZpChart: the charts of the pack with the figures as they are now
 */
GPtrArray *
zp_charts_build (ZpSession *session)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_chart_free);
  const ZpPack *pack = zp_session_get_pack (session);

  for (guint i = 0; i < pack->charts->len; i++)
    g_ptr_array_add (charts, chart_new (session, g_ptr_array_index (pack->charts, i)));
  return charts;
}
