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
    private let secondLook = SecondLook()
    let limits: PageLimits
    private let album: StepAlbum?
    private static let printConfidence = 0.6
    /// Less than a line of print: lines may run along the other side after all, as two cards on a sheet may suggest.
    private static let meritOfPrint = 40.0
    private static let patienceForSecondTries = Duration.seconds(6)

    /// - Parameter album: Where a picture of the page is kept after every step, for a person to look at.
    package init(limits: PageLimits, album: StepAlbum? = nil) throws(ReadingError) {
        try Recognizer.require(SecondLook.languages)
        recognizer = try Recognizer(.print)
        self.limits = limits
        self.album = album
    }

    /// - Parameters:
    ///   - page: 1-based in the file.
    ///   - turned: Degrees by which a person says that the scan is to be turned clockwise; nil to find out.
    package func read(
        _ file: PictureFile, page: Int, number: Int, extent: ReadingExtent = .wholePage, turned: Int? = nil
    ) throws(ReadingError) -> RecognizedPage {
        var colours = PageColours.bilevel
        let gray = try gray(file, page: page, colours: &colours)
        album?.begin(page: number)
        album?.keep(gray, after: "gray")
        var read = try read(gray, number: number, extent, turned.flatMap { QuarterTurn(rawValue: Int32($0 / 90)) })
        read.colours = colours
        return read
    }

    /// The colours, three times as large, are let go here.
    private func gray(
        _ file: PictureFile, page: Int, colours: inout PageColours
    ) throws(ReadingError) -> Picture {
        let scan = try file.decode(page: page, pixelLimit: limits.pixelsPerPage)
        colours = scan.colours
        guard let gray = scan.luminance() else { throw .damaged("its colours cannot be decoded") }
        return gray
    }

    private func resolution(of gray: borrowing Picture) -> Int {
        PageScale(width: gray.width, height: gray.height, stated: gray.statedResolution).resolution
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
        var colours = PageColours.bilevel
        let gray = try gray(file, page: page, colours: &colours)
        let scale = PageScale(width: gray.width, height: gray.height, stated: gray.statedResolution)
        let found = gray.findCodes(resolution: scale.resolution)
        return RecognizedPage(
            number: number, content: .text, width: gray.width, height: gray.height, resolution: scale.resolution,
            turned: 0, skew: 0, lines: [], codes: found.codes, unreadCodes: found.unread.isEmpty ? nil : found.unread,
            quality: PageQuality(confidence: 0, syllables: 0))
    }

    private func read(
        _ gray: borrowing Picture, number: Int, _ extent: ReadingExtent, _ turn: QuarterTurn?
    ) throws(ReadingError) -> RecognizedPage {
        // First, while there is room: looking for codes enlarges the page.
        let found =
            extent == .wholePage ? gray.findCodes(resolution: resolution(of: gray)) : FoundCodes()
        let sheet = gray.paperOutline().flatMap {
            FlatSheet($0.inset(by: 0.01), within: (width: gray.width, height: gray.height))
        }
        guard let paper = sheet == nil ? gray.same() : sheet.flatMap({ gray.laidFlat($0) }) else {
            throw .damaged("its pixels cannot be worked on")
        }
        if sheet != nil { album?.keep(paper, after: "sheet") }
        let scale = PageScale(width: paper.width, height: paper.height, stated: gray.statedResolution)
        guard let lit = paper.withoutBlackDust(resolution: scale.resolution)?.scaled(by: scale.factor)?.evenlyLit()
        else {
            throw .damaged("its pixels cannot be worked on")
        }
        album?.keep(lit, after: "even")
        // Where a title stands is seen without it, and the rest of the page never needs it.
        guard let even = extent == .wholePage ? lit.stretched()?.withEvenInk() : lit.stretched(),
            let ink = even.binarized()
        else {
            throw .damaged("its pixels cannot be worked on")
        }
        album?.keep(ink, after: "ink")
        if found.codes.isEmpty, ink.isBlank() {
            return RecognizedPage(
                number: number, content: .blank, width: gray.width, height: gray.height, resolution: scale.resolution,
                turned: 0, skew: 0, lines: [], codes: [], quality: PageQuality(confidence: 0, syllables: 0))
        }
        // Seals stand below what is signed, never over the title.
        let stamps = extent == .wholePage ? ink.roundStamps() : []
        guard !stamps.isEmpty, let bare = lit.without(stamps, ink: ink)?.stretched()?.withEvenInk(),
            let bareInk = bare.binarized()
        else { return try read(even, ink, of: gray, on: sheet, scale, found, number: number, extent, turn) }
        album?.keep(bare, after: "without-stamps")
        return try read(bare, bareInk, of: gray, on: sheet, scale, found, number: number, extent, turn)
    }

    private func read(
        _ even: borrowing Picture, _ ink: borrowing Picture, of gray: borrowing Picture, on sheet: FlatSheet?,
        _ scale: PageScale, _ found: FoundCodes, number: Int, _ extent: ReadingExtent, _ turn: QuarterTurn?
    ) throws(ReadingError) -> RecognizedPage {
        if let turn {
            let attempt = try attempt(even, ink, Posture(turn: turn, lean: .none, isSure: true), extent)
            return page(attempt, found, gray, sheet, scale, number: number)
        }
        let posture = ink.posture()
        let started = ContinuousClock.now
        var best = try attempt(even, ink, posture, extent)
        // A page that is slow to read is dense with what is no print; reading it thrice more would pass every limit.
        if !best.isCredible(when: posture), ContinuousClock.now - started < Self.patienceForSecondTries {
            for other in [posture.turn.opposite, posture.turn.next, posture.turn.next.opposite] {
                let again = try attempt(even, ink, Posture(turn: other, lean: .none, isSure: false), extent)
                if again.merit > best.merit { best = again }
                if best.isCredible(when: posture) || posture.isSure && best.merit >= Self.meritOfPrint { break }
            }
        }
        return page(best, found, gray, sheet, scale, number: number)
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
        _ even: borrowing Picture, _ ink: borrowing Picture, _ posture: Posture, _ extent: ReadingExtent
    ) throws(ReadingError) -> Attempt {
        guard let upright = even.turned(posture.turn), let uprightInk = ink.turned(posture.turn) else {
            throw .recognitionFailed
        }
        // Turned by half, lines lean as they did.
        let lean = posture.lean.isClear ? posture.lean : uprightInk.lean()
        let skew = lean.isClear ? lean.degrees : 0
        guard
            let straight = extent == .wholePage
                ? StraightPage(upright, ink: uprightInk, skew: skew)
                : StraightPage(titleOf: upright, ink: uprightInk, skew: skew),
            let clean = straight.page.withoutFurniture(ink: straight.ink)
        else { throw .recognitionFailed }
        album?.keep(clean, after: "turned-\(posture.turn.degrees)-clean")
        var lines = try recognizer.lines(
            of: clean, resolution: extent.resolution, rivals: extent == .wholePage)
        // What lies the wrong way up reads as no print, and its rows are not worth a second look.
        if extent == .wholePage, PageQuality(of: lines).confidence >= Self.printConfidence {
            lines = try recognizer.lines(
                lines, withPrintOverlookedOn: clean, resolution: extent.resolution)
            lines = try secondLook.lines(
                lines, readAgainOn: clean, by: recognizer, resolution: extent.resolution)
        }
        lines = WordMending.mended(lines)
        return Attempt(
            lines: straight.onWholePage(lines), turn: posture.turn, skew: skew, width: straight.whole.width,
            height: straight.whole.height, quality: PageQuality(of: lines))
    }

    private func page(
        _ attempt: Attempt, _ found: FoundCodes, _ gray: borrowing Picture, _ sheet: FlatSheet?, _ scale: PageScale,
        number: Int
    ) -> RecognizedPage {
        let placement = Placement(
            scan: (gray.width, gray.height), sheet: sheet, factor: scale.factor, turn: attempt.turn,
            skew: attempt.skew, seen: (attempt.width, attempt.height))
        let placed = attempt.lines.map { line in
            TextLine(
                words: line.words.map { Word(text: $0.text, confidence: $0.confidence, box: placement.box($0.box)) })
        }
        return RecognizedPage(
            number: number, content: .text, width: placement.page.width, height: placement.page.height,
            resolution: scale.resolution, turned: attempt.turn.degrees,
            skew: (placement.statedSkew * 100).rounded() / 100, lines: placed,
            codes: found.codes.map { $0.turned(attempt.turn, width: gray.width, height: gray.height) },
            unreadCodes: found.unread.isEmpty
                ? nil : found.unread.map { $0.turned(attempt.turn, width: gray.width, height: gray.height) },
            quality: attempt.quality)
    }
}
