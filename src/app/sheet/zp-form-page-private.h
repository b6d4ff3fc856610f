/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of a page of forms share. */
#pragma once

#include "app/sheet/zp-form-page.h"
#include "app/sheet/zp-sheet-tools.h"

G_BEGIN_DECLS

/**
 * ZpFormSheet:
 * @view: in the page
 * @tools: (nullable): of a table
 */
typedef struct
{
  ZpSheetView *view;
  ZpSheetTools *tools;
} ZpFormSheet;

/**
 * ZpFormPage:
 * @sheets: of #ZpFormSheet
 * @current: (nullable): the sheet with the current cell
 */
struct _ZpFormPage
{
  GtkWidget parent;
  ZpSession *session;
  GtkWidget *scrolled;
  GtkWidget *bar;
  GtkWidget *popover;
  GArray *sheets;
  ZpSheetView *current;
};

GtkWidget *zp_form_sheet_make (
  ZpFormSheet *self, ZpSession *session, int block, ZpSheetLines *lines, const char *page_title);
GtkWidget *zp_form_head_make (const char *title, const char *help);

G_END_DECLS
