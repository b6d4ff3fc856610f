/* SPDX-License-Identifier: GPL-3.0-or-later
 * One line of a file of unsaved work: a JSON object with its own checksum. */
#include "journal/zp-recovery-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-digest.h"
#include "base/zp-json.h"
#include "journal/zp-recovery.h"

#define FORMAT "ziping-recovery"
#define FORMAT_VERSION 1
#define MAX_DEPTH 4

/* A line is {"sum":"0123456789abcdef","record":…}: the checksum is of the text of the record. */
#define SUM_DIGITS 16
#define SUM_OPENING "{\"sum\":\""
#define RECORD_OPENING "\",\"record\":"
#define RECORD_OFFSET (strlen (SUM_OPENING) + SUM_DIGITS + strlen (RECORD_OPENING))

static const char *const kind_names[] = {
  [ZP_CHANGE_SET] = "set",
  [ZP_CHANGE_INSERT] = "insert",
  [ZP_CHANGE_REMOVE] = "remove",
  [ZP_CHANGE_MOVE] = "move",
};

static char *
checksum (const char *record, gsize length)
{
  char *sum = zp_digest_of_bytes (record, length);

  sum[SUM_DIGITS] = '\0';
  return sum;
}

static char *
finish_line (ZpJsonWriter *writer)
{
  gsize length;
  g_autofree char *record = zp_json_writer_finish (writer, &length);
  g_autofree char *sum = NULL;

  record[length - 1] = '\0';
  sum = checksum (record, length - 1);
  return g_strconcat (SUM_OPENING, sum, RECORD_OPENING, record, "}\n", NULL);
}

/**
 * zp_recovery_header_to_line:
 * @document: name of a file, in any encoding
 *
 * Returns: (transfer full): the first line
 */
char *
zp_recovery_header_to_line (const char *document)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new_compact ();
  g_autofree char *escaped = g_uri_escape_string (document, "/", TRUE);

  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_string (writer, "format", FORMAT);
  zp_json_writer_int (writer, "version", FORMAT_VERSION);
  zp_json_writer_string (writer, "document", escaped);
  zp_json_writer_end_object (writer);
  return finish_line (writer);
}

static void
write_change (ZpJsonWriter *writer, const ZpChange *change)
{
  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_string (writer, "kind", kind_names[change->kind]);
  zp_json_writer_string (writer, "path", change->path);
  if (change->kind == ZP_CHANGE_SET)
    {
      zp_json_writer_string (writer, "before", change->before);
      zp_json_writer_string (writer, "after", change->after);
    }
  else
    {
      zp_json_writer_int (writer, "from", change->from);
      zp_json_writer_int (writer, "to", change->to);
      zp_json_writer_int (writer, "uid", change->uid);
    }
  zp_json_writer_end_object (writer);
}

/**
 * zp_recovery_batch_to_line:
 * @number: of the batch in its file, from 1, so that a line that got lost is noticed
 *
 * Returns: (transfer full): one line
 */
char *
zp_recovery_batch_to_line (const ZpBatch *batch, guint number)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new_compact ();

  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_int (writer, "number", number);
  zp_json_writer_string (writer, "label", batch->label);
  zp_json_writer_string (writer, "author", batch->author);
  if (batch->how != NULL)
    zp_json_writer_string (writer, "how", batch->how);
  zp_json_writer_int (writer, "time", batch->time);
  zp_json_writer_begin_array (writer, "changes");
  for (guint i = 0; i < batch->changes->len; i++)
    write_change (writer, g_ptr_array_index (batch->changes, i));
  zp_json_writer_end_array (writer);
  zp_json_writer_end_object (writer);
  return finish_line (writer);
}

/** zp_records_clear: frees what was read. */
void
zp_records_clear (ZpRecords *self)
{
  g_clear_pointer (&self->document, g_free);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
}

/* The record of a line without its line end, or NULL when a byte of it is not what was written. */
static ZpJsonDoc *
open_line (const char *line, gsize length)
{
  ZpJsonLimits limits = { .max_bytes = length, .max_depth = MAX_DEPTH };
  g_autofree char *sum = NULL;
  gsize record_length;

  if (length <= RECORD_OFFSET || line[length - 1] != '}' ||
      strncmp (line, SUM_OPENING, strlen (SUM_OPENING)) != 0 ||
      strncmp (line + strlen (SUM_OPENING) + SUM_DIGITS, RECORD_OPENING, strlen (RECORD_OPENING)) !=
        0)
    return NULL;
  record_length = length - RECORD_OFFSET - 1;
  sum = checksum (line + RECORD_OFFSET, record_length);
  if (strncmp (line + strlen (SUM_OPENING), sum, SUM_DIGITS) != 0)
    return NULL;
  return zp_json_doc_parse (line + RECORD_OFFSET, record_length, limits, NULL);
}

static gboolean
get_int (const ZpJson *object, const char *key, gint64 max, gint64 *out)
{
  const ZpJson *member = zp_json_get (object, key);

  return member != NULL && member->kind == ZP_JSON_NUMBER &&
         g_ascii_string_to_signed (member->text, 10, 0, max, out, NULL);
}

