/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a part or a section shows: a layout, once or for every row, or a block. */
#include "document/zp-doc-show.h"

#include "document/zp-doc-block.h"
#include "document/zp-doc-layout.h"
#include "document/zp-doc-render.h"
#include "document/zp-doc-rows.h"

typedef struct
{
  ZpDocShow show;
  ZpDocScope *scope;
  ZpEval *eval;
  ZpDocTableFunc func;
  gpointer user_data;
} Walk;

static void
make_copy (const Walk *self, int row)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (ZpDocFigure));
  ZpDocTable *table = NULL;

  if (self->show.layout != NULL)
    table = zp_doc_layout_build (self->scope, self->eval, self->show.layout, figures);
  else
    table = zp_doc_block_build (self->scope, self->eval, self->show.block, figures);
  self->func (table, figures, row, self->user_data);
}

/**
 * zp_doc_show_foreach:
 * @eval: the report and the current rows
 * @func: called with every copy in order: once, or for every row that the layout is repeated for
 */
void
zp_doc_show_foreach (
  ZpDocShow show, ZpDocScope *scope, ZpEval *eval, ZpDocTableFunc func, gpointer user_data)
{
  Walk walk = { .show = show, .scope = scope, .eval = eval, .func = func, .user_data = user_data };
  g_autoptr (GArray) rows = NULL;

  if (show.layout == NULL || show.layout->each_block < 0)
    {
      make_copy (&walk, -1);
      return;
    }

  rows = zp_doc_rows_find (eval, show.layout->each_block, show.layout->where);
  for (guint i = 0; i < rows->len; i++)
    {
      zp_eval_push_row (eval, show.layout->each_block, g_array_index (rows, int, i), (int) i + 1);
      make_copy (&walk, g_array_index (rows, int, i));
      zp_eval_pop_row (eval);
    }
}

/** zp_doc_show_is_landscape: whether it stands on pages that are turned. */
gboolean
zp_doc_show_is_landscape (ZpDocShow show, const ZpDocScope *scope)
{
  if (show.layout != NULL)
    return show.layout->landscape;
  return zp_doc_block_is_wide (zp_pack_get_block (scope->pack, show.block));
}

/**
 * zp_doc_show_get_title:
 *
 * Returns: (transfer full): its title on one line, as the list of annexes has it; of a layout that
 *   is repeated that of its first copy
 */
char *
zp_doc_show_get_title (ZpDocShow show, const ZpDocScope *scope)
{
  ZpEval eval = ZP_EVAL_INIT (&scope->scope);
  g_autoptr (GArray) rows = NULL;

  if (show.layout == NULL)
    return zp_doc_render_text (scope, &eval, zp_pack_get_block (scope->pack, show.block)->label);

  if (show.layout->each_block >= 0)
    rows = zp_doc_rows_find (&eval, show.layout->each_block, show.layout->where);
  if (rows != NULL && rows->len > 0)
    zp_eval_push_row (&eval, show.layout->each_block, g_array_index (rows, int, 0), 1);
  return zp_doc_render_text (scope, &eval, show.layout->title);
}
