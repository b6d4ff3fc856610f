/* SPDX-License-Identifier: GPL-3.0-or-later
 * A small pack with every kind of cell and of formula, and short words for driving a report. */
#pragma once

#include "report/zp-data.h"
#include "report/zp-report-file.h"
#include "zp-test.h"

G_BEGIN_DECLS

/**
 * Desk: a folder with packs and an empty report of the pack "mini".
 */
typedef struct
{
  char *folder;
  ZpPackStore *store;
  ZpPack *pack;
  ZpReportFile *file;
  ZpReport *report;
} Desk;

extern const char desk_pack[];
extern const char desk_data[];

Desk *desk_new (void);
Desk *desk_new_with (const char *pack, const char *data);
void desk_free (Desk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)
void desk_write_pack (Desk *self, const char *id, const char *pack, const char *data);
ZpPack *desk_load (Desk *self, const char *id);

ZpCell desk_cell (Desk *self, const char *id);
void desk_set (Desk *self, const char *id, const char *typed);
void desk_fill (Desk *self, const char *data);
ZpBatch *desk_read (Desk *self, const char *data, GError **error);
void desk_apply (Desk *self, ZpBatch *batch);
char *desk_show (Desk *self, const char *id);
char *desk_to_text (Desk *self);
ZpReportFile *desk_open (Desk *self, const char *text, GError **error);
char *desk_dump (ZpReport *report);

/** Checks what the report prints for a cell; its line is told when it is something else. */
#define assert_shows(desk, id, expected)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *shown_ = desk_show (desk, id);                                                \
    g_assert_cmpstr (shown_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

/** Checks that one message after another stands in an error. */
#define assert_says(error, words)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_nonnull (error);                                                                      \
    if (strstr ((error)->message, words) == NULL)                                                  \
      g_test_message ("“%s” is not in “%s”", words, (error)->message);                             \
    g_assert_nonnull (strstr ((error)->message, words));                                           \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
