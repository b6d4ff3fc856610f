/* SPDX-License-Identifier: GPL-3.0-or-later
 * Helpers for tests: folders, files, packs and commands, each failing the test when it does not
 * work. */
#pragma once

#include <gio/gio.h>

#include "template/zp-pack-store.h"

G_BEGIN_DECLS

/**
 * ZpTestRun: what a command did.
 * @status: its exit status, or -1 when a signal ended it
 */
typedef struct
{
  int status;
  char *out;
  char *err;
} ZpTestRun;

char *zp_test_make_folder (void);
void zp_test_remove_folder (const char *folder);
void zp_test_write (const char *folder, const char *name, const char *text);
char *zp_test_read (const char *path);
char *zp_test_source (const char *path);
ZpPack *zp_test_load_pack (const char *folder);
ZpTestRun *zp_test_run (const char *const *command, const char *input);
void zp_test_run_free (ZpTestRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpTestRun, zp_test_run_free)

G_END_DECLS
