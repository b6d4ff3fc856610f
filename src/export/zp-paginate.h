/* SPDX-License-Identifier: GPL-3.0-or-later
 * From the tree of a report to its pages. */
#pragma once

#include "document/zp-doc.h"
#include "export/zp-font-set.h"
#include "export/zp-pages.h"

G_BEGIN_DECLS

ZpPages *zp_paginate (const ZpDoc *doc, ZpFontSet *fonts, GError **error);

G_END_DECLS
