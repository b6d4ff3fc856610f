/* SPDX-License-Identifier: GPL-3.0-or-later
 * The least that `ziping-cli check` could do: opens a report with its pack and computes it.
 *
 *   bench-floor-check FILE
 */
#include "report/zp-report-file.h"

int
main (int argc, char **argv)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpReportFile) file = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: bench-floor-check FILE\n");
      return 2;
    }
  file = zp_report_file_open (store, argv[1], &error);
  if (file == NULL)
    {
      g_printerr ("bench-floor-check: %s\n", error->message);
      return 2;
    }

  return 0;
}
