/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether a detached PKCS #7 signature is what a seal says of it. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/zp-certificate-private.h"
#include "review/zp-review.h"

static const struct
{
  const char *id;
  const char *label;
} states[] = {
  [ZP_SIGNATURE_NONE] = { "none", N_ ("sealed without a certificate") },
  [ZP_SIGNATURE_GOOD] = { "good", N_ ("the signature is good") },
  [ZP_SIGNATURE_ALTERED] = { "altered", N_ ("the signature does not fit the sealed content") },
  [ZP_SIGNATURE_FOREIGN] = { "foreign",
                             N_ ("signed with another certificate than the seal names") },
  [ZP_SIGNATURE_EXPIRED] = { "expired", N_ ("the certificate was not in force when it was used") },
  [ZP_SIGNATURE_UNTRUSTED] = { "untrusted",
                               N_ ("the certificate was not issued by the given authorities") },
};

/** zp_signature_state_get_id: word of --json for a state. */
const char *
zp_signature_state_get_id (ZpSignatureState state)
{
  return states[state].id;
}

/** zp_signature_state_get_label: the state in words. */
const char *
zp_signature_state_get_label (ZpSignatureState state)
{
  return _ (states[state].label);
}

/* The certificate in @pkcs7 with that fingerprint. */
static gboolean
find_certificate (gnutls_pkcs7_t pkcs7, const char *fingerprint, gnutls_x509_crt_t certificate)
{
  int n = gnutls_pkcs7_get_crt_count (pkcs7);

  for (int i = 0; i < n; i++)
    {
      gnutls_datum_t der = { NULL, 0 };
      g_autofree char *found = NULL;

      if (gnutls_pkcs7_get_crt_raw2 (pkcs7, (unsigned) i, &der) < 0)
        continue;
      if (gnutls_x509_crt_import (certificate, &der, GNUTLS_X509_FMT_DER) >= 0)
        found = zp_certificate_fingerprint_of (certificate);
      gnutls_free (der.data);
      if (g_strcmp0 (found, fingerprint) == 0)
        return TRUE;
    }
  return FALSE;
}

static gnutls_x509_crt_t *
read_authorities (GBytes *authorities, guint *n)
{
  gnutls_datum_t data = zp_certificate_datum (authorities);
  gnutls_x509_crt_t *list = NULL;

  if (gnutls_x509_crt_list_import2 (&list, n, &data, GNUTLS_X509_FMT_PEM, 0) < 0)
    *n = 0;
  return list;
}

static void
free_list (gnutls_x509_crt_t *list, guint n)
{
  for (guint i = 0; i < n; i++)
    gnutls_x509_crt_deinit (list[i]);
  gnutls_free (list);
}

/** zp_signature_are_authorities: whether @authorities are certificates in PEM. */
gboolean
zp_signature_are_authorities (GBytes *authorities, GError **error)
{
  guint n;
  gnutls_x509_crt_t *list = read_authorities (authorities, &n);

  if (n > 0)
    {
      free_list (list, n);
      return TRUE;
    }
  g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_CERTIFICATE,
               _ ("there are no certificates (PEM) in it"));
  return FALSE;
}

/* Whether the certificate was in force is asked for the time of the seal, not for now. */
static gboolean
is_issued_by (gnutls_pkcs7_t pkcs7, gnutls_x509_crt_t certificate, GBytes *authorities)
{
  guint n;
  guint verdict = GNUTLS_CERT_INVALID;
  gnutls_x509_crt_t *list = read_authorities (authorities, &n);

  if (n == 0)
    return FALSE;
  if (gnutls_x509_crt_list_verify (&certificate, 1, list, (int) n, NULL, 0,
                                   GNUTLS_VERIFY_DISABLE_TIME_CHECKS, &verdict) < 0)
    verdict = GNUTLS_CERT_INVALID;
  free_list (list, n);
  return verdict == 0;
}

static gboolean
was_in_force (gnutls_x509_crt_t certificate, gint64 time)
{
  return gnutls_x509_crt_get_activation_time (certificate) <= time &&
         gnutls_x509_crt_get_expiration_time (certificate) >= time;
}

/* The certificate the signature was made with, or at least carries. */
static gboolean
is_by (gnutls_pkcs7_t pkcs7, gnutls_x509_crt_t certificate, const char *text)
{
  gnutls_datum_t data = { (guchar *) text, (guint) strlen (text) };

  return gnutls_pkcs7_verify_direct (pkcs7, certificate, 0, &data, 0) >= 0;
}

/**
 * zp_signature_check:
 * @signature: detached PKCS #7 in DER
 * @authorities: (nullable): certificates in PEM one of which has to have issued the signer's; %NULL
 * asks for none
 */
ZpSignatureState
zp_signature_check (GBytes *signature, const ZpSignatureClaim *claim, GBytes *authorities)
{
  gnutls_datum_t der = zp_certificate_datum (signature);
  g_auto (gnutls_pkcs7_t) pkcs7 = NULL;
  g_auto (gnutls_x509_crt_t) certificate = NULL;

  if (gnutls_pkcs7_init (&pkcs7) < 0 || gnutls_x509_crt_init (&certificate) < 0 ||
      gnutls_pkcs7_import (pkcs7, &der, GNUTLS_X509_FMT_DER) < 0)
    return ZP_SIGNATURE_ALTERED;
  if (!find_certificate (pkcs7, claim->fingerprint, certificate))
    return ZP_SIGNATURE_FOREIGN;
  if (!is_by (pkcs7, certificate, claim->text))
    return ZP_SIGNATURE_ALTERED;
  if (!was_in_force (certificate, claim->time))
    return ZP_SIGNATURE_EXPIRED;
  if (authorities != NULL && !is_issued_by (pkcs7, certificate, authorities))
    return ZP_SIGNATURE_UNTRUSTED;
  return ZP_SIGNATURE_GOOD;
}
