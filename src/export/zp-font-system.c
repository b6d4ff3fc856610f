/* SPDX-License-Identifier: GPL-3.0-or-later
 * Looks for faces through fontconfig. Loading its list of fonts takes longer than laying out a
 * report, so nothing here runs for a report the bundled faces cover. */
#include "export/zp-font-system-private.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

#define MAX_FAMILIES 8

/* Names under which the prescribed faces are sold or come with office programs. */
static const char *const office_families[ZP_FONT_N_ROLES][MAX_FAMILIES] = {
  [ZP_FONT_FANGSONG] = { "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "华文仿宋",
                         "方正仿宋_GBK" },
  [ZP_FONT_KAITI] = { "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "方正楷体_GBK" },
  [ZP_FONT_HEITI] = { "黑体", "SimHei", "华文黑体", "方正黑体_GBK" },
  [ZP_FONT_BIAOSONG] = { "方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "华文中宋" },
  [ZP_FONT_SONGTI] = { "宋体", "SimSun", "华文宋体" },
};

/* Free faces nearest to each role, for what the role's own face lacks. */
static const char *const similar_families[ZP_FONT_N_ROLES][MAX_FAMILIES] = {
  [ZP_FONT_FANGSONG] = { "Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC" },
  [ZP_FONT_KAITI] = { "LXGW WenKai", "AR PL UKai CN", "Noto Serif CJK SC", "Noto Sans CJK SC" },
  [ZP_FONT_HEITI] = { "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei" },
  [ZP_FONT_BIAOSONG] = { "Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC" },
  [ZP_FONT_SONGTI] = { "Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC" },
};

/**
 * UsualFile: a free face where distributions put it.
 * @role: the role it is the nearest to
 */
typedef struct
{
  ZpFontRole role;
  const char *file;
} UsualFile;

/* Of Debian, Fedora and Arch. In a collection the simplified Chinese face is found by its name. */
static const UsualFile usual_files[] = {
  { ZP_FONT_FANGSONG, "opentype/noto/NotoSerifCJK-Regular.ttc" },
  { ZP_FONT_FANGSONG, "google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc" },
  { ZP_FONT_FANGSONG, "noto-cjk/NotoSerifCJK-Regular.ttc" },
  { ZP_FONT_HEITI, "opentype/noto/NotoSansCJK-Regular.ttc" },
  { ZP_FONT_HEITI, "google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc" },
  { ZP_FONT_HEITI, "noto-cjk/NotoSansCJK-Regular.ttc" },
  { ZP_FONT_BIAOSONG, "opentype/noto/NotoSerifCJK-Bold.ttc" },
  { ZP_FONT_BIAOSONG, "google-noto-serif-cjk-fonts/NotoSerifCJK-Bold.ttc" },
  { ZP_FONT_BIAOSONG, "noto-cjk/NotoSerifCJK-Bold.ttc" },
};

#define SYSTEM_FONTS "/usr/share/fonts/"
#define MAX_FACES 16

/* Opens the face of a collection that has the family searched for first. */
static ZpFontFace *
open_usual_file (ZpFontRole role, const char *path)
{
  for (guint i = 0; i < MAX_FACES; i++)
    {
      ZpFontFace *face = zp_font_face_open (role, path, i, NULL);

      if (face == NULL || g_str_equal (face->family, similar_families[role][0]))
        return face;
      zp_font_face_free (face);
    }

  return NULL;
}

static ZpFontFace *
search_usual_files (ZpFontRole role, gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual_files); i++)
    {
      g_autofree char *path = g_strconcat (SYSTEM_FONTS, usual_files[i].file, NULL);
      ZpFontFace *face = usual_files[i].role == role ? open_usual_file (role, path) : NULL;

      if (face != NULL && zp_font_face_has (face, character))
        return face;
      zp_font_face_free (face);
    }

  return NULL;
}

static FcPattern *
make_pattern (ZpFontRole role, const char *const *families)
{
  FcPattern *pattern = FcPatternCreate ();

  for (guint i = 0; i < MAX_FAMILIES && families[i] != NULL; i++)
    FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) families[i]);
  FcPatternAddString (pattern, FC_LANG, (const FcChar8 *) "zh-cn");
  FcPatternAddInteger (pattern, FC_WEIGHT,
                       role == ZP_FONT_BIAOSONG ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger (pattern, FC_SLANT, FC_SLANT_ROMAN);
  return pattern;
}

static gboolean
has_family (FcPattern *font, const char *const *families)
{
  FcChar8 *name = NULL;

  for (int n = 0; FcPatternGetString (font, FC_FAMILY, n, &name) == FcResultMatch; n++)
    for (guint i = 0; i < MAX_FAMILIES && families[i] != NULL; i++)
      if (g_ascii_strcasecmp ((const char *) name, families[i]) == 0)
        return TRUE;

  return FALSE;
}

static gboolean
is_usable (FcPattern *font)
{
  FcBool outline = FcFalse;
  FcBool color = FcFalse;
  FcBool variable = FcFalse;

  FcPatternGetBool (font, FC_OUTLINE, 0, &outline);
  FcPatternGetBool (font, FC_COLOR, 0, &color);
  FcPatternGetBool (font, FC_VARIABLE, 0, &variable);
  return outline && !color && !variable;
}

