/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records of a report: JSON values that are kept without knowing what they mean. */
#pragma once

#include "base/zp-json.h"

G_BEGIN_DECLS

char *zp_record_to_text (const ZpJson *value);
char *zp_record_read (const char *path, const char *text, GError **error);
void zp_record_write (const char *key, const char *text, ZpJsonWriter *writer);

G_END_DECLS
