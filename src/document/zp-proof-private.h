/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rules of the proof-reader on one text. */
#pragma once

#include "document/zp-doc-proof.h"

G_BEGIN_DECLS

/**
 * ZpProofText: a text that is read.
 * @text: UTF-8
 * @characters: of gunichar, ended by 0
 * @offsets: of gsize: where each begins in the text, and where the text ends
 * @typed: of gboolean: whether somebody wrote the character; figures are computed
 * @is_prose: it is a paragraph, not a heading or a cell
 * @year: of the report, or 0 when it is not known
 * @marks: of #ZpProofMark
 */
typedef struct
{
  const char *text;
  GArray *characters;
  GArray *offsets;
  GArray *typed;
  gboolean is_prose;
  int year;
  GPtrArray *marks;
} ZpProofText;

void zp_proof_read (ZpProofText *self);

gunichar zp_proof_find_simplified (gunichar character);

G_END_DECLS
