/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads one written check: for what it holds, its two sides, its condition or its scan. */
#include "template/zp-pack-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* clang-format off */
static const char *const formula_keys[] = { "when", "left", "right", "require", NULL };
/* clang-format on */

static void
replace_phrase (ZpCheckReader *self,
                ZpPhrase **phrase,
                const char *key,
                const ZpBindContext *context)
{
  ZpPhrase *read =
    zp_loader_read_phrase (self->loader, zp_node_get (self->node, key), self->where, context);

  if (read == NULL)
    return;

  zp_phrase_unref (*phrase);
  *phrase = read;
}

/**
 * zp_check_read_common: how a check is told: title, instruction, severity, note, basis.
 */
void
zp_check_read_common (ZpCheckReader *self, ZpCheckDef *check, const ZpBindContext *context)
{
  const ZpNode *basis = zp_node_get (self->node, "basis");

  replace_phrase (self, &check->title, "title", context);
  replace_phrase (self, &check->instruction, "instruction", context);
  check->severity = (ZpSeverity) zp_word_index (zp_node_get_text (self->node, "severity"),
                                                zp_severity_words, (int) check->severity);
  check->note = (ZpNoteRule) zp_word_index (zp_node_get_text (self->node, "note"), zp_note_words,
                                            (int) check->note);
  if (basis == NULL)
    return;

  g_free (check->basis);
  check->basis = g_strdup (zp_node_text (basis));
}

static gboolean
read_each (ZpCheckReader *self)
{
  const ZpNode *each = zp_node_get (self->node, "each");
  const char *dot = each != NULL ? strrchr (zp_node_text (each), '.') : NULL;
  g_autofree char *key = NULL;
  const ZpBlock *block;

  self->block = -1;
  if (each == NULL)
    return TRUE;

  key = dot != NULL ? g_strndup (zp_node_text (each), (gsize) (dot - zp_node_text (each)))
                    : g_strdup (zp_node_text (each));
  block = zp_pack_find_block (self->loader->pack, key);
  self->by_column = dot != NULL && strcmp (dot, ".columns") == 0;
  if (block != NULL && block->kind == ZP_BLOCK_GRID && self->by_column)
    self->block = block->index;
  if (block != NULL && block->kind != ZP_BLOCK_FIELDS && dot != NULL && strcmp (dot, ".rows") == 0)
    self->block = block->index;
  if (self->block < 0)
    zp_loader_fail (self->loader, each,
                    _ ("%s: “each”: “%s” names neither the rows of a table or grid "
                       "(“projects.rows”) nor the columns of a grid (“budget.columns”)"),
                    self->where, zp_node_text (each));

  return self->block >= 0;
}

static char *
without_spaces (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv (NULL, words);
}

static gboolean
is_figure_order (const ZpType *type)
{
  return type->sort != ZP_SORT_TEXT && type->sort != ZP_SORT_TRUTH;
}

static gboolean
is_other_text (const ZpExpr *text, const ZpExpr *choice)
{
  return text->kind == ZP_EXPR_TEXT && choice->type.options != NULL && !choice->type.open &&
         !g_strv_contains (choice->type.options, text->text);
}

static void
check_sides (ZpCheckReader *self, const ZpCheckDef *check)
{
  const ZpType *left = &check->left->type;
  const ZpType *right = &check->right->type;
  const ZpNode *node = self->node;
  g_autofree char *left_text = without_spaces (zp_node_get_text (node, "left"));
  g_autofree char *right_text = without_spaces (zp_node_get_text (node, "right"));
  gboolean is_equality = check->op == ZP_EXPR_EQUAL || check->op == ZP_EXPR_NOT_EQUAL;

  if (!zp_type_comparable (left, right))
    zp_loader_fail (self->loader, node,
                    is_equality ? _ ("%s: left is %s, right is %s; they can never be equal")
                                : _ ("%s: left is %s, right is %s; they cannot be compared"),
                    self->where, zp_type_describe (left), zp_type_describe (right));
  else if (left->sort == ZP_SORT_TRUTH || (!is_equality && !is_figure_order (left)))
    zp_loader_fail (self->loader, node, _ ("%s: %s has no order; use = or !=, or “require”"),
                    self->where, zp_type_describe (left));
  else if (strcmp (left_text, right_text) == 0)
    zp_loader_fail (self->loader, node, _ ("%s: both sides are “%s”; they can never differ"),
                    self->where, zp_node_get_text (node, "left"));
  else if (is_other_text (check->left, check->right) || is_other_text (check->right, check->left))
    zp_loader_fail (self->loader, node, _ ("%s: “%s” is not among the options"), self->where,
                    check->left->kind == ZP_EXPR_TEXT ? check->left->text : check->right->text);
}

