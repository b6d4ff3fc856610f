/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the preview share. */
#pragma once

#include "document/zp-doc.h"
#include "session/zp-preview.h"

G_BEGIN_DECLS

const ZpDoc *zp_preview_get_doc (ZpPreview *self);
const ZpDocNode *zp_preview_get_node (ZpPreview *self, guint node);

G_END_DECLS
