/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small words for GnuTLS. */
#pragma once

#include <gnutls/pkcs7.h>
#include <gnutls/x509.h>

#include "review/zp-certificate.h"

G_BEGIN_DECLS

#define ZP_FINGERPRINT_BYTES 32

char *zp_certificate_fingerprint_of (gnutls_x509_crt_t certificate);
gnutls_datum_t zp_certificate_datum (GBytes *bytes);

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gnutls_x509_crt_t, gnutls_x509_crt_deinit, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gnutls_pkcs7_t, gnutls_pkcs7_deinit, NULL)

G_END_DECLS
