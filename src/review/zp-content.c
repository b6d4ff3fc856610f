/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a report says, apart from the record of its review: the thing that is sealed. */
#include "review/zp-content.h"

#include "review/zp-review-private.h"

/* Everything else of the file belongs to it, also what this version does not know. */
static const char *const not_content[] = { "format", "version", "review", "trail", "digest", NULL };

static char *
pick (const ZpJson *root)
{
  g_autoptr (ZpJsonWriter) writer = zp_json_writer_new_compact ();

  zp_json_writer_begin_object (writer, NULL);
  for (const ZpJson *member = root->first; member != NULL; member = member->next)
    if (!g_strv_contains (not_content, member->key))
      zp_json_writer_value (writer, member->key, member);
  zp_json_writer_end_object (writer);
  return zp_review_finish (writer);
}

/**
 * zp_content_new:
 *
 * Pack with version and digest, figures, rows, texts, notes, figures without a place and of last
 * year, as in the file, on one line. The same content is the same text.
 *
 * Returns: (transfer full)
 */
char *
zp_content_new (const ZpReportFile *file)
{
  g_autoptr (GBytes) bytes = zp_report_file_to_bytes (file);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (ZpJsonDoc) doc = zp_review_parse (text);

  g_return_val_if_fail (doc != NULL, NULL);

  return pick (zp_json_doc_get_root (doc));
}

/**
 * zp_content_as_read:
 *
 * The same as it stands in the file, as long as nothing was changed since it was read: a report is
 * moved to a newer version of its pack when it is read, and a seal is over what it was before.
 *
 * Returns: (transfer full)
 */
char *
zp_content_as_read (const ZpReportFile *file)
{
  if (file->source == NULL || zp_report_get_revision (file->report) > 0)
    return zp_content_new (file);
  return pick (zp_json_doc_get_root (file->source));
}
