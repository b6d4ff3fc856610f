/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where packs are found: built in, and in the user's folder. */
#pragma once

#include "template/zp-pack.h"

G_BEGIN_DECLS

typedef struct _ZpPackStore ZpPackStore;

ZpPackStore *zp_pack_store_new (const char *user_folder);
ZpPackStore *zp_pack_store_new_default (void);
void zp_pack_store_free (ZpPackStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpPackStore, zp_pack_store_free)

const char *zp_pack_store_get_user_folder (const ZpPackStore *self);
char **zp_pack_store_list (ZpPackStore *self);
ZpPack *zp_pack_store_load (ZpPackStore *self, const char *id, int version, GError **error);
ZpPack *zp_pack_store_load_folder (ZpPackStore *self,
                                   const char *folder,
                                   GPtrArray *problems,
                                   GError **error);

/**
 * ZpProblem: one thing wrong with a pack.
 */
typedef struct
{
  char *file; /* "changsha-2021/data.json" */
  guint line; /* 0 = unknown */
  gboolean warning;
  char *message;
} ZpProblem;

void zp_problem_free (ZpProblem *self);
char *zp_problem_to_string (const ZpProblem *self);
void zp_problems_finish (GPtrArray *problems);

G_END_DECLS
