/// What is known of one page of a PDF without drawing it.
package struct PDFPage: Sendable {
    /// Points, as the page is shown: cropped and turned.
    package var width: Double
    package var height: Double
    /// Degrees by which viewers turn the page clockwise: 0, 90, 180 or 270.
    package var rotation: Int
    /// The pictures on it.
    var pictures: [PDFPicture]
    /// Its text layer, in points from the top left of the page as shown.
    package var text: PDFText

    /// Share of the page that its largest picture covers, 0…1 and a little more.
    var covered: Double {
        let areas = pictures.map { $0.shownWidth * $0.shownHeight }
        return (areas.max() ?? 0) / max(width * height, 1)
    }
}

/// One row of `pdfimages -list`.
struct PDFPicture: Sendable {
    /// `image`, `smask`, `mask`, `stencil`.
    var kind: String
    var width: Double
    var height: Double
    /// `gray`, `rgb`, `index`, `cmyk`, `icc`…
    var colors: String
    /// `jpeg`, `jpx`, `ccitt`, `jbig2` or `image`.
    var encoding: String
    var xResolution: Double
    var yResolution: Double

    /// Points.
    var shownWidth: Double { width / max(xResolution, 1) * 72 }
    var shownHeight: Double { height / max(yResolution, 1) * 72 }

    /// page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
    init?(row: [Substring]) {
        guard row.count >= 14, let width = Double(row[3]), let height = Double(row[4]), let x = Double(row[12]),
            let y = Double(row[13])
        else { return nil }
        kind = String(row[2])
        self.width = width
        self.height = height
        colors = String(row[5])
        encoding = String(row[8])
        xResolution = x
        yResolution = y
    }
}

extension PDFPage {
    /// Dots per inch, and whether in shades of gray, at which drawing the page loses nothing that is read: a page that is
    /// one picture has no more to show than the picture.
    package var drawing: (resolution: Double, isGray: Bool) {
        guard scanFormat != nil, let picture = pictures.first else { return (300, false) }
        return (min(max(picture.xResolution, picture.yResolution, 100), 300), picture.colors == "gray")
    }

    /// How poppler should hand out the page's only picture, or nil where the page is not just one upright picture.
    var scanFormat: (option: String, suffix: String)? {
        guard pictures.count == 1, let picture = pictures.first, picture.kind == "image", text.lines.isEmpty,
            picture.xResolution >= 70, picture.yResolution >= 70,
            // What is handed out does not say how far apart its rows are: a fax's are twice as far as its columns.
            max(picture.xResolution, picture.yResolution) <= 1.1 * min(picture.xResolution, picture.yResolution),
            ["gray", "rgb", "index"].contains(picture.colors)
        else { return nil }
        let page = (long: max(width, height), short: min(width, height))
        let shown = (
            long: max(picture.shownWidth, picture.shownHeight), short: min(picture.shownWidth, picture.shownHeight)
        )
        guard shown.long >= 0.9 * page.long, shown.short >= 0.9 * page.short,
            // What a crop box hides is not for reading.
            shown.long <= 1.1 * page.long, shown.short <= 1.1 * page.short
        else { return nil }
        switch picture.encoding {
        case "jpeg": return ("-j", "jpg")
        case "jpx": return ("-jp2", "jp2")
        default: return ("-tiff", "tif")
        }
    }
}
