/* SPDX-License-Identifier: GPL-3.0-or-later
 * Members of a report's file that this version does not know: kept, and written back in place. */
#pragma once

#include "base/zp-json.h"

G_BEGIN_DECLS

typedef struct _ZpUnknown ZpUnknown;

ZpUnknown *zp_unknown_new (void);
void zp_unknown_free (ZpUnknown *self);
gboolean zp_unknown_is_empty (const ZpUnknown *self);
gboolean zp_unknown_holds (const ZpUnknown *self, const char *place);
void zp_unknown_keep (ZpUnknown *self, const char *place, const char *after, const ZpJson *member);
void zp_unknown_write (const ZpUnknown *self,
                       const char *place,
                       const char *after,
                       ZpJsonWriter *writer);

gboolean zp_unknown_is_id (const ZpJson *member);

G_END_DECLS
