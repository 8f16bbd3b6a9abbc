internal import CTurboJPEG

/// JPEG pictures, with their resolution in the header.
enum JPEGWriter {
    /// - Parameter quality: 1…100.
    static func data(_ image: PixelImage, quality: Int) throws(PrintFailure) -> [UInt8] {
        let compressor = try Compressor()
        return try compressor.compress(image, quality: quality)
    }

    private struct Compressor: ~Copyable {
        private let handle: tjhandle

        init() throws(PrintFailure) {
            guard let handle = tjInitCompress() else { throw PrintFailure.cannotEncode("JPEG") }
            self.handle = handle
        }

        deinit { tjDestroy(handle) }

        func compress(_ image: PixelImage, quality: Int) throws(PrintFailure) -> [UInt8] {
            var buffer: UnsafeMutablePointer<UInt8>?
            var size: UInt = 0
            let isGray = image.channels == 1
            let status = image.samples.withUnsafeBufferPointer { samples in
                tjCompress2(
                    handle, samples.baseAddress, Int32(image.width), 0, Int32(image.height),
                    Int32((isGray ? TJPF_GRAY : TJPF_RGB).rawValue), &buffer, &size,
                    Int32((isGray ? TJSAMP_GRAY : TJSAMP_420).rawValue), Int32(quality), 0)
            }
            defer { tjFree(buffer) }
            guard status == 0, let buffer else { throw PrintFailure.cannotEncode("JPEG") }
            var bytes = Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
            Self.put(resolution: image.resolution, into: &bytes)
            return bytes
        }

        /// The JFIF header follows the start marker: unit and density stand at bytes 13…17.
        private static func put(resolution: Int, into bytes: inout [UInt8]) {
            guard bytes.count > 18, bytes[2] == 0xFF, bytes[3] == 0xE0 else { return }
            let density = UInt16(clamping: resolution)
            bytes[13] = 1
            bytes[14] = UInt8(density >> 8)
            bytes[15] = UInt8(density & 0xFF)
            bytes[16] = bytes[14]
            bytes[17] = bytes[15]
        }
    }
}
