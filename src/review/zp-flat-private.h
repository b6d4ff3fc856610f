/* SPDX-License-Identifier: GPL-3.0-or-later
 * A content as one list of named values, so that two of them can be held against each other. */
#pragma once

#include "base/zp-json.h"
#include "review/zp-diff.h"

G_BEGIN_DECLS

/**
 * ZpFlatItem:
 * @key: lasting name: "budget.total.actual", "projects#7" for a row, "projects#7.actual",
 *   "text.scale", "note:projects.cover"
 * @row: (nullable): key of the row it stands in
 * @table: (nullable): of a row or what stands in it
 * @place: of a row: from 0
 * @value: what is compared; of a row its contents in words
 * @shown: what a person reads
 */
typedef struct
{
  ZpDifferenceKind kind;
  char *key;
  char *row;
  char *table;
  int place;
  char *value;
  char *shown;
} ZpFlatItem;

/**
 * ZpFlat:
 * @items: of #ZpFlatItem, in the order of the file
 * @by_key: key → #ZpFlatItem
 * @by_row: key of a row → GPtrArray of #ZpFlatItem: what stands in it
 */
typedef struct
{
  GPtrArray *items;
  GHashTable *by_key;
  GHashTable *by_row;
} ZpFlat;

ZpFlat *zp_flat_new (const ZpJson *content);
ZpFlat *zp_flat_new_empty (void);
void zp_flat_free (ZpFlat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpFlat, zp_flat_free)
const ZpFlatItem *zp_flat_find (const ZpFlat *self, const char *key);
const char *zp_flat_get_value (const ZpFlat *self, const char *key);
const GPtrArray *zp_flat_get_cells (const ZpFlat *self, const char *row);
char *zp_flat_get_id (const ZpFlat *self, const ZpFlatItem *item);

G_END_DECLS
