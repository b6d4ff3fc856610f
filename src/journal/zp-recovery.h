/* SPDX-License-Identifier: GPL-3.0-or-later
 * Unsaved work kept on the disk: batches appended as they are done, read back after a crash. */
#pragma once

#include <gio/gio.h>

#include "journal/zp-change.h"

G_BEGIN_DECLS

#define ZP_RECOVERY_ERROR (zp_recovery_error_quark ())
GQuark zp_recovery_error_quark (void);

/**
 * ZpRecoveryError:
 * @ZP_RECOVERY_ERROR_READ: the file cannot be read or is damaged
 * @ZP_RECOVERY_ERROR_WRITE: unsaved work cannot be kept on the disk
 * @ZP_RECOVERY_ERROR_IN_USE: a running program keeps the unsaved work of this document
 * @ZP_RECOVERY_ERROR_LEFT: unsaved work of this document was left by a program that ended early; it
 *   has to be taken over or thrown away first
 */
typedef enum
{
  ZP_RECOVERY_ERROR_READ,
  ZP_RECOVERY_ERROR_WRITE,
  ZP_RECOVERY_ERROR_IN_USE,
  ZP_RECOVERY_ERROR_LEFT,
} ZpRecoveryError;

typedef struct _ZpRecovery ZpRecovery;

ZpRecovery *zp_recovery_create (const char *folder, const char *document, GError **error);
ZpRecovery *zp_recovery_resume (const char *path, GError **error);
gboolean zp_recovery_append (ZpRecovery *self, const ZpBatch *batch, GError **error);
gboolean zp_recovery_sync (ZpRecovery *self, GError **error);
void zp_recovery_discard (ZpRecovery *self);
void zp_recovery_close (ZpRecovery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpRecovery, zp_recovery_close)
const char *zp_recovery_get_path (const ZpRecovery *self);

char **zp_recovery_list (const char *folder);
GPtrArray *zp_recovery_read (const char *path, char **document, GError **error);

G_END_DECLS
