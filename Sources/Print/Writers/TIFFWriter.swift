internal import CTIFF

/// TIFF files of one or more pages: Group 4 for bilevel pages, LZW or JPEG for the others.
enum TIFFWriter {
    enum Compression {
        case lzw
        case jpeg(quality: Int)
    }

    static func write(_ pages: [PixelImage], to path: String, compression: Compression) throws(PrintFailure) {
        let file = try File(path: path, mode: "w")
        for (index, page) in pages.enumerated() {
            try file.append(page, number: index, of: pages.count, compression: compression)
        }
    }

    /// The bare Group 4 code of a bilevel page, black as 1.
    static func group4(_ page: PixelImage, scratch: String) throws(PrintFailure) -> [UInt8] {
        try write([page], to: scratch, compression: .lzw)
        let file = try File(path: scratch, mode: "r")
        return try file.rawStrip()
    }

    private struct File: ~Copyable {
        private let handle: OpaquePointer
        private let path: String

        init(path: String, mode: String) throws(PrintFailure) {
            // Warnings on standard error are no use to whoever runs this.
            TIFFSetWarningHandler(nil)
            TIFFSetErrorHandler(nil)
            guard let handle = TIFFOpen(path, mode) else { throw PrintFailure.cannotWrite(path) }
            self.handle = handle
            self.path = path
        }

        deinit { TIFFClose(handle) }

        func append(_ page: PixelImage, number: Int, of count: Int, compression: Compression) throws(PrintFailure) {
            set(TIFFTAG_SUBFILETYPE, FILETYPE_PAGE)
            set(TIFFTAG_IMAGEWIDTH, Int32(page.width))
            set(TIFFTAG_IMAGELENGTH, Int32(page.height))
            set16(TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT)
            set16(TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG)
            set16(TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH)
            _ = hoso_tiff_set_float(handle, UInt32(TIFFTAG_XRESOLUTION), Double(page.resolution))
            _ = hoso_tiff_set_float(handle, UInt32(TIFFTAG_YRESOLUTION), Double(page.resolution))
            _ = hoso_tiff_set_page(handle, UInt16(number), UInt16(count))
            set16(TIFFTAG_SAMPLESPERPIXEL, Int32(page.channels))
            let isWritten = page.isBilevel ? bilevel(page) : continuous(page, compression)
            guard isWritten, TIFFWriteDirectory(handle) == 1 else { throw PrintFailure.cannotWrite(path) }
        }

        private func bilevel(_ page: PixelImage) -> Bool {
            set16(TIFFTAG_BITSPERSAMPLE, 1)
            set16(TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4)
            set16(TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE)
            set(TIFFTAG_ROWSPERSTRIP, Int32(page.height))
            var bits = PackedBits.blackIsOne(page)
            let size = bits.count
            return TIFFWriteEncodedStrip(handle, 0, &bits, tmsize_t(size)) >= 0
        }

        private func continuous(_ page: PixelImage, _ compression: Compression) -> Bool {
            set16(TIFFTAG_BITSPERSAMPLE, 8)
            switch compression {
            case .lzw:
                set16(TIFFTAG_COMPRESSION, COMPRESSION_LZW)
                set16(TIFFTAG_PREDICTOR, 2)
                set16(TIFFTAG_PHOTOMETRIC, page.channels == 1 ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB)
            case .jpeg(let quality):
                set16(TIFFTAG_COMPRESSION, COMPRESSION_JPEG)
                set16(TIFFTAG_PHOTOMETRIC, page.channels == 1 ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_YCBCR)
                set(TIFFTAG_JPEGQUALITY, Int32(quality))
                if page.channels == 3 { set(TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB) }
            }
            // One strip a page, which the JPEG code wants in whole rows of blocks.
            set(TIFFTAG_ROWSPERSTRIP, Int32(page.height))
            var samples = page.samples
            let size = samples.count
            return TIFFWriteEncodedStrip(handle, 0, &samples, tmsize_t(size)) >= 0
        }

        func rawStrip() throws(PrintFailure) -> [UInt8] {
            let size = TIFFRawStripSize(handle, 0)
            guard size > 0 else { throw PrintFailure.cannotEncode("Group 4") }
            var bytes = [UInt8](repeating: 0, count: Int(size))
            guard TIFFReadRawStrip(handle, 0, &bytes, size) == size else { throw PrintFailure.cannotEncode("Group 4") }
            return bytes
        }

        private func set(_ tag: Int32, _ value: Int32) {
            _ = hoso_tiff_set_uint(handle, UInt32(tag), UInt32(bitPattern: value))
        }

        private func set16(_ tag: Int32, _ value: Int32) {
            _ = hoso_tiff_set_uint16(handle, UInt32(tag), UInt16(truncatingIfNeeded: value))
        }
    }
}

/// Eight pixels a byte.
enum PackedBits {
    static func blackIsOne(_ page: PixelImage) -> [UInt8] {
        let stride = (page.width + 7) / 8
        var bits = [UInt8](repeating: 0, count: stride * page.height)
        page.samples.withUnsafeBufferPointer { samples in
            bits.withUnsafeMutableBufferPointer { bits in
                for y in 0..<page.height {
                    for x in 0..<page.width where samples[y * page.width + x] < 128 {
                        bits[y * stride + x >> 3] |= 0x80 >> UInt8(x & 7)
                    }
                }
            }
        }
        return bits
    }
}
