/* SPDX-License-Identifier: GPL-3.0-or-later
 * What one name in a formula means where it stands. */
#include "expr/zp-expr-bind-private.h"
#include "expr/zp-expr-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows of a grid looked through for one in which a column exists. */
#define MAX_GRID_ROWS 1000

#define fail(error, ...)                                                                           \
  (g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_NAME, __VA_ARGS__), FALSE)

typedef struct
{
  const char *key;
  int number;
  ZpBlockKind kind;
} Block;

static gboolean
fail_suggesting (char *message, const char *near, GError **error)
{
  g_autofree char *owned = message;

  if (near != NULL)
    return fail (error, _ ("%s; did you mean “%s”?"), owned, near);

  return fail (error, "%s", owned);
}

static char *
describe_block (const Block *block)
{
  if (block->key == NULL)
    return g_strdup (_ ("this row"));
  if (block->kind == ZP_BLOCK_FIELDS)
    return g_strdup_printf (_ ("group “%s”"), block->key);
  if (block->kind == ZP_BLOCK_GRID)
    return g_strdup_printf (_ ("grid “%s”"), block->key);

  return g_strdup_printf (_ ("table “%s”"), block->key);
}

static Block
block_by_number (const ZpBinder *binder, int number)
{
  const ZpNames *names = binder->context->names;
  Block block = { .number = number, .kind = ZP_BLOCK_GRID };

  if (names->block_key != NULL)
    block.key = names->block_key (names, number, &block.kind);

  return block;
}

static gboolean
find_block (const ZpBinder *binder, const char *key, Block *block, GError **error)
{
  const ZpNames *names = binder->context->names;

  block->key = key;
  if (names->find_block (names, key, &block->number, &block->kind))
    return TRUE;

  return fail_suggesting (g_strdup_printf (_ ("no block “%s”"), key),
                          names->suggest (names, -1, key), error);
}

static gboolean
find_column (
  const ZpBinder *binder, const Block *block, const char *key, int *column, GError **error)
{
  const ZpNames *names = binder->context->names;
  g_autofree char *where = describe_block (block);

  if (strcmp (key, "#") == 0)
    *column = ZP_COLUMN_NUMBER;
  else if (strcmp (key, "label") == 0)
    *column = ZP_COLUMN_LABEL;
  else if (strcmp (key, "key") == 0)
    *column = ZP_COLUMN_KEY;
  else
    *column = names->find_column (names, block->number, key);

  if (*column == -1 && *key != '#')
    return fail_suggesting (g_strdup_printf (_ ("no column “%s” in %s"), key, where),
                            names->suggest (names, block->number, key), error);
  if (block->kind != ZP_BLOCK_GRID && (*column == ZP_COLUMN_LABEL || *column == ZP_COLUMN_KEY))
    return fail (error, _ ("only rows of a grid have a “%s”; %s has none"), key, where);
  if (block->kind == ZP_BLOCK_FIELDS && *column == ZP_COLUMN_NUMBER)
    return fail (error, _ ("only rows have a number (#); %s has none"), where);

  return TRUE;
}

static gboolean
find_row (const ZpBinder *binder, const Block *block, const char *key, int *row, GError **error)
{
  const ZpNames *names = binder->context->names;
  g_autofree char *where = describe_block (block);

  *row = names->find_row (names, block->number, key);
  if (*row != -2)
    return TRUE;
  if (block->kind == ZP_BLOCK_TABLE)
    return fail (error,
                 _ ("no row “%s” in %s: a table is named by its total row or in sum(), min(), "
                    "max(), one(), count()"),
                 key, where);

  return fail_suggesting (g_strdup_printf (_ ("no row “%s” in %s"), key, where),
                          names->suggest (names, block->number, key), error);
}

static ZpType
special_type (int column)
{
  ZpType type = zp_type_plain (column == ZP_COLUMN_NUMBER ? ZP_SORT_NUMBER : ZP_SORT_TEXT, -1);

  if (column == ZP_COLUMN_NUMBER)
    {
      type.places = 0;
      type.exact = TRUE;
    }

  return type;
}

