/* SPDX-License-Identifier: GPL-3.0-or-later
 * A person's certificate with its key, from a PKCS #12 file. */
#include "review/zp-certificate.h"

#include <glib/gi18n-lib.h>
#include <gnutls/abstract.h>
#include <gnutls/pkcs12.h>
#include <string.h>

#include "base/zp-file.h"
#include "review/zp-certificate-private.h"
#include "review/zp-review.h"

#define MAX_BYTES (1024 * 1024)

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gnutls_pkcs12_t, gnutls_pkcs12_deinit, NULL)

/* @chain: the person's own certificate first, then those of the authorities between */
struct _ZpCertificate
{
  gnutls_x509_privkey_t key;
  gnutls_x509_crt_t *chain;
  guint n_chain;
  char *fingerprint;
  char *subject;
};

/** zp_certificate_free: frees the certificate and wipes its key. */
void
zp_certificate_free (ZpCertificate *self)
{
  if (self->key != NULL)
    gnutls_x509_privkey_deinit (self->key);
  for (guint i = 0; i < self->n_chain; i++)
    gnutls_x509_crt_deinit (self->chain[i]);
  gnutls_free (self->chain);
  g_free (self->fingerprint);
  g_free (self->subject);
  g_free (self);
}

/** zp_certificate_get_fingerprint: SHA-256 of the certificate, in lower-case hex. */
const char *
zp_certificate_get_fingerprint (const ZpCertificate *self)
{
  return self->fingerprint;
}

/** zp_certificate_get_subject: whom it was issued to, "CN=李四,O=某局". */
const char *
zp_certificate_get_subject (const ZpCertificate *self)
{
  return self->subject;
}

/** zp_certificate_datum: @bytes for GnuTLS, which does not change them. */
gnutls_datum_t
zp_certificate_datum (GBytes *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return (gnutls_datum_t){ (guchar *) data, (guint) length };
}

/** zp_certificate_fingerprint_of: (transfer full): SHA-256 of a certificate. */
char *
zp_certificate_fingerprint_of (gnutls_x509_crt_t certificate)
{
  guchar digest[ZP_FINGERPRINT_BYTES];
  size_t length = sizeof digest;
  GString *hex = g_string_new (NULL);

  if (gnutls_x509_crt_get_fingerprint (certificate, GNUTLS_DIG_SHA256, digest, &length) < 0)
    length = 0;
  for (size_t i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  return g_string_free (hex, FALSE);
}

static char *
subject_of (gnutls_x509_crt_t certificate)
{
  gnutls_datum_t name = { NULL, 0 };
  char *subject;

  if (gnutls_x509_crt_get_dn3 (certificate, &name, 0) < 0)
    return g_strdup ("");
  subject = g_utf8_make_valid ((const char *) name.data, (gssize) name.size);
  gnutls_free (name.data);
  return subject;
}

static gboolean
fail (const char *path, GError **error, const char *reason)
{
  g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_CERTIFICATE, "%s: %s", path, reason);
  return FALSE;
}

static gboolean
open_store (gnutls_pkcs12_t store, const char *path, const char *password, GError **error)
{
  g_autoptr (GBytes) bytes = zp_file_read (path, MAX_BYTES, NULL, error);
  gnutls_datum_t data;

  if (bytes == NULL)
    return FALSE;
  data = zp_certificate_datum (bytes);
  if (gnutls_pkcs12_import (store, &data, GNUTLS_X509_FMT_DER, 0) < 0)
    return fail (path, error, _ ("this is no PKCS #12 file (.p12, .pfx)"));
  if (gnutls_pkcs12_verify_mac (store, password) < 0)
    return fail (path, error, _ ("the password is wrong, or the file is damaged"));
  return TRUE;
}

static gboolean
read_store (ZpCertificate *self, const char *path, const char *password, GError **error)
{
  g_auto (gnutls_pkcs12_t) store = NULL;

  if (gnutls_pkcs12_init (&store) < 0)
    return fail (path, error, _ ("the cryptographic library cannot be used"));
  if (!open_store (store, path, password, error))
    return FALSE;
  if (gnutls_pkcs12_simple_parse (store, password, &self->key, &self->chain, &self->n_chain, NULL,
                                  NULL, NULL, 0) < 0 ||
      self->key == NULL || self->n_chain == 0)
    return fail (path, error, _ ("there is no certificate with its key in it"));
  return TRUE;
}

