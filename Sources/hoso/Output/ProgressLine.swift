import Foundation
import Ledger

/// The line on a terminal that says how far a run has come. Silent where stderr is no terminal.
final class ProgressLine: Sendable {
    private let started = ContinuousClock.now
    private let isShown: Bool

    init(isShown: Bool) {
        self.isShown = isShown
    }

    func show(_ counts: LedgerCounts) {
        guard isShown else { return }
        let settled = counts.pages.filter { $0.key.isSettled }.values.reduce(0, +)
        let elapsed = (ContinuousClock.now - started) / .seconds(1)
        let rate = Double(settled) / max(elapsed, 0.001)
        let left = rate > 0 ? Double(counts.pagesOfScans - settled) / rate : 0
        let dossiers = counts.dossiers.values.reduce(0, +)
        let line = String(
            format: "%d of %d pages · %.1f pages/s · %@ left · %d dossiers", settled, counts.pagesOfScans, rate,
            Self.duration(left), dossiers)
        FileHandle.standardError.write(Data("\r\u{1b}[K\(line)".utf8))
    }

    func clear() {
        if isShown { FileHandle.standardError.write(Data("\r\u{1b}[K".utf8)) }
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        return whole >= 60 ? "\(whole / 60) min \(whole % 60) s" : "\(whole) s"
    }
}
