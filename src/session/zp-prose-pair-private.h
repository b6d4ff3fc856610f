/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which rows of other tables belong to a row: the measures of a problem. */
#pragma once

#include "session/zp-prose-section.h"

G_BEGIN_DECLS

void zp_prose_part_find_pair (ZpProsePart *self, ZpReport *report, int block, int row);
char *zp_prose_get_row_title (ZpReport *report, int block, int row);

G_END_DECLS
