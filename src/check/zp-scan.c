/* SPDX-License-Identifier: GPL-3.0-or-later
 * Texts searched for words that do not belong there: other years, common slips of the pen. */
#include "check/zp-scan.h"

#include <stdlib.h>
#include <string.h>

#include "check/zp-verdict-private.h"

/* @passage: what is searched now, or %NULL when it is @cell */
typedef struct
{
  ZpReport *report;
  const ZpCheckDef *check;
  int year; /* of the report, 0 when it says none */
  ZpCell cell;
  const ZpPassage *passage;
  GPtrArray *hits;
} Scan;

static void
hit_free (ZpScanHit *hit)
{
  g_free (hit->id);
  g_free (hit->found);
  g_free (hit);
}

static void
add_hit (Scan *self, char *found, const char *right)
{
  ZpScanHit *hit = g_new0 (ZpScanHit, 1);

  hit->id = self->passage != NULL
              ? g_strdup (self->passage->id)
              : zp_pack_format_id (zp_report_get_pack (self->report), self->cell);
  hit->found = found;
  hit->right = right;
  g_ptr_array_add (self->hits, hit);
}

/* Numbers and titles of documents keep their years: 财预〔2020〕10号, 《…2019—2021…》. */
static const char *
skip_quoted (const char *text)
{
  static const struct
  {
    gunichar open; /* 〔 and 《 */
    const char *close;
  } pairs[] = { { 0x3014, "〕" }, { 0x300a, "》" } };
  gunichar c = g_utf8_get_char (text);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (c == pairs[i].open)
      {
        const char *end = strstr (text, pairs[i].close);

        return end != NULL ? end + strlen (pairs[i].close) : NULL;
      }
  return NULL;
}

static gboolean
is_year (const char *digits, gsize length)
{
  return length == 4 && (strncmp (digits, "19", 2) == 0 || strncmp (digits, "20", 2) == 0);
}

static gboolean
is_expected_year (const Scan *self, int year)
{
  return ABS (year - self->year) <= 1;
}

static void
scan_digits (Scan *self, const char *digits, gsize length)
{
  if (!is_year (digits, length) || !g_str_has_prefix (digits + length, "年"))
    return;
  if (!is_expected_year (self, atoi (digits)))
    add_hit (self, g_strndup (digits, length), NULL);
}

static void
scan_years (Scan *self, const char *text)
{
  while (*text != '\0')
    {
      const char *after = skip_quoted (text);
      gsize length = g_ascii_isdigit (*text) ? strspn (text, "0123456789") : 0;

      if (after != NULL)
        {
          text = after;
          continue;
        }
      if (length > 0)
        scan_digits (self, text, length);
      text += length > 0 ? length : (gsize) (g_utf8_next_char (text) - text);
    }
}

static void
scan_words (Scan *self, const char *text)
{
  const GPtrArray *words = self->check->words;

  for (guint i = 0; i + 1 < words->len; i += 2)
    if (strstr (text, g_ptr_array_index (words, i)) != NULL)
      add_hit (self, g_strdup (g_ptr_array_index (words, i)), g_ptr_array_index (words, i + 1));
}

static void
scan_text (Scan *self, const char *text)
{
  if (text == NULL)
    return;
  if (self->check->kind == ZP_CHECK_SCAN_WORDS)
    scan_words (self, text);
  else if (self->year != 0)
    scan_years (self, text);
}

static void
scan_cell (Scan *self, ZpCell cell)
{
  const ZpPack *pack = zp_report_get_pack (self->report);
  const ZpCellDef *def = zp_pack_get_cell (pack, cell);

  if (def == NULL || def->kind != ZP_KIND_TEXT)
    return;
  self->cell = cell;
  scan_text (self, zp_report_get_value (self->report, cell)->typed.text);
}

static void
scan_cells (Scan *self, const ZpBlock *block)
{
  int n_rows = zp_report_count_rows (self->report, block->index);

  for (int row = 0; row < n_rows; row++)
    for (guint column = 0; column < zp_block_count_columns (block); column++)
      scan_cell (self, zp_cell (block->index, row, (int) column));
}

static int
report_year (ZpReport *report)
{
  const ZpScope *scope = zp_report_get_scope (report);
  ZpValue value = { 0 };
  ZpCell cell;

  if (zp_pack_parse_id (zp_report_get_pack (report), "report.year", &cell, NULL))
    scope->get (scope, cell, &value);
  return value.kind == ZP_VALUE_NUMBER ? (int) (value.number.num / value.number.den) : 0;
}

/**
 * zp_scan:
 * @check: a scan for years or words
 *
 * Searches every text that a person typed. Years are those of the report year, the one before and
 * the one after; others are found unless they stand in 〔〕 or 《》.
 *
 * Returns: (transfer full): of #ZpScanHit
 */
GPtrArray *
zp_scan (ZpReport *report, const ZpCheckDef *check)
{
  const ZpPack *pack = zp_report_get_pack (report);
  Scan scan = { .report = report, .check = check, .year = report_year (report) };

  scan.hits = g_ptr_array_new_with_free_func ((GDestroyNotify) hit_free);
  for (guint i = 0; i < pack->blocks->len; i++)
    scan_cells (&scan, zp_pack_get_block (pack, (int) i));
  for (guint i = 0; i < pack->passages->len; i++)
    {
      scan.passage = g_ptr_array_index (pack->passages, i);
      scan_text (&scan, zp_report_get_passage (report, scan.passage->id));
    }
  return scan.hits;
}

ZpState
zp_verdict_of_scan (ZpReport *report, const ZpCheckDef *check)
{
  g_autoptr (GPtrArray) hits = zp_scan (report, check);

  return hits->len == 0 ? ZP_STATE_HOLDS : ZP_STATE_FAILS;
}
