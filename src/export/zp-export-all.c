/* SPDX-License-Identifier: GPL-3.0-or-later
 * Makes the files of several formats at once. */
#include "export/zp-exporter.h"

/**
 * Work: the file of one format.
 * @thread: (nullable): makes it, until it has been waited for
 */
typedef struct
{
  const ZpExportContent *content;
  const ZpExportFormat *format;
  GThread *thread;
  GBytes *bytes;
  GError *error;
} Work;

static void
work_clear (gpointer data)
{
  Work *self = data;

  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->error);
}

static gpointer
do_work (gpointer data)
{
  Work *self = data;

  self->bytes = self->format->write (self->content, &self->error);
  return NULL;
}

static GBytes *
take_bytes (Work *self, GError **error)
{
  if (self->error != NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&self->error), "%s: ", self->format->id);

  return g_steal_pointer (&self->bytes);
}

static GArray *
make_works (const ZpExportContent *content, const GPtrArray *formats)
{
  GArray *works = g_array_new (FALSE, TRUE, sizeof (Work));

  g_array_set_size (works, formats->len);
  g_array_set_clear_func (works, work_clear);
  for (guint i = 0; i < formats->len; i++)
    {
      Work *work = &g_array_index (works, Work, i);

      work->content = content;
      work->format = g_ptr_array_index (formats, i);
    }

  return works;
}

static Work *
find_own_thread (GArray *works)
{
  for (guint i = 0; i < works->len; i++)
    if (g_array_index (works, Work, i).format->own_thread)
      return &g_array_index (works, Work, i);

  return NULL;
}

/* Does what can be done beside the work in another thread; fonts are used by one thread at a time.
 */
static void
do_beside (GArray *works)
{
  for (guint i = 0; i < works->len; i++)
    {
      Work *work = &g_array_index (works, Work, i);

      if (work->thread == NULL && !work->format->needs_fonts)
        do_work (work);
    }
}

static void
do_rest (GArray *works)
{
  for (guint i = 0; i < works->len; i++)
    {
      Work *work = &g_array_index (works, Work, i);

      if (work->bytes == NULL && work->error == NULL)
        do_work (work);
    }
}

/* Laying out pages and cutting fonts takes as long as everything else together. */
static void
do_all (GArray *works)
{
  Work *work = find_own_thread (works);

  if (work != NULL && works->len > 1)
    work->thread = g_thread_try_new ("pages", do_work, work, NULL);
  do_beside (works);
  if (work != NULL)
    g_clear_pointer (&work->thread, g_thread_join);
  do_rest (works);
}

/**
 * zp_export_write_all:
 * @content: has what every one of the formats needs
 * @formats: (element-type ZpExportFormat)
 *
 * Makes the bytes of the file of each format, on two processors where there are two. It makes no
 * difference to the bytes.
 *
 * Returns: (transfer full): of #GBytes, in the order of the formats; or %NULL with the error of the
 *   first format that failed
 */
GPtrArray *
zp_export_write_all (const ZpExportContent *content, const GPtrArray *formats, GError **error)
{
  g_autoptr (GArray) works = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_return_val_if_fail (content != NULL && formats != NULL, NULL);

  works = make_works (content, formats);
  do_all (works);
  for (guint i = 0; i < works->len; i++)
    {
      GBytes *bytes = take_bytes (&g_array_index (works, Work, i), error);

      if (bytes == NULL)
        return NULL;
      g_ptr_array_add (files, bytes);
    }

  return g_steal_pointer (&files);
}
