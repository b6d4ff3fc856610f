/* SPDX-License-Identifier: GPL-3.0-or-later
 * Words of findings. */
#pragma once

#include "check/zp-verdict.h"

G_BEGIN_DECLS

char *
zp_finding_render (ZpReport *report, const ZpCheckDef *check, int row, const ZpPhrase *phrase);
char *
zp_finding_message (ZpReport *report, const ZpCheckDef *check, int row, const ZpVerdict *verdict);
char *zp_note_figure_now (ZpReport *report, const char *id);

G_END_DECLS
