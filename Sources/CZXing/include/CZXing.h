#ifndef CZXING_H
#define CZXING_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One code found on a picture. `text` is UTF-8, may hold NUL, and has `length` bytes.
typedef struct {
    const char *symbology;
    char *text;
    size_t length;
    /// Corners, pixels, clockwise from top left.
    int x[4];
    int y[4];
} czxing_code;

/// Looks for QR codes and for one barcode (Code 128 or Code 39) on an 8-bit luminance picture, turned by any quarter.
///
/// Returns the number of codes, or -1 when the library failed. The caller hands `*codes` back to `czxing_free`.
int czxing_read(const uint8_t *luminance, int width, int height, int row_stride, czxing_code **codes);

void czxing_free(czxing_code *codes, int count);

#ifdef __cplusplus
}
#endif

#endif
