/* SPDX-License-Identifier: GPL-3.0-or-later
 * The date that files carry when their report has none of its own. */
#pragma once

#include "document/zp-book.h"
#include "document/zp-doc.h"
#include "report/zp-report.h"

G_BEGIN_DECLS

/**
 * ZpSourceDate: what the environment says of the date.
 * @given: it names one
 * @day: in days since 1970, in UTC
 */
typedef struct
{
  gboolean given;
  gint32 day;
} ZpSourceDate;

gboolean zp_source_date_read (ZpSourceDate *self, GError **error);
void zp_source_date_apply (const ZpSourceDate *self, ZpReport *report, ZpDoc *doc, ZpBook *book);

G_END_DECLS
