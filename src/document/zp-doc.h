/* SPDX-License-Identifier: GPL-3.0-or-later
 * The report as a tree of headings, paragraphs and tables, without any file format. */
#pragma once

#include "expr/zp-cell.h"
#include "template/zp-layout.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_DOC_COVER,     /* title, lines, foot on a page of their own, without page number */
  ZP_DOC_TITLE,     /* title of the body: paragraph of one or more lines */
  ZP_DOC_HEADING,   /* level 1 to 4, number already in the runs */
  ZP_DOC_PARAGRAPH, /* runs; a run-in heading is its first run */
  ZP_DOC_TABLE,
  ZP_DOC_ANNEX_LIST, /* 附件说明: one paragraph an annex */
  ZP_DOC_SIGNATURE,  /* unit and date */
  ZP_DOC_BREAK,      /* new page; orientation and annex head follow */
  ZP_DOC_LETTERHEAD, /* 版头: issuer in red and number, on top of the page */
  ZP_DOC_IMPRINT,    /* 版记: copies, office and day, at the foot of the page */
} ZpDocKind;

typedef enum
{
  ZP_RUN_PLAIN,
  ZP_RUN_HEAD, /* run-in heading: face of its level */
  ZP_RUN_OPEN, /* 〔未填：…〕 */
} ZpRunStyle;

/**
 * ZpDocRun: a stretch of text; a figure carries the id of its cell.
 * @id: "budget.total.actual" or %NULL
 */
typedef struct
{
  char *text;
  char *id;
  ZpRunStyle style;
} ZpDocRun;

/**
 * ZpDocCell: one cell of a table as printed.
 * @column @row: its upper left corner; @columns @rows: how many it spans
 * @runs: of #ZpDocRun
 * @head: stands in a repeated head row
 * @figure: the one figure it shows, or %FALSE for text: @cell then is its address
 */
typedef struct
{
  int column;
  int row;
  int columns;
  int rows;
  GPtrArray *runs;
  ZpAlign align; /* never AUTO */
  gboolean bold;
  gboolean head;
  int lines;
  gboolean has_figure;
  ZpCell cell;
} ZpDocCell;

/**
 * ZpDocGroup: rows of a table under a head of their own, which stands again where a page parts
 * them.
 * @head: the row of the head, right above; @end: the row behind the last one
 */
typedef struct
{
  int head;
  int end;
} ZpDocGroup;

/**
 * ZpDocTable:
 * @title: of GPtrArray of #ZpDocRun: lines of the title above; empty without title
 * @above @below: of GPtrArray of GPtrArray of #ZpDocRun: lines of one to three texts
 * @notes: of GPtrArray of #ZpDocRun
 * @widths: of int, relative
 * @n_rows: rows, head included; @n_head: leading rows repeated on every page
 * @groups: of #ZpDocGroup, one below the other
 * @cells: of #ZpDocCell, by row, then by column
 */
typedef struct
{
  char *layout; /* key of the layout or block it was made from */
  GPtrArray *title;
  GPtrArray *above;
  GPtrArray *below;
  GPtrArray *notes;
  GArray *widths;
  int n_rows;
  int n_head;
  GArray *groups;
  GPtrArray *cells;
} ZpDocTable;

/**
 * ZpDocNode:
 * @level: of a heading, or of the run-in heading of a paragraph
 * @runs: of #ZpDocRun for headings, paragraphs, titles (a newline parts title lines)
 * @table: for %ZP_DOC_TABLE
 * @landscape: for %ZP_DOC_BREAK: what follows is turned
 * @seal: for a signature: a seal is set on it
 * @flush: a paragraph without indent, as the addressee's
 * @annex: for %ZP_DOC_BREAK: text of the annex mark that opens the page (附件1), or %NULL
 * @lines: for a cover: of GPtrArray of two GPtrArray of runs, label and value; for an annex list:
 * of GPtrArray of runs, each as printed (附件：1.基础数据表; 2.自评表); for a signature two entries
 * of runs: unit and date; for a letterhead one: number; for an imprint three: copies, office, day
 * @foot: for a cover: of #ZpDocRun, a newline parts lines
 * @passage: id of the passage ("text.scale") a paragraph comes from, or %NULL
 */
typedef struct
{
  ZpDocKind kind;
  int level;
  GPtrArray *runs;
  ZpDocTable *table;
  gboolean landscape;
  gboolean seal;
  gboolean flush;
  char *annex;
  GPtrArray *lines;
  GPtrArray *foot;
  char *passage;
} ZpDocNode;

/**
 * ZpDoc:
 * @nodes: of #ZpDocNode in reading order
 * @title @author @subject: for the properties of the files
 * @year: the report is about, or 0
 * @date: day given as creation date of every file (never the clock)
 * @is_unnumbered: its pages bear no number
 */
typedef struct
{
  GPtrArray *nodes;
  char *title;
  char *author;
  char *subject;
  int year;
  gint32 date;
  gboolean is_unnumbered;
} ZpDoc;

ZpDoc *zp_doc_new (void);
void zp_doc_free (ZpDoc *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpDoc, zp_doc_free)

ZpDocNode *zp_doc_append (ZpDoc *self, ZpDocKind kind);
void zp_doc_run_append (GPtrArray *runs, const char *text, const char *id, ZpRunStyle style);
GPtrArray *zp_doc_runs_new (void);
char *zp_doc_runs_to_text (const GPtrArray *runs);
ZpDocTable *zp_doc_table_new (void);
ZpDocCell *zp_doc_table_add_cell (ZpDocTable *self, int row, int column, int rows, int columns);
gboolean zp_doc_check (const ZpDoc *self, GError **error);
char *zp_doc_dump (const ZpDoc *self);

#define ZP_DOC_ERROR (zp_doc_error_quark ())
GQuark zp_doc_error_quark (void);

typedef enum
{
  ZP_DOC_ERROR_STRUCTURE,
} ZpDocError;

G_END_DECLS
