/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a proof-reader would ask about an exported document, with the way to each place. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-export-job.h"

G_BEGIN_DECLS

GtkWidget *zp_export_slips_new (const ZpExportJob *job);

G_END_DECLS
