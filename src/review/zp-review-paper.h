/* SPDX-License-Identifier: GPL-3.0-or-later
 * What documents print of the review of a report. */
#pragma once

#include "document/zp-doc-review.h"
#include "report/zp-report-file.h"

G_BEGIN_DECLS

ZpDocReview *zp_review_make_paper (const ZpReportFile *file);

G_END_DECLS
