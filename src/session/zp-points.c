/* SPDX-License-Identifier: GPL-3.0-or-later
 * What of a report needs a person to look at it: not forty pages but these points. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-time.h"
#include "review/zp-anchor.h"
#include "review/zp-history.h"
#include "review/zp-review.h"
#include "review/zp-seen.h"
#include "session/zp-place-name.h"
#include "session/zp-points-private.h"

static const struct
{
  const char *id;
  const char *label;
} kinds[ZP_N_POINT_KINDS] = {
  [ZP_POINT_FINDING] = { "finding", N_ ("Errors and explained warnings") },
  [ZP_POINT_CHANGE] = { "change", N_ ("Changed since the last look") },
  [ZP_POINT_TARGET] = { "target", N_ ("Targets missed, with the reasons") },
  [ZP_POINT_FAR] = { "far", N_ ("Far from last year") },
  [ZP_POINT_SAME] = { "same", N_ ("Same as last year") },
  [ZP_POINT_ROUND] = { "round", N_ ("Unusually round") },
  [ZP_POINT_TEXT] = { "text", N_ ("Text as last year") },
  [ZP_POINT_SOURCE] = { "source", N_ ("Figures without a source") },
};

/** zp_point_kind_get_label: the heading of a group. */
const char *
zp_point_kind_get_label (ZpPointKind kind)
{
  return _ (kinds[kind].label);
}

static void
point_free (gpointer data)
{
  ZpPoint *self = data;

  g_free (self->id);
  g_free (self->place);
  g_free (self->target);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->print);
  g_free (self->accepted_by);
  g_free (self);
}

static void
find_acceptance (ZpPoint *self, ZpReport *report)
{
  g_autoptr (ZpSeen) seen = zp_seen_find (report, self->id);
  g_autofree char *time = NULL;

  if (seen == NULL)
    return;
  self->is_void = strcmp (seen->print, self->print) != 0;
  if (self->is_void)
    return;
  time = zp_time_say (seen->time);
  self->accepted_by = g_strdup_printf (_ ("Accepted by %1$s, %2$s"), seen->by, time);
}

/**
 * zp_point_list_add:
 * @place: see zp_place_name()
 * @title @detail @print: (transfer full); @detail may be %NULL
 */
ZpPoint *
zp_point_list_add (
  ZpPointList *self, ZpPointKind kind, const char *place, char *title, char *detail, char *print)
{
  g_autofree char *anchor = zp_anchor_from_id (self->report, place, NULL);
  ZpPoint *point = g_new0 (ZpPoint, 1);

  point->kind = kind;
  point->id = g_strdup_printf ("%s:%s", kinds[kind].id, anchor != NULL ? anchor : place);
  point->place = anchor != NULL ? g_strdup (place) : NULL;
  point->target = zp_place_target (self->session, place);
  point->title = title;
  point->detail = detail;
  point->print = print;
  find_acceptance (point, self->report);
  g_ptr_array_add (self->points, point);
  return point;
}

static char *
show_cells (ZpPointList *self, const ZpFinding *finding)
{
  g_autoptr (GString) shown = g_string_new (finding->note != NULL ? finding->note->text : "");
  ZpCell cell;

  for (guint i = 0; finding->cells[i] != NULL; i++)
    if (zp_report_find_cell (self->report, finding->cells[i], &cell, NULL))
      {
        g_autofree char *figure = zp_report_show (self->report, cell);

        g_string_append_printf (shown, "|%s", figure);
      }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static char *
tell_finding (const ZpFinding *finding)
{
  if (finding->note == NULL)
    return g_strdup (finding->message);
  return g_strdup_printf (finding->note_valid
                            ? C_ ("a finding and its note", "%1$s\nNote by %2$s: %3$s")
                            : C_ ("a finding and its note", "%1$s\nVoid note by %2$s: %3$s"),
                          finding->message, finding->note->author, finding->note->text);
}

static gboolean
needs_look (const ZpFinding *finding)
{
  return finding->check->kind != ZP_CHECK_REQUIRED &&
         (finding->severity == ZP_SEVERITY_ERROR || finding->severity == ZP_SEVERITY_WARNING);
}

static void
add_finding (ZpPointList *self, const ZpFinding *finding)
{
  const char *place = finding->cells[0] != NULL ? finding->cells[0] : ZP_ANCHOR_REPORT;
  ZpPoint *point = zp_point_list_add (self, ZP_POINT_FINDING, place, g_strdup (finding->title),
                                      tell_finding (finding), show_cells (self, finding));

  g_free (point->id);
  g_clear_pointer (&point->accepted_by, g_free);
  point->is_void = FALSE;
  point->id = g_strdup_printf ("%s:%s", kinds[ZP_POINT_FINDING].id, finding->id);
  find_acceptance (point, self->report);
}

static void
add_findings (ZpPointList *self)
{
  const GPtrArray *findings = zp_session_get_findings (self->session);

  for (guint i = 0; i < findings->len; i++)
    if (needs_look (g_ptr_array_index (findings, i)))
      add_finding (self, g_ptr_array_index (findings, i));
}

/* Where in the history the report was last returned; its end when it never was. */
static guint
find_last_look (const GPtrArray *lines)
{
  for (guint i = lines->len; i > 0; i--)
    {
      const ZpHistoryLine *line = g_ptr_array_index (lines, i - 1);
      ZpStepKind kind;

      if (line->after != NULL && zp_step_find_kind (line->key, &kind) && kind == ZP_STEP_RETURN)
        return i;
    }
  return lines->len;
}

static gboolean
is_of_content (const ZpHistoryLine *line)
{
  return !g_str_has_prefix (line->key, ZP_RECORD_PREFIX);
}

/* (transfer container): key → the first #ZpHistoryLine since the last look, whose “after” is the
 * last. */
static GPtrArray *
join_lines (const GPtrArray *lines)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *joined = g_ptr_array_new ();

  for (guint i = find_last_look (lines); i < lines->len; i++)
    {
      ZpHistoryLine *line = g_ptr_array_index (lines, i);
      ZpHistoryLine *first = g_hash_table_lookup (by_key, line->key);

      if (!is_of_content (line))
        continue;
      if (first == NULL)
        {
          g_hash_table_insert (by_key, line->key, line);
          g_ptr_array_add (joined, line);
          continue;
        }
      g_free (first->after);
      first->after = g_strdup (line->after);
    }
  return joined;
}

