internal import CTesseract
import Foundation

/// Keeps a picture of the page after every step, for people who want to see what reading did to it.
package final class StepAlbum {
    private let directory: String
    private var page = 0
    private var count = 0

    /// - Parameter directory: Must exist. Pictures are named `p<page>-<number>-<step>.png`.
    package init(directory: String) {
        self.directory = directory
    }

    func begin(page: Int) {
        self.page = page
        count = 0
    }

    func keep(_ picture: borrowing Picture, after step: String) {
        count += 1
        let number = count < 10 ? "0\(count)" : "\(count)"
        pixWrite("\(directory)/p\(page)-\(number)-\(step).png", picture.pix, Int32(IFF_PNG))
    }
}