static gboolean
has_character (FcPattern *font, gunichar character)
{
  FcCharSet *characters = NULL;

  if (FcPatternGetCharSet (font, FC_CHARSET, 0, &characters) != FcResultMatch)
    return FALSE;

  return FcCharSetHasChar (characters, character);
}

static ZpFontFace *
open_font (ZpFontRole role, FcPattern *font)
{
  FcChar8 *file = NULL;
  int index = 0;

  FcPatternGetInteger (font, FC_INDEX, 0, &index);
  if (FcPatternGetString (font, FC_FILE, 0, &file) != FcResultMatch || index < 0 ||
      index > G_MAXUINT16)
    return NULL;

  return zp_font_face_open (role, (const char *) file, (guint) index, NULL);
}

static ZpFontFace *
open_embeddable (ZpFontRole role, FcPattern *font)
{
  ZpFontFace *face = open_font (role, font);

  if (face != NULL && !face->embeddable)
    g_clear_pointer (&face, zp_font_face_free);
  return face;
}

/* Goes through the fonts of the system, the most similar first. */
static ZpFontFace *
search (ZpFontRole role, const char *const *families, gboolean family_needed, gunichar character)
{
  FcConfig *config = FcConfigReference (NULL);
  FcPattern *pattern = make_pattern (role, families);
  FcResult result = FcResultNoMatch;
  FcFontSet *fonts = NULL;
  ZpFontFace *face = NULL;

  FcConfigSubstitute (config, pattern, FcMatchPattern);
  FcDefaultSubstitute (pattern);
  fonts = FcFontSort (config, pattern, FcFalse, NULL, &result);
  for (int i = 0; fonts != NULL && i < fonts->nfont && face == NULL; i++)
    if (is_usable (fonts->fonts[i]) && (!family_needed || has_family (fonts->fonts[i], families)) &&
        has_character (fonts->fonts[i], character))
      face = open_embeddable (role, fonts->fonts[i]);

  if (fonts != NULL)
    FcFontSetDestroy (fonts);
  FcPatternDestroy (pattern);
  FcConfigDestroy (config);
  return face;
}

/* Regular ones only; a family may have italic and bold ones under the same name. */
static gboolean
is_plain (FcPattern *font)
{
  int slant = FC_SLANT_ROMAN;

  FcPatternGetInteger (font, FC_SLANT, 0, &slant);
  return slant == FC_SLANT_ROMAN && is_usable (font) && has_character (font, 0x4e00);
}

/* Listing the fonts of a family is quick; sorting all fonts by likeness is not. */
static ZpFontFace *
open_family (ZpFontRole role, const char *family)
{
  FcPattern *pattern = FcPatternCreate ();
  FcObjectSet *wanted = FcObjectSetBuild (FC_FILE, FC_INDEX, FC_SLANT, FC_OUTLINE, FC_COLOR,
                                          FC_VARIABLE, FC_CHARSET, NULL);
  FcFontSet *fonts = NULL;
  ZpFontFace *face = NULL;

  FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) family);
  fonts = FcFontList (NULL, pattern, wanted);
  for (int i = 0; fonts != NULL && i < fonts->nfont && face == NULL; i++)
    if (is_plain (fonts->fonts[i]))
      face = open_font (role, fonts->fonts[i]);

  if (fonts != NULL)
    FcFontSetDestroy (fonts);
  FcObjectSetDestroy (wanted);
  FcPatternDestroy (pattern);
  return face;
}

/* As the office calls it, which may be a name in another language than the one the
 * file gives first. */
static void
set_family (ZpFontFace *face, const char *family)
{
  g_free (face->family);
  face->family = g_strdup (family);
}

/**
 * zp_font_system_open_office:
 * @refused: of char*: names of installed faces that may not be embedded are added
 *
 * Returns: (transfer full) (nullable): the prescribed face of the role, when it is installed and
 *   its owner lets it be embedded
 */
ZpFontFace *
zp_font_system_open_office (ZpFontRole role, GPtrArray *refused)
{
  for (guint i = 0; i < MAX_FAMILIES && office_families[role][i] != NULL; i++)
    {
      ZpFontFace *face = open_family (role, office_families[role][i]);

      if (face != NULL && face->embeddable)
        {
          set_family (face, office_families[role][i]);
          return face;
        }
      if (face != NULL)
        g_ptr_array_add (refused, g_strdup (office_families[role][i]));
      zp_font_face_free (face);
    }

  return NULL;
}

/**
 * zp_font_system_open_similar:
 *
 * Returns: (transfer full) (nullable): a free Chinese face that can play the role
 */
ZpFontFace *
zp_font_system_open_similar (ZpFontRole role)
{
  return search (role, similar_families[role], TRUE, 0x4e00);
}

/**
 * zp_font_system_open_for:
 *
 * Looks at the usual places before it asks fontconfig, whose list takes longer to load than a
 * report to lay out.
 *
 * Returns: (transfer full) (nullable): any face of the system with the character, the most similar
 *   to the role first
 */
ZpFontFace *
zp_font_system_open_for (ZpFontRole role, gunichar character)
{
  ZpFontFace *face = search_usual_files (role, character);

  return face != NULL ? face : search (role, similar_families[role], FALSE, character);
}
