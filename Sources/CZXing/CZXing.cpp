#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <cstdlib>
#include <cstring>

#include "CZXing.h"

namespace {

const char *symbology_name(ZXing::BarcodeFormat format) {
    switch (format) {
    case ZXing::BarcodeFormat::QRCode:
        return "QRCode";
    case ZXing::BarcodeFormat::Code128:
        return "Code128";
    case ZXing::BarcodeFormat::Code39:
        return "Code39";
    default:
        return "unknown";
    }
}

} // namespace

namespace {

ZXing::DecodeHints hints(ZXing::BarcodeFormats formats) {
    ZXing::DecodeHints hints;
    hints.setFormats(formats);
    hints.setTryHarder(true);
    hints.setTryRotate(true);
    // A page of nothing but codes must not take for ever.
    hints.setMaxNumberOfSymbols(32);
    return hints;
}

/// Valid QR codes, all of them, and one barcode.
///
/// Only one: in zxing-cpp 1.4.0 `ReadBarcodes` compares barcodes it has with those it finds, and
/// `Result::operator==` asserts, so that a page with the same barcode twice would end the process.
ZXing::Results look(const ZXing::ImageView &view) {
    ZXing::Results valid;
    for (auto &&result : ZXing::ReadBarcodes(view, hints(ZXing::BarcodeFormat::QRCode)))
        if (result.isValid())
            valid.push_back(std::move(result));
    auto barcode = ZXing::ReadBarcode(view, hints(ZXing::BarcodeFormat::Code128 | ZXing::BarcodeFormat::Code39));
    if (barcode.isValid())
        valid.push_back(std::move(barcode));
    return valid;
}

} // namespace

extern "C" int czxing_read(const uint8_t *luminance, int width, int height, int row_stride, czxing_code **codes) {
    *codes = nullptr;
    try {
        auto found = look(ZXing::ImageView(luminance, width, height, ZXing::ImageFormat::Lum, row_stride));
        if (found.empty())
            return 0;
        auto *list = static_cast<czxing_code *>(std::calloc(found.size(), sizeof(czxing_code)));
        if (!list)
            return -1;
        int count = 0;
        for (const auto &result : found) {
            std::string text = result.text();
            char *copy = static_cast<char *>(std::malloc(text.size() + 1));
            if (!copy)
                break;
            std::memcpy(copy, text.data(), text.size());
            copy[text.size()] = 0;
            czxing_code &code = list[count++];
            code.symbology = symbology_name(result.format());
            code.text = copy;
            code.length = text.size();
            for (int corner = 0; corner < 4; corner++) {
                code.x[corner] = result.position()[corner].x;
                code.y[corner] = result.position()[corner].y;
            }
        }
        *codes = list;
        return count;
    } catch (...) {
        return -1;
    }
}

extern "C" void czxing_free(czxing_code *codes, int count) {
    if (!codes)
        return;
    for (int index = 0; index < count; index++)
        std::free(codes[index].text);
    std::free(codes);
}
