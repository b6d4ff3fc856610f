/* SPDX-License-Identifier: GPL-3.0-or-later
 * One page of forms: its sheets, one below the other, and the cell bar. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-clip.h"
#include "session/zp-outline.h"

G_BEGIN_DECLS

/**
 * ZpFormPage:
 *
 * Signals:
 * - "cell-changed": another cell is current (or none), or another range is chosen.
 * - "paste-planned" (ZpSheet *, ZpClipPlan *): a paste that changes or leaves out something; the
 *   plan goes to the handler, the sheet does not.
 */
#define ZP_TYPE_FORM_PAGE (zp_form_page_get_type ())
G_DECLARE_FINAL_TYPE (ZpFormPage, zp_form_page, ZP, FORM_PAGE, GtkWidget)

GtkWidget *zp_form_page_new (ZpSession *session, const ZpPlace *place);
gboolean zp_form_page_get_cell (ZpFormPage *self, ZpCell *cell);
gboolean zp_form_page_go_to (ZpFormPage *self, ZpCell cell);
void zp_form_page_enter (ZpFormPage *self, gboolean forward);
gboolean zp_form_page_commit (ZpFormPage *self);
void zp_form_page_explain (ZpFormPage *self);
char *zp_form_page_get_status (ZpFormPage *self);

G_END_DECLS
