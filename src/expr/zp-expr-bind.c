/* SPDX-License-Identifier: GPL-3.0-or-later
 * Binds a formula to the definitions: names, types, and what each aggregate visits. */
#include "expr/zp-expr-bind-private.h"
#include "expr/zp-expr-function-private.h"
#include "expr/zp-expr-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean bind_node (ZpBinder *self, ZpExpr *node, GError **error);

static gboolean
bind_args (ZpBinder *self, ZpExpr *node, GError **error)
{
  for (guint i = 0; i < node->n_args; i++)
    if (node->args[i] != NULL && !bind_node (self, node->args[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
is_bare_name (const ZpExpr *node)
{
  return node->kind == ZP_EXPR_REF && *node->text != '@' && strchr (node->text, '.') == NULL;
}

/* count(projects): the name is taken over by the aggregate itself. */
static gboolean
bind_counted_block (ZpBinder *self, ZpExpr *node, GError **error)
{
  if (node->function != ZP_FUNCTION_COUNT || node->args[0] == NULL || !is_bare_name (node->args[0]))
    return TRUE;
  if (!zp_binder_find_block (self, node->args[0]->text, &self->visited, error))
    return FALSE;

  node->text = g_strdup (node->args[0]->text);
  g_clear_pointer (&node->args[0], zp_expr_unref);

  return TRUE;
}

static gboolean
reads_visited_row (const ZpExpr *node)
{
  if (node->kind == ZP_EXPR_REF)
    return node->ref == ZP_REF_VISIT;

  for (guint i = 0; i < node->n_args; i++)
    if (reads_visited_row (node->args[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_key_column (const ZpExpr *node)
{
  return node->kind == ZP_EXPR_REF && node->ref == ZP_REF_VISIT && node->cell.column >= 0 &&
         node->type.sort == ZP_SORT_TEXT;
}

/* where projects.name = @project, either way round: the scope may look the rows up. */
static void
note_index (ZpExpr *node)
{
  const ZpExpr *where = node->args[1];

  if (where == NULL || where->kind != ZP_EXPR_EQUAL)
    return;

  for (guint i = 0; i < 2; i++)
    {
      const ZpExpr *column = where->args[i];
      const ZpExpr *key = where->args[1 - i];

      if (!is_key_column (column) || reads_visited_row (key))
        continue;

      node->index_column = column->cell.column;
      node->index_key = key;
    }
}

static gboolean
check_aggregate (const ZpBinder *inner, const ZpExpr *node, GError **error)
{
  const char *name = zp_function_get_info (node->function)->name;

  if (inner->visited == -1)
    {
      g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_NAME,
                   _ ("%s() names no table or grid whose rows it could look at"), name);
      return FALSE;
    }

  return node->args[1] == NULL || zp_expr_demand_truth (node->args[1], "where", error);
}

static gboolean
bind_aggregate (ZpBinder *self, ZpExpr *node, GError **error)
{
  ZpBinder inner = { .context = self->context, .in_aggregate = TRUE, .visited = -1 };

  if (self->in_aggregate)
    {
      g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_TYPE,
                   _ ("character %u: %s() stands inside another aggregate"), node->column,
                   zp_function_get_info (node->function)->name);
      return FALSE;
    }
  if (!bind_counted_block (&inner, node, error) || !bind_args (&inner, node, error) ||
      !check_aggregate (&inner, node, error))
    return FALSE;

  node->block = inner.visited;
  note_index (node);

  return zp_expr_set_type (node, self->context, error);
}

/* annex.ID and money are printed by whoever knows them; a formula has no value for them. */
static gboolean
check_stands_alone (const ZpExpr *node, GError **error)
{
  for (guint i = 0; i < node->n_args; i++)
    {
      const ZpExpr *arg = node->args[i];

      if (arg == NULL || arg->kind != ZP_EXPR_REF ||
          (arg->ref != ZP_REF_ANNEX && arg->ref != ZP_REF_MONEY))
        continue;

      g_set_error (error, ZP_EXPR_ERROR, ZP_EXPR_ERROR_TYPE,
                   _ ("“%s” stands alone; nothing can be calculated with it"), arg->text);
      return FALSE;
    }

  return TRUE;
}

static gboolean
bind_node (ZpBinder *self, ZpExpr *node, GError **error)
{
  if (node->kind == ZP_EXPR_REF)
    return zp_binder_bind_name (self, node, error);
  if (node->kind == ZP_EXPR_AGGREGATE)
    return bind_aggregate (self, node, error);

  return bind_args (self, node, error) && check_stands_alone (node, error) &&
         zp_expr_set_type (node, self->context, error);
}

/**
 * zp_expr_bind:
 * @self: a formula just parsed, not shared yet
 * @context: where it stands
 *
 * Looks up every name, settles the type of every part, and finds out which block each aggregate
 * visits. A formula is bound once; after a failure it is of no use.
 *
 * Returns: FALSE with %ZP_EXPR_ERROR_NAME or %ZP_EXPR_ERROR_TYPE
 */
gboolean
zp_expr_bind (ZpExpr *self, const ZpBindContext *context, GError **error)
{
  ZpBinder binder = { .context = context, .visited = -1 };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (context != NULL && context->names != NULL, FALSE);

  return bind_node (&binder, self, error);
}
