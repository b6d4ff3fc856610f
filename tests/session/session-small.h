/* SPDX-License-Identifier: GPL-3.0-or-later
 * A session with a small pack, and what is asked of it again and again. */
#pragma once

#include "session-fixture.h"

G_BEGIN_DECLS

/** SessionTold: how often each signal came. */
typedef struct
{
  guint changed;
  guint state_changed;
  guint recovery_failed;
} SessionTold;

/** SessionPlace: a folder of its own, and a document in it. */
typedef struct
{
  char *folder;
  char *path;
} SessionPlace;

void session_place_init (SessionPlace *self);
void session_place_clear (SessionPlace *self);

ZpSession *session_small_open (void);
int session_small_find_block (ZpSession *session, const char *key);
void session_small_listen (ZpSession *session, SessionTold *told);
void session_small_assert_shown (ZpSession *session, const char *id, const char *expected);
void session_small_undo (ZpSession *session);
void session_small_redo (ZpSession *session);
void session_small_save (ZpSession *session, const char *path);

G_END_DECLS
