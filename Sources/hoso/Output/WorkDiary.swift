import Foundation
import Synchronization
import Triage

/// Says once a minute what a worker has done, where it has done something.
final class WorkDiary: Sendable {
    private struct Page {
        var done = WorkProgress(pages: 0, dossiers: 0)
        var at = ContinuousClock.now
    }

    private let started = ContinuousClock.now
    private let isSilent: Bool
    private let last = Mutex(Page())

    init(isSilent: Bool) {
        self.isSilent = isSilent
    }

    var seconds: Double { (ContinuousClock.now - started) / .seconds(1) }

    func note(_ done: WorkProgress) {
        let line = last.withLock { last -> String? in
            let now = ContinuousClock.now
            guard now - last.at >= .seconds(60) else { return nil }
            defer { last = Page(done: done, at: now) }
            guard done != last.done else { return nil }
            return "\(done.pages - last.done.pages) pages, \(done.dossiers - last.done.dossiers) dossiers in "
                + "\(Int((now - last.at) / .seconds(1))) s; \(done.pages) and \(done.dossiers) so far"
        }
        if let line, !isSilent { Console.complain(line) }
    }
}
