/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which keys each object of a pack knows, and of which type their values are. */
#pragma once

#include "template/zp-pack-tree-private.h"

G_BEGIN_DECLS

/**
 * ZpObjectKind: the kinds of objects in a pack; a set where one of several may stand.
 */
typedef enum
{
  ZP_OBJECT_PACK = 1 << 0,
  ZP_OBJECT_MONEY = 1 << 1,
  ZP_OBJECT_PRINT = 1 << 2,
  ZP_OBJECT_SUBMIT = 1 << 3,
  ZP_OBJECT_CHANGE = 1 << 4,
  ZP_OBJECT_DATA = 1 << 5,
  ZP_OBJECT_FIELDS = 1 << 6,
  ZP_OBJECT_GRID = 1 << 7,
  ZP_OBJECT_TABLE = 1 << 8,
  ZP_OBJECT_ITEM = 1 << 9,
  ZP_OBJECT_COLUMN = 1 << 10,
  ZP_OBJECT_GRID_COLUMN = 1 << 11,
  ZP_OBJECT_CELL = 1 << 12,
  ZP_OBJECT_ROW = 1 << 13,
  ZP_OBJECT_SCALE = 1 << 14,
  ZP_OBJECT_PAGE = 1 << 15,
  ZP_OBJECT_CHECKS = 1 << 16,
  ZP_OBJECT_CHECK = 1 << 17,
  ZP_OBJECT_LAYOUTS = 1 << 18,
  ZP_OBJECT_LAYOUT = 1 << 19,
  ZP_OBJECT_REPEAT = 1 << 20,
  ZP_OBJECT_ENTRY = 1 << 21,
  ZP_OBJECT_DOCUMENT = 1 << 22,
  ZP_OBJECT_PART = 1 << 23,
  ZP_OBJECT_COVER = 1 << 24,
  ZP_OBJECT_SIGN = 1 << 25,
  ZP_OBJECT_SECTION = 1 << 26,
  ZP_OBJECT_TEXT = 1 << 27,
  ZP_OBJECT_SHOW = 1 << 28,
  ZP_OBJECT_SAMPLE = 1 << 29,
  ZP_OBJECT_EXPECT = 1 << 30,
  ZP_OBJECT_NOTES = 1u << 31,
} ZpObjectKind;

/** All that stands in data.json, checks.json, document.json and layouts.json, put together. */
#define ZP_OBJECT_CONTENT                                                                          \
  (ZP_OBJECT_DATA | ZP_OBJECT_CHECKS | ZP_OBJECT_DOCUMENT | ZP_OBJECT_LAYOUTS)

/**
 * ZpObjectName:
 * @id: what the object is known by, or %NULL
 * @word: what kind of object messages call it, not translated yet
 * @is_part: it is known within the object around it only
 */
typedef struct
{
  const char *id;
  const char *word;
  gboolean is_part;
} ZpObjectName;

extern const char *const zp_kind_words[];
extern const char *const zp_severity_words[];
extern const char *const zp_op_words[];
extern const char *const zp_missing_words[];
extern const char *const zp_note_words[];
extern const char *const zp_submit_words[];
extern const char *const zp_profile_words[];
extern const char *const zp_align_words[];
extern const char *const zp_scale_of_words[];

int zp_word_index (const char *word, const char *const *words, int fallback);
void zp_keys_check (ZpNode *object, guint kinds, gboolean merged, GPtrArray *problems);
const char *zp_node_get_id (const ZpNode *object);
const char *zp_node_get_id_key (const ZpNode *object);
ZpObjectName zp_object_get_name (const ZpNode *object, guint kinds);
char *zp_object_name_describe (const ZpObjectName *self, const char *parent_id);
char *zp_object_describe (const ZpNode *object, guint kinds, const char *parent_id);
guint zp_object_pick_kind (const ZpNode *object, guint kinds, const char **other);
gboolean zp_object_has_id (const ZpNode *object, guint kinds);
void
zp_object_report_no_id (const ZpNode *object, guint kinds, const char *where, GPtrArray *problems);

G_END_DECLS
