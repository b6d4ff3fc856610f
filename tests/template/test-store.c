/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where packs are found, which version is taken, and what is said when there is none. */
#include "pack-fixture.h"

typedef struct
{
  const char *name;
  const char *id;
  int version;
  int found; /* version, or 0 for an error */
  const char *message;
} LoadRow;

/* clang-format off */
static const LoadRow load_rows[] = {
  { "newest",           "plain",          0, 2, NULL },
  { "old-version",      "plain",          1, 1, NULL },
  { "with-parent",      "plain-2021",     0, 1, NULL },
  { "built-in",         "changsha-2021",  0, 1, NULL },
  { "unlisted",         "costs-only",     1, 1, NULL },
  { "no-such-version",  "plain",          7, 0, "there is no version 7 of the template pack “plain”" },
  { "no-such-pack",     "plane",          0, 0, "there is no template pack “plane”; known are: " },
  { "no-path",          "../plain",       0, 0, "there is no template pack “../plain”" },
  { "no-parent-folder", "..",             0, 0, "there is no template pack “..”" },
  { "empty",            "",               0, 0, "there is no template pack “”" },
  { "broken",           "broken",         0, 0, "broken/data.json:1: top level: unknown key “bloks”" },
  { "unreadable",       "unreadable",     0, 0, "unreadable/pack.json:1: expected a key" },
};
/* clang-format on */

/* A folder of the user with all packs of the tests, two broken ones, and what is no pack. */
static char *
make_user_folder (void)
{
  const char *const packs[] = {
    "plain", "plain@1", "plain-2021", "both", "costs-only", "works-only"
  };
  char *folder = zp_test_make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (packs); i++)
    pack_fixture_copy (packs[i], folder);
  zp_test_write (folder, "broken/pack.json",
                 "{\"format\": 1, \"id\": \"broken\", \"version\": 1, \"title\": \"坏\", "
                 "\"year\": 2020, \"listed\": false}");
  zp_test_write (folder, "broken/data.json", "{\"bloks\": []}");
  zp_test_write (folder, "unreadable/pack.json", "{");
  zp_test_write (folder, "notes/readme.txt", "");
  zp_test_write (folder, "readme.txt", "");

  return folder;
}

static void
test_load (gconstpointer data)
{
  const LoadRow *row = data;
  g_autofree char *folder = make_user_folder ();
  g_autoptr (ZpPackStore) store = zp_pack_store_new (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load (store, row->id, row->version, &error);

  if (row->message == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (pack->id, ==, row->id);
      g_assert_cmpint (pack->version, ==, row->found);
    }
  else
    {
      g_assert_null (pack);
      g_assert_true (error != NULL && error->domain == ZP_PACK_ERROR);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, row->message));
    }
  zp_test_remove_folder (folder);
}

static void
test_list (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autoptr (ZpPackStore) store = zp_pack_store_new (folder);
  g_auto (GStrv) ids = zp_pack_store_list (store);
  const char *const expected[] = { "both",  "broken",     "changsha-2021", "costs-only",
                                   "plain", "plain-2021", "unreadable",    "works-only" };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (g_strv_contains ((const char *const *) ids, expected[i]));
  g_assert_false (g_strv_contains ((const char *const *) ids, "notes"));
  for (gsize i = 1; ids[i] != NULL; i++)
    g_assert_cmpstr (ids[i - 1], <, ids[i]);
  zp_test_remove_folder (folder);
}

static void
test_without_user_folder (void)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new ("/nowhere/at/all");
  g_auto (GStrv) ids = zp_pack_store_list (store);

  g_assert_true (g_strv_contains ((const char *const *) ids, "changsha-2021"));
}

static void
test_kept (void)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new (NULL);
  g_autoptr (ZpPack) first = zp_pack_store_load (store, "changsha-2021", 0, NULL);
  g_autoptr (ZpPack) second = zp_pack_store_load (store, "changsha-2021", first->version, NULL);
  g_autoptr (ZpPack) third = zp_pack_store_load (store, "changsha-2021", 0, NULL);

  g_assert_true (first == second);
  g_assert_true (first == third);
}

static void
test_outlives_store (void)
{
  ZpPackStore *store = zp_pack_store_new (NULL);
  g_autoptr (ZpPack) pack = zp_pack_store_load (store, "changsha-2021", 0, NULL);

  zp_pack_store_free (store);
  g_assert_cmpstr (pack->id, ==, "changsha-2021");
  g_assert_nonnull (zp_pack_find_block (pack, "budget"));
}

/* Of two packs of one version that of the user counts; a newer one counts wherever it is. */
static void
test_user_first (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autoptr (ZpPackStore) store = zp_pack_store_new (folder);
  g_autoptr (ZpPack) pack = NULL;

  zp_test_write (folder, "changsha-2021/pack.json",
                 "{\"format\": 1, \"id\": \"changsha-2021\", \"version\": 1, \"title\": \"自改\", "
                 "\"year\": 2021, \"listed\": false}");
  pack = zp_pack_store_load (store, "changsha-2021", 0, NULL);
  g_assert_cmpstr (pack->title, ==, "自改");
  zp_test_remove_folder (folder);
}

static char *
digest_of (const char *folder, const char *id)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load (store, id, 0, &error);

  g_assert_no_error (error);

  return g_strdup (pack->digest);
}

/* The digest is over the files of the pack and its parents, wherever the folder is. */
static void
test_digest (void)
{
  g_autofree char *one = make_user_folder ();
  g_autofree char *two = make_user_folder ();
  g_autofree char *parent = g_build_filename (two, "plain", NULL);
  g_autofree char *first = digest_of (one, "plain-2021");
  g_autofree char *second = digest_of (two, "plain-2021");
  g_autofree char *changed = NULL;

  g_assert_cmpuint (strlen (first), ==, 64);
  g_assert_cmpstr (first, ==, second);
  pack_fixture_replace (parent, "checks.json", "核对付款", "再核对付款");
  changed = digest_of (two, "plain-2021");
  g_assert_cmpstr (first, !=, changed);
  zp_test_remove_folder (one);
  zp_test_remove_folder (two);
}

