/* SPDX-License-Identifier: GPL-3.0-or-later
 * Blocks of cells: fields, grids with fixed rows, tables with open rows. */
#pragma once

#include "base/zp-json.h"
#include "expr/zp-phrase.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_KIND_MONEY,
  ZP_KIND_NUMBER,
  ZP_KIND_PERCENT,
  ZP_KIND_SCORE,
  ZP_KIND_MIXED,
  ZP_KIND_YEAR,
  ZP_KIND_DATE,
  ZP_KIND_TEXT,
  ZP_KIND_CHOICE,
  ZP_KIND_REF,
} ZpKind;

typedef enum
{
  ZP_SEVERITY_ERROR,
  ZP_SEVERITY_WARNING,
  ZP_SEVERITY_ROUNDING, /* found, never declared */
  ZP_SEVERITY_INFO,
} ZpSeverity;

typedef enum
{
  ZP_ENTRY_TYPED,    /* by the clerk */
  ZP_ENTRY_DEFAULT,  /* by the clerk; @formula while empty */
  ZP_ENTRY_COMPUTED, /* by @formula; the clerk may declare another figure */
} ZpEntry;

/**
 * ZpCellDef:
 * @cell: its address; row 0 stands for every row of a table, %ZP_ROW_TOTAL for its total row
 * @every_row: a column of a table: one definition for all rows
 * @key: column key (of a field: the item's key)
 * @label: the cell in words as the form has it (without its row)
 * @type: sort, unit and places for formulas
 * @min_places @max_places: shown places; differ when the figure is shown as typed
 * @entry: who gives the figure
 * @formula: for %ZP_ENTRY_DEFAULT and %ZP_ENTRY_COMPUTED
 * @row_formula: the row's formula where the column's gives the figure: a check by itself; or %NULL
 * @declared: severity when a declared figure differs from the formula
 * @to_block: for %ZP_KIND_REF the table referred to, else -1
 * @to_number: the reference is the number of the row, not its key
 * @measure: for %ZP_KIND_MIXED column with the unit of the row, or -1
 * @order: its place in ZpPack.order, or -1 without a formula
 * @readers: of int: places in ZpPack.order of definitions that read this one
 */
typedef struct _ZpCellDef ZpCellDef;
struct _ZpCellDef
{
  ZpCell cell;
  gboolean every_row;
  char *key;
  ZpPhrase *label;
  ZpKind kind;
  ZpUnit unit;
  ZpType type;
  int min_places;
  int max_places;
  ZpEntry entry;
  ZpExpr *formula;
  ZpExpr *row_formula;
  ZpSeverity declared;
  gboolean required;
  gboolean has_min;
  gboolean has_max;
  ZpDecimal min;
  ZpDecimal max;
  int length; /* characters, 0 = no limit */
  char **options;
  gboolean open;
  gboolean many;
  int to_block;
  gboolean to_number;
  gboolean owner;
  int measure;
  gboolean month_only;
  int lines;
  char *help;
  char *source;
  char *basis;
  char *group;
  gboolean is_private;
  guint line; /* in data.json */
  int order;
  GArray *readers;
};

/**
 * ZpRowDef: one row of a grid (a block of fields has one, without key).
 */
typedef struct
{
  char *key;
  ZpPhrase *label;
  char *help;
  gboolean is_private;
} ZpRowDef;

/**
 * ZpBlock:
 * @index: its number in ZpPack.blocks
 * @columns: of char*: column keys; @column_labels: of #ZpPhrase
 * @rows: of #ZpRowDef for fields (one) and grids; empty for a table
 * @cells: of #ZpCellDef or %NULL: rows × columns for fields and grids, one row for a table
 * @totals: of #ZpCellDef or %NULL, by column: the total row of a table, or %NULL
 * @key_column: column that names a row of a table, or -1
 * @start: rows of a new report: array of objects {column: value}, or %NULL
 * @owner_column: ref column with "owner", or -1
 */
typedef struct
{
  int index;
  ZpBlockKind kind;
  char *key;
  ZpPhrase *label;
  char *help;
  char *basis;
  GPtrArray *columns;
  GPtrArray *column_labels;
  GPtrArray *rows;
  GPtrArray *cells;
  GPtrArray *totals;
  int key_column;
  int owner_column;
  const ZpJson *start;
  int min_rows;
  int max_rows; /* 0 = no limit */
} ZpBlock;

int zp_block_find_column (const ZpBlock *self, const char *key);
int zp_block_find_row (const ZpBlock *self, const char *key);
const ZpCellDef *zp_block_get_cell (const ZpBlock *self, int row, int column);
guint zp_block_count_columns (const ZpBlock *self);

G_END_DECLS
