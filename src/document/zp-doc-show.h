/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a part or a section shows: a layout, once or for every row, or a block. */
#pragma once

#include "document/zp-doc-figure.h"
#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

/**
 * ZpDocShow:
 * @layout: (nullable): the layout; or
 * @block: number of a block with its automatic table, when there is no layout
 */
typedef struct
{
  const ZpLayout *layout;
  int block;
} ZpDocShow;

/**
 * ZpDocTableFunc:
 * @table: (transfer full): one copy
 * @figures: of #ZpDocFigure: its figures
 * @row: row the copy is for, -1 when it is made once
 */
typedef void (*ZpDocTableFunc) (ZpDocTable *table, GArray *figures, int row, gpointer user_data);

void zp_doc_show_foreach (
  ZpDocShow show, ZpDocScope *scope, ZpEval *eval, ZpDocTableFunc func, gpointer user_data);
gboolean zp_doc_show_is_landscape (ZpDocShow show, const ZpDocScope *scope);
char *zp_doc_show_get_title (ZpDocShow show, const ZpDocScope *scope);

G_END_DECLS
