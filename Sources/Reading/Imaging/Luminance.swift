internal import CTesseract
internal import Dossiers

extension Picture {
    var colours: PageColours {
        if let map = pixGetColormap(pix) {
            var isColoured: Int32 = 0
            pixcmapHasColor(map, &isColoured)
            if isColoured != 0 { return .colour }
        }
        return depth == 1 ? .bilevel : depth == 32 ? .colour : .gray
    }

    /// One channel of light: bilevel stays bilevel, everything else becomes 8 bits of gray.
    ///
    /// Colour leans on red, in which red stamps and yellowed paper fade while black and blue ink stay dark.
    /// Transparency is laid on white.
    func luminance() -> Picture? {
        guard depth != 1 || pixGetColormap(pix) != nil else { return same() }
        guard let flat = Picture(pixRemoveColormap(pix, Int32(REMOVE_CMAP_BASED_ON_SRC))) else { return nil }
        switch flat.depth {
        case 1: return flat.same()
        case 32:
            guard let opaque = flat.onWhite() else { return nil }
            return Picture(pixConvertRGBToGray(opaque.pix, 0.6, 0.3, 0.1))
        default: return Picture(pixConvertTo8(flat.pix, 0))
        }
    }

    /// What is transparent, laid on white paper.
    func onWhite() -> Picture? {
        pixGetDepth(pix) == 32 && pixGetSpp(pix) == 4
            ? Picture(pixAlphaBlendUniform(pix, 0xffff_ff00)) : same()
    }
}
