/* SPDX-License-Identifier: GPL-3.0-or-later
 * Seals as records of a report, and the text that a seal is over. */
#include "review/zp-seal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/zp-review-private.h"
#include "review/zp-seal-private.h"

#define FORMAT "ziping-seal"
#define FORMAT_VERSION 1

/* Without the letters that are easily taken for figures. */
#define CODE_DIGITS "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define CODE_LENGTH 12
#define CODE_GROUP 4
#define BITS_PER_DIGIT 5

static const struct
{
  const char *id;
  const char *label;
} roles[] = {
  [ZP_ROLE_REVIEWER] = { "reviewer", N_ ("reviewer") },
  [ZP_ROLE_LEADER] = { "leader", N_ ("leader") },
};

/** zp_role_get_id: word of the file for a role. */
const char *
zp_role_get_id (ZpRole role)
{
  return roles[role].id;
}

/** zp_role_get_label: the role in words. */
const char *
zp_role_get_label (ZpRole role)
{
  return _ (roles[role].label);
}

/** zp_role_find: FALSE when there is no role of that word. */
gboolean
zp_role_find (const char *id, ZpRole *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (strcmp (roles[i].id, id) == 0)
      {
        *role = (ZpRole) i;
        return TRUE;
      }
  return FALSE;
}

/** zp_seal_free: frees a seal. */
void
zp_seal_free (ZpSeal *self)
{
  g_free (self->name);
  g_free (self->time);
  g_free (self->opinion);
  g_free (self->over);
  g_free (self->trail);
  g_free (self->fingerprint);
  g_free (self->subject);
  g_free (self->digest);
  g_free (self->code);
  g_clear_pointer (&self->signature, g_bytes_unref);
  g_free (self);
}

static void
free_seal (gpointer data)
{
  zp_seal_free (data);
}

/**
 * zp_seal_make_code:
 * @digest: lower-case hex
 *
 * Returns: (transfer full): the first 60 bits in groups, to be read aloud and printed
 */
char *
zp_seal_make_code (const char *digest)
{
  guint64 bits = 0;
  GString *code = g_string_new (NULL);

  for (guint i = 0; i < CODE_LENGTH * BITS_PER_DIGIT / 4 && digest[i] != '\0'; i++)
    bits = bits << 4 | (guint64) (g_ascii_xdigit_value (digest[i]) & 0xf);
  for (int i = CODE_LENGTH - 1; i >= 0; i--)
    {
      g_string_append_c (code, CODE_DIGITS[bits >> (i * BITS_PER_DIGIT) & 0x1f]);
      if (i % CODE_GROUP == 0 && i > 0)
        g_string_append_c (code, '-');
    }
  return g_string_free (code, FALSE);
}

static void
write_statement (const ZpSeal *self, ZpJsonWriter *writer)
{
  zp_json_writer_int (writer, "number", self->number);
  zp_json_writer_string (writer, "role", zp_role_get_id (self->role));
  zp_json_writer_string (writer, "name", self->name);
  zp_json_writer_string (writer, "time", self->time);
  zp_json_writer_string (writer, "opinion", self->opinion);
  zp_json_writer_string (writer, "over", self->over);
  zp_json_writer_int (writer, "trail_entries", self->trail_entries);
  zp_json_writer_string (writer, "trail", self->trail);
  if (self->fingerprint == NULL)
    return;
  zp_json_writer_string (writer, "certificate", self->fingerprint);
  zp_json_writer_string (writer, "subject", self->subject);
}

/**
 * zp_seal_get_text:
 * @content: what the report says, as zp_content_new() gives it
 *
 * Returns: (transfer full): the text whose digest the seal holds and that is signed: who, when, in
 * which role and with what opinion, over which seal and which history, and @content
 */
