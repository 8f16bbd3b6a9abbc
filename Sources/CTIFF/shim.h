#include <tiffio.h>

// TIFFSetField is variadic and does not import into Swift.
static inline int hoso_tiff_set_uint(TIFF *file, uint32_t tag, uint32_t value) { return TIFFSetField(file, tag, value); }
static inline int hoso_tiff_set_uint16(TIFF *file, uint32_t tag, uint16_t value) {
    return TIFFSetField(file, tag, value);
}
static inline int hoso_tiff_set_float(TIFF *file, uint32_t tag, double value) { return TIFFSetField(file, tag, value); }
static inline int hoso_tiff_set_page(TIFF *file, uint16_t page, uint16_t pages) {
    return TIFFSetField(file, TIFFTAG_PAGENUMBER, page, pages);
}
