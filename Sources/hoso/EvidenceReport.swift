import Classification
import Foundation

/// How many confirmed items are still needed before anything is automatic: of all, and by how well pages were read.
struct EvidenceReport: Encodable {
    struct Band: Encodable {
        var reading: ReadingBand
        /// Share of right labels, 0…1.
        var accuracy: Double
        /// Null where no threshold keeps the promise on these texts.
        var coverage: Coverage?
        var evidence: EvidenceNeeded
    }

    var errorRate: Double
    var all: EvidenceNeeded
    /// Bands with texts in them, best first.
    var bands: [Band]

    init(_ texts: [String], _ judged: [JudgedText], errorRate: Double) {
        self.errorRate = errorRate
        all = EvidenceNeeded(of: judged, errorRate: errorRate)
        let byBand = Dictionary(grouping: zip(texts, judged), by: { ReadingBand(of: $0.0) })
        bands = ReadingBand.allCases.compactMap { band in
            guard let judged = byBand[band]?.map(\.1) else { return nil }
            return Band(
                reading: band, accuracy: Double(judged.count { $0.isRight }) / Double(judged.count),
                coverage: Coverage(of: judged, errorRate: errorRate),
                evidence: EvidenceNeeded(of: judged, errorRate: errorRate))
        }
    }

    var lines: [String] {
        [Self.sentence(all, of: "all pages")]
            + bands.map { band in
                Self.sentence(band.evidence, of: "pages read \(band.reading.inWords)")
                    + String(format: " (accuracy %.4f)", band.accuracy)
            }
    }

    private static func sentence(_ needed: EvidenceNeeded, of pages: String) -> String {
        let start = "\(pages): \(needed.confirmed) confirmed, "
        guard needed.more > 0 else { return start + "enough for some to be automatic" }
        return start + "about \(needed.more) more before anything is automatic"
            + (needed.errors == 0 ? "" : " (\(needed.errors) errors among the surest)")
            + "; \(needed.fewest) without an error at the very least"
    }
}

extension ReadingBand {
    /// How a page was read: `clearly`.
    var inWords: String {
        switch self {
        case .clear: "clearly"
        case .fair: "fairly"
        case .poor: "poorly"
        }
    }
}
