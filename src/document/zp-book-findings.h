/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet 校验: what the checks found. */
#pragma once

#include "check/zp-checker.h"
#include "document/zp-book.h"
#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

/** Name of the sheet with the findings; other tools look for it. */
#define ZP_FINDING_SHEET_NAME "校验"

void zp_book_add_findings (const ZpDocScope *scope, ZpChecker *checker, ZpBookSheet *sheet);

G_END_DECLS
