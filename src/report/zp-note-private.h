/* SPDX-License-Identifier: GPL-3.0-or-later
 * Notes as objects of a report's file. */
#pragma once

#include "report/zp-note.h"
#include "report/zp-unknown-private.h"

G_BEGIN_DECLS

/** Places of members that this version does not know, in a note and in its figures; each followed
 * by the finding. */
#define ZP_NOTE_PLACE "notes/"
#define ZP_NOTE_FIGURES_PLACE "notes.figures/"

void zp_note_write (const ZpNote *self, const ZpUnknown *unknown, ZpJsonWriter *writer);
ZpNote *zp_note_read (const ZpJson *object, GError **error);
void zp_note_keep_unknown (const ZpNote *self, const ZpJson *object, ZpUnknown *unknown);

G_END_DECLS
