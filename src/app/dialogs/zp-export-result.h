/* SPDX-License-Identifier: GPL-3.0-or-later
 * What became of each file of an export. */
#pragma once

#include <gtk/gtk.h>

#include "session/zp-export-job.h"

G_BEGIN_DECLS

GtkWidget *zp_export_result_new (const ZpExportJob *job);

G_END_DECLS
