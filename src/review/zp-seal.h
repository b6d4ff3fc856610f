/* SPDX-License-Identifier: GPL-3.0-or-later
 * 审签: seals over what a report says, one over the other. */
#pragma once

#include "report/zp-report-file.h"
#include "review/zp-certificate.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_ROLE_REVIEWER, /* 审核人 */
  ZP_ROLE_LEADER,   /* 单位负责人 */
} ZpRole;

/**
 * ZpSeal:
 * @number: from 1
 * @opinion: "" without
 * @over: digest of the record of the seal before, "" for the first
 * @trail_entries @trail: length of the history then and its digest
 * @fingerprint @subject: of the certificate; %NULL without one
 * @digest: SHA-256 of what was sealed, in lower-case hex
 * @code: the check code, for paper: "7K2M-9QXP-4TRD"
 * @signature: (nullable): detached PKCS #7 in DER
 */
typedef struct
{
  guint number;
  ZpRole role;
  char *name;
  char *time;
  char *opinion;
  char *over;
  guint trail_entries;
  char *trail;
  char *fingerprint;
  char *subject;
  char *digest;
  char *code;
  GBytes *signature;
} ZpSeal;

void zp_seal_free (ZpSeal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpSeal, zp_seal_free)
const char *zp_role_get_id (ZpRole role);
const char *zp_role_get_label (ZpRole role);
gboolean zp_role_find (const char *id, ZpRole *role);

GPtrArray *zp_seal_list (ZpReport *report);
char *zp_seal_get_text (const ZpSeal *self, const char *content);
char *zp_seal_get_sealed (ZpReport *report, const ZpSeal *seal);
char *zp_seal_make_code (const char *digest);

/**
 * ZpSealRequest: who signs.
 * @opinion @certificate: (nullable)
 * @time: microseconds since 1970 (UTC)
 */
typedef struct
{
  ZpRole role;
  const char *name;
  const char *opinion;
  const ZpCertificate *certificate;
  gint64 time;
} ZpSealRequest;

ZpBatch *zp_seal_make (const ZpReportFile *file, const ZpSealRequest *request, GError **error);

G_END_DECLS
