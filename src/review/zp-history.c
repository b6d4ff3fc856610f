/* SPDX-License-Identifier: GPL-3.0-or-later
 * The audit trail of a report line by line. */
#include "review/zp-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/zp-anchor.h"
#include "review/zp-review-private.h"

static const struct
{
  const char *how;
  const char *label;
} labels[] = {
  { ZP_HOW_TYPED, N_ ("typed") },       { ZP_HOW_PASTED, N_ ("pasted") },
  { ZP_HOW_IMPORTED, N_ ("imported") }, { ZP_HOW_HINT, N_ ("hint accepted") },
  { ZP_HOW_UNDONE, N_ ("undone") },     { ZP_HOW_REDONE, N_ ("redone") },
  { ZP_HOW_REVIEW, N_ ("review") },     { ZP_HOW_MERGED, N_ ("merged") },
};

/** zp_history_get_how_label: how a change came about, in words. */
const char *
zp_history_get_how_label (const char *how)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].how, how) == 0)
      return _ (labels[i].label);
  return how;
}

/** zp_history_line_free: frees a line. */
void
zp_history_line_free (ZpHistoryLine *self)
{
  g_free (self->time);
  g_free (self->by);
  g_free (self->how);
  g_free (self->key);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
free_line (gpointer data)
{
  zp_history_line_free (data);
}

/* (transfer full) (nullable): a value, or the place of a row. */
static char *
get_side (const ZpJson *change, const char *value, const char *place)
{
  const ZpJson *member = zp_json_get (change, value);

  if (member == NULL)
    member = zp_json_get (change, place);
  return member != NULL ? g_strdup (member->text) : NULL;
}

/* What stands in a row belongs to the row, and all rows to their table. */
static gboolean
belongs_to (const char *key, const char *anchor)
{
  gsize length = strlen (anchor);

  return anchor[0] == '\0' || (strncmp (key, anchor, length) == 0 &&
                               (key[length] == '\0' || key[length] == '.' || key[length] == '#'));
}

static void
add_change (GPtrArray *lines, const ZpJson *entry, const ZpJson *change, const char *anchor)
{
  const char *key = change->kind == ZP_JSON_OBJECT ? zp_json_get_string (change, "id") : NULL;
  ZpHistoryLine *line;

  if (key == NULL || !belongs_to (key, anchor))
    return;
  line = g_new0 (ZpHistoryLine, 1);
  line->time = zp_review_get_text (entry, "time");
  line->by = g_strdup (zp_json_get_string (entry, "by"));
  line->how = g_strdup (zp_json_get_string (entry, "how"));
  line->key = g_strdup (key);
  line->before = get_side (change, "before", "from");
  line->after = get_side (change, "after", "to");
  g_ptr_array_add (lines, line);
}

static void
add_entry (GPtrArray *lines, const char *body, const char *anchor)
{
  g_autoptr (ZpJsonDoc) doc = zp_review_parse (body);
  const ZpJson *entry = doc != NULL ? zp_json_doc_get_root (doc) : NULL;
  const ZpJson *changes = entry != NULL ? zp_json_get (entry, "changes") : NULL;

  for (const ZpJson *change = changes != NULL ? changes->first : NULL; change != NULL;
       change = change->next)
    add_change (lines, entry, change, anchor);
}

/**
 * zp_history_list:
 * @id: (nullable): only what changed there: a cell, a row, a table, a passage; a name with the
 *   lasting number of a row that is gone, "projects#7", is accepted as well
 *
 * Returns: (transfer full) (nullable): of #ZpHistoryLine, the oldest first; %NULL with
 * %ZP_REVIEW_ERROR_PLACE
 */
GPtrArray *
zp_history_list (ZpReport *report, const char *id, GError **error)
{
  const ZpTrail *trail = zp_report_get_trail (report);
  g_autofree char *anchor = NULL;
  GPtrArray *lines;

  if (id == NULL)
    anchor = g_strdup ("");
  else if (strchr (id, '#') != NULL || strchr (id, ':') != NULL || strchr (id, '/') != NULL)
    anchor = g_strdup (id);
  else
    anchor = zp_anchor_from_id (report, id, error);
  if (anchor == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func (free_line);
  for (guint i = 0; i < zp_trail_count (trail); i++)
    add_entry (lines, zp_trail_get_body (trail, i), anchor);
  return lines;
}
