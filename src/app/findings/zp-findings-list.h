/* SPDX-License-Identifier: GPL-3.0-or-later
 * The cards of the findings in a list that scrolls. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-finding-group.h"

G_BEGIN_DECLS

/** ZpFindingsList: signal "activated" (const char *finding, const char *target): a card was
 * clicked; @target may be %NULL. */
#define ZP_TYPE_FINDINGS_LIST (zp_findings_list_get_type ())
G_DECLARE_FINAL_TYPE (ZpFindingsList, zp_findings_list, ZP, FINDINGS_LIST, GtkWidget)

GtkWidget *zp_findings_list_new (ZpSession *session);
void zp_findings_list_set (ZpFindingsList *self, const GPtrArray *groups);
void zp_findings_list_select (ZpFindingsList *self, const char *finding, gboolean scroll);
void zp_findings_list_unfold (ZpFindingsList *self, const char *finding);
guint zp_findings_list_count_cards (ZpFindingsList *self);

G_END_DECLS