char *
zp_seal_get_text (const ZpSeal *self, const char *content)
{
  g_autoptr (ZpJsonDoc) doc = zp_review_parse (content);
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new ();

  g_return_val_if_fail (doc != NULL, NULL);

  zp_json_writer_begin_object (writer, NULL);
  zp_json_writer_string (writer, "format", FORMAT);
  zp_json_writer_int (writer, "version", FORMAT_VERSION);
  write_statement (self, writer);
  zp_json_writer_value (writer, "content", zp_json_doc_get_root (doc));
  zp_json_writer_end_object (writer);
  return zp_json_writer_finish (writer, NULL);
}

/** zp_seal_get_sealed: (transfer full): zp_seal_get_text() with the content that was sent for
 * review.
 */
char *
zp_seal_get_sealed (ZpReport *report, const ZpSeal *seal)
{
  const char *content = zp_report_get_record (report, ZP_CONTENT_PATH);

  return zp_seal_get_text (seal, content != NULL ? content : "{}");
}

/** zp_seal_to_record: (transfer full): the seal as JSON. */
char *
zp_seal_to_record (const ZpSeal *self)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new_compact ();
  g_autofree char *signature = NULL;

  zp_json_writer_begin_object (writer, NULL);
  write_statement (self, writer);
  zp_json_writer_string (writer, "digest", self->digest);
  zp_json_writer_string (writer, "code", self->code);
  if (self->signature != NULL)
    {
      gsize length;
      gconstpointer data = g_bytes_get_data (self->signature, &length);

      signature = g_base64_encode (data, length);
      zp_json_writer_string (writer, "signature", signature);
    }
  zp_json_writer_end_object (writer);
  return zp_review_finish (writer);
}

static guint
get_number (const ZpJson *object, const char *key)
{
  const ZpJson *member = zp_json_get (object, key);

  return member != NULL && member->kind == ZP_JSON_NUMBER
           ? (guint) g_ascii_strtoull (member->text, NULL, 10)
           : 0;
}

static GBytes *
get_signature (const ZpJson *object)
{
  const char *text = zp_json_get_string (object, "signature");
  gsize length;
  guchar *data = text != NULL ? g_base64_decode (text, &length) : NULL;

  return data != NULL ? g_bytes_new_take (data, length) : NULL;
}

/** zp_seal_read: (transfer full) (nullable): the seal that the record at @path holds. */
ZpSeal *
zp_seal_read (ZpReport *report, const char *path)
{
  g_autoptr (ZpJsonDoc) doc = zp_review_read (report, path);
  const ZpJson *object = doc != NULL ? zp_json_doc_get_root (doc) : NULL;
  g_autofree char *role = NULL;
  ZpSeal *self;

  if (object == NULL)
    return NULL;
  role = zp_review_get_text (object, "role");
  self = g_new0 (ZpSeal, 1);
  zp_role_find (role, &self->role);
  self->number = get_number (object, "number");
  self->name = zp_review_get_text (object, "name");
  self->time = zp_review_get_text (object, "time");
  self->opinion = zp_review_get_text (object, "opinion");
  self->over = zp_review_get_text (object, "over");
  self->trail_entries = get_number (object, "trail_entries");
  self->trail = zp_review_get_text (object, "trail");
  self->fingerprint = g_strdup (zp_json_get_string (object, "certificate"));
  self->subject = g_strdup (zp_json_get_string (object, "subject"));
  self->digest = zp_review_get_text (object, "digest");
  self->code = zp_review_get_text (object, "code");
  self->signature = get_signature (object);
  return self;
}

/** zp_seal_list: (transfer full): of #ZpSeal, the first one first. */
GPtrArray *
zp_seal_list (ZpReport *report)
{
  g_autoptr (GPtrArray) paths = zp_report_list_records (report, ZP_SEAL_PATH);
  GPtrArray *seals = g_ptr_array_new_with_free_func (free_seal);

  for (guint i = 0; i < paths->len; i++)
    {
      ZpSeal *seal = zp_seal_read (report, g_ptr_array_index (paths, i));

      if (seal != NULL)
        g_ptr_array_add (seals, seal);
    }
  return seals;
}
