/// How a model did on what was held out while it was trained.
package struct HeldOut: Sendable {
    /// Texts of labels that the model knew.
    package var known: [JudgedText]
    /// Texts of real dossiers with a person's word on them; none of them is in `known`.
    package var confirmed: [JudgedText] = []
    /// Texts of forms that were kept from the model, whose every answer is wrong, and forms filled in by hand,
    /// whose request cannot be read. Empty without families.
    package var strangers: [JudgedText]

    package init(known: [JudgedText], confirmed: [JudgedText] = [], strangers: [JudgedText]) {
        self.known = known
        self.confirmed = confirmed
        self.strangers = strangers
    }
}

extension HeldOut {
    /// The least probability from which the errors stay under a rate; nil where nothing bears that out.
    ///
    /// What people confirmed is what the promise is about, and alone it would be a promise on the easy dossiers, those
    /// that were confirmed: so the texts that training made up have to bear it out as well.
    ///
    /// - Parameter band: Only of texts that were read so well; nil for all of them.
    package func threshold(promising rate: Double, reading band: ReadingBand? = nil) -> Double? {
        let madeUp = known + strangers
        let parts = confirmed.isEmpty ? [madeUp] : madeUp.isEmpty ? [confirmed] : [confirmed, madeUp]
        let thresholds = parts.map { Coverage(of: $0.read(band), errorRate: rate)?.threshold }
        return thresholds.contains(nil) ? nil : thresholds.compactMap { $0 }.max()
    }

    /// What the confirmed texts lack before a promise is borne out, or where there are none, the others.
    package func evidenceNeeded(promising rate: Double, reading band: ReadingBand? = nil) -> EvidenceNeeded {
        EvidenceNeeded(of: (confirmed.isEmpty ? known + strangers : confirmed).read(band), errorRate: rate)
    }
}

extension [JudgedText] {
    /// Those that were read so well; all where it does not matter.
    fileprivate func read(_ band: ReadingBand?) -> [JudgedText] {
        band.map { band in filter { $0.reading == band } } ?? self
    }
}
