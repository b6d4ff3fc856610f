/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of export share. */
#pragma once

#include "check/zp-checker.h"
#include "document/zp-doc.h"
#include "export/zp-font-set.h"

G_BEGIN_DECLS

void zp_cli_warn_of_errors (const char *path, ZpChecker *checker);
void zp_cli_warn_of_slips (const char *path, const ZpDoc *doc);
void zp_cli_tell_fonts (ZpFontSet *fonts);

G_END_DECLS
