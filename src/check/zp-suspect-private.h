/* SPDX-License-Identifier: GPL-3.0-or-later
 * The figures that a person typed behind a check. */
#pragma once

#include "check/zp-checker-private.h"

G_BEGIN_DECLS

/**
 * ZpSuspects:
 * @instance: a failing check
 * @cells: of #ZpCell: the figures it rests on
 * @columns: a #ZpCell for each column of them → how many there are
 */
typedef struct
{
  ZpInstance instance;
  GArray *cells;
  GHashTable *columns;
} ZpSuspects;

ZpSuspects *zp_suspects_new (ZpChecker *checker, ZpInstance instance);
void zp_suspects_free (ZpSuspects *self);
gboolean zp_suspects_is_one_of_few (const ZpSuspects *self, ZpCell cell);
GHashTable *zp_cell_table_new (void);

G_END_DECLS
