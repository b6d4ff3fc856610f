/* SPDX-License-Identifier: GPL-3.0-or-later
 * The report as the templates of one profile see it: annex numbers, whole passages, nothing
 * private. */
#pragma once

#include "report/zp-report.h"

G_BEGIN_DECLS

/**
 * ZpDocScope:
 * @scope: for formulas and phrases
 * @report: what is printed
 * @pack: its pack
 * @profile: for whom
 * @annexes: of #ZpPart, borrowed: the annexes that are printed, in order
 * @passages: key → text as printed, filled as they are asked for
 * @rendering: keys of the passages being printed now, so that none prints itself
 *
 * Lives while one document is made; the report must not change meanwhile.
 */
typedef struct
{
  ZpScope scope;
  ZpReport *report;
  const ZpPack *pack;
  ZpProfile profile;
  GPtrArray *annexes;
  GHashTable *passages;
  GHashTable *rendering;
} ZpDocScope;

ZpDocScope *zp_doc_scope_new (ZpReport *report, ZpProfile profile);
void zp_doc_scope_free (ZpDocScope *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpDocScope, zp_doc_scope_free)

gboolean zp_doc_scope_has_part (const ZpDocScope *self, const ZpPart *part);
gboolean zp_doc_scope_is_hidden (const ZpDocScope *self, ZpCell cell);

G_END_DECLS
