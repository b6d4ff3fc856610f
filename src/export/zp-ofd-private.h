/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the writers of the parts of an OFD document share (GB/T 33190-2016). */
#pragma once

#include <hb.h>

#include "base/zp-xml-writer.h"
#include "base/zp-zip-writer.h"
#include "document/zp-doc.h"
#include "export/zp-font-set.h"
#include "export/zp-pages.h"

G_BEGIN_DECLS

/**
 * ZpOfdBook:
 * @last_id: the highest number given to an object so far; all share one count
 * @font_ids: of guint by number of the face; 0 where it is not used
 * @page_ids: of guint by page
 */
typedef struct
{
  const ZpDoc *doc;
  const ZpPages *pages;
  ZpFontSet *fonts;
  ZpZipWriter *zip;
  guint last_id;
  GArray *font_ids;
  GArray *page_ids;
} ZpOfdBook;

int zp_ofd_measure (double points);
void zp_ofd_append_length (GString *out, int micrometres);
char *zp_ofd_format_box (double x, double y, double width, double height);
ZpXmlWriter *zp_ofd_part_new (const char *root);

gboolean zp_ofd_fonts_add (ZpOfdBook *self, GError **error);
void zp_ofd_page_add (ZpOfdBook *self, guint page);
void zp_ofd_outline_write (const ZpOfdBook *self, ZpXmlWriter *xml);

G_END_DECLS
