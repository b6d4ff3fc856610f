/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of places of a report, for everything that may be remarked on, change or be compared. */
#include "session/zp-place-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/zp-anchor.h"
#include "review/zp-remark.h"
#include "review/zp-review.h"
#include "review/zp-seen.h"
#include "session/zp-cell-facts-private.h"
#include "session/zp-sheet-figure.h"

#define NOTE_PREFIX "note:"
#define TRAIL "trail"

/** zp_place_block_name: (transfer full): what stands above a form or table. */
char *
zp_place_block_name (ZpSession *session, const ZpBlock *block)
{
  return zp_sheet_render_label (zp_session_get_report (session), block->label);
}

static const ZpPassage *
find_passage (ZpSession *session, const char *place)
{
  return zp_pack_find_passage_by_id (zp_session_get_pack (session), place);
}

static gboolean
section_has (const ZpSection *section, const ZpPassage *passage)
{
  for (guint i = 0; i < section->contents->len; i++)
    {
      const ZpContent *content = g_ptr_array_index (section->contents, i);

      if (content->kind == ZP_CONTENT_PASSAGE && content->passage == passage)
        return TRUE;
    }
  return FALSE;
}

static const ZpSection *
find_section (const GPtrArray *sections, const ZpPassage *passage)
{
  const ZpSection *found = NULL;

  for (guint i = 0; i < sections->len && found == NULL; i++)
    {
      const ZpSection *section = g_ptr_array_index (sections, i);

      found = section_has (section, passage) ? section : find_section (section->sections, passage);
    }
  return found;
}

static const ZpSection *
find_in_parts (ZpSession *session, const ZpPassage *passage)
{
  const GPtrArray *parts = zp_session_get_pack (session)->parts;
  const ZpSection *found = NULL;

  for (guint i = 0; i < parts->len && found == NULL; i++)
    {
      const ZpPart *part = g_ptr_array_index (parts, i);

      found = part->sections != NULL ? find_section (part->sections, passage) : NULL;
    }
  return found;
}

static char *
render (ZpSession *session, const ZpPhrase *phrase)
{
  return phrase != NULL ? zp_sheet_render_label (zp_session_get_report (session), phrase) : NULL;
}

static char *
name_passage (ZpSession *session, const ZpPassage *passage)
{
  const ZpSection *section = find_in_parts (session, passage);
  g_autofree char *own = render (session, passage->label);
  g_autofree char *heading = section != NULL ? render (session, section->heading) : NULL;

  if (own != NULL && *own != '\0')
    return g_strdup_printf (C_ ("a place in the text", "Text · %s"), own);
  if (heading != NULL && *heading != '\0')
    return g_strdup_printf (C_ ("a place in the text", "Text · %s"), heading);
  return g_strdup (passage->id);
}

static char *
name_remark (ZpSession *session, const char *id)
{
  g_autoptr (ZpRemark) remark = zp_remark_find (zp_session_get_report (session), id);
  g_autofree char *place = remark != NULL ? zp_place_name (session, remark->anchor) : NULL;

  if (place == NULL)
    return g_strdup (_ ("Remark"));
  return g_strdup_printf (C_ ("a place", "Remark · %s"), place);
}

static char *
name_record (ZpSession *session, const char *place)
{
  ZpStepKind step;

  if (strcmp (place, TRAIL) == 0)
    return g_strdup (_ ("the record of changes"));
  if (!g_str_has_prefix (place, ZP_RECORD_PREFIX))
    return NULL;
  if (zp_step_find_kind (place, &step))
    return g_strdup (zp_step_get_label (step));
  if (g_str_has_prefix (place, ZP_REMARK_PATH))
    return name_remark (session, place + strlen (ZP_REMARK_PATH));
  if (g_str_has_prefix (place, ZP_SEAL_PATH))
    return g_strdup (_ ("Signature"));
  if (g_str_has_prefix (place, ZP_SEEN_PATH))
    return g_strdup (_ ("Accepted point"));
  return g_strdup (_ ("Record of the review"));
}

static char *
name_note (ZpSession *session, const char *place)
{
  const ZpFinding *finding;

  if (!g_str_has_prefix (place, NOTE_PREFIX))
    return NULL;
  finding = zp_session_find (session, place + strlen (NOTE_PREFIX));
  return g_strdup_printf (C_ ("a place", "Note · %s"),
                          finding != NULL ? finding->title : place + strlen (NOTE_PREFIX));
}

static char *
name_block (ZpSession *session, const char *place)
{
  const ZpBlock *block = zp_pack_find_block (zp_session_get_pack (session), place);

  return block != NULL ? zp_place_block_name (session, block) : NULL;
}