static void
add_change (ZpPointList *self, const ZpHistoryLine *line)
{
  const char *nothing = _ ("nothing");
  g_autofree char *before = zp_place_say_value (self->session, line->key, line->before);
  g_autofree char *after = zp_place_say_value (self->session, line->key, line->after);

  if (g_strcmp0 (line->before, line->after) == 0)
    return;
  zp_point_list_add (self, ZP_POINT_CHANGE, line->key, zp_place_name (self->session, line->key),
                     g_strdup_printf (C_ ("a change", "%1$s → %2$s"),
                                      before != NULL ? before : nothing,
                                      after != NULL ? after : nothing),
                     g_strdup (line->after != NULL ? line->after : ""));
}

static void
add_changes (ZpPointList *self)
{
  g_autoptr (GPtrArray) lines = zp_history_list (self->report, NULL, NULL);
  g_autoptr (GPtrArray) joined = join_lines (lines);

  for (guint i = 0; i < joined->len; i++)
    add_change (self, g_ptr_array_index (joined, i));
}

static void
add_passage (ZpPointList *self, const ZpPassage *passage)
{
  const char *text = zp_report_get_passage (self->report, passage->id);
  const char *prior = zp_report_get_prior_text (self->report, passage->id);

  if (text == NULL || prior == NULL || strcmp (text, prior) != 0)
    return;
  zp_point_list_add (self, ZP_POINT_TEXT, passage->id, zp_place_name (self->session, passage->id),
                     g_strdup (text), g_strdup (text));
}

static void
add_passages (ZpPointList *self)
{
  for (guint i = 0; i < self->pack->passages->len; i++)
    add_passage (self, g_ptr_array_index (self->pack->passages, i));
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const ZpPoint *first = *(const ZpPoint *const *) a;
  const ZpPoint *second = *(const ZpPoint *const *) b;

  return (int) first->kind - (int) second->kind;
}

/**
 * zp_session_list_points:
 *
 * Returns: (transfer full): of #ZpPoint, by kind, in the order of the report
 */
GPtrArray *
zp_session_list_points (ZpSession *session)
{
  ZpPointList list;

  g_return_val_if_fail (ZP_IS_SESSION (session), NULL);

  list = (ZpPointList){ session, zp_session_get_report (session), zp_session_get_pack (session),
                        g_ptr_array_new_with_free_func (point_free) };
  add_findings (&list);
  add_changes (&list);
  zp_point_list_add_targets (&list);
  zp_point_list_add_figures (&list);
  add_passages (&list);
  g_ptr_array_sort (list.points, compare_kinds);
  return list.points;
}

static const char *
author_of (ZpSession *session)
{
  const char *author = zp_session_get_author (session);

  return author != NULL ? author : "";
}

/**
 * zp_session_accept_point:
 * @point: id of a point that is there
 *
 * Keeps in the report that the author accepted it as it is now. Also while the report is locked.
 */
gboolean
zp_session_accept_point (ZpSession *session, const char *point, GError **error)
{
  g_autoptr (GPtrArray) points = zp_session_list_points (session);

  for (guint i = 0; i < points->len; i++)
    {
      const ZpPoint *each = g_ptr_array_index (points, i);

      if (strcmp (each->id, point) == 0)
        return zp_session_apply (session,
                                 zp_seen_make (zp_session_get_report (session), point, each->print,
                                               author_of (session), g_get_real_time ()),
                                 error);
    }
  return TRUE;
}

/** zp_session_unaccept_point: takes that back. */
gboolean
zp_session_unaccept_point (ZpSession *session, const char *point, GError **error)
{
  return zp_session_apply (session,
                           zp_seen_make_undone (zp_session_get_report (session), point,
                                                author_of (session), g_get_real_time ()),
                           error);
}