typedef struct
{
  const char *name;
  const char *file; /* of the pack, or of its parent */
  const char *old_text;
  const char *new_text;
  gboolean counts;
} DigestRow;

/* clang-format off */
static const DigestRow digest_rows[] = {
  { "identity", "plain/pack.json",           "\"某镇\"",     "\"某县\"",     TRUE },
  { "data",     "plain/data.json",           "\"自评\"",     "\"自查\"",     TRUE },
  { "checks",   "plain/checks.json",         "核对付款",       "再核对付款",     TRUE },
  { "document", "plain/document.json",       "{",              "{ ",             TRUE },
  { "layouts",  "plain/layouts.json",        "{",              "{ ",             TRUE },
  { "sample",   "plain/samples/clean.json",  "{",              "{ ",             FALSE },
  { "new",      "plain/samples/later.json",  NULL,             "{}",             FALSE },
  { "broken",   "plain/samples/wrong.json",  NULL,             "no JSON",        FALSE },
};
/* clang-format on */

/* What a report means is what its digest is about, and samples have no part in it. */
static void
test_digest_of (gconstpointer data)
{
  const DigestRow *row = data;
  g_autofree char *folder = make_user_folder ();
  g_autofree char *before = digest_of (folder, "plain");
  g_autofree char *after = NULL;

  pack_fixture_replace (folder, row->file, row->old_text, row->new_text);
  after = digest_of (folder, "plain");
  g_assert_true ((strcmp (before, after) != 0) == row->counts);
  zp_test_remove_folder (folder);
}

static void
test_samples (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autoptr (ZpPackStore) store = zp_pack_store_new (folder);
  g_autoptr (ZpPack) pack = zp_pack_store_load (store, "plain", 0, NULL);
  g_autoptr (ZpPack) child = zp_pack_store_load (store, "costs-only", 0, NULL);
  g_autoptr (GPtrArray) samples = zp_pack_read_samples (pack, NULL);
  g_autoptr (GPtrArray) none = zp_pack_read_samples (child, NULL);

  g_assert_cmpuint (samples->len, ==, 2);
  g_assert_cmpstr (((const ZpSample *) samples->pdata[0])->name, ==, "clean");
  g_assert_nonnull (((const ZpSample *) samples->pdata[1])->fill);
  g_assert_cmpuint (none->len, ==, 0);
  zp_test_remove_folder (folder);
}

/* A pack whose samples are damaged is still good for reports. */
static void
test_bad_samples (void)
{
  g_autofree char *folder = make_user_folder ();
  g_autoptr (ZpPackStore) store = zp_pack_store_new (folder);
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) zp_problem_free);
  g_autoptr (ZpPack) pack = NULL;
  g_autofree char *line = NULL;

  zp_test_write (folder, "plain/samples/clean.json", "{\n  \"sample\": }");
  pack = zp_pack_store_load (store, "plain", 0, NULL);
  g_assert_nonnull (pack);
  g_assert_null (zp_pack_read_samples (pack, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  line = zp_problem_to_string (problems->pdata[0]);
  g_assert_true (g_str_has_prefix (line, "plain/samples/clean.json:2: expected a value"));
  zp_test_remove_folder (folder);
}

static void
test_no_folder (void)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load_folder (store, "/nowhere/at/all", NULL, &error);

  g_assert_null (pack);
  g_assert_error (error, ZP_PACK_ERROR, ZP_PACK_ERROR_READ);
}

static void
test_empty_folder (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autoptr (ZpPackStore) store = zp_pack_store_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load_folder (store, folder, NULL, &error);

  g_assert_null (pack);
  g_assert_error (error, ZP_PACK_ERROR, ZP_PACK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "pack.json"));
  zp_test_remove_folder (folder);
}

static void
test_problem_text (void)
{
  const ZpProblem error = { (char *) "a/data.json", 3, FALSE, (char *) "no" };
  const ZpProblem warning = { (char *) "a/data.json", 0, TRUE, (char *) "hm" };
  g_autofree char *error_text = zp_problem_to_string (&error);
  g_autofree char *warning_text = zp_problem_to_string (&warning);

  g_assert_cmpstr (error_text, ==, "a/data.json:3: no");
  g_assert_cmpstr (warning_text, ==, "a/data.json: warning: hm");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (load_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/store/load/", load_rows[i].name, NULL);

      g_test_add_data_func (path, &load_rows[i], test_load);
    }
  g_test_add_func ("/store/list", test_list);
  g_test_add_func ("/store/without-user-folder", test_without_user_folder);
  g_test_add_func ("/store/kept", test_kept);
  g_test_add_func ("/store/outlives-store", test_outlives_store);
  g_test_add_func ("/store/user-first", test_user_first);
  g_test_add_func ("/store/digest", test_digest);
  for (gsize i = 0; i < G_N_ELEMENTS (digest_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/store/digest-of/", digest_rows[i].name, NULL);

      g_test_add_data_func (path, &digest_rows[i], test_digest_of);
    }
  g_test_add_func ("/store/samples", test_samples);
  g_test_add_func ("/store/bad-samples", test_bad_samples);
  g_test_add_func ("/store/no-folder", test_no_folder);
  g_test_add_func ("/store/empty-folder", test_empty_folder);
  g_test_add_func ("/store/problem-text", test_problem_text);

  return g_test_run ();
}
