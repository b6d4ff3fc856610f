/* SPDX-License-Identifier: GPL-3.0-or-later
 * A section of the text in a window. */
#include "text-fixture.h"

#include "app-fixture.h"
#include "app/prose/zp-prose-view.h"
#include "app/prose/zp-text-page.h"
#include "session-fixture.h"

/** text_fixture_show: @session: (transfer full); @section: "section:overview". */
void
text_fixture_show (TextFixture *self, ZpSession *session, const char *section)
{
  g_autoptr (ZpOutline) outline = zp_outline_new (session);
  int index = zp_outline_find_place (outline, section);

  g_assert_cmpint (index, >=, 0);
  self->session = session;
  self->page = zp_text_page_new (session, zp_outline_get (outline, (guint) index));
  self->window = app_fixture_show (self->page, 820, 660);
  self->view = GTK_TEXT_VIEW (app_fixture_find (self->page, ZP_TYPE_PROSE_VIEW, NULL));
  self->buffer = gtk_text_view_get_buffer (self->view);
}

/** text_fixture_close: ends window and session. */
void
text_fixture_close (TextFixture *self)
{
  app_fixture_close (self->window);
  session_fixture_close (self->session);
}

/** text_fixture_get_kept: (nullable): what the report holds of a passage. */
const char *
text_fixture_get_kept (TextFixture *self, const char *passage)
{
  return zp_report_get_passage (zp_session_get_report (self->session), passage);
}
