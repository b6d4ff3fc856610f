/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a new version of a pack renamed or dropped. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZpMigration:
 * @version: the version these changes lead to
 * @renamed: old id → new id
 * @dropped: old id → reason
 */
typedef struct
{
  int version;
  GHashTable *renamed;
  GHashTable *dropped;
} ZpMigration;

char *zp_migration_rename (const ZpMigration *self, const char *id, const char **reason);

G_END_DECLS
