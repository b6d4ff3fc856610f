/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a report begins: new, from a sample, from its file, from a damaged one. */
#pragma once

#include "session/zp-session.h"

G_BEGIN_DECLS

ZpSession *zp_session_start_new (
  ZpPack *pack, int year, const char *unit, const char *recovery_folder, GError **error);
ZpSession *zp_session_start_sample (ZpPack *pack,
                                    const ZpSample *sample,
                                    const char *recovery_folder,
                                    GError **error);
ZpSession *
zp_session_start_example (ZpPackStore *store, const char *recovery_folder, GError **error);
ZpSession *zp_session_start_file (ZpPackStore *store,
                                  const char *path,
                                  const char *recovery_folder,
                                  GError **error);
ZpSession *zp_session_start_damaged (ZpPackStore *store,
                                     const char *path,
                                     const char *recovery_folder,
                                     GError **error);

G_END_DECLS
