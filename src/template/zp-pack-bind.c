/* SPDX-License-Identifier: GPL-3.0-or-later
 * Formulas and templates of a pack, bound to what their names mean where they stand. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  ZpLoader *loader;
  const ZpBindContext *context;
  const GError *error;
  const char *dropped;
} DroppedSearch;

static char *
full_name (const DroppedSearch *search, const char *text)
{
  const ZpBindContext *context = search->context;
  int block = *text == '@' && context->n_blocks > 0 ? context->blocks[context->n_blocks - 1]
                                                    : context->bare_block;

  if (*text == '@')
    text++;
  if (strchr (text, '.') != NULL || block < 0)
    return g_strdup (text);

  return g_strdup_printf ("%s.%s", zp_pack_get_block (search->loader->pack, block)->key, text);
}

/* A dropped id is the reason when its last part is what the error is about. */
static void
try_dropped (DroppedSearch *search, const char *id)
{
  const char *dot = strrchr (id, '.');
  g_autofree char *quoted = g_strdup_printf ("“%s”", dot != NULL ? dot + 1 : id);
  const char *place = g_hash_table_lookup (search->loader->merge.dropped, id);

  if (search->dropped == NULL && place != NULL && strstr (search->error->message, quoted) != NULL)
    search->dropped = place;
}

/* The row or column in a name, and its block. */
static void
look_for_dropped (const ZpExpr *ref, gpointer user_data)
{
  DroppedSearch *search = user_data;
  g_autofree char *name = full_name (search, ref->text);
  g_auto (GStrv) parts = g_strsplit (name, ".", 3);

  for (guint i = 1; parts[0] != NULL && i < g_strv_length (parts); i++)
    {
      g_autofree char *id = g_strdup_printf ("%s.%s", parts[0], parts[i]);

      try_dropped (search, id);
    }
  if (parts[0] != NULL)
    try_dropped (search, parts[0]);
}

static void
report_formula (
  ZpLoader *self, const ZpNode *node, const char *where, const char *dropped, const GError *error)
{
  g_autofree char *what = node->key != NULL
                            ? g_strdup_printf ("%s “%s”", node->key, zp_node_text (node))
                            : g_strdup_printf ("“%s”", zp_node_text (node));

  if (dropped != NULL)
    zp_loader_fail (self, node, _ ("%s: %s: %s (dropped in %s)"), where, what, error->message,
                    dropped);
  else
    zp_loader_fail (self, node, "%s: %s: %s", where, what, error->message);
}

/**
 * zp_loader_parse_formula: (nullable): a formula not bound yet; %NULL, with the fault noted, when
 * it breaks the grammar.
 */
ZpExpr *
zp_loader_parse_formula (ZpLoader *self, const ZpNode *node, const char *where)
{
  g_autoptr (GError) error = NULL;
  ZpExpr *formula = zp_expr_parse (zp_node_text (node), &error);

  if (formula == NULL)
    report_formula (self, node, where, NULL, error);

  return formula;
}

/**
 * zp_loader_bind_formula: binds a formula; FALSE, with the fault noted, when that fails. What it
 * reads counts as used.
 */
gboolean
zp_loader_bind_formula (ZpLoader *self,
                        ZpExpr *formula,
                        const ZpNode *node,
                        const char *where,
                        const ZpBindContext *context)
{
  g_autoptr (GError) error = NULL;
  DroppedSearch search = { self, context, NULL, NULL };

  if (zp_expr_bind (formula, context, &error))
    {
      zp_loader_use_formula (self, formula);
      return TRUE;
    }

  if (g_hash_table_size (self->merge.dropped) > 0 && error->code == ZP_EXPR_ERROR_NAME)
    {
      search.error = error;
      zp_expr_foreach_ref (formula, look_for_dropped, &search);
    }
  report_formula (self, node, where, search.dropped, error);

  return FALSE;
}

