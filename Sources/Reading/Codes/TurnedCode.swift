import Dossiers

extension Code {
    /// Where the code stands after the page was turned; `width` and `height` are the page's before it was.
    func turned(_ turn: QuarterTurn, width: Int, height: Int) -> Code {
        var code = self
        switch turn {
        case .none: break
        case .half:
            code.box.x = width - box.right
            code.box.y = height - box.bottom
        case .right:
            code.box = PixelBox(x: height - box.bottom, y: box.x, width: box.height, height: box.width)
        case .left:
            code.box = PixelBox(x: box.y, y: width - box.right, width: box.height, height: box.width)
        }
        return code
    }
}
