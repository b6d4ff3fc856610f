/* SPDX-License-Identifier: GPL-3.0-or-later
 * Outlines in the Compact Font Format (Adobe Technical Note 5176). */
#pragma once

#include <hb.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/** Operators of DICTs; those of two bytes begin with 12. */
#define ZP_CFF_CHARSET 15
#define ZP_CFF_CHAR_STRINGS 17
#define ZP_CFF_PRIVATE 18
#define ZP_CFF_SUBRS 19
#define ZP_CFF_ROS (12 << 8 | 30)
#define ZP_CFF_FD_ARRAY (12 << 8 | 36)
#define ZP_CFF_FD_SELECT (12 << 8 | 37)

/** ZpCffReader: reads only inside its bytes; past the end everything is 0 and it has failed. */
typedef struct
{
  const guint8 *bytes;
  gsize length;
  gsize at;
  gboolean failed;
} ZpCffReader;

/**
 * ZpCffIndex: a list of stretches of bytes.
 * @start @end: where the whole list stands
 * @size: of an offset, in bytes; @base: what offsets count from
 */
typedef struct
{
  guint count;
  gsize start;
  gsize end;
  gsize base;
  guint size;
} ZpCffIndex;

/** ZpCffSpan: bytes from @start to before @end. */
typedef struct
{
  gsize start;
  gsize end;
} ZpCffSpan;

/**
 * ZpCffEntry: an operator of a DICT.
 * @span: with its operands
 * @operands: the last two, the last one second
 */
typedef struct
{
  guint op;
  ZpCffSpan span;
  gint32 operands[2];
} ZpCffEntry;

guint32 zp_cff_read_number (ZpCffReader *self, guint n_bytes);
void zp_cff_read_index (ZpCffReader *self, ZpCffIndex *index);
ZpCffSpan zp_cff_get_member (ZpCffReader *self, const ZpCffIndex *index, guint i);
gboolean zp_cff_read_entry (ZpCffReader *self, gsize end, ZpCffEntry *entry);

GArray *zp_cff_read_cids (const guint8 *bytes, gsize length, guint n_glyphs);
GBytes *zp_cff_subset (const guint8 *bytes, gsize length, const hb_set_t *glyphs);

G_END_DECLS
