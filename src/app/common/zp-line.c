/* SPDX-License-Identifier: GPL-3.0-or-later
 * Children in a line whose widths do not depend on its height.
 *
 * GtkBox asks each child how wide it has to be at the height of the line. A label that wraps
 * answers by trying widths, and a box of labels by trying them for each: a card of a finding took
 * seventeen milliseconds. Nothing here needs the answer.
 */
#include "app/common/zp-line.h"

struct _ZpLine
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (ZpLine, zp_line, GTK_TYPE_WIDGET)

/* A child, and the width that it gets. */
typedef struct
{
  GtkWidget *widget;
  int width;
} Part;

static GArray *
list_parts (GtkWidget *line)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (GtkWidget *child = gtk_widget_get_first_child (line); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        Part part = { child, 0 };

        g_array_append_val (parts, part);
      }
  return parts;
}

static int
sum_of_gaps (ZpLine *self, const GArray *parts)
{
  return parts->len > 1 ? self->spacing * (int) (parts->len - 1) : 0;
}

/* What is left over goes to those that expand, in equal shares. */
static void
expand (GArray *parts, int left)
{
  int n_expanding = 0;

  for (guint i = 0; i < parts->len; i++)
    n_expanding +=
      gtk_widget_compute_expand (g_array_index (parts, Part, i).widget, GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < parts->len && n_expanding > 0; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      if (!gtk_widget_compute_expand (part->widget, GTK_ORIENTATION_HORIZONTAL))
        continue;
      part->width += left / n_expanding;
      left -= left / n_expanding;
      n_expanding--;
    }
}

static void
give_widths (ZpLine *self, GArray *parts, int width)
{
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, parts->len + 1);
  int left = width - sum_of_gaps (self, parts);

  for (guint i = 0; i < parts->len; i++)
    {
      gtk_widget_measure (g_array_index (parts, Part, i).widget, GTK_ORIENTATION_HORIZONTAL, -1,
                          &sizes[i].minimum_size, &sizes[i].natural_size, NULL, NULL);
      left -= sizes[i].minimum_size;
    }
  left = gtk_distribute_natural_allocation (MAX (left, 0), parts->len, sizes);
  for (guint i = 0; i < parts->len; i++)
    g_array_index (parts, Part, i).width = sizes[i].minimum_size;
  expand (parts, left);
}

static GtkSizeRequestMode
zp_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (ZpLine *self, const GArray *parts, int *minimum, int *natural)
{
  *minimum = *natural = sum_of_gaps (self, parts);
  for (guint i = 0; i < parts->len; i++)
    {
      int least;
      int wished;

      gtk_widget_measure (g_array_index (parts, Part, i).widget, GTK_ORIENTATION_HORIZONTAL, -1,
                          &least, &wished, NULL, NULL);
      *minimum += least;
      *natural += wished;
    }
}

static void
measure_height (ZpLine *self, GArray *parts, int width, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (width >= 0)
    give_widths (self, parts, width);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      int least;
      int wished;

      gtk_widget_measure (part->widget, GTK_ORIENTATION_VERTICAL, width >= 0 ? part->width : -1,
                          &least, &wished, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wished);
    }
}

static void
zp_line_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  ZpLine *self = ZP_LINE (widget);
  g_autoptr (GArray) parts = list_parts (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, parts, minimum, natural);
  else
    measure_height (self, parts, for_size, minimum, natural);
}

static void
zp_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ZpLine *self = ZP_LINE (widget);
  g_autoptr (GArray) parts = list_parts (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  give_widths (self, parts, width);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      GtkAllocation place = { is_mirrored ? width - x - part->width : x, 0, part->width, height };

      gtk_widget_size_allocate (part->widget, &place, -1);
      x += part->width + self->spacing;
    }
}

static void
zp_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (zp_line_parent_class)->dispose (object);
}

static void
zp_line_class_init (ZpLineClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_line_dispose;
  widget_class->get_request_mode = zp_line_get_request_mode;
  widget_class->measure = zp_line_measure;
  widget_class->size_allocate = zp_line_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
zp_line_init (ZpLine *self)
{
}

/**
 * zp_line_new:
 * @spacing: between children, in px
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
zp_line_new (int spacing)
{
  ZpLine *self = g_object_new (ZP_TYPE_LINE, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

/** zp_line_append: puts @child at the end. */
void
zp_line_append (ZpLine *self, GtkWidget *child)
{
  g_return_if_fail (ZP_IS_LINE (self) && GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