/* A row without a name of its own is called by its number. */
static char *
name_row (ZpSession *session, const char *place, const char *label)
{
  const char *bracket = strchr (place, '[');
  g_autofree char *key = bracket != NULL ? g_strndup (place, (gsize) (bracket - place)) : NULL;
  g_autofree char *table = key != NULL ? name_block (session, key) : NULL;

  if (table == NULL || !g_str_has_suffix (place, "]"))
    return g_strdup (label);
  if (strcmp (label, place) == 0)
    return g_strdup_printf (_ ("%1$s · row %2$d"), table, atoi (bracket + 1) + 1);
  return g_strdup_printf ("%s · %s", table, label);
}

/* (transfer full) (nullable): of a row that is gone. */
static char *
name_gone (ZpSession *session, const char *place)
{
  const char *number = strchr (place, '#');
  g_autofree char *key = number != NULL ? g_strndup (place, (gsize) (number - place)) : NULL;
  g_autofree char *table = key != NULL ? name_block (session, key) : NULL;

  if (table == NULL)
    return NULL;
  return g_strdup_printf (_ ("%s · a row that was removed"), table);
}

static char *
name_anchor (ZpSession *session, const char *place)
{
  ZpReport *report = zp_session_get_report (session);
  g_autofree char *id = zp_anchor_to_id (report, place);
  g_autofree char *label = NULL;
  ZpCell cell;

  if (id == NULL)
    return name_gone (session, place);
  if (zp_report_find_cell (report, id, &cell, NULL))
    return zp_cell_facts_get_name (session, cell);
  label = zp_anchor_get_label (report, place);
  return name_row (session, id, label);
}

/**
 * zp_place_name:
 * @place: a cell, a row, a form or table, a passage, "report", "note:…", "trail" or a record; rows
 *   by their place or by their lasting number
 *
 * Returns: (transfer full): what people call it
 */
char *
zp_place_name (ZpSession *session, const char *place)
{
  const ZpPassage *passage;
  char *name;

  g_return_val_if_fail (ZP_IS_SESSION (session) && place != NULL, NULL);

  passage = find_passage (session, place);
  if (passage != NULL)
    return name_passage (session, passage);
  name = name_record (session, place);
  if (name == NULL)
    name = name_note (session, place);
  if (name == NULL)
    name = name_block (session, place);
  if (name == NULL)
    name = name_anchor (session, place);
  return name != NULL ? name : g_strdup (place);
}

/* (transfer full) (nullable): a row or a table is shown by its first cell. */
static char *
first_cell_of (ZpSession *session, const char *id)
{
  const ZpPack *pack = zp_session_get_pack (session);
  const char *bracket = strchr (id, '[');
  g_autofree char *key = bracket != NULL ? g_strndup (id, (gsize) (bracket - id)) : g_strdup (id);
  const ZpBlock *block = zp_pack_find_block (pack, key);
  int row = bracket != NULL ? atoi (bracket + 1) : 0;

  if (block == NULL || row >= zp_report_count_rows (zp_session_get_report (session), block->index))
    return NULL;
  for (int column = 0; column < (int) zp_block_count_columns (block); column++)
    if (zp_block_get_cell (block, row, column) != NULL)
      return zp_pack_format_id (pack, zp_cell (block->index, row, column));
  return NULL;
}

static char *
target_of_note (ZpSession *session, const char *place)
{
  const ZpFinding *finding = zp_session_find (session, place + strlen (NOTE_PREFIX));

  return finding != NULL ? g_strdup (finding->cells[0]) : NULL;
}

/**
 * zp_place_target:
 * @place: see zp_place_name()
 *
 * Returns: (transfer full) (nullable): what "win.go-to" takes; %NULL where there is nothing to see
 */
char *
zp_place_target (ZpSession *session, const char *place)
{
  ZpReport *report = zp_session_get_report (session);
  g_autofree char *id = NULL;
  ZpCell cell;

  if (g_str_has_prefix (place, NOTE_PREFIX))
    return target_of_note (session, place);
  id = zp_anchor_to_id (report, place);
  if (id == NULL || strcmp (id, ZP_ANCHOR_REPORT) == 0)
    return NULL;
  if (find_passage (session, id) != NULL || zp_report_find_cell (report, id, &cell, NULL))
    return g_steal_pointer (&id);
  return first_cell_of (session, id);
}

/**
 * zp_place_say_value:
 * @kept: (nullable): a value of @place as files and the history keep it
 *
 * Returns: (transfer full) (nullable): a figure with commas and unit; anything else as it is
 */
char *
zp_place_say_value (ZpSession *session, const char *place, const char *kept)
{
  ZpReport *report = zp_session_get_report (session);
  g_autofree char *id = zp_anchor_to_id (report, place);
  g_auto (ZpCellContent) content = { 0 };
  const ZpCellDef *def;
  ZpCell cell;

  if (kept == NULL || id == NULL || !zp_report_find_cell (report, id, &cell, NULL))
    return g_strdup (kept);
  def = zp_pack_get_cell (zp_session_get_pack (session), cell);
  if (!zp_cell_content_from_text (&content, def, kept, NULL))
    return g_strdup (kept);
  return zp_cell_facts_say (report, cell, &content);
}
