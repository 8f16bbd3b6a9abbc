// Tesseract and Leptonica in one module, so that Pix has one type.
#include <leptonica/allheaders.h>
#include <tesseract/capi.h>
