/* SPDX-License-Identifier: GPL-3.0-or-later
 * A session with a small pack, and what is asked of it again and again. */
#include "session-small.h"

#include "zp-test.h"

static const char data[] =
  "{ \"blocks\": ["
  "{ \"fields\": \"info\", \"label\": \"信息\", \"items\": ["
  "  { \"key\": \"sum\", \"label\": \"金额\" } ] },"
  "{ \"grid\": \"costs\", \"label\": \"资金\", \"columns\": ["
  "  { \"key\": \"plan\", \"label\": \"预算\" }, { \"key\": \"paid\", \"label\": \"支出\" } ],"
  "  \"rows\": [ { \"key\": \"all\", \"label\": \"合计\", \"formula\": \"cars + guests\" },"
  "    { \"key\": \"cars\", \"label\": \"用车\" }, { \"key\": \"guests\", \"label\": \"接待\" } ] "
  "},"
  "{ \"table\": \"works\", \"label\": \"工作\", \"key\": \"name\", \"columns\": ["
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" },"
  "  { \"key\": \"cost\", \"label\": \"费用\" } ] } ] }";

static const char checks[] =
  "{ \"checks\": ["
  "{ \"check\": \"costs.low\", \"title\": \"接待偏高\", \"severity\": \"warning\","
  "  \"require\": \"costs.guests.paid <= 10万元\", \"instruction\": \"说明原因\","
  "  \"note\": \"allowed\" } ] }";

static void
count (guint *told)
{
  (*told)++;
}

/** session_small_listen: counts the signals from now on. */
void
session_small_listen (ZpSession *session, SessionTold *told)
{
  *told = (SessionTold){ 0 };
  g_signal_connect_swapped (session, "changed", G_CALLBACK (count), &told->changed);
  g_signal_connect_swapped (session, "state-changed", G_CALLBACK (count), &told->state_changed);
  g_signal_connect_swapped (session, "recovery-failed", G_CALLBACK (count), &told->recovery_failed);
}

/** session_small_open: (transfer full): an empty report; close with session_fixture_close(). */
ZpSession *
session_small_open (void)
{
  return session_fixture_new (data, checks, NULL);
}

/** session_small_find_block: number of the block. */
int
session_small_find_block (ZpSession *session, const char *key)
{
  return zp_pack_find_block (zp_session_get_pack (session), key)->index;
}

/** session_small_assert_shown: what a cell shows. */
void
session_small_assert_shown (ZpSession *session, const char *id, const char *expected)
{
  g_autofree char *shown = session_fixture_show (session, id);

  g_assert_cmpstr (shown, ==, expected);
}

/** session_small_undo: has to work. */
void
session_small_undo (ZpSession *session)
{
  g_autoptr (GError) error = NULL;

  zp_session_undo (session, &error);
  g_assert_no_error (error);
}

/** session_small_redo: has to work. */
void
session_small_redo (ZpSession *session)
{
  g_autoptr (GError) error = NULL;

  zp_session_redo (session, &error);
  g_assert_no_error (error);
}

/** session_place_init: makes the folder; @self->path is where a document may be saved. */
void
session_place_init (SessionPlace *self)
{
  self->folder = zp_test_make_folder ();
  self->path = g_build_filename (self->folder, "甲.ziping", NULL);
}

/** session_place_clear: removes the folder and all that is in it. */
void
session_place_clear (SessionPlace *self)
{
  zp_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/** session_small_save: saves, and it has to work. */
void
session_small_save (ZpSession *session, const char *path)
{
  g_autoptr (GError) error = NULL;

  zp_session_save (session, path, ZP_FILE_REPLACE, &error);
  g_assert_no_error (error);
}
