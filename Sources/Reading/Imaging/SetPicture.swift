internal import CTesseract
import Dossiers

extension Picture {
    /// Turned and mirrored as the camera says it is to be looked at.
    func set(as orientation: ExifOrientation) -> Picture? {
        switch orientation {
        case .upright: same()
        case .mirrored: mirrored()
        case .upsideDown: Picture(pixRotate180(nil, pix))
        case .flipped: Picture(pixFlipTB(nil, pix))
        case .transposed: turned(.right)?.mirrored()
        case .turnRight: turned(.right)
        case .transversed: turned(.left)?.mirrored()
        case .turnLeft: turned(.left)
        }
    }

    private func mirrored() -> Picture? { Picture(pixFlipLR(nil, pix)) }

    /// - Returns: Whether the file is written.
    func writeTIFF(_ path: String) -> Bool {
        pixWriteTiff(path, pix, Int32(depth == 1 ? IFF_TIFF_G4 : IFF_TIFF_ZIP), "w") == 0
    }
}
