/* SPDX-License-Identifier: GPL-3.0-or-later
 * The checks that follow from definitions by themselves. */
#include "template/zp-pack-loader-private.h"

/* {1} in title and instruction is the label of the cell. */
typedef struct
{
  ZpCheckKind kind;
  const char *suffix;
  ZpSeverity severity;
  ZpWord title;
  ZpWord instruction;
} AutoKind;

/* clang-format off */
static const AutoKind auto_kinds[] = {
  { ZP_CHECK_DECLARED, "calc", ZP_SEVERITY_ERROR, ZP_WORD_CALC_TITLE, ZP_WORD_CALC_INSTRUCTION },
  { ZP_CHECK_SUM, "sum", ZP_SEVERITY_ERROR, ZP_WORD_SUM_TITLE, ZP_WORD_SUM_INSTRUCTION },
  { ZP_CHECK_REQUIRED, "required", ZP_SEVERITY_INFO, ZP_WORD_REQUIRED_TITLE, ZP_WORD_REQUIRED_INSTRUCTION },
  { ZP_CHECK_RANGE, "range", ZP_SEVERITY_ERROR, ZP_WORD_RANGE_TITLE, ZP_WORD_RANGE_INSTRUCTION },
  { ZP_CHECK_LENGTH, "length", ZP_SEVERITY_ERROR, ZP_WORD_LENGTH_TITLE, ZP_WORD_LENGTH_INSTRUCTION },
  { ZP_CHECK_UNIQUE, "unique", ZP_SEVERITY_ERROR, ZP_WORD_UNIQUE_TITLE, ZP_WORD_UNIQUE_INSTRUCTION },
  { ZP_CHECK_REF, "ref", ZP_SEVERITY_ERROR, ZP_WORD_REF_TITLE, ZP_WORD_REF_INSTRUCTION },
  { ZP_CHECK_ROWS, "rows", ZP_SEVERITY_ERROR, ZP_WORD_ROWS_TITLE, ZP_WORD_ROWS_INSTRUCTION },
};
/* clang-format on */

/* Makes the checks of one cell, table or passage. @context: where its formulas and label stand. */
typedef struct
{
  ZpLoader *loader;
  const ZpCellDef *def;
  const char *id;
  const char *label;
  ZpBindContext context;
  int each_block;
  guint line;
} CheckMaker;

static ZpPhrase *
make_phrase (const CheckMaker *self, ZpWord word)
{
  const ZpPack *pack = self->loader->pack;
  g_autofree char *whole = zp_pack_fill_word (pack, word, (const char *[]){ self->label, NULL });
  g_autofree char *plain = zp_pack_fill_word (pack, word, (const char *[]){ self->id, NULL });
  g_autoptr (ZpPhrase) phrase = zp_phrase_parse (whole, NULL);

  if (phrase != NULL && zp_phrase_bind (phrase, &self->context, NULL))
    return g_steal_pointer (&phrase);

  return zp_phrase_parse (plain, NULL);
}

static ZpCheckDef *
add_check (const CheckMaker *self, ZpCheckKind kind)
{
  const AutoKind *known = auto_kinds;
  ZpCheckDef *check = g_new0 (ZpCheckDef, 1);

  while (known->kind != kind)
    known++;

  check->id = g_strdup_printf ("%s.%s", self->id, known->suffix);
  check->kind = kind;
  check->automatic = TRUE;
  check->severity = known->severity;
  check->title = make_phrase (self, known->title);
  check->instruction = make_phrase (self, known->instruction);
  check->each_block = self->each_block;
  check->op = ZP_EXPR_EQUAL;
  check->basis = self->def != NULL ? g_strdup (self->def->basis) : NULL;
  check->def = self->def;
  check->line = self->line;
  g_ptr_array_add (self->loader->pack->checks, check);
  g_hash_table_insert (self->loader->pack->checks_by_id, check->id, check);

  return check;
}

/* The cell as a formula of its own: the left side of what compares it. */
static ZpExpr *
make_ref (const CheckMaker *self)
{
  g_autofree char *text =
    self->def->every_row ? g_strconcat ("@", self->def->key, NULL) : g_strdup (self->id);
  g_autoptr (ZpExpr) ref = zp_expr_parse (text, NULL);

  if (ref == NULL || !zp_expr_bind (ref, &self->context, NULL))
    return NULL;

  return g_steal_pointer (&ref);
}

static void
add_comparison (const CheckMaker *self, ZpCheckKind kind, ZpExpr *formula)
{
  ZpCheckDef *check = add_check (self, kind);

  check->severity = self->def->declared;
  check->left = make_ref (self);
  check->right = formula != NULL ? zp_expr_ref (formula) : NULL;
}

/* Where the row gives the figure there is one formula, and the sum is its check. A formula that
 * could not be read still has its check, so that nothing else is told about it. */
