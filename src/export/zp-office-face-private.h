/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of the faces in files that name faces and leave it to the reader to have them. */
#pragma once

#include "export/zp-font-set.h"

G_BEGIN_DECLS

/**
 * ZpOfficeFace:
 * @name: under which offices have the face; office programs match the Chinese name only
 * @other: name of the same or a like face, tried next
 */
typedef struct
{
  const char *name;
  const char *other;
} ZpOfficeFace;

const ZpOfficeFace *zp_office_face_get (ZpFontRole role);

G_END_DECLS
