/* SPDX-License-Identifier: GPL-3.0-or-later
 * Values from DATA.json, made into one batch of changes. */
#pragma once

#include "base/zp-json.h"
#include "report/zp-report.h"

G_BEGIN_DECLS

/**
 * ZpDataProblem: what cannot be filled in.
 * @line: of the data; @text: id and reason
 */
typedef struct
{
  guint line;
  char *text;
} ZpDataProblem;

void zp_data_problem_free (ZpDataProblem *self);

ZpBatch *zp_data_read (ZpReport *report, const ZpJson *data, GPtrArray *problems);
ZpBatch *zp_data_to_batch (ZpReport *report, const ZpJson *data, GError **error);

G_END_DECLS
