/* SPDX-License-Identifier: GPL-3.0-or-later
 * One written check while it is read. */
#pragma once

#include "template/zp-pack-loader-private.h"

G_BEGIN_DECLS

/**
 * ZpCheckReader:
 * @node: the check
 * @where: what messages call it
 * @block: of its "each", or -1
 * @by_column: "each" names columns
 */
typedef struct
{
  ZpLoader *loader;
  const ZpNode *node;
  const char *where;
  int block;
  gboolean by_column;
} ZpCheckReader;

void zp_check_read_common (ZpCheckReader *self, ZpCheckDef *check, const ZpBindContext *context);
void zp_check_read_written (ZpCheckReader *self);

G_END_DECLS
