/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of a report as they would be printed, laid out anew while it changes. */
#include "document/zp-doc-builder.h"
#include "document/zp-doc-sign-off.h"
#include "export/zp-paginate.h"
#include "review/zp-review-paper.h"
#include "session/zp-preview-private.h"

/* Changes that follow each other so closely are laid out together. */
#define REST_MS 30

/**
 * ZpPreview:
 * @folders: (nullable): where the faces are looked for instead of the usual places
 * @pack: what @doc may borrow from lives as long as it
 * @fonts: kept, for they take longest to open
 * @error: (nullable): why there are no pages
 * @n_watchers: who looks at the pages now
 * @is_stale: the report changed since
 */
struct _ZpPreview
{
  GObject parent_instance;

  ZpSession *session;
  char **folders;
  ZpProfile profile;
  ZpPack *pack;
  ZpFontSet *fonts;
  ZpDoc *doc;
  ZpPages *pages;
  ZpPagePainter *painter;
  GError *error;
  guint n_watchers;
  gboolean is_stale;
  guint source;
};

G_DEFINE_FINAL_TYPE (ZpPreview, zp_preview, G_TYPE_OBJECT)

static guint changed_signal;

static void
forget_pages (ZpPreview *self)
{
  g_clear_pointer (&self->painter, zp_page_painter_free);
  g_clear_pointer (&self->pages, zp_pages_unref);
  g_clear_pointer (&self->doc, zp_doc_free);
  g_clear_pointer (&self->pack, zp_pack_unref);
  g_clear_error (&self->error);
}

static void
zp_preview_dispose (GObject *object)
{
  ZpPreview *self = ZP_PREVIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_preview_parent_class)->dispose (object);
}

static void
zp_preview_finalize (GObject *object)
{
  ZpPreview *self = ZP_PREVIEW (object);

  forget_pages (self);
  g_clear_pointer (&self->fonts, zp_font_set_free);
  g_strfreev (self->folders);
  G_OBJECT_CLASS (zp_preview_parent_class)->finalize (object);
}

