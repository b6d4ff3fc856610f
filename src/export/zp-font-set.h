/* SPDX-License-Identifier: GPL-3.0-or-later
 * The faces an official document is set in, by the role each plays. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZpFontRole:
 * @ZP_FONT_FANGSONG: 仿宋: body, headings of level 3 and 4, tables
 * @ZP_FONT_KAITI: 楷体: headings of level 2
 * @ZP_FONT_HEITI: 黑体: headings of level 1, table heads, annex marks
 * @ZP_FONT_BIAOSONG: 小标宋: titles
 * @ZP_FONT_SONGTI: 宋体: page numbers
 */
typedef enum
{
  ZP_FONT_FANGSONG,
  ZP_FONT_KAITI,
  ZP_FONT_HEITI,
  ZP_FONT_BIAOSONG,
  ZP_FONT_SONGTI,
} ZpFontRole;

#define ZP_FONT_N_ROLES 5

/**
 * ZpFontSetFlags:
 * @ZP_FONT_SET_BUNDLED: only the bundled faces, for the same bytes on every machine
 * @ZP_FONT_SET_OFFICE: the office's own faces (方正小标宋简体, 仿宋_GB2312 …) where installed
 */
typedef enum
{
  ZP_FONT_SET_BUNDLED = 0,
  ZP_FONT_SET_OFFICE = 1 << 0,
} ZpFontSetFlags;

typedef struct _ZpFontSet ZpFontSet;

ZpFontSet *zp_font_set_new (const char *const *folders, ZpFontSetFlags flags, GError **error);
void zp_font_set_free (ZpFontSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpFontSet, zp_font_set_free)

char **zp_font_set_list_folders (void);
guint zp_font_set_get_n_faces (ZpFontSet *self);
const char *zp_font_set_get_family (ZpFontSet *self, guint face);
const char *zp_font_set_get_file (ZpFontSet *self, guint face);
gboolean zp_font_set_is_substitute (ZpFontSet *self, guint face);
const GPtrArray *zp_font_set_get_refused (ZpFontSet *self);
GPtrArray *zp_font_set_tell (ZpFontSet *self);

G_END_DECLS
