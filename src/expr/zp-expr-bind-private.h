/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is known while the names of a formula are looked up. */
#pragma once

#include "expr/zp-expr.h"

G_BEGIN_DECLS

/**
 * ZpBinder:
 * @context: where the formula stands
 * @in_aggregate: inside the parentheses of an aggregate
 * @visited: the block that aggregate visits, as soon as it has been named, else -1
 */
typedef struct
{
  const ZpBindContext *context;
  gboolean in_aggregate;
  int visited;
} ZpBinder;

gboolean zp_binder_bind_name (ZpBinder *self, ZpExpr *ref, GError **error);
gboolean zp_binder_find_block (const ZpBinder *self, const char *key, int *number, GError **error);

G_END_DECLS