static void
add_cell_checks (const CheckMaker *self, gboolean by_row)
{
  const ZpCellDef *def = self->def;

  if (def->entry == ZP_ENTRY_COMPUTED)
    add_comparison (self, by_row ? ZP_CHECK_SUM : ZP_CHECK_DECLARED, def->formula);
  if (def->row_formula != NULL)
    add_comparison (self, ZP_CHECK_SUM, def->row_formula);
  if (def->required)
    add_check (self, ZP_CHECK_REQUIRED);
  if (def->has_min || def->has_max)
    add_check (self, ZP_CHECK_RANGE);
  if (def->length > 0)
    add_check (self, ZP_CHECK_LENGTH);
  if (def->kind == ZP_KIND_REF)
    add_check (self, ZP_CHECK_REF);
}

static const char *
source_of (const ZpPhrase *label)
{
  return zp_phrase_get_source (label);
}

/* As messages call a cell; where its row does not say what it belongs to, with the table in front.
 */
static char *
make_label (const ZpLoader *self, const ZpCellDef *def)
{
  const ZpBlock *block = zp_pack_get_block (self->pack, def->cell.block);
  const char *label = source_of (def->label);
  const char *const names[] = { source_of (block->label), label, NULL };
  const ZpRowDef *row;

  if (block->kind == ZP_BLOCK_FIELDS)
    return g_strdup (label);
  if (def->cell.row == ZP_ROW_TOTAL)
    return zp_pack_fill_word (self->pack, ZP_WORD_IN_TOTAL, names);
  if (def->every_row)
    return zp_pack_fill_word (self->pack, ZP_WORD_IN_TABLE, names);
  if (def->label != block->column_labels->pdata[def->cell.column])
    return g_strdup (label);

  row = block->rows->pdata[def->cell.row];

  return g_strconcat (source_of (row->label), label, NULL);
}

static CheckMaker
maker_for_cell (ZpLoader *self, const ZpCellDef *def, const char *id, const char *label)
{
  CheckMaker maker = {
    .loader = self,
    .def = def,
    .id = id,
    .label = label,
    .context = zp_loader_context (self),
    .each_block = def->every_row ? def->cell.block : -1,
    .line = def->line,
  };

  if (def->every_row)
    maker.context.blocks[maker.context.n_blocks++] = def->cell.block;

  return maker;
}

static void
check_cell (ZpLoader *self, const ZpCellSource *source)
{
  g_autofree char *id = zp_cell_def_format_id (self->pack, source->def);
  g_autofree char *label = make_label (self, source->def);
  CheckMaker maker = maker_for_cell (self, source->def, id, label);

  add_cell_checks (&maker, source->by_row);
}

static void
check_table (ZpLoader *self, const ZpBlock *block, const ZpNode *node)
{
  const ZpCellDef *key = zp_block_get_cell (block, 0, block->key_column);
  g_autofree char *label = key != NULL ? make_label (self, key) : NULL;
  CheckMaker maker = {
    .loader = self,
    .def = key,
    .id = block->key,
    .label = label,
    .context = zp_loader_context (self),
    .each_block = block->index,
    .line = node->json->line,
  };

  if (key != NULL)
    add_check (&maker, ZP_CHECK_UNIQUE);
  if (block->min_rows == 0 && block->max_rows == 0)
    return;

  maker.def = zp_block_get_cell (block, 0, 0);
  maker.label = source_of (block->label);
  add_check (&maker, ZP_CHECK_ROWS);
}

static void
add_passage_check (const CheckMaker *self, ZpCheckKind kind, const ZpPassage *passage)
{
  ZpCheckDef *check = add_check (self, kind);

  check->passage = passage->key;
  check->passage_length = passage->length;
}

static void
check_passage (ZpLoader *self, const ZpPassage *passage)
{
  CheckMaker maker = {
    .loader = self,
    .id = passage->id,
    .label = source_of (passage->label),
    .context = zp_loader_context (self),
    .each_block = -1,
    .line = passage->line,
  };

  if (passage->required)
    add_passage_check (&maker, ZP_CHECK_REQUIRED, passage);
  if (passage->length > 0)
    add_passage_check (&maker, ZP_CHECK_LENGTH, passage);
}

/**
 * zp_loader_make_automatic_checks: a check for every declared figure, sum, limit, key, ref and
 * required field, with ids that are fixed for ever.
 */
void
zp_loader_make_automatic_checks (ZpLoader *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    check_cell (self, self->sources->pdata[i]);
  for (guint i = 0; i < self->pack->blocks->len; i++)
    check_table (self, self->pack->blocks->pdata[i], self->block_nodes->pdata[i]);
  for (guint i = 0; i < self->pack->passages->len; i++)
    check_passage (self, self->pack->passages->pdata[i]);
}
