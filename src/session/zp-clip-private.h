/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the clipboard share. */
#pragma once

#include "session/zp-clip.h"
#include "session/zp-sheet-private.h"

G_BEGIN_DECLS

gboolean zp_clip_clean (const ZpCellDef *def,
                        const char *given,
                        const char *measure,
                        char **kept,
                        char **remark,
                        GError **error);
gboolean zp_clip_looks_like_error (const char *given, char **remark);
char *zp_clip_show_kept (const ZpSheet *sheet, const ZpCellDef *def, const char *kept);
void zp_clip_doubt (ZpClipItem *item, const char *words);
void zp_clip_doubt_sizes (const ZpSheet *sheet, ZpClipPlan *plan);
void zp_clip_doubt_declared (const ZpSheet *sheet, ZpClipPlan *plan);
ZpBatch *zp_clip_make_batch (ZpReport *report,
                             const ZpClipPlan *plan,
                             gboolean with_declared,
                             GError **error);

G_END_DECLS