/**
 * zp_loader_read_formula: (nullable): a bound formula; %NULL when @node is %NULL or holds none,
 * with the fault noted.
 */
ZpExpr *
zp_loader_read_formula (ZpLoader *self,
                        const ZpNode *node,
                        const char *where,
                        const ZpBindContext *context)
{
  g_autoptr (ZpExpr) formula = node != NULL ? zp_loader_parse_formula (self, node, where) : NULL;

  if (formula == NULL || !zp_loader_bind_formula (self, formula, node, where, context))
    return NULL;

  return g_steal_pointer (&formula);
}

/**
 * zp_loader_read_condition: as zp_loader_read_formula(), for what is true or false.
 */
ZpExpr *
zp_loader_read_condition (ZpLoader *self,
                          const ZpNode *node,
                          const char *where,
                          const ZpBindContext *context)
{
  g_autoptr (ZpExpr) formula = zp_loader_read_formula (self, node, where, context);

  if (formula != NULL && formula->type.sort != ZP_SORT_TRUTH)
    {
      zp_loader_fail (self, node, _ ("%s: “%s” needs a condition, but “%s” is %s"), where,
                      node->key, zp_node_text (node), zp_type_describe (&formula->type));
      return NULL;
    }

  return g_steal_pointer (&formula);
}

/**
 * zp_loader_read_where:
 * @context: around the repetition
 * @block: what is repeated for its rows; -1 for nothing, -2 for what could not be found
 *
 * Returns: (nullable): the condition for a row, named block.column
 */
ZpExpr *
zp_loader_read_where (
  ZpLoader *self, const ZpNode *node, const char *where, const ZpBindContext *context, int block)
{
  ZpBindContext visiting = *context;

  if (node == NULL || block == -2)
    return NULL;
  if (block < 0)
    {
      zp_loader_fail (self, node, _ ("%s: “where” without “each”"), where);
      return NULL;
    }

  visiting.visit_block = block;

  return zp_loader_read_condition (self, node, where, &visiting);
}

static void
use_phrase_formula (const ZpExpr *formula, gpointer user_data)
{
  zp_loader_use_formula (user_data, formula);
}

/**
 * zp_loader_read_phrase: (nullable): a bound template; %NULL when @node is %NULL or does not hold
 * one, with the fault noted.
 */
ZpPhrase *
zp_loader_read_phrase (ZpLoader *self,
                       const ZpNode *node,
                       const char *where,
                       const ZpBindContext *context)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPhrase) phrase = NULL;
  ZpBindContext in_template = *context;

  if (zp_node_text (node) == NULL)
    return NULL;

  in_template.in_template = TRUE;
  phrase = zp_phrase_parse (zp_node_text (node), &error);
  if (phrase == NULL || !zp_phrase_bind (phrase, &in_template, &error))
    {
      zp_loader_fail (self, node, "%s: %s%s%s", where, node->key != NULL ? node->key : "",
                      node->key != NULL ? ": " : "", error->message);
      return NULL;
    }

  zp_phrase_foreach_formula (phrase, use_phrase_formula, self);
  zp_lint_phrase (self, node, where, phrase);

  return g_steal_pointer (&phrase);
}

/**
 * zp_loader_read_phrases: (transfer full): the templates of a list, or the one that stands there
 * alone.
 */
GPtrArray *
zp_loader_read_phrases (ZpLoader *self,
                        const ZpNode *list,
                        const char *where,
                        const ZpBindContext *context)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_phrase_unref);
  guint n = zp_node_text (list) != NULL ? 1 : zp_node_count (list);

  for (guint i = 0; i < n; i++)
    {
      const ZpNode *node = zp_node_text (list) != NULL ? list : zp_node_get_child (list, i);
      ZpPhrase *phrase = zp_loader_read_phrase (self, node, where, context);

      if (phrase != NULL)
        g_ptr_array_add (phrases, phrase);
    }

  return phrases;
}
