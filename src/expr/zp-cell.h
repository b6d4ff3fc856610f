/* SPDX-License-Identifier: GPL-3.0-or-later
 * The address of one cell of a report. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Row of the total row of a table. */
#define ZP_ROW_TOTAL (-1)

/** In the name of a cell only: the column as such, 实际支出, whatever the row. */
#define ZP_ROW_EVERY (-3)

/* Columns that every row has without being cells: running number, label and key of a grid row. */
#define ZP_COLUMN_NUMBER (-1)
#define ZP_COLUMN_LABEL (-2)
#define ZP_COLUMN_KEY (-3)

/**
 * ZpCell:
 * @block: number of the block in its pack
 * @column: number of the column in its block, or one of the ZP_COLUMN constants
 * @row: number of the row from 0, or %ZP_ROW_TOTAL
 *
 * Every block is rows by columns: a block of fields has one row, a grid fixed rows, a table as many
 * as the clerk makes. So one address serves all three. A plain value.
 */
typedef struct
{
  gint16 block;
  gint16 column;
  gint32 row;
} ZpCell;

static inline ZpCell
zp_cell (int block, int row, int column)
{
  return (ZpCell){ .block = (gint16) block, .column = (gint16) column, .row = row };
}

static inline gboolean
zp_cell_equal (ZpCell a, ZpCell b)
{
  return a.block == b.block && a.row == b.row && a.column == b.column;
}

/* Of hash tables whose keys point to cells. g_int64_hash() will not do for a packed address: in
 * GLib 2.74 it leaves the upper half out, and all rows of a column fall together. */
static inline guint
zp_cell_hash_key (gconstpointer key)
{
  const ZpCell *cell = (const ZpCell *) key;

  return ((guint) cell->block * 31 + (guint) cell->row) * 31 + (guint) cell->column;
}

static inline gboolean
zp_cell_equal_key (gconstpointer a, gconstpointer b)
{
  return zp_cell_equal (*(const ZpCell *) a, *(const ZpCell *) b);
}

G_END_DECLS
