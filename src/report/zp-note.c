/* SPDX-License-Identifier: GPL-3.0-or-later
 * A 审核说明 on a finding, and the figures it was written about. */
#include "report/zp-note-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/zp-report.h"

#define MAX_BYTES (1024 * 1024)
#define MAX_DEPTH 4

#define FIGURES "figures"

static const char *const members[] = { "finding", "text", "author", "time", NULL };

/**
 * zp_note_new:
 *
 * A note that is not yet tied to figures: the caller sets @ids and @figures.
 *
 * Returns: (transfer full): free with zp_note_free()
 */
ZpNote *
zp_note_new (const char *finding, const char *text, const char *author, const char *time)
{
  ZpNote *self = g_new0 (ZpNote, 1);

  self->finding = g_strdup (finding);
  self->text = g_strdup (text);
  self->author = g_strdup (author);
  self->time = g_strdup (time);
  return self;
}

/** zp_note_free: frees a note. */
void
zp_note_free (ZpNote *self)
{
  g_free (self->finding);
  g_free (self->text);
  g_free (self->author);
  g_free (self->time);
  g_strfreev (self->ids);
  g_strfreev (self->figures);
  g_free (self);
}

static void
write_unknown (const ZpUnknown *unknown, const char *place, const char *after, ZpJsonWriter *writer)
{
  if (unknown != NULL)
    zp_unknown_write (unknown, place, after, writer);
}

static void
write_figures (const ZpNote *self, const ZpUnknown *unknown, ZpJsonWriter *writer)
{
  g_autofree char *place = g_strconcat (ZP_NOTE_FIGURES_PLACE, self->finding, NULL);

  zp_json_writer_begin_object (writer, "figures");
  write_unknown (unknown, place, NULL, writer);
  for (guint i = 0; self->ids != NULL && self->ids[i] != NULL; i++)
    {
      zp_json_writer_string (writer, self->ids[i], self->figures[i]);
      write_unknown (unknown, place, self->ids[i], writer);
    }
  zp_json_writer_end_object (writer);
}

/**
 * zp_note_write:
 * @unknown: (nullable): members of the file that are written back
 *
 * Writes the note as an object of an array, one member a line.
 */
void
zp_note_write (const ZpNote *self, const ZpUnknown *unknown, ZpJsonWriter *writer)
{
  const char *const values[] = { self->finding, self->text, self->author, self->time };
  g_autofree char *place = g_strconcat (ZP_NOTE_PLACE, self->finding, NULL);

  zp_json_writer_begin_object (writer, NULL);
  write_unknown (unknown, place, NULL, writer);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      zp_json_writer_string (writer, members[i], values[i]);
      write_unknown (unknown, place, members[i], writer);
    }
  write_figures (self, unknown, writer);
  write_unknown (unknown, place, FIGURES, writer);
  zp_json_writer_end_object (writer);
}

static void
read_figures (ZpNote *self, const ZpJson *figures)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();

  for (const ZpJson *figure = figures->first; figure != NULL; figure = figure->next)
    {
      if (figure->kind != ZP_JSON_STRING)
        continue;
      g_strv_builder_add (ids, figure->key);
      g_strv_builder_add (shown, figure->text);
    }
  self->ids = g_strv_builder_end (ids);
  self->figures = g_strv_builder_end (shown);
}

/**
 * zp_note_read:
 *
 * Reads what zp_note_write() wrote.
 *
 * Returns: (transfer full) (nullable): %NULL with %ZP_REPORT_ERROR_FORMAT when a member is missing
 */
ZpNote *
zp_note_read (const ZpJson *object, GError **error)
{
  const ZpJson *figures = object->kind == ZP_JSON_OBJECT ? zp_json_get (object, FIGURES) : NULL;
  ZpNote *self;

  if (figures == NULL || figures->kind != ZP_JSON_OBJECT)
    {
      g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT,
                   _ ("line %u: a note needs its “figures”"), object->line);
      return NULL;
    }
  for (guint i = 0; members[i] != NULL; i++)
    if (zp_json_get_string (object, members[i]) == NULL)
      {
        g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT,
                     _ ("line %u: a note needs its “%s”"), object->line, members[i]);
        return NULL;
      }

  self = zp_note_new (zp_json_get_string (object, "finding"), zp_json_get_string (object, "text"),
                      zp_json_get_string (object, "author"), zp_json_get_string (object, "time"));
  read_figures (self, figures);
  return self;
}

static void
keep_in_figures (const ZpNote *self, const ZpJson *figures, ZpUnknown *unknown)
{
  g_autofree char *place = g_strconcat (ZP_NOTE_FIGURES_PLACE, self->finding, NULL);
  const char *after = NULL;
  guint next = 0;

  for (const ZpJson *figure = figures->first; figure != NULL; figure = figure->next)
    {
      if (figure->kind == ZP_JSON_STRING)
        after = self->ids[next++];
      else
        zp_unknown_keep (unknown, place, after, figure);
    }
}

/**
 * zp_note_keep_unknown:
 * @self: the note that zp_note_read() made of @object, with the ids it has now
 *
 * Keeps what stands in @object and is no part of a note.
 */
void
zp_note_keep_unknown (const ZpNote *self, const ZpJson *object, ZpUnknown *unknown)
{
  g_autofree char *place = g_strconcat (ZP_NOTE_PLACE, self->finding, NULL);
  const char *after = NULL;

  for (const ZpJson *member = object->first; member != NULL; member = member->next)
    {
      if (g_strv_contains (members, member->key) || strcmp (member->key, FIGURES) == 0)
        after = member->key;
      else
        zp_unknown_keep (unknown, place, after, member);
    }
  keep_in_figures (self, zp_json_get (object, FIGURES), unknown);
}

/** zp_note_to_text: (transfer full): the note as one text, for a #ZpChange. */
char *
zp_note_to_text (const ZpNote *self)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();

  zp_note_write (self, NULL, writer);
  return zp_json_writer_finish (writer, NULL);
}

/**
 * zp_note_from_text:
 * @finding: the finding it must belong to
 *
 * Reads what zp_note_to_text() wrote.
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
ZpNote *
zp_note_from_text (const char *finding, const char *text, GError **error)
{
  ZpJsonLimits limits = { .max_bytes = MAX_BYTES, .max_depth = MAX_DEPTH };
  g_autoptr (ZpJsonDoc) doc = zp_json_doc_parse (text, strlen (text), limits, error);
  g_autoptr (ZpNote) note = doc != NULL ? zp_note_read (zp_json_doc_get_root (doc), error) : NULL;

  if (note == NULL || strcmp (note->finding, finding) == 0)
    return g_steal_pointer (&note);
  g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT,
               _ ("the note belongs to %s, not to %s"), note->finding, finding);
  return NULL;
}