static void
read_comparison (ZpCheckReader *self, ZpCheckDef *check, const ZpBindContext *context)
{
  const ZpNode *node = self->node;

  check->kind = ZP_CHECK_COMPARE;
  if (zp_node_get (node, "left") == NULL || zp_node_get (node, "op") == NULL ||
      zp_node_get (node, "right") == NULL)
    {
      zp_loader_fail (self->loader, node, _ ("%s: “left”, “op” and “right” go together"),
                      self->where);
      return;
    }

  check->op =
    ZP_EXPR_EQUAL + (ZpExprKind) zp_word_index (zp_node_get_text (node, "op"), zp_op_words, 0);
  check->left =
    zp_loader_read_formula (self->loader, zp_node_get (node, "left"), self->where, context);
  check->right =
    zp_loader_read_formula (self->loader, zp_node_get (node, "right"), self->where, context);
  if (check->left != NULL && check->right != NULL)
    check_sides (self, check);
}

static void
read_scan (ZpCheckReader *self, ZpCheckDef *check)
{
  const ZpNode *words = zp_node_get (self->node, "words");
  gboolean wants_words = strcmp (zp_node_get_text (self->node, "scan"), "words") == 0;

  check->kind = wants_words ? ZP_CHECK_SCAN_WORDS : ZP_CHECK_SCAN_YEARS;
  check->words = g_ptr_array_new_with_free_func (g_free);
  if (wants_words != (words != NULL))
    zp_loader_fail (self->loader, self->node,
                    wants_words ? _ ("%s: a scan for words needs “words”")
                                : _ ("%s: “words” are for a scan for words"),
                    self->where);

  for (guint i = 0; i < zp_node_count (words); i++)
    {
      const ZpNode *pair = zp_node_get_child (words, i);

      g_ptr_array_add (check->words, g_strdup (pair->key));
      g_ptr_array_add (check->words, g_strdup (zp_node_text (pair)));
    }
}

static void
read_body (ZpCheckReader *self, ZpCheckDef *check, const ZpBindContext *context)
{
  gboolean compares = zp_node_get (self->node, "left") != NULL ||
                      zp_node_get (self->node, "op") != NULL ||
                      zp_node_get (self->node, "right") != NULL;
  gboolean requires = zp_node_get (self->node, "require") != NULL;
  gboolean scans = zp_node_get (self->node, "scan") != NULL;

  if (compares + requires + scans != 1)
    zp_loader_fail (self->loader, self->node,
                    _ ("%s: a check is one of: “left”, “op” and “right”; “require”; “scan”"),
                    self->where);
  else if (compares)
    read_comparison (self, check, context);
  else if (scans)
    read_scan (self, check);
  else
    {
      check->kind = ZP_CHECK_REQUIRE;
      check->require = zp_loader_read_condition (self->loader, zp_node_get (self->node, "require"),
                                                 self->where, context);
    }
}

static void
take_check (ZpCheckReader *self, ZpCheckDef *check)
{
  const ZpCheckDef *first = zp_pack_find_check (self->loader->pack, check->id);

  if (first != NULL)
    zp_loader_fail (self->loader, self->node,
                    _ ("%s: “%s” is also the id of the check in line %u; choose another one"),
                    self->where, check->id, first->line);
  g_ptr_array_add (self->loader->pack->checks, check);
  g_hash_table_insert (self->loader->pack->checks_by_id, check->id, check);
}

/* Whoever asks a check has made its row the current one: what a repetition would visit is read
 * there. */
static void
read_current_row (ZpExpr *formula, int block)
{
  if (formula == NULL || formula->kind == ZP_EXPR_AGGREGATE)
    return;
  if (formula->kind == ZP_EXPR_REF && formula->ref == ZP_REF_VISIT && formula->cell.block == block)
    formula->ref = ZP_REF_ROW;

  for (guint i = 0; i < formula->n_args; i++)
    read_current_row (formula->args[i], block);
}