static gboolean
is_in_force (const ZpCertificate *self, const char *path, gint64 time, GError **error)
{
  if (gnutls_x509_crt_get_expiration_time (self->chain[0]) < time)
    return fail (path, error, _ ("the certificate has expired; ask for a new one"));
  if (gnutls_x509_crt_get_activation_time (self->chain[0]) > time)
    return fail (path, error, _ ("the certificate is not in force yet; is the clock right?"));
  return TRUE;
}

/* GnuTLS looks for the certificate of the key, but takes another one where there is none. */
static gboolean
fits_key (const ZpCertificate *self, const char *path, GError **error)
{
  guchar of_key[ZP_FINGERPRINT_BYTES];
  guchar of_certificate[ZP_FINGERPRINT_BYTES];
  size_t key_length = sizeof of_key;
  size_t certificate_length = sizeof of_certificate;

  if (gnutls_x509_privkey_get_key_id (self->key, GNUTLS_KEYID_USE_SHA256, of_key, &key_length) ==
        0 &&
      gnutls_x509_crt_get_key_id (self->chain[0], GNUTLS_KEYID_USE_SHA256, of_certificate,
                                  &certificate_length) == 0 &&
      key_length == certificate_length && memcmp (of_key, of_certificate, key_length) == 0)
    return TRUE;
  return fail (path, error, _ ("the certificate does not belong to the key beside it"));
}

/**
 * zp_certificate_load:
 * @path: a PKCS #12 file
 * @time: seconds since 1970 (UTC) at which it has to be in force
 *
 * Returns: (transfer full) (nullable): %NULL with %ZP_REVIEW_ERROR_CERTIFICATE or %ZP_FILE_ERROR
 */
ZpCertificate *
zp_certificate_load (const char *path, const char *password, gint64 time, GError **error)
{
  g_autoptr (ZpCertificate) self = g_new0 (ZpCertificate, 1);

  if (!read_store (self, path, password, error) || !fits_key (self, path, error) ||
      !is_in_force (self, path, time, error))
    return NULL;
  self->fingerprint = zp_certificate_fingerprint_of (self->chain[0]);
  self->subject = subject_of (self->chain[0]);
  return g_steal_pointer (&self);
}

static int
make_signature (const ZpCertificate *self,
                gnutls_privkey_t key,
                const char *text,
                gnutls_pkcs7_t out)
{
  gnutls_datum_t data = { (guchar *) text, (guint) strlen (text) };
  int status = gnutls_privkey_import_x509 (key, self->key, 0);

  if (status >= 0)
    status = gnutls_pkcs7_sign (out, self->chain[0], key, &data, NULL, NULL, GNUTLS_DIG_SHA256,
                                GNUTLS_PKCS7_INCLUDE_CERT);
  for (guint i = 1; status >= 0 && i < self->n_chain; i++)
    status = gnutls_pkcs7_set_crt (out, self->chain[i]);
  return status;
}

/**
 * zp_certificate_sign:
 *
 * Signs @text with RSA or ECDSA and SHA-256. The time is part of @text, not of the signature.
 *
 * Returns: (transfer full) (nullable): a detached PKCS #7 signature in DER with the certificates;
 * %NULL with %ZP_REVIEW_ERROR_CERTIFICATE
 */
GBytes *
zp_certificate_sign (const ZpCertificate *self, const char *text, GError **error)
{
  g_auto (gnutls_pkcs7_t) pkcs7 = NULL;
  gnutls_privkey_t key = NULL;
  gnutls_datum_t der = { NULL, 0 };
  GBytes *bytes;
  int status = gnutls_pkcs7_init (&pkcs7);

  if (status >= 0)
    status = gnutls_privkey_init (&key);
  if (status >= 0)
    status = make_signature (self, key, text, pkcs7);
  if (status >= 0)
    status = gnutls_pkcs7_export2 (pkcs7, GNUTLS_X509_FMT_DER, &der);
  if (key != NULL)
    gnutls_privkey_deinit (key);
  if (status < 0)
    {
      fail (self->subject, error, gnutls_strerror (status));
      return NULL;
    }
  bytes = g_bytes_new (der.data, der.size);
  gnutls_free (der.data);
  return bytes;
}
