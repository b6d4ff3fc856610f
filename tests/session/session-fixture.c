/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sessions to test with, and short words for driving them. */
#include "session-fixture.h"

#include <string.h>

#include "report/zp-data.h"
#include "zp-test.h"

static const char pack_text[] =
  "{ \"format\": 1, \"id\": \"mini\", \"version\": 1, \"title\": \"小样\", \"year\": 2021,"
  "  \"listed\": false, \"money\": { \"unit\": \"万元\", \"decimals\": 2 },"
  "  \"print\": { \"na\": \"—\", \"empty\": \"\", \"grouping\": true } }";

static ZpJsonDoc *
read_example (const char *example)
{
  g_autofree char *name = g_strdup_printf ("data/examples/%s.json", example);
  g_autofree char *path = zp_test_source (name);
  g_autofree char *text = zp_test_read (path);
  g_autoptr (GError) error = NULL;
  ZpJsonDoc *doc = zp_json_doc_parse (text, strlen (text), (ZpJsonLimits){ 1 << 20, 32 }, &error);

  g_assert_no_error (error);
  return doc;
}

/* Each has a folder of its own for its recovery file. */
static ZpSession *
make_session (ZpReportFile *file)
{
  g_autofree char *folder = zp_test_make_folder ();
  ZpSession *session = zp_session_new (file, folder);

  g_object_set_data_full (G_OBJECT (session), "fixture-folder", g_steal_pointer (&folder), g_free);
  return session;
}

/**
 * session_fixture_open:
 * @example: (nullable): one of data/examples, without .json; %NULL for an empty report
 *
 * Returns: (transfer full): a report of changsha-2021; end it with session_fixture_close()
 */
ZpSession *
session_fixture_open (const char *example)
{
  g_autofree char *folder = zp_test_source ("data/templates/changsha-2021");
  g_autoptr (ZpPack) pack = zp_test_load_pack (folder);
  ZpSession *session = make_session (zp_report_file_create (pack));
  g_autoptr (ZpJsonDoc) data = NULL;
  g_autoptr (GError) error = NULL;

  if (example == NULL)
    return session;
  data = read_example (example);
  zp_session_apply (
    session, zp_data_to_batch (zp_session_get_report (session), zp_json_doc_get_root (data), NULL),
    &error);
  g_assert_no_error (error);
  return session;
}

/**
 * session_fixture_new:
 * @data: data.json of a pack of its own
 * @checks @document: (nullable): its other files
 *
 * Returns: (transfer full): an empty report of that pack
 */
ZpSession *
session_fixture_new (const char *data, const char *checks, const char *document)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *inside = g_build_filename (folder, "mini", NULL);
  g_autoptr (ZpPack) pack = NULL;

  zp_test_write (inside, "pack.json", pack_text);
  zp_test_write (inside, "data.json", data);
  if (checks != NULL)
    zp_test_write (inside, "checks.json", checks);
  if (document != NULL)
    zp_test_write (inside, "document.json", document);
  pack = zp_test_load_pack (inside);
  zp_test_remove_folder (folder);
  return make_session (zp_report_file_create (pack));
}

/** session_fixture_close: ends a session; nothing may hold on to it. */
void
session_fixture_close (ZpSession *session)
{
  g_autofree char *folder = g_strdup (g_object_get_data (G_OBJECT (session), "fixture-folder"));

  zp_session_discard (session);
  g_assert_finalize_object (session);
  zp_test_remove_folder (folder);
}

/** session_fixture_cell: the cell of that id, which must be there. */
ZpCell
session_fixture_cell (ZpSession *session, const char *id)
{
  g_autoptr (GError) error = NULL;
  ZpCell cell = { 0 };

  zp_report_find_cell (zp_session_get_report (session), id, &cell, &error);
  g_assert_no_error (error);
  return cell;
}

/** session_fixture_type: types into a cell, which must take it. */
void
session_fixture_type (ZpSession *session, const char *id, const char *typed)
{
  g_autoptr (GError) error = NULL;

  zp_session_type (session, session_fixture_cell (session, id), typed, &error);
  g_assert_no_error (error);
}

/** session_fixture_add_rows: adds empty rows to a table, below those it has. */
void
session_fixture_add_rows (ZpSession *session, const char *block, int n_rows)
{
  int index = zp_pack_find_block (zp_session_get_pack (session), block)->index;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < n_rows; i++)
    zp_session_insert_row (session, index,
                           zp_report_count_rows (zp_session_get_report (session), index), &error);
  g_assert_no_error (error);
}

/** session_fixture_show: (transfer full): the content in force, as printed. */
char *
session_fixture_show (ZpSession *session, const char *id)
{
  return zp_report_show (zp_session_get_report (session), session_fixture_cell (session, id));
}
