internal import CTesseract

/// The one owner of a Leptonica picture. Never shared between threads: its reference count is not atomic.
struct Picture: ~Copyable {
    let pix: UnsafeMutablePointer<Pix>

    /// Takes ownership; nil for Leptonica's nil, which means the operation failed.
    init?(_ pix: UnsafeMutablePointer<Pix>?) {
        guard let pix else { return nil }
        self.pix = pix
    }

    deinit {
        var pix: UnsafeMutablePointer<Pix>? = pix
        pixDestroy(&pix)
    }

    /// Pixels.
    var width: Int { Int(pixGetWidth(pix)) }
    var height: Int { Int(pixGetHeight(pix)) }
    /// Bits per pixel: 1, 8 or 32 after decoding.
    var depth: Int { Int(pixGetDepth(pix)) }
    /// Dots per inch as the file says; 0 where it says nothing.
    var statedResolution: Int { Int(pixGetXRes(pix)) }

    /// Another owner of the same pixels, for a step that has nothing to do.
    func same() -> Picture? { Picture(pixClone(pix)) }
}
