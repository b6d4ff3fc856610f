/* SPDX-License-Identifier: GPL-3.0-or-later
 * All checks of a report, kept up to date while it changes. */
#pragma once

#include "check/zp-finding.h"

G_BEGIN_DECLS

/**
 * ZpSummary: how many checks were made and what they found.
 */
typedef struct
{
  guint checks;
  guint skipped;
  guint errors;
  guint warnings;
  guint roundings;
  guint infos;
} ZpSummary;

typedef struct _ZpChecker ZpChecker;

ZpChecker *zp_checker_new (ZpReport *report);
void zp_checker_free (ZpChecker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpChecker, zp_checker_free)

void zp_checker_get_summary (ZpChecker *self, ZpSummary *out);
GPtrArray *zp_checker_get_findings (ZpChecker *self);
GPtrArray *zp_checker_get_hints (ZpChecker *self);
guint64 zp_checker_get_work (ZpChecker *self);
const ZpFinding *zp_checker_find (ZpChecker *self, const char *id);
void zp_checker_collect_met (ZpChecker *self, GHashTable *met);

ZpBatch *zp_checker_make_note (ZpChecker *self,
                               const char *finding,
                               const char *text,
                               const char *author,
                               gint64 time,
                               GError **error);

#define ZP_CHECK_ERROR (zp_check_error_quark ())
GQuark zp_check_error_quark (void);

/**
 * ZpCheckError:
 * @ZP_CHECK_ERROR_NO_FINDING: there is no open finding of that id
 * @ZP_CHECK_ERROR_NO_NOTE: that finding accepts no note
 * @ZP_CHECK_ERROR_NO_WORDS: the note says nothing
 */
typedef enum
{
  ZP_CHECK_ERROR_NO_FINDING,
  ZP_CHECK_ERROR_NO_NOTE,
  ZP_CHECK_ERROR_NO_WORDS,
} ZpCheckError;

G_END_DECLS
