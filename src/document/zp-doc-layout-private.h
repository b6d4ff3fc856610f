/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files that print a layout share. */
#pragma once

#include "document/zp-doc-scope.h"
#include "document/zp-doc.h"

G_BEGIN_DECLS

const ZpUnit *
zp_doc_layout_get_money (const ZpDocScope *scope, const ZpLayout *layout, const ZpPhrase *phrase);
void zp_doc_layout_print_frame (const ZpDocScope *scope,
                                ZpEval *eval,
                                const ZpLayout *layout,
                                ZpDocTable *table);

G_END_DECLS
