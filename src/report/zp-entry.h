/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a clerk types into a cell, made into what the report keeps. */
#pragma once

#include "report/zp-cell-value.h"

G_BEGIN_DECLS

gboolean zp_entry_parse (
  const ZpCellDef *def, const char *typed, const char *measure, char **canonical, GError **error);

G_END_DECLS
