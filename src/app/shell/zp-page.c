/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the window asks of a page, whatever its kind. */
#include "app/shell/zp-page.h"

#include "app/dialogs/zp-paste-dialog.h"
#include "app/overview/zp-overview-page.h"
#include "app/prose/zp-text-page.h"
#include "app/review/zp-review-page.h"
#include "app/sheet/zp-form-page.h"

/**
 * Kind: a kind of page; what is %NULL it does not have.
 * @go_to: shows a cell or a passage
 * @enter: gives the keyboard to its first or last cell
 * @commit: takes what is being typed; FALSE when it is refused
 */
typedef struct
{
  GType (*get_type) (void);
  GtkWidget *(*create) (ZpSession *session, ZpOutline *outline, const ZpPlace *place);
  gboolean (*go_to) (GtkWidget *page, ZpSession *session, const char *target);
  void (*enter) (GtkWidget *page, gboolean forward);
  gboolean (*commit) (GtkWidget *page);
  char *(*get_status) (GtkWidget *page);
  gboolean (*get_cell) (GtkWidget *page, ZpCell *cell);
  char *(*get_passage) (GtkWidget *page);
  void (*explain) (GtkWidget *page);
  void (*insert_figure) (GtkWidget *page);
} Kind;

static GtkWidget *
create_overview (ZpSession *session, ZpOutline *outline, const ZpPlace *place)
{
  return zp_overview_page_new (session, outline);
}

static GtkWidget *
create_review (ZpSession *session, ZpOutline *outline, const ZpPlace *place)
{
  return zp_review_page_new (session);
}

static void
on_paste_planned (GtkWidget *page, ZpSheet *sheet, ZpClipPlan *plan)
{
  zp_paste_dialog_present (page, sheet, plan);
}

static GtkWidget *
create_form (ZpSession *session, ZpOutline *outline, const ZpPlace *place)
{
  GtkWidget *page = zp_form_page_new (session, place);

  g_signal_connect (page, "paste-planned", G_CALLBACK (on_paste_planned), NULL);
  return page;
}

static gboolean
go_to_cell (GtkWidget *page, ZpSession *session, const char *target)
{
  ZpCell cell;

  return zp_report_find_cell (zp_session_get_report (session), target, &cell, NULL) &&
         zp_form_page_go_to (ZP_FORM_PAGE (page), cell);
}

static void
enter_form (GtkWidget *page, gboolean forward)
{
  zp_form_page_enter (ZP_FORM_PAGE (page), forward);
}

static gboolean
commit_form (GtkWidget *page)
{
  return zp_form_page_commit (ZP_FORM_PAGE (page));
}

static char *
get_form_status (GtkWidget *page)
{
  return zp_form_page_get_status (ZP_FORM_PAGE (page));
}

static gboolean
get_form_cell (GtkWidget *page, ZpCell *cell)
{
  return zp_form_page_get_cell (ZP_FORM_PAGE (page), cell);
}

static void
explain_cell (GtkWidget *page)
{
  zp_form_page_explain (ZP_FORM_PAGE (page));
}

static GtkWidget *
create_text (ZpSession *session, ZpOutline *outline, const ZpPlace *place)
{
  return zp_text_page_new (session, place);
}

static gboolean
go_to_passage (GtkWidget *page, ZpSession *session, const char *target)
{
  return zp_text_page_go_to (ZP_TEXT_PAGE (page), target);
}

static gboolean
commit_text (GtkWidget *page)
{
  return zp_text_page_commit (ZP_TEXT_PAGE (page));
}

static char *
get_text_status (GtkWidget *page)
{
  return zp_text_page_get_status (ZP_TEXT_PAGE (page));
}

static char *
get_passage (GtkWidget *page)
{
  return g_strdup (zp_text_page_get_passage (ZP_TEXT_PAGE (page)));
}

static void
insert_figure (GtkWidget *page)
{
  zp_text_page_insert_figure (ZP_TEXT_PAGE (page));
}

static const Kind kinds[] = {
  [ZP_PLACE_OVERVIEW] = { .get_type = zp_overview_page_get_type, .create = create_overview },
  [ZP_PLACE_REVIEW] = { .get_type = zp_review_page_get_type, .create = create_review },
  [ZP_PLACE_FORM] = {
    .get_type = zp_form_page_get_type,
    .create = create_form,
    .go_to = go_to_cell,
    .enter = enter_form,
    .commit = commit_form,
    .get_status = get_form_status,
    .get_cell = get_form_cell,
    .explain = explain_cell,
  },
  [ZP_PLACE_TEXT] = {
    .get_type = zp_text_page_get_type,
    .create = create_text,
    .go_to = go_to_passage,
    .commit = commit_text,
    .get_status = get_text_status,
    .get_passage = get_passage,
    .insert_figure = insert_figure,
  },
};

static const Kind *
kind_of (GtkWidget *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].get_type != NULL && G_TYPE_CHECK_INSTANCE_TYPE (page, kinds[i].get_type ()))
      return &kinds[i];
  return NULL;
}

/** zp_page_new: (transfer floating): the page that shows a place. */
GtkWidget *
zp_page_new (ZpSession *session, ZpOutline *outline, guint place)
{
  const ZpPlace *what = zp_outline_get (outline, place);

  return kinds[what->kind].create (session, outline, what);
}

/** zp_page_go_to: @target: id of a cell or a passage on that page. FALSE when it has none such. */
gboolean
zp_page_go_to (GtkWidget *page, ZpSession *session, const char *target)
{
  const Kind *kind = kind_of (page);

  return kind != NULL && kind->go_to != NULL && kind->go_to (page, session, target);
}

/** zp_page_enter: gives the keyboard to the page: to its first cell to be typed, or its last. */
void
zp_page_enter (GtkWidget *page, gboolean forward)
{
  const Kind *kind = kind_of (page);

  if (kind != NULL && kind->enter != NULL)
    kind->enter (page, forward);
  else
    gtk_widget_child_focus (page, forward ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
}

/** zp_page_commit: takes what is being typed; FALSE when it is refused, and the page says why. */
gboolean
zp_page_commit (GtkWidget *page)
{
  const Kind *kind = kind_of (page);

  return kind == NULL || kind->commit == NULL || kind->commit (page);
}

/** zp_page_get_status: (transfer full) (nullable): where one is on the page. */
char *
zp_page_get_status (GtkWidget *page)
{
  const Kind *kind = kind_of (page);

  return kind != NULL && kind->get_status != NULL ? kind->get_status (page) : NULL;
}

/** zp_page_get_cell: @cell: (out): the current cell. FALSE on a page without one. */
gboolean
zp_page_get_cell (GtkWidget *page, ZpCell *cell)
{
  const Kind *kind = kind_of (page);

  return kind != NULL && kind->get_cell != NULL && kind->get_cell (page, cell);
}

/** zp_page_get_passage: (transfer full) (nullable): id of the passage that the caret is in. */
char *
zp_page_get_passage (GtkWidget *page)
{
  const Kind *kind = kind_of (page);

  return kind != NULL && kind->get_passage != NULL ? kind->get_passage (page) : NULL;
}

/** zp_page_explain: says why the current cell shows what it shows. */
void
zp_page_explain (GtkWidget *page)
{
  const Kind *kind = kind_of (page);

  if (kind != NULL && kind->explain != NULL)
    kind->explain (page);
}

/** zp_page_insert_figure: asks for a figure to put into the text at the caret. */
void
zp_page_insert_figure (GtkWidget *page)
{
  const Kind *kind = kind_of (page);

  if (kind != NULL && kind->insert_figure != NULL)
    kind->insert_figure (page);
}
