/* SPDX-License-Identifier: GPL-3.0-or-later
 * The files of a pack as a tree that can be changed, each value with the file and line it stands
 * in. */
#pragma once

#include "base/zp-json.h"

G_BEGIN_DECLS

/**
 * ZpNode:
 * @json: the value as it was read: kind, text, line; borrowed from its document
 * @file: "changsha-2021/data.json", interned
 * @key: name of the member when the parent is an object, else %NULL
 * @copied_from: key of the block or layout that "like" copied it from, or %NULL
 * @children: (owned) of #ZpNode for arrays and objects, else %NULL
 */
typedef struct _ZpNode ZpNode;
struct _ZpNode
{
  const ZpJson *json;
  const char *file;
  const char *key;
  const char *copied_from;
  GPtrArray *children;
};

ZpNode *zp_node_new (const ZpJson *json, const char *file);
ZpNode *zp_node_copy (const ZpNode *self);
ZpNode *zp_node_copy_empty (const ZpNode *self);
void zp_node_free (ZpNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpNode, zp_node_free)

ZpNode *zp_node_get (const ZpNode *self, const char *key);
const char *zp_node_get_text (const ZpNode *self, const char *key);
gboolean zp_node_get_flag (const ZpNode *self, const char *key, gboolean fallback);
int zp_node_get_int (const ZpNode *self, const char *key, int fallback);
ZpNode *zp_node_get_child (const ZpNode *self, guint i);
guint zp_node_count (const ZpNode *self);
gboolean zp_node_is (const ZpNode *self, ZpJsonKind kind);
const char *zp_node_text (const ZpNode *self);
gboolean zp_node_equal (const ZpNode *a, const ZpNode *b);

void zp_node_take_member (ZpNode *self, ZpNode *member);
void zp_node_remove_member (ZpNode *self, const char *key);
void zp_node_mark_copied (ZpNode *self, const char *from);

/* What is wrong with a pack. */
void
zp_problems_add (GPtrArray *problems, const ZpNode *at, gboolean warning, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
void zp_problems_add_near (GPtrArray *problems,
                           const ZpNode *at,
                           const char *nearest,
                           const char *format,
                           ...) G_GNUC_PRINTF (4, 5);
void zp_problems_add_in_file (GPtrArray *problems, const char *file, guint line, const char *text);
GPtrArray *zp_problems_new (void);
guint zp_problems_count_errors (const GPtrArray *problems);
void zp_problems_set_error (const GPtrArray *problems, GError **error);

G_END_DECLS
