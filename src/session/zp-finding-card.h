/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a finding says on its card: both sides, the difference, the correction. */
#pragma once

#include "session/zp-cell-facts.h"
#include "session/zp-finding-group.h"

G_BEGIN_DECLS

/**
 * ZpCardSide: one side of a comparison.
 */
typedef struct
{
  char *label;
  char *figure;
} ZpCardSide;

/**
 * ZpFindingCard:
 * @title: what does not agree, without figures
 * @message: (nullable): the finding in a sentence, where it has no two sides
 * @sides: the guilty one first; labels are %NULL where it has no two sides
 * @difference: (nullable): guilty less other, with unit
 * @remedy: (nullable): 应为 2,925.70; @reason: why, and what else it mends
 * @remedy_spoken: (nullable): 基本支出 · 实际支出 becomes 2,925.70
 * @n_hints: corrections that go in together
 * @is_likely: the correction mends two findings or more
 * @advice: (nullable): what the pack says to do
 * @takes_note: a note may be written
 * @consequences: (nullable): what hangs on it, by name: 执行率、结余
 * @links: of #ZpUse: cells and passages, the likely culprit first
 */
typedef struct
{
  char *title;
  char *message;
  ZpCardSide sides[2];
  char *difference;
  char *remedy;
  char *remedy_spoken;
  char *reason;
  guint n_hints;
  gboolean is_likely;
  char *advice;
  gboolean takes_note;
  char *consequences;
  GPtrArray *links;
} ZpFindingCard;

ZpFindingCard *zp_finding_card_new (ZpSession *session, const ZpFindingGroup *group);
void zp_finding_card_free (ZpFindingCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpFindingCard, zp_finding_card_free)

char *zp_finding_say_title (ZpSession *session, const ZpFinding *finding);
char *zp_finding_get_target (ZpSession *session, const ZpFinding *finding);

G_END_DECLS
