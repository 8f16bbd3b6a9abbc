internal import CTesseract
import Dossiers

extension Picture {
    /// The boxes of the 8-connected components of this bilevel picture; nil where memory is short.
    func components() -> [PixelBox]? {
        guard let boxes = pixConnCompBB(pix, 8) else { return nil }
        defer {
            var boxes: UnsafeMutablePointer<Boxa>? = boxes
            boxaDestroy(&boxes)
        }
        var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        return (0..<boxaGetCount(boxes)).compactMap { index in
            guard boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height) == 0 else { return nil }
            return PixelBox(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
        }
    }
}
