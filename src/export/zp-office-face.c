/* SPDX-License-Identifier: GPL-3.0-or-later
 * The five faces of official documents by the names office programs know. */
#include "export/zp-office-face-private.h"

static const ZpOfficeFace faces[ZP_FONT_N_ROLES] = {
  [ZP_FONT_FANGSONG] = { "仿宋_GB2312", "仿宋" },
  [ZP_FONT_KAITI] = { "楷体_GB2312", "楷体" },
  [ZP_FONT_HEITI] = { "黑体", "SimHei" },
  [ZP_FONT_BIAOSONG] = { "方正小标宋简体", "华文中宋" },
  [ZP_FONT_SONGTI] = { "宋体", "SimSun" },
};

/**
 * zp_office_face_get:
 * @role: what the face is for
 *
 * Returns: (transfer none): its names
 */
const ZpOfficeFace *
zp_office_face_get (ZpFontRole role)
{
  g_return_val_if_fail ((guint) role < ZP_FONT_N_ROLES, NULL);

  return &faces[role];
}
