/* SPDX-License-Identifier: GPL-3.0-or-later
 * Numbers of headings: 一、（一）1.（1）. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Levels of headings that official documents know (GB/T 9704-2012, 7.3.3). */
#define ZP_DOC_LEVELS 4

/**
 * ZpDocNumbers: the last number given at each level. A plain value; all zero at the beginning.
 */
typedef struct
{
  int last[ZP_DOC_LEVELS];
} ZpDocNumbers;

char *zp_doc_numbers_next (ZpDocNumbers *self, int level, char **forms);
void zp_doc_numbers_skip (ZpDocNumbers *self, int level);

G_END_DECLS
