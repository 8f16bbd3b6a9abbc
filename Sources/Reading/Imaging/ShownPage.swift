internal import CTesseract

/// How a page lay on its scan, as a `RecognizedPage` states it: what has to be undone to show it upright.
package struct PagePose: Codable, Hashable, Sendable {
    /// Degrees by which the scan is turned clockwise to stand upright: 0, 90, 180 or 270.
    package var turned: Int
    /// Degrees by which the upright page leans, clockwise positive.
    package var skew: Double

    package static let asScanned = PagePose(turned: 0, skew: 0)

    package init(turned: Int, skew: Double) {
        self.turned = turned
        self.skew = skew
    }
}

extension PageReader {
    /// Writes a page as people are shown it: upright, and straightened as the boxes on it are given, as a JPEG file.
    ///
    /// - Parameters:
    ///   - page: 1-based in the file.
    ///   - longestSide: Pixels; a smaller page is not enlarged.
    package func show(
        _ file: PictureFile, page: Int, as pose: PagePose, longestSide: Int, to target: String
    ) throws(ReadingError) {
        let decoded = try file.decode(page: page, pixelLimit: limits.pixelsPerPage)
        let factor = Double(longestSide) / Double(max(decoded.width, decoded.height, 1))
        let turn = QuarterTurn(rawValue: Int32(pose.turned / 90)) ?? .none
        guard let plain = decoded.withoutColorMap(), let small = plain.scaled(by: min(factor, 1)),
            let deep = small.deepened(), let upright = deep.turned(turn),
            let straight = upright.straightenedInPlace(by: pose.skew),
            pixWriteJpeg(target, straight.pix, Self.shownQuality, 0) == 0
        else { throw .damaged("its pixels cannot be shown") }
    }

    /// Of a hundred: print stays sharp, and a page is some hundred kilobytes.
    private static var shownQuality: Int32 { 78 }
}

extension Picture {
    /// Gray or colours of 8 bits, transparency laid on white.
    fileprivate func withoutColorMap() -> Picture? {
        guard let flat = Picture(pixRemoveColormap(pix, Int32(REMOVE_CMAP_BASED_ON_SRC))) else { return nil }
        switch flat.depth {
        case 1, 8: return flat.same()
        case 32: return flat.onWhite()
        default: return Picture(pixConvertTo8(flat.pix, 0))
        }
    }

    /// JPEG has no bilevel pictures.
    fileprivate func deepened() -> Picture? {
        depth == 1 ? Picture(pixConvertTo8(pix, 0)) : same()
    }

    /// About its middle, at its own size: boxes on a straightened page are given so.
    fileprivate func straightenedInPlace(by skew: Double) -> Picture? {
        guard abs(skew) > 0.05 else { return same() }
        return Picture(
            pixRotate(pix, Float(-skew * .pi / 180), Int32(L_ROTATE_AREA_MAP), Int32(L_BRING_IN_WHITE), 0, 0))
    }
}