static gboolean
read_type (const ZpBinder *binder, ZpCell cell, ZpType *type)
{
  const ZpNames *names = binder->context->names;

  if (cell.column < 0)
    {
      *type = special_type (cell.column);
      return TRUE;
    }

  return names->cell_type (names, cell, type);
}

/* A column that does not exist in the row at hand is missing there, but still has one type. */
static gboolean
read_column_type (const ZpBinder *binder, ZpCell cell, ZpType *type)
{
  if (read_type (binder, cell, type))
    return TRUE;

  for (cell.row = 0; cell.row < MAX_GRID_ROWS; cell.row++)
    if (read_type (binder, cell, type))
      return TRUE;

  cell.row = ZP_ROW_TOTAL;

  return read_type (binder, cell, type);
}

static gboolean
set_ref (const ZpBinder *binder, ZpExpr *self, ZpRefKind ref, ZpCell cell, GError **error)
{
  ZpCell sample = cell;

  self->ref = ref;
  self->cell = cell;
  if (ref != ZP_REF_CELL)
    sample.row = 0;
  if (read_column_type (binder, sample, &self->type))
    return TRUE;

  return fail (error, _ ("“%s”: that column has no cells"), self->text);
}

static gboolean
has_current_row (const ZpBindContext *context, int block)
{
  for (guint i = 0; i < context->n_blocks; i++)
    if (context->blocks[i] == block)
      return TRUE;

  return FALSE;
}

/* @column and @block.column: the current row of a block, or the row known already. */
static gboolean
bind_in_row (
  const ZpBinder *binder, ZpExpr *self, const Block *block, const char *key, GError **error)
{
  const ZpBindContext *context = binder->context;
  int last = context->n_blocks > 0 ? context->blocks[context->n_blocks - 1] : -1;
  int column;

  if (!find_column (binder, block, key, &column, error))
    return FALSE;
  if (block->kind == ZP_BLOCK_FIELDS)
    return set_ref (binder, self, ZP_REF_CELL, zp_cell (block->number, 0, column), error);
  if (!has_current_row (context, block->number))
    return fail (error, _ ("“%s”: “%s” has no current row here"), self->text, block->key);
  if (context->row != -2 && block->number == last)
    return set_ref (binder, self, ZP_REF_CELL, zp_cell (last, context->row, column), error);

  return set_ref (binder, self, ZP_REF_ROW, zp_cell (block->number, 0, column), error);
}

static gboolean
bind_at (const ZpBinder *binder, ZpExpr *self, char **parts, GError **error)
{
  const ZpBindContext *context = binder->context;
  Block block;

  if (parts[1] != NULL)
    return find_block (binder, parts[0] + 1, &block, error) &&
           bind_in_row (binder, self, &block, parts[1], error);
  if (context->n_blocks == 0)
    return fail (error, _ ("“%s”: there is no current row here"), self->text);

  block = block_by_number (binder, context->blocks[context->n_blocks - 1]);

  return bind_in_row (binder, self, &block, parts[0] + 1, error);
}

/* Row keys alone: the row formulas of grids, and checks over columns. */
static gboolean
bind_bare (const ZpBinder *binder, ZpExpr *self, GError **error)
{
  const ZpBindContext *context = binder->context;
  Block block;
  int row;

  if (context->bare_block < 0)
    return fail (error,
                 _ ("“%s” names no cell; cells are named block.column, block.row.column or "
                    "@column"),
                 self->text);

  block = block_by_number (binder, context->bare_block);
  if (!find_row (binder, &block, self->text, &row, error))
    return FALSE;

  return set_ref (binder, self, ZP_REF_CELL, zp_cell (block.number, row, context->bare_column),
                  error);
}

/* An aggregate visits the one block that is named in it. */
static gboolean
visit_block (ZpBinder *binder, const ZpExpr *self, const Block *block, GError **error)
{
  if (!binder->in_aggregate)
    return block->number == binder->context->visit_block ||
           fail (
             error,
             _ ("“%s” is a whole column; name one row of it, or stand it in sum(), min(), max(), "
                "one() or count()"),
             self->text);
  if (binder->visited == -1)
    binder->visited = block->number;

  return binder->visited == block->number ||
         fail (error, _ ("“%s”: an aggregate looks at the rows of one block only"), self->text);
}