static void
zp_preview_class_init (ZpPreviewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = zp_preview_dispose;
  object_class->finalize = zp_preview_finalize;
  changed_signal = g_signal_new ("changed", ZP_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
zp_preview_init (ZpPreview *self)
{
  self->profile = ZP_PROFILE_SUBMIT;
  self->is_stale = TRUE;
}

/* Those of the exported files; a test names the folders and wants the bundled ones. */
static gboolean
open_fonts (ZpPreview *self)
{
  if (self->fonts == NULL)
    self->fonts = zp_font_set_new ((const char *const *) self->folders,
                                   self->folders == NULL ? ZP_FONT_SET_OFFICE : ZP_FONT_SET_BUNDLED,
                                   &self->error);
  return self->fonts != NULL;
}

/* As the exported files bear it. */
static void
add_check_code (ZpPreview *self)
{
  g_autoptr (ZpDocReview) review = NULL;

  if (self->profile == ZP_PROFILE_PUBLIC || zp_session_get_lock (self->session) == NULL)
    return;
  review = zp_review_make_paper (zp_session_get_file (self->session));
  zp_doc_add_check_code (self->doc, self->pack, review);
}

static gboolean
lay_out (ZpPreview *self)
{
  if (!open_fonts (self))
    return FALSE;
  self->pack = zp_pack_ref ((ZpPack *) zp_session_get_pack (self->session));
  self->doc = zp_doc_build (zp_session_get_report (self->session), self->profile);
  add_check_code (self);
  self->pages = zp_paginate (self->doc, self->fonts, &self->error);
  if (self->pages == NULL)
    return FALSE;
  self->painter = zp_page_painter_new (self->pages, self->fonts, &self->error);
  return self->painter != NULL;
}

/**
 * zp_preview_refresh:
 *
 * Lays the pages out now when the report changed since they were.
 *
 * Returns: FALSE when there are no pages; zp_preview_get_error() tells why
 */
gboolean
zp_preview_refresh (ZpPreview *self)
{
  g_return_val_if_fail (ZP_IS_PREVIEW (self), FALSE);

  if (!self->is_stale)
    return self->painter != NULL;
  g_clear_handle_id (&self->source, g_source_remove);
  forget_pages (self);
  self->is_stale = FALSE;
  if (!lay_out (self))
    g_clear_pointer (&self->pages, zp_pages_unref);
  g_signal_emit (self, changed_signal, 0);
  return self->painter != NULL;
}

static gboolean
on_rested (gpointer data)
{
  ZpPreview *self = ZP_PREVIEW (data);

  self->source = 0;
  zp_preview_refresh (self);
  return G_SOURCE_REMOVE;
}

/* Behind keys and drawing: typing goes first. */
static void
lay_out_soon (ZpPreview *self)
{
  if (self->is_stale && self->n_watchers > 0 && self->source == 0)
    self->source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, REST_MS, on_rested, self, NULL);
}

static void
on_session_changed (ZpPreview *self)
{
  self->is_stale = TRUE;
  lay_out_soon (self);
}

/**
 * zp_preview_new:
 * @font_folders: (nullable): where the faces are looked for instead of the usual places
 *
 * Returns: (transfer full): the pages of the report, laid out when somebody wants them
 */
ZpPreview *
zp_preview_new (ZpSession *session, const char *const *font_folders)
{
  ZpPreview *self;

  g_return_val_if_fail (ZP_IS_SESSION (session), NULL);

  self = g_object_new (ZP_TYPE_PREVIEW, NULL);
  self->session = g_object_ref (session);
  self->folders = g_strdupv ((char **) font_folders);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/** zp_preview_get_session: (transfer none): whose report it shows. */
ZpSession *
zp_preview_get_session (ZpPreview *self)
{
  g_return_val_if_fail (ZP_IS_PREVIEW (self), NULL);

  return self->session;
}

/** zp_preview_get_profile: for whom the pages are. */
ZpProfile
zp_preview_get_profile (ZpPreview *self)
{
  g_return_val_if_fail (ZP_IS_PREVIEW (self), ZP_PROFILE_SUBMIT);

  return self->profile;
}

/** zp_preview_set_profile: for whom the pages are from now on. */
void
zp_preview_set_profile (ZpPreview *self, ZpProfile profile)
{
  g_return_if_fail (ZP_IS_PREVIEW (self));

  if (self->profile == profile)
    return;
  self->profile = profile;
  on_session_changed (self);
}

/** zp_preview_watch: somebody looks at the pages: they follow the report until as many unwatch. */
void
zp_preview_watch (ZpPreview *self)
{
  g_return_if_fail (ZP_IS_PREVIEW (self));

  self->n_watchers++;
  lay_out_soon (self);
}

/** zp_preview_unwatch: ends one zp_preview_watch(). */
void
zp_preview_unwatch (ZpPreview *self)
{
  g_return_if_fail (ZP_IS_PREVIEW (self) && self->n_watchers > 0);

  self->n_watchers--;
  if (self->n_watchers == 0)
    g_clear_handle_id (&self->source, g_source_remove);
}

/** zp_preview_get_pages: (transfer none) (nullable): laid out last; %NULL when there are none. */
ZpPages *
zp_preview_get_pages (ZpPreview *self)
{
  g_return_val_if_fail (ZP_IS_PREVIEW (self), NULL);

  return self->painter != NULL ? self->pages : NULL;
}

/** zp_preview_get_error: (nullable): why there are no pages, in words for the reader. */
const GError *
zp_preview_get_error (ZpPreview *self)
{
  g_return_val_if_fail (ZP_IS_PREVIEW (self), NULL);

  return self->error;
}

/** zp_preview_count_pages: 0 as long as there are none. */
guint
zp_preview_count_pages (ZpPreview *self)
{
  g_return_val_if_fail (ZP_IS_PREVIEW (self), 0);

  return self->painter != NULL ? self->pages->pages->len : 0;
}

/** zp_preview_get_doc: (nullable): what the pages were laid out from. */
const ZpDoc *
zp_preview_get_doc (ZpPreview *self)
{
  return self->doc;
}

/** zp_preview_get_page: @page: from 0, below zp_preview_count_pages(). */
const ZpPrintedPage *
zp_preview_get_page (ZpPreview *self, guint page)
{
  g_return_val_if_fail (page < zp_preview_count_pages (self), NULL);

  return g_ptr_array_index (self->pages->pages, page);
}

/** zp_preview_draw: @cr: in points, origin at the upper left corner of the page; see
 * zp_page_painter_draw(). */
void
zp_preview_draw (ZpPreview *self, cairo_t *cr, guint page)
{
  g_return_if_fail (page < zp_preview_count_pages (self));

  zp_page_painter_draw (self->painter, cr, page);
}

/**
 * zp_preview_make_painter:
 *
 * Returns: (transfer full): draws the pages as they are now, however the report changes; %NULL with
 *   the error that keeps them from being drawn
 */
ZpPagePainter *
zp_preview_make_painter (ZpPreview *self, GError **error)
{
  g_return_val_if_fail (ZP_IS_PREVIEW (self), NULL);

  if (zp_preview_refresh (self))
    return zp_page_painter_new (self->pages, self->fonts, error);
  if (error != NULL)
    *error = g_error_copy (self->error);
  return NULL;
}
