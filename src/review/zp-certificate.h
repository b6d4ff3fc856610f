/* SPDX-License-Identifier: GPL-3.0-or-later
 * A person's certificate with its key, from a PKCS #12 file, and the signatures made with one. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ZpSignatureState:
 * @ZP_SIGNATURE_NONE: sealed without a certificate
 * @ZP_SIGNATURE_GOOD: made by that certificate over that text
 * @ZP_SIGNATURE_ALTERED: the text or the signature is not what it was
 * @ZP_SIGNATURE_FOREIGN: made with another certificate than the seal names
 * @ZP_SIGNATURE_EXPIRED: the certificate was not in force when it was used
 * @ZP_SIGNATURE_UNTRUSTED: none of the given authorities issued the certificate
 */
typedef enum
{
  ZP_SIGNATURE_NONE,
  ZP_SIGNATURE_GOOD,
  ZP_SIGNATURE_ALTERED,
  ZP_SIGNATURE_FOREIGN,
  ZP_SIGNATURE_EXPIRED,
  ZP_SIGNATURE_UNTRUSTED,
} ZpSignatureState;

/**
 * ZpSignatureClaim: what a seal says of its signature.
 * @text: what was signed
 * @fingerprint: SHA-256 of the certificate, in lower-case hex
 * @time: seconds since 1970 (UTC): when it was made
 */
typedef struct
{
  const char *text;
  const char *fingerprint;
  gint64 time;
} ZpSignatureClaim;

typedef struct _ZpCertificate ZpCertificate;

ZpCertificate *
zp_certificate_load (const char *path, const char *password, gint64 time, GError **error);
void zp_certificate_free (ZpCertificate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpCertificate, zp_certificate_free)
const char *zp_certificate_get_fingerprint (const ZpCertificate *self);
const char *zp_certificate_get_subject (const ZpCertificate *self);
GBytes *zp_certificate_sign (const ZpCertificate *self, const char *text, GError **error);

const char *zp_signature_state_get_id (ZpSignatureState state);
const char *zp_signature_state_get_label (ZpSignatureState state);
ZpSignatureState
zp_signature_check (GBytes *signature, const ZpSignatureClaim *claim, GBytes *authorities);
gboolean zp_signature_are_authorities (GBytes *authorities, GError **error);

G_END_DECLS
