/* SPDX-License-Identifier: GPL-3.0-or-later
 * Findings put together by what would mend them, so that one slip is told once. */
#include "session/zp-finding-group.h"

#include <string.h>

/** zp_finding_group_free: frees @self, not its findings. */
void
zp_finding_group_free (ZpFindingGroup *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->followers);
  g_free (self->print);
  g_free (self);
}

/** zp_finding_group_has: whether the finding of that id leads or follows. */
gboolean
zp_finding_group_has (const ZpFindingGroup *self, const char *finding)
{
  if (g_str_equal (self->lead->id, finding))
    return TRUE;
  for (guint i = 0; i < self->followers->len; i++)
    if (g_str_equal (((const ZpFinding *) g_ptr_array_index (self->followers, i))->id, finding))
      return TRUE;
  return FALSE;
}

/* A declared total beside its formula only shows that something went wrong before. */
static gboolean
tells_cause (const ZpFinding *finding)
{
  return finding->check->kind != ZP_CHECK_DECLARED;
}

static gboolean
leads_better (const ZpFinding *finding, const ZpFinding *lead)
{
  if (finding->severity != lead->severity)
    return finding->severity < lead->severity;
  return tells_cause (finding) && !tells_cause (lead);
}

/* The others stay in the order of the checks. */
static void
join (ZpFindingGroup *self, const ZpFinding *finding)
{
  if (!leads_better (finding, self->lead))
    {
      g_ptr_array_add (self->followers, (gpointer) finding);
      return;
    }
  g_ptr_array_insert (self->followers, 0, (gpointer) self->lead);
  self->lead = finding;
}

static ZpFindingGroup *
group_new (const ZpFinding *lead)
{
  ZpFindingGroup *self = g_new0 (ZpFindingGroup, 1);

  self->lead = lead;
  self->followers = g_ptr_array_new ();
  return self;
}

static void
print_hint (GString *print, const ZpHint *hint)
{
  g_autofree char *repairs = NULL;

  if (hint == NULL)
    return;
  repairs = g_strjoinv (" ", hint->repairs);
  g_string_append_printf (print, "%s\n%s\n", hint->message, repairs);
}

static void
print_finding (GString *print, const ZpFinding *finding)
{
  g_string_append_printf (print, "%s\n%d\n%s\n", finding->id, finding->severity, finding->message);
  print_hint (print, zp_finding_get_hint (finding));
  if (finding->note != NULL)
    g_string_append_printf (print, "%s\n%s\n%d\n", finding->note->text, finding->note->author,
                            finding->note_valid);
}

static void
set_print (ZpFindingGroup *self)
{
  g_autoptr (GString) print = g_string_new (NULL);

  print_finding (print, self->lead);
  for (guint i = 0; i < self->followers->len; i++)
    print_finding (print, g_ptr_array_index (self->followers, i));
  self->print = g_string_free (g_steal_pointer (&print), FALSE);
}

static void
add_finding (GPtrArray *groups, GHashTable *by_hint, const ZpFinding *finding)
{
  const ZpHint *hint = zp_finding_get_hint (finding);
  ZpFindingGroup *group = hint != NULL ? g_hash_table_lookup (by_hint, hint) : NULL;

  if (group != NULL)
    {
      join (group, finding);
      return;
    }
  group = group_new (finding);
  g_ptr_array_add (groups, group);
  if (hint != NULL)
    g_hash_table_insert (by_hint, (gpointer) hint, group);
}

/**
 * zp_finding_groups_list:
 *
 * Returns: (transfer full): of #ZpFindingGroup, in the order of the checks
 */
GPtrArray *
zp_finding_groups_list (ZpSession *session)
{
  const GPtrArray *findings = zp_session_get_findings (session);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_finding_group_free);
  g_autoptr (GHashTable) by_hint = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    add_finding (groups, by_hint, g_ptr_array_index (findings, i));
  g_ptr_array_foreach (groups, (GFunc) (void (*) (void)) set_print, NULL);
  return groups;
}

static gboolean
names_cell (const ZpFinding *finding, const char *id)
{
  return g_strv_contains ((const char *const *) finding->cells, id);
}

/* Findings that @hint is said to mend, but does not while it is the only one accepted. */
static GPtrArray *
list_unmended (ZpSession *session, const ZpHint *hint)
{
  ZpReport *report = zp_session_get_report (session);
  GPtrArray *unmended = g_ptr_array_new ();

  zp_report_try (report, hint->cell, hint->to);
  for (guint i = 0; hint->repairs[i] != NULL; i++)
    {
      const ZpFinding *finding = zp_session_find (session, hint->repairs[i]);

      if (finding != NULL &&
          zp_verdict_get_state (report, finding->check, finding->row) == ZP_STATE_FAILS)
        g_ptr_array_add (unmended, (gpointer) finding);
    }
  zp_report_end_try (report);
  return unmended;
}

static gboolean
is_needed (const ZpHint *hint, const GPtrArray *unmended)
{
  for (guint i = 0; i < unmended->len; i++)
    if (names_cell (g_ptr_array_index (unmended, i), hint->id))
      return TRUE;
  return FALSE;
}

static void
add_needed (GPtrArray *hints, ZpSession *session, const ZpHint *hint)
{
  const GPtrArray *findings = zp_session_get_findings (session);
  g_autoptr (GPtrArray) unmended = list_unmended (session, hint);

  for (guint i = 0; unmended->len > 0 && i < findings->len; i++)
    {
      const ZpHint *other = zp_finding_get_hint (g_ptr_array_index (findings, i));

      if (other != NULL && !zp_cell_equal (other->cell, hint->cell) &&
          is_needed (other, unmended) && !g_ptr_array_find (hints, other, NULL))
        g_ptr_array_add (hints, (gpointer) other);
    }
}

/**
 * zp_finding_list_hints:
 *
 * What 采用 accepts: the best hint of @finding, and before it those without which it would not mend
 * what it promises.
 *
 * Returns: (transfer full): of #ZpHint, borrowed until the next "changed"; empty when there is no
 * hint
 */
GPtrArray *
zp_finding_list_hints (ZpSession *session, const ZpFinding *finding)
{
  const ZpHint *hint = zp_finding_get_hint (finding);
  GPtrArray *hints = g_ptr_array_new ();

  if (hint == NULL)
    return hints;
  add_needed (hints, session, hint);
  g_ptr_array_add (hints, (gpointer) hint);
  return hints;
}