static ZpExpr *
read_where (ZpCheckReader *self, int block, const ZpBindContext *context)
{
  ZpExpr *formula = zp_loader_read_where (self->loader, zp_node_get (self->node, "where"),
                                          self->where, context, block);

  read_current_row (formula, block);

  return formula;
}

static void
add_check (ZpCheckReader *self, const ZpBindContext *context, const char *suffix)
{
  const ZpNode *node = self->node;
  ZpCheckDef *check = g_new0 (ZpCheckDef, 1);

  check->id = suffix != NULL ? g_strdup_printf ("%s.%s", zp_node_get_id (node), suffix)
                             : g_strdup (zp_node_get_id (node));
  check->each_suffix = g_strdup (suffix);
  check->each_block = self->by_column ? -1 : self->block;
  check->line = node->json->line;
  check->severity = ZP_SEVERITY_ERROR;
  check->missing = (ZpMissingRule) zp_word_index (zp_node_get_text (node, "missing"),
                                                  zp_missing_words, ZP_MISSING_SKIP_ANY);
  zp_check_read_common (self, check, context);
  check->where = read_where (self, check->each_block, context);
  check->when =
    zp_loader_read_condition (self->loader, zp_node_get (node, "when"), self->where, context);
  read_body (self, check, context);
  replace_phrase (self, &check->left_label, "left_label", context);
  replace_phrase (self, &check->right_label, "right_label", context);
  take_check (self, check);
}

static gboolean
exists_in_column (const ZpExpr *formula, const ZpBlock *block, int column)
{
  gboolean is_bare = formula->kind == ZP_EXPR_REF && strpbrk (formula->text, "@.") == NULL;
  int row = is_bare ? zp_block_find_row (block, formula->text) : -2;

  if (row != -2 && zp_block_get_cell (block, row, column) == NULL)
    return FALSE;

  for (guint i = 0; i < formula->n_args; i++)
    if (formula->args[i] != NULL && !exists_in_column (formula->args[i], block, column))
      return FALSE;

  return TRUE;
}

static gboolean
holds_figures (const ZpBlock *block, int column)
{
  for (guint row = 0; row < block->rows->len; row++)
    {
      const ZpCellDef *def = zp_block_get_cell (block, (int) row, column);

      if (def != NULL)
        return def->kind == ZP_KIND_MONEY || def->kind == ZP_KIND_NUMBER ||
               def->kind == ZP_KIND_SCORE;
    }

  return FALSE;
}

static gboolean
suits_column (ZpCheckReader *self, const ZpBlock *block, int column)
{
  if (!holds_figures (block, column))
    return FALSE;

  for (gsize i = 0; formula_keys[i] != NULL; i++)
    {
      const char *text = zp_node_get_text (self->node, formula_keys[i]);
      g_autoptr (ZpExpr) formula = text != NULL ? zp_expr_parse (text, NULL) : NULL;

      if (formula != NULL && !exists_in_column (formula, block, column))
        return FALSE;
    }

  return TRUE;
}

/* One check for each column in which all cells it names exist. */
static void
add_check_by_column (ZpCheckReader *self)
{
  const ZpBlock *block = zp_pack_get_block (self->loader->pack, self->block);
  ZpBindContext context = zp_loader_context (self->loader);
  guint n_added = 0;

  context.allow_prior = TRUE;
  context.bare_block = self->block;
  for (guint column = 0; column < block->columns->len; column++)
    {
      if (!suits_column (self, block, (int) column))
        continue;
      context.bare_column = (int) column;
      add_check (self, &context, block->columns->pdata[column]);
      n_added++;
    }

  if (n_added == 0)
    zp_loader_fail (self->loader, self->node, _ ("%s: no column of “%s” has all the rows it names"),
                    self->where, block->key);
}

/**
 * zp_check_read_written: reads a check that the pack adds.
 */
void
zp_check_read_written (ZpCheckReader *self)
{
  ZpBindContext context = zp_loader_context (self->loader);
  const char *const needed[] = { "title", "instruction" };

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (zp_node_get (self->node, needed[i]) == NULL)
      zp_loader_fail (self->loader, self->node, _ ("%s: “%s” is missing"), self->where, needed[i]);
  if (!read_each (self))
    return;
  if (self->by_column)
    {
      add_check_by_column (self);
      return;
    }

  context.allow_prior = TRUE;
  if (self->block >= 0)
    zp_loader_push_row (self->loader, &context, self->block, self->node);
  add_check (self, &context, NULL);
}
