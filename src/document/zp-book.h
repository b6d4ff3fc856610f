/* SPDX-License-Identifier: GPL-3.0-or-later
 * The spreadsheet attachment as sheets of cells, without any file format. */
#pragma once

#include "base/zp-decimal.h"
#include "document/zp-doc.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_BOOK_EMPTY,
  ZP_BOOK_TEXT,
  ZP_BOOK_NUMBER,
  ZP_BOOK_DATE,
} ZpBookValueKind;

typedef enum
{
  ZP_BOOK_STYLE_CELL,  /* bordered cell of an official table */
  ZP_BOOK_STYLE_HEAD,  /* bordered, head face */
  ZP_BOOK_STYLE_TITLE, /* title over the table */
  ZP_BOOK_STYLE_PLAIN, /* lines above and below a table, notes */
  ZP_BOOK_STYLE_ERROR, /* rows of the sheet 校验 by severity */
  ZP_BOOK_STYLE_WARNING,
  ZP_BOOK_STYLE_ROUNDING,
} ZpBookStyle;

/**
 * ZpBookCell:
 * @row @column: upper left corner, from 0; @rows @columns: spanned
 * @value: what the cell shows: @text, or @number, or @day
 * @formula: live formula without "=", or %NULL; @value is then its right result
 * @number: as it stands on the sheet; a per cent stands as a fraction (87.98 % is 0.8798)
 * @places: decimal places shown (of the per cent, not of the fraction)
 * @percent @grouping: how @number is shown
 * @comment: or %NULL
 * @has_source @source: the cell of the report that it shows, where it shows one
 */
typedef struct
{
  int row;
  int column;
  int rows;
  int columns;
  ZpBookValueKind value;
  char *text;
  ZpDecimal number;
  gint32 day;
  char *formula;
  int places;
  gboolean percent;
  gboolean grouping;
  gboolean bold;
  gboolean wrap;
  ZpAlign align;
  ZpBookStyle style;
  char *comment;
  gboolean has_source;
  ZpCell source;
} ZpBookCell;

typedef enum
{
  ZP_BOOK_CHART_BARS, /* a bar for each row, of per cents */
  ZP_BOOK_CHART_PIE,  /* a part for each row */
} ZpBookChartKind;

/**
 * ZpBookChart: a chart of figures of its sheet, which follows them.
 * @row @column: its upper left corner
 * @first @last: rows of its figures; @labels @values: columns of the words and of the figures
 */
typedef struct
{
  ZpBookChartKind kind;
  char *title;
  int row;
  int column;
  int first;
  int last;
  int labels;
  int values;
} ZpBookChart;

/**
 * ZpBookRule: what may be typed into cells of one column.
 * @first @last: rows; @column: of the cells
 * @options: (nullable): words to choose from; else a number from @min to @max, as it stands on the
 *   sheet
 */
typedef struct
{
  int first;
  int last;
  int column;
  char **options;
  ZpDecimal min;
  ZpDecimal max;
} ZpBookRule;

/**
 * ZpBookSheet:
 * @name: at most 31 characters without []:*?/\
 * @widths: of double: column widths in characters
 * @heights: of double: row heights in points by row, 0 = automatic
 * @repeat_first @repeat_last: rows repeated on every printed page, or -1
 * @freeze_row @freeze_column: panes, 0 = none
 * @one_page: printed smaller, so that it is one page high too
 * @charts: of #ZpBookChart; @rules: of #ZpBookRule
 */
typedef struct
{
  char *name;
  gboolean landscape;
  GArray *widths;
  GArray *heights;
  GPtrArray *cells; /* of ZpBookCell */
  int repeat_first;
  int repeat_last;
  int freeze_row;
  int freeze_column;
  gboolean one_page;
  GPtrArray *charts;
  GPtrArray *rules;
} ZpBookSheet;

/**
 * ZpBook:
 * @sheets: of #ZpBookSheet
 * @title @author @date: properties of the file
 * @check_line: (nullable): at the foot of every sheet
 */
typedef struct
{
  GPtrArray *sheets;
  char *title;
  char *author;
  gint32 date;
  char *check_line;
} ZpBook;

ZpBook *zp_book_new (void);
void zp_book_free (ZpBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpBook, zp_book_free)
ZpBookSheet *zp_book_add_sheet (ZpBook *self, const char *name);
ZpBookCell *zp_book_sheet_add_cell (ZpBookSheet *self, int row, int column);
ZpBookChart *zp_book_sheet_add_chart (ZpBookSheet *self, ZpBookChartKind kind, const char *title);
ZpBookRule *zp_book_sheet_add_rule (ZpBookSheet *self, int first, int last, int column);
char *zp_book_unique_name (const ZpBook *self, const char *wanted);

G_END_DECLS
