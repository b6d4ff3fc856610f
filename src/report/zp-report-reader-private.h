/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the readers of the members of a report's file share. */
#pragma once

#include "report/zp-report-file-private.h"
#include "report/zp-report-move-private.h"
#include "report/zp-report-private.h"

G_BEGIN_DECLS

/**
 * ZpReportReader:
 * @problems: of char*: what cannot be read, with the line
 * @salvages: problems are left out of the report instead of refusing it
 * @after: the known member before the one that is read, "" before the first
 * @uids: lasting numbers taken in the table that is read
 * @next_uid: the next one for a row that has none
 */
typedef struct
{
  ZpReportFile *file;
  ZpReport *report;
  ZpReportMove move;
  GPtrArray *problems;
  gboolean salvages;
  GString *after;
  GHashTable *uids;
  guint next_uid;
} ZpReportReader;

/* zp-report-reader.c */
void zp_reader_tell (ZpReportReader *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void zp_reader_tell_value (ZpReportReader *self,
                           const ZpJson *member,
                           const char *id,
                           const char *message);
gboolean zp_reader_is_kind (ZpReportReader *self, const ZpJson *member, ZpJsonKind kind);
void zp_reader_keep_unknown (ZpReportReader *self, const char *place, const ZpJson *member);
void
zp_reader_look_for_lost_characters (ZpReportReader *self, const ZpJson *member, const char *id);

/* zp-report-reader-cells.c */
void zp_reader_read_value (ZpReportReader *self, const ZpJson *member);
void zp_reader_read_text (ZpReportReader *self, const ZpJson *member);
gboolean zp_reader_store (ZpReportReader *self, const ZpJson *member, const char *id, ZpCell cell);

/* zp-report-reader-table.c */
void zp_reader_read_table (ZpReportReader *self, const ZpJson *array);

/* zp-report-reader-notes.c */
void zp_reader_read_unit (ZpReportReader *self, const ZpJson *member);
void zp_reader_read_note (ZpReportReader *self, const ZpJson *object);
void zp_reader_read_unplaced (ZpReportReader *self, const ZpJson *object);
void zp_reader_read_prior (ZpReportReader *self, const ZpJson *member);

/* zp-report-reader-review.c */
void zp_reader_read_record (ZpReportReader *self, const ZpJson *member);
void zp_reader_read_trail_entry (ZpReportReader *self, const ZpJson *object);

G_END_DECLS
