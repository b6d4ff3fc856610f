/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the readers of a pack share while it loads. */
#pragma once

#include "template/zp-pack-keys-private.h"
#include "template/zp-pack-layer-private.h"
#include "template/zp-pack.h"

G_BEGIN_DECLS

/** Ids that messages call by name: 400 blocks and layouts, 20,000 cells, 2,000 checks. */
#define ZP_PACK_MAX_BLOCKS 400
#define ZP_PACK_MAX_CELLS 20000
#define ZP_PACK_MAX_CHECKS 2000

/**
 * ZpCellSource:
 * @def: a cell
 * @node: its definition: of the column, with what differs in this cell
 * @part: what differs in this cell, or %NULL
 * @row: the row of a grid it stands in, or %NULL
 * @by_row: its figure comes from the formula of the row
 */
typedef struct
{
  ZpCellDef *def;
  const ZpNode *node;
  const ZpNode *part;
  const ZpNode *row;
  gboolean by_row;
} ZpCellSource;

/**
 * ZpLoader:
 * @pack: what is being built
 * @layer: what it is built from
 * @merge: where faults are noted, and what parents' ids were dropped
 * @block_nodes: of #ZpNode, by number of the block
 * @sources: of #ZpCellSource: every cell, in the order of the blocks
 * @own_nodes: of #ZpNode made on the way
 * @ids: blocks, scales and layouts: id → #ZpNode
 * @used: of #ZpCellDef: cells that something reads or prints
 * @n_cells: how many cells there are
 */
typedef struct
{
  ZpPack *pack;
  const ZpLayer *layer;
  ZpMerge merge;
  GPtrArray *block_nodes;
  GPtrArray *sources;
  GPtrArray *own_nodes;
  GHashTable *ids;
  GHashTable *used;
  guint n_cells;
} ZpLoader;

#define zp_loader_fail(loader, node, ...)                                                          \
  zp_problems_add ((loader)->merge.problems, node, FALSE, __VA_ARGS__)
#define zp_loader_fail_missing(loader, node, id, nearest, ...)                                     \
  zp_merge_fail_missing (&(loader)->merge, node, id, nearest, __VA_ARGS__)
#define zp_loader_warn(loader, node, ...)                                                          \
  zp_problems_add ((loader)->merge.problems, node, TRUE, __VA_ARGS__)

/* zp-pack-loader.c */
ZpBindContext zp_loader_context (const ZpLoader *self);
gboolean zp_loader_claim (ZpLoader *self, const ZpNode *object);
gboolean zp_loader_push_row (ZpLoader *self, ZpBindContext *context, int block, const ZpNode *at);
int zp_loader_find_rowset (ZpLoader *self, const ZpNode *name, const char *where);
ZpExpr *zp_loader_parse_formula (ZpLoader *self, const ZpNode *node, const char *where);
gboolean zp_loader_bind_formula (ZpLoader *self,
                                 ZpExpr *formula,
                                 const ZpNode *node,
                                 const char *where,
                                 const ZpBindContext *context);
ZpExpr *zp_loader_read_formula (ZpLoader *self,
                                const ZpNode *node,
                                const char *where,
                                const ZpBindContext *context);
ZpExpr *zp_loader_read_condition (ZpLoader *self,
                                  const ZpNode *node,
                                  const char *where,
                                  const ZpBindContext *context);
ZpExpr *zp_loader_read_where (
  ZpLoader *self, const ZpNode *node, const char *where, const ZpBindContext *context, int block);
ZpPhrase *zp_loader_read_phrase (ZpLoader *self,
                                 const ZpNode *node,
                                 const char *where,
                                 const ZpBindContext *context);
GPtrArray *zp_loader_read_phrases (ZpLoader *self,
                                   const ZpNode *list,
                                   const char *where,
                                   const ZpBindContext *context);
void zp_loader_use_formula (ZpLoader *self, const ZpExpr *formula);
void zp_loader_use_block (ZpLoader *self, int block);
char **zp_loader_read_texts (const ZpNode *list);
const char *zp_loader_find_nearest (const ZpNode *list, const char *key);

/* zp-pack-lint.c: what a pack author must not write by hand */
void zp_lint_text (ZpLoader *self, const ZpNode *node, const char *where, const char *text);
void zp_lint_phrase (ZpLoader *self, const ZpNode *node, const char *where, const ZpPhrase *phrase);
void zp_lint_layout_units (ZpLoader *self, const ZpNode *node);
void zp_lint_pages (ZpLoader *self);
void zp_lint_unused (ZpLoader *self);
void zp_lint_samples (ZpLoader *self);
void zp_lint_standard_fields (ZpLoader *self);

/* The readers, in the order in which they run. */
void zp_loader_read_identity (ZpLoader *self);
void zp_loader_read_blocks (ZpLoader *self);
void zp_loader_read_scales (ZpLoader *self);
void zp_loader_link_blocks (ZpLoader *self);
void zp_loader_list_passages (ZpLoader *self);
void zp_loader_read_labels (ZpLoader *self);
void zp_loader_read_formulas (ZpLoader *self);
void zp_loader_read_pages (ZpLoader *self);
void zp_loader_read_charts (ZpLoader *self);
void zp_loader_read_layouts (ZpLoader *self);
void zp_loader_read_words (ZpLoader *self);
void zp_loader_read_document (ZpLoader *self);
void zp_loader_read_checks (ZpLoader *self);
void zp_loader_read_changes (ZpLoader *self);
void zp_loader_order_formulas (ZpLoader *self);

/* zp-pack-cell.c */
typedef struct
{
  const ZpBlock *block;
  const ZpNode *block_node;
  const ZpNode *row;
  const ZpNode *node;
  const char *where;
} ZpCellPlace;

ZpCellDef *zp_loader_read_cell (ZpLoader *self, const ZpCellPlace *place);

/* zp-pack-layout-shape.c */
void zp_layout_check_shape (ZpLoader *self, const ZpLayout *layout, const ZpNode *node);

/* zp-pack-document.c: also used for the outline */
char *zp_cell_def_format_id (const ZpPack *pack, const ZpCellDef *def);

/* zp-pack-auto-checks.c */
void zp_loader_make_automatic_checks (ZpLoader *self);

/* zp-pack-notes.c */
void zp_loader_check_notes (ZpLoader *self);

/* zp-pack-words.c */
void zp_pack_clear_words (ZpPack *self);

/* zp-pack-charts.c */
void zp_chart_mark_free (ZpChartMark *self);
void zp_chart_def_free (ZpChartDef *self);

/* zp-pack-free.c */
void zp_cell_def_free (ZpCellDef *self);
void zp_row_def_free (ZpRowDef *self);
void zp_block_free (ZpBlock *self);
void zp_page_free (ZpPage *self);
void zp_check_def_free (ZpCheckDef *self);
void zp_layout_free (ZpLayout *self);
void zp_layout_row_free (ZpLayoutRow *self);
void zp_layout_entry_free (ZpLayoutEntry *self);
void zp_passage_free (ZpPassage *self);
void zp_content_free (ZpContent *self);
void zp_section_free (ZpSection *self);
void zp_part_free (ZpPart *self);
void zp_migration_free (ZpMigration *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpCheckDef, zp_check_def_free)

G_END_DECLS
