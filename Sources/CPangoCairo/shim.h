#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

// g_object_unref is a macro in newer GLib headers and does not import.
static inline void hoso_object_unref(void *object) { g_object_unref(object); }
