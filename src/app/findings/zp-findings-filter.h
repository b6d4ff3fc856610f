/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which findings are shown: all, those of the section, those of one severity. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-outline.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_FINDINGS_ALL,
  ZP_FINDINGS_HERE,
  ZP_FINDINGS_ERRORS,
  ZP_FINDINGS_WARNINGS,
  ZP_FINDINGS_ROUNDINGS,
  ZP_FINDINGS_N_FILTERS,
} ZpFindingsFilterKind;

/** ZpFindingsFilter: signal "changed": another one was chosen. */
#define ZP_TYPE_FINDINGS_FILTER (zp_findings_filter_get_type ())
G_DECLARE_FINAL_TYPE (ZpFindingsFilter, zp_findings_filter, ZP, FINDINGS_FILTER, GtkWidget)

GtkWidget *zp_findings_filter_new (ZpSession *session, ZpOutline *outline);
gboolean zp_findings_filter_set_place (ZpFindingsFilter *self, int place);
void zp_findings_filter_count (ZpFindingsFilter *self);
ZpFindingsFilterKind zp_findings_filter_get (ZpFindingsFilter *self);
void zp_findings_filter_choose (ZpFindingsFilter *self, ZpFindingsFilterKind kind);
guint zp_findings_filter_get_number (ZpFindingsFilter *self, ZpFindingsFilterKind kind);
gboolean zp_findings_filter_accepts (ZpFindingsFilter *self, const ZpFinding *finding);

G_END_DECLS
