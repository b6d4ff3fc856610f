/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which cells are read or printed by something. */
#include "template/zp-pack-loader-private.h"

static void
use_cell (ZpLoader *self, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, cell);

  if (def != NULL)
    g_hash_table_add (self->used, (gpointer) def);
}

static void
use_column (ZpLoader *self, int block, int column)
{
  const ZpBlock *found = zp_pack_get_block (self->pack, block);
  guint n_rows = MAX (found->rows->len, 1);

  for (guint row = 0; row < n_rows; row++)
    use_cell (self, zp_cell (block, (int) row, column));
}

static void
use_ref (const ZpExpr *ref, gpointer user_data)
{
  if (ref->ref > ZP_REF_VISIT || ref->cell.column < 0)
    return;

  if (ref->ref == ZP_REF_CELL)
    use_cell (user_data, ref->cell);
  else
    use_column (user_data, ref->cell.block, ref->cell.column);
}

/**
 * zp_loader_use_formula: what a formula reads is of use.
 */
void
zp_loader_use_formula (ZpLoader *self, const ZpExpr *formula)
{
  zp_expr_foreach_ref (formula, use_ref, self);
}

/**
 * zp_loader_use_block: the whole block is printed.
 */
void
zp_loader_use_block (ZpLoader *self, int block)
{
  const ZpBlock *found = zp_pack_get_block (self->pack, block);

  for (guint column = 0; column < found->columns->len; column++)
    {
      use_column (self, block, (int) column);
      use_cell (self, zp_cell (block, ZP_ROW_TOTAL, (int) column));
    }
}
