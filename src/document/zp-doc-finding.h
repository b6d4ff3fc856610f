/* SPDX-License-Identifier: GPL-3.0-or-later
 * A finding as documents tell it: in the words of the pack, without what is withheld. */
#pragma once

#include "check/zp-finding.h"
#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

/**
 * ZpDocSides:
 * @found: what stands in the report
 * @expected: what should stand there, or what it is held against
 * @unit: of both; "" for none
 *
 * Figures are written without separators.
 */
typedef struct
{
  char *found;
  char *expected;
  char *unit;
} ZpDocSides;

gboolean zp_doc_finding_is_hidden (const ZpDocScope *scope, const ZpFinding *finding);
char *zp_doc_finding_get_title (const ZpDocScope *scope, const ZpFinding *finding);
char *zp_doc_finding_get_instruction (const ZpDocScope *scope, const ZpFinding *finding);
char *zp_doc_finding_list_places (const ZpDocScope *scope, const ZpFinding *finding);

void zp_doc_sides_init (ZpDocSides *self, const ZpDocScope *scope, const ZpFinding *finding);
void zp_doc_sides_clear (ZpDocSides *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpDocSides, zp_doc_sides_clear)

G_END_DECLS
