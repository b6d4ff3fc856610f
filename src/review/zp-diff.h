/* SPDX-License-Identifier: GPL-3.0-or-later
 * What differs between two versions of a report. */
#pragma once

#include "report/zp-report-file.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_DIFFERENCE_FIGURE, /* a value, also in a row that both have */
  ZP_DIFFERENCE_ROW,    /* a row that only one has */
  ZP_DIFFERENCE_ORDER,  /* rows that both have stand in another order */
  ZP_DIFFERENCE_TEXT,   /* a passage */
  ZP_DIFFERENCE_NOTE,   /* a note on a finding */
  ZP_DIFFERENCE_REMARK, /* a remark or its thread */
  ZP_DIFFERENCE_STATE,  /* where it stands in the review */
  ZP_DIFFERENCE_OTHER,  /* template, figures of last year and without a place */
} ZpDifferenceKind;

/**
 * ZpDifference:
 * @id: as in the second version, of what is only in the first as there
 * @key: with rows by their lasting number
 * @before @after: (nullable): what stands there; %NULL where it is not
 */
typedef struct
{
  ZpDifferenceKind kind;
  char *id;
  char *key;
  char *before;
  char *after;
} ZpDifference;

void zp_difference_free (ZpDifference *self);
const char *zp_difference_get_kind_id (ZpDifferenceKind kind);
const char *zp_difference_get_kind_label (ZpDifferenceKind kind);
char *zp_difference_get_label (const ZpDifference *self, ZpReport *report);

GPtrArray *zp_diff_contents (const char *before, const char *after);
GPtrArray *zp_diff_files (const ZpReportFile *before, const ZpReportFile *after);

G_END_DECLS
