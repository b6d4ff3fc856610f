/* SPDX-License-Identifier: GPL-3.0-or-later
 * How much room heads and cells need. All sizes follow the size of the text. */
#include "app/sheet/zp-sheet-paint-private.h"
#include "app/sheet/zp-sheet-view-private.h"

#include <math.h>

/* In em. */
#define ROW_HEIGHT 2.57
#define HEAD_HEIGHT 2.2
#define GROUP_HEIGHT 1.86
#define ROW_HEAD_MIN 7.4
#define ROW_HEAD_MAX 15.0
#define NUMBER_WIDTH 3.1
#define PADDING 1.2
#define HEAD_SCALE 0.86
#define SECOND_SCALE 0.79
#define OVERLAP 0.3

/**
 * Kind: what a column of that kind is wide, in em.
 * @share: of the space that is left over
 */
typedef struct
{
  double min;
  double max;
  int share;
} Kind;

static const Kind kinds[] = {
  [ZP_SHEET_WIDTH_MONEY] = { 6.0, 12.0, 0 }, [ZP_SHEET_WIDTH_RATE] = { 5.4, 12.0, 0 },
  [ZP_SHEET_WIDTH_COUNT] = { 4.3, 12.0, 0 }, [ZP_SHEET_WIDTH_WORD] = { 3.6, 9.0, 0 },
  [ZP_SHEET_WIDTH_TEXT] = { 8.0, 14.0, 1 },  [ZP_SHEET_WIDTH_LONG_TEXT] = { 10.0, 20.0, 2 },
};

/* Items with one value each need no head over the values. */
static gboolean
has_heads (ZpSheetView *self)
{
  return zp_sheet_get_block (self->sheet)->kind != ZP_BLOCK_FIELDS;
}

/** zp_sheet_view_px: a length in em as px. */
int
zp_sheet_view_px (ZpSheetView *self, double em)
{
  return (int) lround (em * self->geometry.em);
}

/** zp_sheet_view_is_fixed: whether its rows are always the same. */
gboolean
zp_sheet_view_is_fixed (ZpSheetView *self)
{
  return !zp_sheet_has_open_rows (self->sheet);
}

/* Of a line with Chinese characters, which are higher than the others. */
static int
line_height (ZpSheetView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics =
    pango_context_get_metrics (context, NULL, pango_language_from_string ("zh-cn"));
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (height);
}

/**
 * zp_sheet_view_measure_font: heights, from the size of the text.
 *
 * Returns: whether the size is another than before
 */
gboolean
zp_sheet_view_measure_font (ZpSheetView *self)
{
  ZpSheetGeometry *geometry = &self->geometry;
  int em = zp_sheet_paint_get_em (GTK_WIDGET (self));
  int line;
  int two_lines;

  if (em == geometry->em)
    return FALSE;
  geometry->em = em;
  line = line_height (self);
  two_lines = (int) ceil (line * (1 + SECOND_SCALE) - OVERLAP * em) + 1;
  geometry->row_height = MAX (zp_sheet_view_px (self, ROW_HEIGHT), two_lines);
  geometry->head_height =
    MAX (zp_sheet_view_px (self, HEAD_HEIGHT), (int) ceil (line * HEAD_SCALE) + 2);
  geometry->group_height =
    zp_sheet_has_groups (self->sheet) ? zp_sheet_view_px (self, GROUP_HEIGHT) : 0;
  return TRUE;
}

static int
text_width (ZpSheetView *self, const char *text, gboolean is_head)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  int width;

  if (is_head)
    {
      pango_attr_list_insert (list, pango_attr_scale_new (HEAD_SCALE));
      pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, list);
    }
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Heads of narrow columns in a table, which has many, are set in two lines sooner. */
static int
widest_line (ZpSheetView *self, const ZpSheetColumn *column)
{
  gboolean is_narrow =
    column->width == ZP_SHEET_WIDTH_COUNT || column->width == ZP_SHEET_WIDTH_WORD;

  if (is_narrow && !zp_sheet_view_is_fixed (self))
    return zp_sheet_view_px (self, kinds[column->width].min);
  return MAX (zp_sheet_view_px (self, kinds[column->width].min),
              zp_sheet_view_px (self, ZP_SHEET_FIGURE_WIDTH));
}

