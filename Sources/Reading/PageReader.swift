package import Dossiers
import Foundation

/// What a page is held to while it is read.
package struct PageLimits: Codable, Hashable, Sendable {
    /// Width × height of a page as it is stored.
    package var pixelsPerPage: Int

    package init(pixelsPerPage: Int) {
        self.pixelsPerPage = pixelsPerPage
    }
}

/// Reads pages of picture files: page image → upright, clean page → words and codes.
///
/// Keeps one recogniser; not to be shared between threads.
package struct PageReader: ~Copyable {
    private let recognizer: Recognizer
    private let limits: PageLimits
    private static let patienceForSecondTries = Duration.seconds(6)

    package init(language: String = "vie", limits: PageLimits) throws(ReadingError) {
        recognizer = try Recognizer(language: language)
        self.limits = limits
    }

    /// - Parameter page: 1-based in the file.
    package func read(_ file: PictureFile, page: Int, number: Int) throws(ReadingError) -> RecognizedPage {
        let scan = try file.decode(page: page, pixelLimit: limits.pixelsPerPage)
        let stated = scan.statedResolution
        guard let gray = scan.luminance() else { throw .damaged("its colours cannot be decoded") }
        return try read(gray, stated: stated, number: number)
    }

    /// Writes a page's pixels into a TIFF file, whole and without loss, transparency laid on white.
    package func convert(_ file: PictureFile, page: Int, toTIFF target: String) throws(ReadingError) {
        let picture = try file.decode(page: page, pixelLimit: limits.pixelsPerPage)
        guard let opaque = picture.onWhite(), opaque.writeTIFF(target) else {
            throw .damaged("its pixels cannot be written")
        }
    }

    /// The codes on a page whose words are known from elsewhere.
    package func codes(of file: PictureFile, page: Int, number: Int) throws(ReadingError) -> RecognizedPage {
        let scan = try file.decode(page: page, pixelLimit: limits.pixelsPerPage)
        let stated = scan.statedResolution
        guard let gray = scan.luminance() else { throw .damaged("its colours cannot be decoded") }
        let scale = PageScale(width: gray.width, height: gray.height, stated: stated)
        let found = gray.findCodes(resolution: scale.resolution)
        return RecognizedPage(
            number: number, content: .text, width: gray.width, height: gray.height, resolution: scale.resolution,
            turned: 0, skew: 0, lines: [], codes: found.codes, unreadCodes: found.unread.isEmpty ? nil : found.unread,
            quality: PageQuality(confidence: 0, syllables: 0))
    }

    private func read(_ gray: borrowing Picture, stated: Int, number: Int) throws(ReadingError) -> RecognizedPage {
        let scale = PageScale(width: gray.width, height: gray.height, stated: stated)
        guard let even = gray.scaled(by: scale.factor)?.evenlyLit(), let ink = even.binarized() else {
            throw .damaged("its pixels cannot be worked on")
        }
        let found = gray.findCodes(resolution: scale.resolution)
        if found.codes.isEmpty, ink.isBlank() {
            return RecognizedPage(
                number: number, content: .blank, width: gray.width, height: gray.height, resolution: scale.resolution,
                turned: 0, skew: 0, lines: [], codes: [], quality: PageQuality(confidence: 0, syllables: 0))
        }
        let posture = ink.posture()
        let started = ContinuousClock.now
        var best = try attempt(even, ink, posture)
        // A page that is slow to read is dense with what is no print; reading it thrice more would pass every limit.
        if !best.isCredible(when: posture), ContinuousClock.now - started < Self.patienceForSecondTries {
            for other in [posture.turn.opposite, posture.turn.next, posture.turn.next.opposite] {
                let again = try attempt(even, ink, Posture(turn: other, lean: .none, isSure: false))
                if again.merit > best.merit { best = again }
                if best.isCredible(when: posture) || posture.isSure { break }
            }
        }
        return page(best, found, gray, scale, number: number)
    }

    /// One reading of the page at one quarter turn.
    private struct Attempt {
        var lines: [TextLine]
        var turn: QuarterTurn
        var skew: Double
        /// Pixels of the straightened picture at recognition scale.
        var width: Int
        var height: Int
        var quality: PageQuality

        /// What print gives when the page stands upright; less is asked of a page whose lines and letters spoke clearly.
        func isCredible(when posture: Posture) -> Bool {
            quality.confidence >= (posture.isSure ? 0.6 : 0.85)
        }
        /// Letters that can be believed.
        var merit: Double {
            let letters = lines.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.text.count } }
            return quality.confidence * quality.syllables * Double(letters)
        }
    }

    private func attempt(
        _ even: borrowing Picture, _ ink: borrowing Picture, _ posture: Posture
    ) throws(ReadingError) -> Attempt {
        guard let upright = even.turned(posture.turn), let uprightInk = ink.turned(posture.turn) else {
            throw .recognitionFailed
        }
        // Turned by half, lines lean as they did.
        let lean = posture.lean.isClear ? posture.lean : uprightInk.lean()
        let skew = lean.isClear ? lean.degrees : 0
        guard let straight = upright.deskewed(by: skew), let straightInk = uprightInk.deskewed(by: skew),
            let clean = straight.withoutFurniture(ink: straightInk)
        else { throw .recognitionFailed }
        let lines = try recognizer.lines(of: clean, resolution: Int(PageScale.recognition))
        return Attempt(
            lines: lines, turn: posture.turn, skew: skew, width: clean.width, height: clean.height,
            quality: PageQuality(of: lines))
    }

    private func page(
        _ attempt: Attempt, _ found: FoundCodes, _ gray: borrowing Picture, _ scale: PageScale, number: Int
    ) -> RecognizedPage {
        let isTurned = attempt.turn == .right || attempt.turn == .left
        let width = isTurned ? gray.height : gray.width
        let height = isTurned ? gray.width : gray.height
        // Straightening may have grown the picture evenly on all sides.
        let margin = (
            x: Double(attempt.width) / 2 - Double(width) * scale.factor / 2,
            y: Double(attempt.height) / 2 - Double(height) * scale.factor / 2
        )
        let placed = attempt.lines.map { line in
            TextLine(
                words: line.words.map { word in
                    var word = word
                    word.box = PixelBox(
                        x: Int((Double(word.box.x) - margin.x) / scale.factor),
                        y: Int((Double(word.box.y) - margin.y) / scale.factor),
                        width: Int(Double(word.box.width) / scale.factor),
                        height: Int(Double(word.box.height) / scale.factor))
                    return word
                })
        }
        return RecognizedPage(
            number: number, content: .text, width: width, height: height, resolution: scale.resolution,
            turned: attempt.turn.degrees, skew: (attempt.skew * 100).rounded() / 100, lines: placed,
            codes: found.codes.map { $0.turned(attempt.turn, width: gray.width, height: gray.height) },
            unreadCodes: found.unread.isEmpty
                ? nil : found.unread.map { $0.turned(attempt.turn, width: gray.width, height: gray.height) },
            quality: attempt.quality)
    }
}
