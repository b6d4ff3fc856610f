/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of a card share. */
#pragma once

#include "session/zp-finding-card.h"

G_BEGIN_DECLS

void
zp_finding_card_add_hint (ZpFindingCard *self, ZpSession *session, const ZpFindingGroup *group);

G_END_DECLS
