/* SPDX-License-Identifier: GPL-3.0-or-later
 * A 审核说明 on a finding, and the figures it was written about. */
#pragma once

#include <glib.h>

#include "base/zp-json.h"

G_BEGIN_DECLS

/**
 * ZpNote:
 * @finding: id of the finding it explains
 * @time: ISO 8601, UTC
 * @ids @figures: %NULL-terminated, side by side: the cells it was written about and what each
 * showed. When one of them moves the note is void; set back, it is valid again
 */
typedef struct
{
  char *finding;
  char *text;
  char *author;
  char *time;
  char **ids;
  char **figures;
} ZpNote;

ZpNote *zp_note_new (const char *finding, const char *text, const char *author, const char *time);
void zp_note_free (ZpNote *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpNote, zp_note_free)
char *zp_note_to_text (const ZpNote *self);
ZpNote *zp_note_from_text (const char *finding, const char *text, GError **error);

G_END_DECLS
