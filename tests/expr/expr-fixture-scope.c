/* SPDX-License-Identifier: GPL-3.0-or-later
 * The made-up report as formulas read it. */
#include "expr-fixture-private.h"

#include <string.h>

gint64 *
fixture_pack_cell (ZpCell cell)
{
  guint64 key = ((guint64) (guint32) cell.row << 32) | ((guint64) (guint16) cell.block << 16) |
                (guint16) cell.column;

  return g_memdup2 (&key, sizeof key);
}

static const FixtureFigure *
look_up (GHashTable *figures, ZpCell cell)
{
  g_autofree gint64 *key = fixture_pack_cell (cell);

  return g_hash_table_lookup (figures, key);
}

static const ExprFixture *
owner_of (const ZpScope *scope)
{
  return ((const FixtureScope *) scope)->owner;
}

static void
scope_get (const ZpScope *self, ZpCell cell, ZpValue *out)
{
  const FixtureFigure *figure;
  const FixtureBlock *block = &fixture_blocks[cell.block];

  *out = (ZpValue){ .kind = ZP_VALUE_MISSING };
  if (cell.column < 0)
    {
      if (block->kind != ZP_BLOCK_GRID || cell.row < 0 ||
          cell.row >= fixture_count_grid_rows (cell.block))
        return;

      out->kind = ZP_VALUE_TEXT;
      out->text = block->rows[2 * cell.row + (cell.column == ZP_COLUMN_LABEL ? 1 : 0)];
      return;
    }

  figure = look_up (owner_of (self)->figures, cell);
  if (figure != NULL)
    *out = figure->value;
}

static void
scope_prior (const ZpScope *self, ZpCell cell, ZpValue *out)
{
  const FixtureFigure *figure = look_up (owner_of (self)->priors, cell);

  *out = (ZpValue){ .kind = ZP_VALUE_MISSING };
  if (figure != NULL)
    *out = figure->value;
}

static int
scope_count_rows (const ZpScope *self, int block)
{
  return owner_of (self)->n_rows[block];
}

static GArray *
collect_rows (const ZpScope *self, int block, int column, const char *key)
{
  GArray *rows = g_array_new (TRUE, TRUE, sizeof (int));

  for (int i = 0; i < scope_count_rows (self, block); i++)
    {
      ZpValue value;

      scope_get (self, zp_cell (block, i, column), &value);
      if (value.kind == ZP_VALUE_TEXT && strcmp (value.text, key) == 0)
        g_array_append_val (rows, i);
    }

  return rows;
}

static const int *
scope_rows_where (const ZpScope *self, int block, int column, const char *key, int *n_rows)
{
  g_autofree char *id = g_strdup_printf ("%d/%d/%s", block, column, key);
  GArray *rows = g_hash_table_lookup (owner_of (self)->index, id);

  *n_rows = -1;
  if (!owner_of (self)->use_index)
    return NULL;

  if (rows == NULL)
    {
      rows = collect_rows (self, block, column, key);
      g_hash_table_insert (owner_of (self)->index, g_steal_pointer (&id), rows);
    }
  *n_rows = (int) rows->len;

  return (const int *) (gpointer) rows->data;
}

static ZpRational
scope_half_place (const ZpScope *self, ZpCell cell)
{
  const FixtureColumn *column = &fixture_blocks[cell.block].columns[cell.column];
  ZpUnit unit = fixture_column_unit (column);
  ZpDecimal half = { .millionths = ZP_DECIMAL_ONE / 2 };

  if (column->sort == ZP_SORT_DATE || column->places <= 0)
    return zp_rational_from_int (0);
  for (int i = 0; i < column->places; i++)
    half.millionths /= 10;

  return zp_unit_to_base (unit, half);
}

static char *
scope_name (const ZpScope *self, ZpCell cell)
{
  const FixtureBlock *block = &fixture_blocks[cell.block];
  const char *label = cell.column < 0 ? "" : block->columns[cell.column].label;

  if (cell.row == ZP_ROW_EVERY)
    return g_strdup (cell.column == ZP_COLUMN_LABEL ? block->label : label);
  if (block->kind == ZP_BLOCK_FIELDS)
    return g_strdup (label);
  if (cell.row == ZP_ROW_TOTAL)
    return g_strconcat ("合计", label, NULL);
  if (block->kind == ZP_BLOCK_GRID)
    return g_strconcat (block->rows[2 * cell.row + 1], label, NULL);

  return g_strdup_printf ("第%d行%s", cell.row + 1, label);
}

static char *
scope_show (const ZpScope *self, ZpCell cell)
{
  const FixtureFigure *figure = look_up (owner_of (self)->figures, cell);
  ZpValue value;
  ZpDecimal decimal;

  scope_get (self, cell, &value);
  if (cell.column >= 0 && value.kind == ZP_VALUE_NUMBER && figure != NULL &&
      fixture_blocks[cell.block].columns[cell.column].sort == ZP_SORT_MONEY &&
      zp_decimal_parse (figure->text, &decimal, NULL))
    return zp_decimal_format (decimal, 2, 2, TRUE);
  if (figure != NULL)
    return g_strdup (figure->text);

  return g_strdup (value.kind == ZP_VALUE_TEXT ? value.text : "");
}

static const char *
scope_passage (const ZpScope *self, const char *key)
{
  return strcmp (key, "opening") == 0 ? "按照通知要求。" : NULL;
}

static char *
scope_annex (const ZpScope *self, const char *key)
{
  return strcmp (key, "form") == 0 ? g_strdup ("附件2") : NULL;
}

void
fixture_init_scope (ZpScope *scope)
{
  *scope = (ZpScope){
    .get = scope_get,
    .prior = scope_prior,
    .count_rows = scope_count_rows,
    .rows_where = scope_rows_where,
    .half_place = scope_half_place,
    .name = scope_name,
    .show = scope_show,
    .passage = scope_passage,
    .annex = scope_annex,
  };
}
