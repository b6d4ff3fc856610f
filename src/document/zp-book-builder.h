/* SPDX-License-Identifier: GPL-3.0-or-later
 * Report, pack and findings → sheets of the spreadsheet attachment. */
#pragma once

#include "check/zp-checker.h"
#include "document/zp-book.h"
#include "report/zp-report.h"

G_BEGIN_DECLS

ZpBook *zp_book_build (ZpReport *report, ZpChecker *checker, ZpProfile profile);

G_END_DECLS