static int
need_of_head (ZpSheetView *self, const ZpSheetColumn *column, gboolean *wraps)
{
  int width = text_width (self, column->label, TRUE) + zp_sheet_view_px (self, PADDING);
  int at_least = zp_sheet_view_px (self, kinds[column->width].min);

  if (width <= widest_line (self, column))
    return MAX (width, at_least);
  *wraps = TRUE;
  return MAX (width / 2 + zp_sheet_view_px (self, PADDING), at_least);
}

static void
measure_column_heads (ZpSheetView *self)
{
  int n_columns = zp_sheet_count_columns (self->sheet);
  gboolean wraps = FALSE;

  g_array_set_size (self->geometry.needs, (guint) n_columns);
  for (int column = 0; column < n_columns; column++)
    g_array_index (self->geometry.needs, int, column) =
      need_of_head (self, zp_sheet_get_column (self->sheet, column), &wraps);
  if (!has_heads (self))
    self->geometry.head_height = 0;
  else if (wraps)
    self->geometry.head_height = (int) ceil (2 * HEAD_SCALE * line_height (self) * 0.9) + 6;
}

static int
measure_total (ZpSheetView *self)
{
  const ZpPack *pack = zp_session_get_pack (self->session);

  return text_width (self, zp_pack_get_word (pack, ZP_WORD_TOTAL), FALSE) +
         zp_sheet_view_px (self, PADDING) + zp_sheet_view_px (self, 0.4);
}

static int
measure_row_heads (ZpSheetView *self)
{
  g_autofree char *corner = zp_sheet_get_corner (self->sheet);
  int need = text_width (self, corner, TRUE) + zp_sheet_view_px (self, PADDING);

  if (!zp_sheet_view_is_fixed (self))
    return MAX (need, MAX (measure_total (self), zp_sheet_view_px (self, NUMBER_WIDTH)));
  for (int row = 0; row < zp_sheet_count_rows (self->sheet); row++)
    {
      g_auto (ZpSheetRow) head = { 0 };

      zp_sheet_get_row (self->sheet, row, &head);
      need = MAX (need, text_width (self, head.label, FALSE) +
                          zp_sheet_view_px (self, PADDING + head.indent));
    }
  return CLAMP (need + zp_sheet_view_px (self, 0.4), zp_sheet_view_px (self, ROW_HEAD_MIN),
                zp_sheet_view_px (self, ROW_HEAD_MAX));
}

static int
count_figures (ZpSheetView *self)
{
  int n = 0;

  for (int column = 0; column < zp_sheet_count_columns (self->sheet); column++)
    n += zp_sheet_get_column (self->sheet, column)->is_figure;
  return n;
}

static void
tell_lines (ZpSheetView *self)
{
  int figure = 0;

  if (!zp_sheet_view_is_fixed (self))
    return;
  for (int column = 0; column < zp_sheet_count_columns (self->sheet); column++)
    if (zp_sheet_get_column (self->sheet, column)->is_figure)
      figure = MAX (figure, g_array_index (self->geometry.needs, int, column));
  zp_sheet_lines_need (self->lines, count_figures (self), self->geometry.row_head_need, figure);
}

/** zp_sheet_view_measure_heads: widths that the heads need; forgets those of the cells. */
void
zp_sheet_view_measure_heads (ZpSheetView *self)
{
  measure_column_heads (self);
  self->geometry.row_head_need = measure_row_heads (self);
  tell_lines (self);
}

/**
 * zp_sheet_view_note_need:
 * @width: of the content of a cell
 *
 * Returns: whether the column has to become wider for it
 */
gboolean
zp_sheet_view_note_need (ZpSheetView *self, int column, int width)
{
  const ZpSheetColumn *head = zp_sheet_get_column (self->sheet, column);
  int *need = &g_array_index (self->geometry.needs, int, column);
  int wanted =
    MIN (width + zp_sheet_view_px (self, PADDING), zp_sheet_view_px (self, kinds[head->width].max));

  if (wanted <= *need)
    return FALSE;
  *need = wanted;
  tell_lines (self);
  return TRUE;
}

/** zp_sheet_view_get_least_width: of a column, however little there is in it. */
int
zp_sheet_view_get_least_width (ZpSheetView *self, int column)
{
  return zp_sheet_view_px (self, kinds[zp_sheet_get_column (self->sheet, column)->width].min);
}

/** zp_sheet_view_get_share: of the space that is left over; texts take it. */
int
zp_sheet_view_get_share (ZpSheetView *self, int column)
{
  return kinds[zp_sheet_get_column (self->sheet, column)->width].share;
}
