/* SPDX-License-Identifier: GPL-3.0-or-later
 * Proof that a spreadsheet file is whole.
 *
 * libxlsxwriter makes each part in a temporary file and does not look whether its bytes arrive: on
 * a full disk it packs what is left of the part and reports success. */
#include "export/zp-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <zip.h>

#include "export/zp-exporter.h"

typedef struct zip Archive;
typedef struct zip_file Part;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, zip_discard)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Part, zip_fclose)

static Archive *
open_archive (GBytes *bytes)
{
  gsize length = 0;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  zip_source_t *source = zip_source_buffer_create (data, length, 0, NULL);
  Archive *archive = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;

  if (archive == NULL)
    zip_source_free (source);
  return archive;
}

static GBytes *
read_part (Archive *archive, zip_uint64_t index)
{
  g_autoptr (Part) part = zip_fopen_index (archive, index, 0);
  g_autofree char *bytes = NULL;
  zip_stat_t status;

  if (part == NULL || zip_stat_index (archive, index, 0, &status) != 0)
    return NULL;

  bytes = g_malloc (status.size);
  if (zip_fread (part, bytes, status.size) != (zip_int64_t) status.size)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&bytes), status.size);
}

/* Nothing is done with what is read, and nothing is printed about what is wrong. */
static gboolean
is_document (GBytes *bytes)
{
  xmlSAXHandler silent = { 0 };
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length == 0 || length > G_MAXINT)
    return FALSE;

  return xmlSAXUserParseMemory (&silent, NULL, text, (int) length) == 0;
}

/**
 * zp_xlsx_prove:
 * @bytes: a finished file of parts that are all XML
 * @error: return location for %ZP_EXPORT_ERROR_RENDER
 *
 * Reads every part back.
 *
 * Returns: whether all are well-formed XML
 */
gboolean
zp_xlsx_prove (GBytes *bytes, GError **error)
{
  g_autoptr (Archive) archive = open_archive (bytes);
  gboolean whole = archive != NULL;

  for (zip_int64_t i = 0; whole && i < zip_get_num_entries (archive, 0); i++)
    {
      g_autoptr (GBytes) part = read_part (archive, (zip_uint64_t) i);

      whole = part != NULL && is_document (part);
    }
  if (!whole)
    g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_RENDER,
                 _ ("the spreadsheet did not come out whole; make room in the folder for temporary "
                    "files, “%s”"),
                 g_get_tmp_dir ());

  return whole;
}
