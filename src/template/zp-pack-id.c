/* SPDX-License-Identifier: GPL-3.0-or-later
 * The ids of cells: report.year, budget.total.actual, projects[0].rate, projects.total.actual. */
#include "template/zp-pack-names-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "template/zp-pack-loader-private.h"

#define fail(error, ...)                                                                           \
  (g_set_error (error, ZP_PACK_ERROR, ZP_PACK_ERROR_NOT_FOUND, __VA_ARGS__), FALSE)

/* @row: number in brackets behind the block's key, or -2 */
typedef struct
{
  char **parts;
  guint n_parts;
  int row;
} Id;

static gboolean
fail_suggesting (const char *id, char *reason, const char *nearest, GError **error)
{
  g_autofree char *owned = reason;

  if (nearest != NULL)
    return fail (error, _ ("“%s”: %s; did you mean “%s”?"), id, owned, nearest);

  return fail (error, _ ("“%s”: %s"), id, owned);
}

/* Takes "[12]" off the key of the block; FALSE when what stands there is no number of a row. */
static gboolean
take_row_number (Id *self)
{
  char *bracket = strchr (self->parts[0], '[');
  char *end = NULL;
  guint64 number;

  self->row = -2;
  if (bracket == NULL)
    return TRUE;
  if (!g_ascii_isdigit (bracket[1]) || (bracket[1] == '0' && bracket[2] != ']'))
    return FALSE;

  number = g_ascii_strtoull (bracket + 1, &end, 10);
  if (strcmp (end, "]") != 0 || number >= G_MAXINT32)
    return FALSE;

  *bracket = '\0';
  self->row = (int) number;

  return TRUE;
}

static gboolean
find_in_fields (const ZpBlock *block, const Id *id, const char **column, int *row)
{
  *row = 0;
  *column = id->parts[1];

  return id->n_parts == 2 && id->row == -2;
}

static gboolean
find_in_grid (const ZpBlock *block, const Id *id, const char **column, int *row)
{
  if (id->n_parts != 3 || id->row != -2)
    return FALSE;

  *row = zp_block_find_row (block, id->parts[1]);
  *column = id->parts[2];

  return TRUE;
}

static gboolean
find_in_table (const ZpBlock *block, const Id *id, const char **column, int *row)
{
  if (id->n_parts == 2 && id->row >= 0)
    {
      *row = id->row;
      *column = id->parts[1];
      return TRUE;
    }
  if (id->n_parts != 3 || id->row != -2)
    return FALSE;

  return find_in_grid (block, id, column, row);
}

static const char *
describe_form (const ZpBlock *block)
{
  switch (block->kind)
    {
    case ZP_BLOCK_FIELDS:
      return _ ("a field is named “block.item”");
    case ZP_BLOCK_GRID:
      return _ ("a cell of a grid is named “grid.row.column”");
    case ZP_BLOCK_TABLE:
    default:
      return _ ("a cell of a table is named “table[0].column”, of its total row "
                "“table.total.column”");
    }
}

static gboolean
find_cell (const ZpPack *pack,
           const ZpBlock *block,
           const Id *parsed,
           const char *id,
           ZpCell *cell,
           GError **error)
{
  gboolean (*const find[]) (const ZpBlock *, const Id *, const char **, int *) = {
    [ZP_BLOCK_FIELDS] = find_in_fields,
    [ZP_BLOCK_GRID] = find_in_grid,
    [ZP_BLOCK_TABLE] = find_in_table,
  };
  const char *key = NULL;
  int row = -2;
  int column;

  if (!find[block->kind](block, parsed, &key, &row))
    return fail (error, _ ("“%s”: %s"), id, describe_form (block));
  if (row == -2)
    return fail_suggesting (
      id, g_strdup_printf (_ ("“%s” has no row “%s”"), block->key, parsed->parts[1]),
      zp_block_find_nearest (block, parsed->parts[1]), error);

  column = zp_block_find_column (block, key);
  if (column < 0)
    return fail_suggesting (id, g_strdup_printf (_ ("“%s” has no column “%s”"), block->key, key),
                            zp_block_find_nearest (block, key), error);
  if (zp_block_get_cell (block, row, column) == NULL)
    return fail (error, _ ("“%s”: there is no such cell; this column does not exist in this row"),
                 id);

  *cell = zp_cell (block->index, row, column);

  return TRUE;
}

/**
 * zp_pack_parse_id:
 * @id: "report.year", "budget.total.actual", "projects[0].rate" (rows from 0; whether the report
 * has that many is not asked), "projects.total.actual"
 * @cell: (out): its address; untouched on failure
 * @error: return location for %ZP_PACK_ERROR_NOT_FOUND; the message tells the nearest known key
 */
gboolean
zp_pack_parse_id (const ZpPack *self, const char *id, ZpCell *cell, GError **error)
{
  g_auto (GStrv) parts = NULL;
  const ZpBlock *block;
  Id parsed;

  g_return_val_if_fail (self != NULL && id != NULL && cell != NULL, FALSE);

  parts = g_strsplit (id, ".", 4);
  parsed = (Id){ parts, g_strv_length (parts), -2 };
  if (parsed.n_parts == 0 || !take_row_number (&parsed))
    return fail (error, _ ("“%s” is no id of a cell"), id);

  block = zp_pack_find_block (self, parts[0]);
  if (block == NULL)
    return fail_suggesting (id, g_strdup_printf (_ ("no block “%s”"), parts[0]),
                            zp_pack_find_nearest_block (self, parts[0]), error);

  return find_cell (self, block, &parsed, id, cell, error);
}

/**
 * zp_pack_format_id:
 * @cell: the address of a cell that exists
 *
 * Returns: (transfer full): its id, as zp_pack_parse_id() reads it
 */
char *
zp_pack_format_id (const ZpPack *self, ZpCell cell)
{
  const ZpBlock *block = zp_pack_get_block (self, cell.block);
  const char *column;

  g_return_val_if_fail (block != NULL && cell.column >= 0, NULL);
  g_return_val_if_fail ((guint) cell.column < block->columns->len, NULL);

  column = block->columns->pdata[cell.column];
  if (block->kind == ZP_BLOCK_FIELDS)
    return g_strdup_printf ("%s.%s", block->key, column);
  if (cell.row == ZP_ROW_TOTAL)
    return g_strdup_printf ("%s.total.%s", block->key, column);
  if (block->kind == ZP_BLOCK_TABLE)
    return g_strdup_printf ("%s[%d].%s", block->key, cell.row, column);

  g_return_val_if_fail (cell.row >= 0 && (guint) cell.row < block->rows->len, NULL);
  return g_strdup_printf ("%s.%s.%s", block->key,
                          ((const ZpRowDef *) block->rows->pdata[cell.row])->key, column);
}

/**
 * zp_cell_def_format_id:
 *
 * Returns: (transfer full): what checks and messages call a definition: as zp_pack_format_id(), but
 * "projects.rate" for a column of a table
 */
char *
zp_cell_def_format_id (const ZpPack *pack, const ZpCellDef *def)
{
  if (!def->every_row)
    return zp_pack_format_id (pack, def->cell);

  return g_strdup_printf ("%s.%s", zp_pack_get_block (pack, def->cell.block)->key, def->key);
}
