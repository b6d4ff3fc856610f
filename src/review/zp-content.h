/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a report says, apart from the record of its review: the thing that is sealed. */
#pragma once

#include "report/zp-report-file.h"

G_BEGIN_DECLS

char *zp_content_new (const ZpReportFile *file);
char *zp_content_as_read (const ZpReportFile *file);

G_END_DECLS
