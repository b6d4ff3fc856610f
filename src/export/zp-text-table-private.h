/* SPDX-License-Identifier: GPL-3.0-or-later
 * A table as lines of plain text. */
#pragma once

#include "document/zp-doc.h"

G_BEGIN_DECLS

void zp_text_table_append (GString *out, const ZpDocTable *table);
void zp_text_append_padding (GString *out, const char *pad, int columns);

G_END_DECLS
