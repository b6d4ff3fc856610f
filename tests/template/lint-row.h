/* SPDX-License-Identifier: GPL-3.0-or-later
 * One fault put into a good pack, and what must be told about it. */
#pragma once

#include "pack-fixture.h"

G_BEGIN_DECLS

/* @old_text is replaced by @new_text in one file of a good pack; @place and @message are told. */
typedef struct
{
  const char *name;
  const char *file;
  const char *old_text;
  const char *new_text;
  const char *place;
  const char *message;
} LintRow;

void lint_row_check (const LintRow *row);
void lint_rows_add_tests (const LintRow *rows, gsize n_rows);

G_END_DECLS
