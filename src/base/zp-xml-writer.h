/* SPDX-License-Identifier: GPL-3.0-or-later
 * Thin helpers over libxml2's text writer. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ZpXmlWriter ZpXmlWriter;

ZpXmlWriter *zp_xml_writer_new (void);
void zp_xml_writer_free (ZpXmlWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpXmlWriter, zp_xml_writer_free)
void zp_xml_writer_start (ZpXmlWriter *self, const char *element, ...) G_GNUC_NULL_TERMINATED;
void zp_xml_writer_end (ZpXmlWriter *self);
void zp_xml_writer_empty (ZpXmlWriter *self, const char *element, ...) G_GNUC_NULL_TERMINATED;
void zp_xml_writer_attribute (ZpXmlWriter *self, const char *name, const char *value);
void zp_xml_writer_text (ZpXmlWriter *self, const char *text);
GBytes *zp_xml_writer_finish (ZpXmlWriter *self);

G_END_DECLS
