/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is left to do before a report may be handed in. */
#pragma once

#include "check/zp-checker.h"

G_BEGIN_DECLS

/**
 * ZpLeft:
 * @finding: what stands in the way; borrowed from the checker
 * @needs_note: a note is enough; else the figures have to be put right
 */
typedef struct
{
  const ZpFinding *finding;
  gboolean needs_note;
} ZpLeft;

GArray *zp_left_list (ZpChecker *checker, const ZpPack *pack);

G_END_DECLS
