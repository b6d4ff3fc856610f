/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads a report from its file, moving it to the version of the pack that is at hand. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/zp-report-reader-private.h"

/** More offenders than this help nobody; what was lost is told to the end. */
#define MAX_PROBLEMS 50

#define REPLACEMENT_CHARACTER "\xef\xbf\xbd"
#define EXCERPT_CHARACTERS 40

/** zp_reader_tell: notes what cannot be read. */
void
zp_reader_tell (ZpReportReader *self, const char *format, ...)
{
  va_list arguments;

  if (!self->salvages && self->problems->len >= MAX_PROBLEMS)
    return;
  va_start (arguments, format);
  g_ptr_array_add (self->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static char *
excerpt (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= EXCERPT_CHARACTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, EXCERPT_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

/**
 * zp_reader_tell_value:
 * @id: (nullable): where @member would belong; %NULL when @message says it
 *
 * Notes a content that cannot be read. What is left out of a report is told with its words, so that
 * it can be typed again.
 */
void
zp_reader_tell_value (ZpReportReader *self,
                      const ZpJson *member,
                      const char *id,
                      const char *message)
{
  g_autofree char *words = NULL;
  g_autofree char *about = id != NULL ? g_strdup_printf ("“%s”: %s", id, message) : NULL;

  if (!self->salvages)
    {
      zp_reader_tell (self, _ ("line %u: %s"), member->line, about != NULL ? about : message);
      return;
    }
  words = excerpt (member->text);
  zp_reader_tell (self, _ ("line %u: %s; left out: “%s”"), member->line,
                  about != NULL ? about : message, words);
}

/** zp_reader_is_kind: whether @member is of that kind; it is told when not. */
gboolean
zp_reader_is_kind (ZpReportReader *self, const ZpJson *member, ZpJsonKind kind)
{
  if (member->kind == kind)
    return TRUE;
  zp_reader_tell (self, _ ("line %u: “%s” is %s where %s belongs"), member->line,
                  member->key != NULL ? member->key : "", zp_json_kind_name (member->kind),
                  zp_json_kind_name (kind));
  return FALSE;
}

/** zp_reader_keep_unknown: keeps @member, which is written back behind the last known one. */
void
zp_reader_keep_unknown (ZpReportReader *self, const char *place, const ZpJson *member)
{
  zp_unknown_keep (self->file->unknown, place, self->after->str, member);
}

/**
 * zp_reader_look_for_lost_characters:
 *
 * Tells of a text that had bytes which are none; a figure with such bytes is no figure.
 */
void
zp_reader_look_for_lost_characters (ZpReportReader *self, const ZpJson *member, const char *id)
{
  if (self->salvages && strstr (member->text, REPLACEMENT_CHARACTER) != NULL)
    zp_reader_tell (self, _ ("line %u: “%s”: characters are lost, now %s; compare it"),
                    member->line, id, REPLACEMENT_CHARACTER);
}

typedef struct
{
  const char *key;
  ZpJsonKind kind;
  void (*read) (ZpReportReader *self, const ZpJson *member);
} MemberReader;

static const MemberReader member_readers[] = {
  { "units", ZP_JSON_OBJECT, zp_reader_read_unit },
  { "tables", ZP_JSON_OBJECT, zp_reader_read_table },
  { "values", ZP_JSON_OBJECT, zp_reader_read_value },
  { "texts", ZP_JSON_OBJECT, zp_reader_read_text },
  { "notes", ZP_JSON_ARRAY, zp_reader_read_note },
  { "unplaced", ZP_JSON_ARRAY, zp_reader_read_unplaced },
  { "prior", ZP_JSON_OBJECT, zp_reader_read_prior },
  { "review", ZP_JSON_OBJECT, zp_reader_read_record },
  { "trail", ZP_JSON_ARRAY, zp_reader_read_trail_entry },
};

static void
read_members (ZpReportReader *self, const ZpJson *root)
{
  for (guint i = 0; i < G_N_ELEMENTS (member_readers); i++)
    {
      const ZpJson *container = zp_json_get (root, member_readers[i].key);

      if (container == NULL || !zp_reader_is_kind (self, container, member_readers[i].kind))
        continue;
      g_string_truncate (self->after, 0);
      for (const ZpJson *member = container->first; member != NULL; member = member->next)
        member_readers[i].read (self, member);
    }
}

/* The digest comes last whatever stands behind it. */
static void
keep_unknown_members (ZpReportReader *self, const ZpJson *root)
{
  g_string_truncate (self->after, 0);
  for (const ZpJson *member = root->first; member != NULL; member = member->next)
    {
      if (strcmp (member->key, ZP_DIGEST_MEMBER) == 0)
        continue;
      if (g_strv_contains (zp_report_members, member->key))
        g_string_assign (self->after, member->key);
      else
        zp_reader_keep_unknown (self, ZP_TOP_PLACE, member);
    }
}

static void
compute (ZpReportReader *self)
{
  ZpCell too_large;
  g_autofree char *id = NULL;

  zp_engine_touch_all (self->report->engine);
  if (!zp_engine_run (self->report->engine, &too_large))
    {
      id = zp_pack_format_id (self->report->pack, too_large);
      zp_reader_tell (self, _ ("“%s”: the computed figure is too large"), id);
    }
  zp_engine_clear_moved (self->report->engine);
}

static void
read_all (
  ZpReportFile *file, const ZpJson *root, int version, gboolean salvages, GPtrArray *problems)
{
  g_autoptr (GHashTable) uids = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  ZpReportReader reader = {
    .file = file,
    .report = file->report,
    .problems = problems,
    .salvages = salvages,
    .after = after,
    .uids = uids,
  };

  zp_report_move_init (&reader.move, file, version, zp_json_get (root, "units"));
  keep_unknown_members (&reader, root);
  read_members (&reader, root);
  compute (&reader);
  zp_report_move_clear (&reader.move);
}

static void
set_problems (GPtrArray *problems, GError **error)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (problems, NULL);
  text = g_strjoinv ("\n", (char **) problems->pdata);
  g_set_error_literal (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT, text);
}

/**
 * zp_report_read:
 * @store: where the pack is found
 * @pack: (nullable): the pack to read it with; %NULL finds the one that the report names
 * @doc: what the file was parsed to; must live as long as the report
 * @lost: (nullable): of char*: where what cannot be read is told, while the rest makes a report;
 *   %NULL refuses a report with anything that cannot be read
 *
 * Makes a report from the members of its file. All offenders are listed, one a line.
 *
 * Returns: (transfer full) (nullable): %NULL with %ZP_REPORT_ERROR or %ZP_PACK_ERROR
 */
ZpReportFile *
zp_report_read (ZpPackStore *store, ZpPack *pack, ZpJsonDoc *doc, GPtrArray *lost, GError **error)
{
  const ZpJson *root = zp_json_doc_get_root (doc);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (ZpPack) found = NULL;
  int version;

  if (!zp_report_check_format (root, &version, error))
    return NULL;
  found = pack != NULL ? zp_pack_ref (pack) : zp_report_load_pack (store, root, version, error);
  if (found == NULL)
    return NULL;

  file = zp_report_file_create (found);
  file->read_only = zp_report_why_read_only (found, root, version);
  read_all (file, root, version, lost != NULL, lost != NULL ? lost : problems);
  if (problems->len == 0)
    return g_steal_pointer (&file);
  set_problems (problems, error);
  return NULL;
}
