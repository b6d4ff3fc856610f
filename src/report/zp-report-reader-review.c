/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the records of review and the audit trail of a report's file. */
#include <glib/gi18n-lib.h>

#include "report/zp-record-private.h"
#include "report/zp-report-reader-private.h"

/* Half a record could say something else than the whole. */
static gboolean
is_whole (ZpReportReader *self, const ZpJson *member)
{
  if (!member->cut)
    return TRUE;
  zp_reader_tell (self, _ ("line %u: a record of the review is cut off"), member->line);
  return FALSE;
}

/** zp_reader_read_record: a record of the review. */
void
zp_reader_read_record (ZpReportReader *self, const ZpJson *member)
{
  if (is_whole (self, member))
    g_hash_table_insert (self->report->records, g_strconcat (ZP_RECORD_PREFIX, member->key, NULL),
                         zp_record_to_text (member));
}

/** zp_reader_read_trail_entry: an entry of the audit trail. */
void
zp_reader_read_trail_entry (ZpReportReader *self, const ZpJson *object)
{
  if (is_whole (self, object) && !zp_trail_read_entry (self->report->trail, object))
    zp_reader_tell (self, _ ("line %u: this is no entry of the history"), object->line);
}
