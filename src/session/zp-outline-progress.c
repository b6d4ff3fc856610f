/* SPDX-License-Identifier: GPL-3.0-or-later
 * How far each place of a report is: what is filled in, what is missing, what is wrong. */
#include <string.h>

#include "session/zp-outline-private.h"

typedef struct
{
  ZpOutline *outline;
  ZpReport *report;
  ZpProgress *progress;
} Counter;

static void
count_entry (ZpProgress *progress, gboolean is_filled, gboolean is_required)
{
  progress->filled += is_filled ? 1 : 0;
  progress->missing += !is_filled && is_required ? 1 : 0;
  progress->expected += is_filled || is_required ? 1 : 0;
}

static void
count_cell (const Counter *self, const ZpCellDef *def, ZpCell cell)
{
  const ZpCellValue *value = zp_report_get_value (self->report, cell);

  count_entry (self->progress, zp_cell_value_in_force (value)->state != ZP_CONTENT_EMPTY,
               def->required);
}

static void
count_row (const Counter *self, const ZpBlock *block, int row)
{
  int at = block->kind == ZP_BLOCK_TABLE ? 0 : row;

  for (guint column = 0; column < zp_block_count_columns (block); column++)
    {
      const ZpCellDef *def = zp_block_get_cell (block, at, (int) column);

      if (def != NULL && def->entry != ZP_ENTRY_COMPUTED)
        count_cell (self, def, zp_cell (block->index, row, (int) column));
    }
}

static void
count_page (const Counter *self, const ZpPage *page)
{
  const ZpPack *pack = zp_report_get_pack (self->report);

  for (guint i = 0; i < page->blocks->len; i++)
    {
      const ZpBlock *block = zp_pack_get_block (pack, g_array_index (page->blocks, int, i));
      int n_rows = zp_report_count_rows (self->report, block->index);

      for (int row = 0; row < n_rows; row++)
        count_row (self, block, row);
    }
}

/* What the program writes needs nobody; a text for each row is asked for where the rows are. */
static void
count_passage (const ZpContent *content, gboolean is_repeated, gpointer data)
{
  const Counter *self = data;
  const ZpPassage *passage = content->passage;
  const char *typed;

  if (passage == NULL || is_repeated)
    return;
  typed = zp_report_get_passage (self->report, passage->id);
  count_entry (self->progress,
               passage->templates != NULL || (typed != NULL && typed[strspn (typed, " \n")] != 0),
               passage->required);
}

static guint
count_rows (const Counter *self, const ZpSection *section)
{
  guint n_rows =
    section->each_block >= 0 ? (guint) zp_report_count_rows (self->report, section->each_block) : 0;

  for (guint i = 0; section->sections != NULL && i < section->sections->len; i++)
    n_rows += count_rows (self, g_ptr_array_index (section->sections, i));
  return n_rows;
}

static void
count_section (const Counter *self, const ZpSection *section)
{
  zp_section_foreach_content (section, FALSE, count_passage, (gpointer) self);
  self->progress->rows += count_rows (self, section);
}

static void
count_place (Counter *self, guint index)
{
  const ZpPlace *place = zp_outline_get (self->outline, index);

  if (!zp_outline_is_shown (self->outline, index))
    return;
  self->progress = &g_array_index (self->outline->progress, ZpProgress, index);
  if (place->page != NULL)
    count_page (self, place->page);
  if (place->section != NULL)
    count_section (self, place->section);
}

static void
count_finding (ZpProgress *progress, const ZpFinding *finding)
{
  if (finding->severity == ZP_SEVERITY_ERROR)
    progress->errors++;
  else if (finding->severity == ZP_SEVERITY_WARNING && !finding->note_valid)
    progress->warnings++;
  else if (finding->severity == ZP_SEVERITY_ROUNDING)
    progress->roundings++;
}

static int
place_of_finding (const ZpOutline *self, const ZpFinding *finding)
{
  ZpCell cell;

  if (zp_finding_get_culprit (finding, &cell))
    return zp_outline_find_block (self, cell.block);
  return finding->cells[0] != NULL ? zp_outline_find_passage (self, finding->cells[0]) : -1;
}

static void
count_findings (ZpOutline *self)
{
  const GPtrArray *findings = zp_session_get_findings (self->session);

  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);
      int place = place_of_finding (self, finding);

      count_finding (&self->total, finding);
      if (place >= 0)
        count_finding (&g_array_index (self->progress, ZpProgress, place), finding);
    }
}

static void
add_to_total (ZpOutline *self, const ZpProgress *progress)
{
  self->total.filled += progress->filled;
  self->total.expected += progress->expected;
  self->total.missing += progress->missing;
}

/** zp_outline_count_progress: counts everything, unless nothing changed since. */
void
zp_outline_count_progress (ZpOutline *self)
{
  Counter counter = { .outline = self, .report = zp_session_get_report (self->session) };

  if (self->is_counted)
    return;
  self->is_counted = TRUE;
  g_array_set_size (self->progress, 0);
  g_array_set_size (self->progress, self->places->len);
  memset (&self->total, 0, sizeof self->total);
  for (guint i = 0; i < self->places->len; i++)
    {
      count_place (&counter, i);
      add_to_total (self, &g_array_index (self->progress, ZpProgress, i));
    }
  count_findings (self);
}
