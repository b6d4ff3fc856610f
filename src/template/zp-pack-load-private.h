/* SPDX-License-Identifier: GPL-3.0-or-later
 * From the files of a pack to the pack. */
#pragma once

#include "template/zp-pack-layer-private.h"
#include "template/zp-pack.h"

G_BEGIN_DECLS

/**
 * ZpLoadMode:
 * @ZP_LOAD_FOR_USE: a report is to be opened with it
 * @ZP_LOAD_FOR_AUTHOR: its author wants to know all that could be better: samples, unused cells
 */
typedef enum
{
  ZP_LOAD_FOR_USE,
  ZP_LOAD_FOR_AUTHOR,
} ZpLoadMode;

ZpPack *zp_pack_load (const ZpPackFolder *folder,
                      ZpFindFolder find,
                      gpointer user_data,
                      ZpLoadMode mode,
                      GPtrArray *problems);

G_END_DECLS
