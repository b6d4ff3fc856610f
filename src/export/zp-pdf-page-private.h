/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pages of a PDF file and the order they are read in. */
#pragma once

#include "document/zp-doc.h"
#include "export/zp-pages.h"
#include "export/zp-pdf-font-private.h"

G_BEGIN_DECLS

/**
 * ZpPdfPart: a paragraph or cell, on one page or more.
 * @node @row @column: as in #ZpPageRun
 * @pieces: of #ZpPdfPiece
 */
typedef struct
{
  ZpPageTag tag;
  guint node;
  int row;
  int column;
  GArray *pieces;
} ZpPdfPart;

/** ZpPdfPiece: marked content @mark of page @page, from 0. */
typedef struct
{
  guint page;
  guint mark;
} ZpPdfPiece;

/**
 * ZpPdfBook:
 * @fonts: of #ZpPdfFont by number of the face; %NULL where it is not used
 * @page_objects: of guint: number of the object of every page
 * @parts: of #ZpPdfPart in reading order
 * @part_numbers: of guint by block: its part, counted from 1, or 0
 */
typedef struct
{
  ZpPdfFile *file;
  const ZpDoc *doc;
  const ZpPages *pages;
  GPtrArray *fonts;
  GArray *page_objects;
  GArray *parts;
  GArray *part_numbers;
} ZpPdfBook;

GString *zp_pdf_page_draw (ZpPdfBook *self, guint page);
guint zp_pdf_structure_write (ZpPdfBook *self);
guint zp_pdf_outline_write (ZpPdfBook *self);

G_END_DECLS