static gboolean
read_row_change (ZpBatch *batch, const ZpJson *object, const char *path, ZpChangeKind kind)
{
  gint64 from;
  gint64 to;
  gint64 uid;

  if (!get_int (object, "from", G_MAXINT, &from) || !get_int (object, "to", G_MAXINT, &to) ||
      !get_int (object, "uid", G_MAXUINT, &uid))
    return FALSE;
  if (kind == ZP_CHANGE_INSERT)
    zp_batch_insert (batch, path, (int) to, (guint) uid);
  else if (kind == ZP_CHANGE_REMOVE)
    zp_batch_remove (batch, path, (int) from, (guint) uid);
  else
    zp_batch_move (batch, path, (int) from, (int) to);
  return TRUE;
}

static gboolean
read_change (ZpBatch *batch, const ZpJson *object)
{
  const char *name = object->kind == ZP_JSON_OBJECT ? zp_json_get_string (object, "kind") : NULL;
  const char *path = name != NULL ? zp_json_get_string (object, "path") : NULL;
  guint kind = 0;

  if (path == NULL)
    return FALSE;
  while (kind < G_N_ELEMENTS (kind_names) && strcmp (kind_names[kind], name) != 0)
    kind++;
  if (kind == G_N_ELEMENTS (kind_names))
    return FALSE;
  if (kind != ZP_CHANGE_SET)
    return read_row_change (batch, object, path, (ZpChangeKind) kind);
  zp_batch_set (batch, path, zp_json_get_string (object, "before"),
                zp_json_get_string (object, "after"));
  return TRUE;
}

static gboolean
read_batch (ZpRecords *self, const ZpJson *record)
{
  gboolean is_object = record->kind == ZP_JSON_OBJECT;
  const ZpJson *changes = is_object ? zp_json_get (record, "changes") : NULL;
  g_autoptr (ZpBatch) batch = NULL;
  gint64 number;
  gint64 time;

  if (changes == NULL || changes->kind != ZP_JSON_ARRAY ||
      !get_int (record, "number", G_MAXUINT, &number) || number != self->batches->len + 1 ||
      !get_int (record, "time", G_MAXINT64, &time))
    return FALSE;
  batch = zp_batch_new (zp_json_get_string (record, "label"), zp_json_get_string (record, "author"),
                        time);
  zp_batch_set_how (batch, zp_json_get_string (record, "how"));
  for (const ZpJson *change = changes->first; change != NULL; change = change->next)
    if (!read_change (batch, change))
      return FALSE;
  g_ptr_array_add (self->batches, g_steal_pointer (&batch));
  return TRUE;
}

static gboolean
read_header (ZpRecords *self, const ZpJson *record, GError **error)
{
  const char *format =
    record->kind == ZP_JSON_OBJECT ? zp_json_get_string (record, "format") : NULL;
  gint64 version;

  if (g_strcmp0 (format, FORMAT) != 0 || !get_int (record, "version", G_MAXINT, &version))
    {
      g_set_error (error, ZP_RECOVERY_ERROR, ZP_RECOVERY_ERROR_READ,
                   _ ("this is no file of unsaved work of ziping"));
      return FALSE;
    }
  if (version > FORMAT_VERSION)
    {
      g_set_error (error, ZP_RECOVERY_ERROR, ZP_RECOVERY_ERROR_READ,
                   _ ("the unsaved work was kept by a newer ziping; open it with that one"));
      return FALSE;
    }
  self->document = g_uri_unescape_string (zp_json_get_string (record, "document"), NULL);
  return TRUE;
}

static gboolean
fail_damaged (guint line, GError **error)
{
  g_set_error (error, ZP_RECOVERY_ERROR, ZP_RECOVERY_ERROR_READ,
               _ ("line %u of the unsaved work is damaged; it cannot be taken over"), line);
  return FALSE;
}

/* FALSE without error: the line is damaged. */
static gboolean
read_line (ZpRecords *self, const char *line, gsize length, GError **error)
{
  g_autoptr (ZpJsonDoc) record = open_line (line, length);

  if (record == NULL)
    return FALSE;
  if (self->document == NULL)
    return read_header (self, zp_json_doc_get_root (record), error);
  return read_batch (self, zp_json_doc_get_root (record));
}

/**
 * zp_records_read:
 * @self: empty
 * @text: the whole file
 *
 * Reads all records. A last one that is incomplete or damaged was being written when the power
 * went: it is left out. Damage before it is an error.
 *
 * Returns: FALSE with %ZP_RECOVERY_ERROR_READ
 */
gboolean
zp_records_read (ZpRecords *self, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) reason = NULL;
  guint line = 1;

  self->batches = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_batch_free);
  for (; self->length < length; line++)
    {
      const char *start = text + self->length;
      const char *end = memchr (start, '\n', length - self->length);

      if (end == NULL)
        break;
      if (read_line (self, start, (gsize) (end - start), &reason))
        {
          self->length = (gsize) (end - text) + 1;
          continue;
        }
      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      if ((gsize) (end - text) + 1 < length)
        return fail_damaged (line, error);
      break;
    }
  return self->document != NULL || fail_damaged (1, error);
}
