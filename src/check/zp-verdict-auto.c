/* SPDX-License-Identifier: GPL-3.0-or-later
 * Checks that follow from a definition by itself: filled, in range, not too long, unique,
 * referring. */
#include <string.h>

#include "base/zp-text.h"
#include "check/zp-finding-words-private.h"
#include "check/zp-verdict-private.h"

static const ZpCellContent *
content_at (ZpReport *report, const ZpCheckDef *check, int row)
{
  const ZpCellValue *value = zp_report_get_value (report, zp_check_get_cell (check, row));

  return value != NULL ? zp_cell_value_in_force (value) : NULL;
}

static ZpState
state_of (gboolean holds)
{
  return holds ? ZP_STATE_HOLDS : ZP_STATE_FAILS;
}

static ZpState
in_range (const ZpCellDef *def, const ZpCellContent *content)
{
  if (content->state != ZP_CONTENT_FIGURE)
    return ZP_STATE_SKIPPED;
  return state_of ((!def->has_min || zp_decimal_compare (content->number, def->min) >= 0) &&
                   (!def->has_max || zp_decimal_compare (content->number, def->max) <= 0));
}

static ZpState
not_too_long (const char *text, int length)
{
  if (text == NULL || *text == '\0')
    return ZP_STATE_SKIPPED;
  return state_of (zp_text_count_characters (text) <= (gsize) length);
}

/* What is counted is what is printed: not the braces, but the figures that stand for them.
 *
 * Returns: (transfer full) (nullable): a passage of the clerk's as it reads */
static char *
read_passage (ZpReport *report, const ZpCheckDef *check)
{
  const ZpPack *pack = zp_report_get_pack (report);
  const ZpPassage *passage = zp_pack_find_passage (pack, check->passage);
  const char *text = zp_report_get_passage (report, passage->id);
  g_autoptr (ZpPhrase) phrase = NULL;

  if (text == NULL || strchr (text, '{') == NULL)
    return g_strdup (text);

  phrase = zp_pack_read_passage (pack, passage, text);
  return zp_finding_render (report, check, 0, phrase);
}

/* Characters of the passage of a check, as it is printed. */
gsize
zp_check_count_characters (ZpReport *report, const ZpCheckDef *check)
{
  g_autofree char *text = read_passage (report, check);

  return text != NULL ? zp_text_count_characters (text) : 0;
}

static ZpState
of_passage (ZpReport *report, const ZpCheckDef *check)
{
  g_autofree char *text = read_passage (report, check);

  if (check->kind == ZP_CHECK_LENGTH)
    return not_too_long (text, check->passage_length);
  return state_of (text != NULL && *text != '\0');
}

/* .required, .range, .length */
ZpState
zp_verdict_of_cell (ZpReport *report, const ZpCheckDef *check, int row)
{
  const ZpCellContent *content;

  if (check->passage != NULL)
    return of_passage (report, check);
  content = content_at (report, check, row);
  if (content == NULL)
    return ZP_STATE_SKIPPED;
  if (check->kind == ZP_CHECK_REQUIRED)
    return state_of (content->state != ZP_CONTENT_EMPTY);
  if (check->kind == ZP_CHECK_RANGE)
    return in_range (check->def, content);
  return not_too_long (content->text, check->def->length);
}

static ZpState
is_unique (ZpReport *report, const ZpCheckDef *check, int row)
{
  const ZpScope *scope = zp_report_get_scope (report);
  const ZpCellContent *content = content_at (report, check, row);
  int n_rows = 0;

  if (content == NULL || content->text == NULL)
    return ZP_STATE_SKIPPED;
  scope->rows_where (scope, check->def->cell.block, check->def->cell.column, content->text,
                     &n_rows);
  return state_of (n_rows <= 1);
}

static gboolean
refers_to_row (ZpReport *report, const ZpCellDef *def, const char *text)
{
  const ZpBlock *target = zp_pack_get_block (zp_report_get_pack (report), def->to_block);
  const ZpScope *scope = zp_report_get_scope (report);
  guint64 number;
  int n_rows = zp_report_count_rows (report, def->to_block);

  if (n_rows == 0)
    return FALSE;
  if (def->to_number)
    return g_ascii_string_to_unsigned (text, 10, 1, (guint64) n_rows, &number, NULL);
  scope->rows_where (scope, def->to_block, target->key_column, text, &n_rows);
  return n_rows > 0;
}

static ZpState
is_referring (ZpReport *report, const ZpCheckDef *check, int row)
{
  const ZpCellContent *content = content_at (report, check, row);

  if (content == NULL || content->text == NULL)
    return ZP_STATE_SKIPPED;
  return state_of (refers_to_row (report, check->def, content->text));
}

static ZpState
has_rows (ZpReport *report, const ZpCheckDef *check)
{
  const ZpBlock *block = zp_pack_get_block (zp_report_get_pack (report), check->def->cell.block);
  int n_rows = zp_report_count_rows (report, block->index);

  return state_of (n_rows >= block->min_rows &&
                   (block->max_rows == 0 || n_rows <= block->max_rows));
}

/* .unique, .ref, .rows */
ZpState
zp_verdict_of_table (ZpReport *report, const ZpCheckDef *check, int row)
{
  if (check->kind == ZP_CHECK_UNIQUE)
    return is_unique (report, check, row);
  if (check->kind == ZP_CHECK_REF)
    return is_referring (report, check, row);
  return has_rows (report, check);
}
