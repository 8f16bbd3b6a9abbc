package import Foundation
package import Ledger
package import Triage

/// The desk's pages over one office: its pipeline, its ledger, its scans.
package struct Desk: Sendable {
    let pipeline: Pipeline
    let ledger: Ledger
    let blobs: any BlobStore
    let settings: DeskSettings
    let clock: @Sendable () -> Date
    let passwords: PasswordDesk
    let brake = LogInBrake()
    let metrics = DeskMetrics()
    let chain = ChainWatch()
    let templates: Templates

    /// - Throws: Where a page that is compiled in cannot be read, which is an error in the program.
    package init(
        pipeline: Pipeline, ledger: Ledger, blobs: any BlobStore, settings: DeskSettings,
        clock: @escaping @Sendable () -> Date
    ) throws {
        self.pipeline = pipeline
        self.ledger = ledger
        self.blobs = blobs
        self.settings = settings
        self.clock = clock
        passwords = try PasswordDesk()
        templates = try Templates()
    }
}

/// What whoever starts the desk decides.
package struct DeskSettings: Sendable {
    package var address: ListenAddress
    /// Whether browsers reach it by TLS, here or at a proxy before it: cookies are then kept to that.
    package var isSecure: Bool
    /// Seconds after which somebody has to log in again, however busy.
    package var sessionSeconds: TimeInterval = 12 * 3_600
    /// Seconds without a request after which a session is over.
    package var idleSeconds: TimeInterval = 2 * 3_600

    package init(address: ListenAddress, isSecure: Bool) {
        self.address = address
        self.isSecure = isSecure
    }
}