static gboolean
bind_two (ZpBinder *binder, ZpExpr *self, char **parts, GError **error)
{
  Block block;
  int column;

  if (!find_block (binder, parts[0], &block, error) ||
      !find_column (binder, &block, parts[1], &column, error))
    return FALSE;
  if (block.kind == ZP_BLOCK_FIELDS)
    return set_ref (binder, self, ZP_REF_CELL, zp_cell (block.number, 0, column), error);
  if (!visit_block (binder, self, &block, error))
    return FALSE;

  return set_ref (binder, self, ZP_REF_VISIT, zp_cell (block.number, 0, column), error);
}

static gboolean
bind_three (const ZpBinder *binder, ZpExpr *self, char **parts, GError **error)
{
  Block block;
  int row;
  int column;

  if (!find_block (binder, parts[0], &block, error))
    return FALSE;
  if (block.kind == ZP_BLOCK_FIELDS)
    return fail (error, _ ("“%s”: “%s” is a group of fields, it has no rows"), self->text,
                 parts[0]);
  if (!find_row (binder, &block, parts[1], &row, error) ||
      !find_column (binder, &block, parts[2], &column, error))
    return FALSE;

  self->ref = ZP_REF_CELL;
  self->cell = zp_cell (block.number, row, column);
  if (read_type (binder, self->cell, &self->type))
    return TRUE;

  return fail (error, _ ("there is no cell “%s”"), self->text);
}

static gboolean
bind_in_template (const ZpBinder *binder, ZpExpr *self, char **parts, GError **error)
{
  const ZpNames *names = binder->context->names;

  self->type = zp_type_plain (ZP_SORT_TEXT, -1);
  if (!binder->context->in_template)
    return fail (error, _ ("“%s” stands only in templates"), self->text);
  if (parts[1] == NULL)
    {
      self->ref = ZP_REF_MONEY;
      return TRUE;
    }

  if (strcmp (parts[0], "text") == 0)
    {
      self->ref = ZP_REF_PASSAGE;
      return names->has_passage (names, parts[1]) ||
             fail (error, _ ("no passage “%s”"), self->text);
    }

  self->ref = ZP_REF_ANNEX;

  return names->has_annex (names, parts[1]) || fail (error, _ ("no annex “%s”"), self->text);
}

static gboolean
belongs_to_templates (char **parts, guint n_parts)
{
  if (n_parts == 1)
    return strcmp (parts[0], "money") == 0;

  return n_parts == 2 && (strcmp (parts[0], "text") == 0 || strcmp (parts[0], "annex") == 0);
}

/**
 * zp_binder_find_block: number of a block named alone, in count(block).
 */
gboolean
zp_binder_find_block (const ZpBinder *self, const char *key, int *number, GError **error)
{
  Block block;

  if (!find_block (self, key, &block, error))
    return FALSE;
  if (block.kind == ZP_BLOCK_FIELDS)
    return fail (error, _ ("“%s” is a group of fields, it has no rows to count"), key);

  *number = block.number;

  return TRUE;
}

/**
 * zp_binder_bind_name:
 * @ref: a name
 *
 * Sets what it means and its type. FALSE with %ZP_EXPR_ERROR_NAME when it means nothing here.
 */
gboolean
zp_binder_bind_name (ZpBinder *self, ZpExpr *ref, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (ref->text, ".", -1);
  guint n_parts = g_strv_length (parts);

  if (*ref->text == '@')
    return bind_at (self, ref, parts, error);
  if (belongs_to_templates (parts, n_parts))
    return bind_in_template (self, ref, parts, error);
  if (n_parts == 1)
    return bind_bare (self, ref, error);

  return n_parts == 2 ? bind_two (self, ref, parts, error) : bind_three (self, ref, parts, error);
}
