import Dossiers

extension PixelBox {
    /// Where the box lies after the page was turned; `width` and `height` are the page's before it was.
    func turned(_ turn: QuarterTurn, width: Int, height: Int) -> PixelBox {
        switch turn {
        case .none: self
        case .half: PixelBox(x: width - right, y: height - bottom, width: self.width, height: self.height)
        case .right: PixelBox(x: height - bottom, y: x, width: self.height, height: self.width)
        case .left: PixelBox(x: y, y: width - right, width: self.height, height: self.width)
        }
    }

    /// In a picture that is `factor` times as large, moved by `x` and `y` afterwards.
    func scaled(by factor: Double, x: Int = 0, y: Int = 0) -> PixelBox {
        PixelBox(
            x: Int(Double(self.x) * factor) + x, y: Int(Double(self.y) * factor) + y,
            width: Int(Double(width) * factor), height: Int(Double(height) * factor))
    }

    /// Whether the two have a point in common, their edges included: a barcode's box may be one row high.
    func meets(_ other: PixelBox) -> Bool {
        x <= other.right && other.x <= right && y <= other.bottom && other.y <= bottom
    }
}

extension Code {
    func turned(_ turn: QuarterTurn, width: Int, height: Int) -> Code {
        Code(symbology: symbology, text: text, box: box.turned(turn, width: width, height: height))
    }

    func scaled(by factor: Double, x: Int = 0, y: Int = 0) -> Code {
        Code(symbology: symbology, text: text, box: box.scaled(by: factor, x: x, y: y))
    }
}
