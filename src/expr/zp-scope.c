/* SPDX-License-Identifier: GPL-3.0-or-later
 * The current rows while a formula is evaluated. */
#include "expr/zp-scope.h"

/**
 * zp_eval_push_row:
 * @block: a block
 * @row: its row that @column means from now on
 * @number: what @# gives: the running number from 1
 *
 * No more than %ZP_MAX_ROWS may be stacked.
 */
void
zp_eval_push_row (ZpEval *self, int block, int row, int number)
{
  g_return_if_fail (self->n_rows < ZP_MAX_ROWS);

  self->rows[self->n_rows++] = (ZpRowAt){ .block = block, .row = row, .number = number };
}

/**
 * zp_eval_pop_row: takes back the last zp_eval_push_row().
 */
void
zp_eval_pop_row (ZpEval *self)
{
  g_return_if_fail (self->n_rows > 0);

  self->n_rows--;
}

/**
 * zp_eval_current_row:
 * @number: (out) (optional): its running number, 0 when there is no such row
 *
 * Returns: the current row of a block, the innermost where it is stacked twice; -2 when it has
 * none.
 */
int
zp_eval_current_row (const ZpEval *self, int block, int *number)
{
  for (guint i = self->n_rows; i > 0; i--)
    {
      const ZpRowAt *at = &self->rows[i - 1];

      if (at->block != block)
        continue;
      if (number != NULL)
        *number = at->number;

      return at->row;
    }

  if (number != NULL)
    *number = 0;

  return -2;
}
