/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that ask for a certificate and its password, and read it without holding the window up. */
#pragma once

#include <adwaita.h>

#include "review/zp-certificate.h"

G_BEGIN_DECLS

/** ZpCertificateRows: belongs to the list it was made in. */
typedef struct _ZpCertificateRows ZpCertificateRows;

/** ZpCertificateFunc: @certificate: (transfer none) (nullable): %NULL with the reason. */
typedef void (*ZpCertificateFunc) (ZpCertificate *certificate, const GError *error, gpointer data);

ZpCertificateRows *zp_certificate_rows_new (GtkListBox *list);
gboolean zp_certificate_rows_is_wanted (ZpCertificateRows *self);
void zp_certificate_rows_set (ZpCertificateRows *self, const char *path, const char *password);
void zp_certificate_rows_load (ZpCertificateRows *self,
                               GObject *holder,
                               ZpCertificateFunc func,
                               gpointer data);

G_END_DECLS
