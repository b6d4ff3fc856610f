/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of cells, and labels of columns and items with the unit their figures stand in. */
#pragma once

#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

gboolean zp_doc_block_is_text (const ZpCellDef *def);
const ZpCellDef *zp_doc_block_column (const ZpBlock *block, int column);
gboolean zp_doc_block_is_uniform (const ZpBlock *block, int column);
char *zp_doc_block_item_head (const ZpDocScope *scope, const ZpCellDef *def);
char *zp_doc_block_column_head (const ZpDocScope *scope, const ZpBlock *block, int column);
char *zp_doc_add_unit (const char *text, const char *unit);
char *zp_doc_cell_name (const ZpDocScope *scope, ZpCell cell);
char *zp_doc_block_row_head (const ZpDocScope *scope, const ZpBlock *block, int row);

G_END_DECLS
