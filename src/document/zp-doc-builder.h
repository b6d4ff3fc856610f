/* SPDX-License-Identifier: GPL-3.0-or-later
 * Report and pack → document tree. */
#pragma once

#include "document/zp-doc.h"
#include "report/zp-report.h"

G_BEGIN_DECLS

ZpDoc *zp_doc_build (ZpReport *report, ZpProfile profile);
ZpDoc *zp_doc_build_text (ZpReport *report, ZpProfile profile);

G_END_DECLS
