/* SPDX-License-Identifier: GPL-3.0-or-later
 * Notes on findings as comments on the figures they explain. */
#pragma once

#include "check/zp-checker.h"
#include "document/zp-book.h"
#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

void zp_book_add_notes (ZpBook *self, const ZpDocScope *scope, ZpChecker *checker);

G_END_DECLS
