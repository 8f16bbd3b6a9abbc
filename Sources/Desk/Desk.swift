package import Foundation
internal import Ledger
package import Triage

/// The desk's pages over one office: its pipeline, its ledger, its scans.
package struct Desk: Sendable {
    /// How scans that are put in here are triaged.
    let run: TriageRun
    /// The office as the ledger's decisions about units have made it.
    let office: OfficeWatch
    let settings: DeskSettings
    let clock: @Sendable () -> Date
    let passwords: PasswordDesk
    /// The office's single sign-on; nil where it has none.
    let provider: IdentityProvider?
    let brake = LogInBrake()
    let signOnBrake = LogInBrake()
    let programBrake = ProgramBrake()
    let followers = Followers()
    let metrics = DeskMetrics()
    let chain = ChainWatch()
    let templates: Templates
    let pictures: PagePictures
    let procedures: ProcedureIndex
    let looks = Looks()
    let news: ScanNews

    var pipeline: Pipeline { office.pipeline }
    var ledger: Ledger { run.ledger }
    var blobs: any BlobStore { run.blobs }

    /// - Throws: Where a page that is compiled in cannot be read, which is an error in the program.
    package init(_ run: TriageRun, settings: DeskSettings, clock: @escaping @Sendable () -> Date) throws {
        let news = ScanNews()
        var run = run
        run.onEvent = { news.tell($0) }
        self.news = news
        self.run = run
        office = OfficeWatch(run.pipeline)
        self.settings = settings
        self.clock = clock
        provider = settings.signOn.map { IdentityProvider($0, clock: clock) }
        pictures = PagePictures(run)
        procedures = ProcedureIndex(run.pipeline.catalogue)
        passwords = try PasswordDesk()
        templates = try Templates()
    }
}

/// What whoever starts the desk decides.
package struct DeskSettings: Sendable {
    package var address: ListenAddress
    /// Whether browsers reach it by TLS, here or at a proxy before it: cookies are then kept to that.
    package var isSecure: Bool
    /// By which the desk speaks TLS itself; nil where it does not.
    package var certificate: CertificateKeeper?
    /// By which people also log in; nil where passwords are the only way.
    package var signOn: SignOnSettings?
    /// Proxies that are believed when they say for whom they ask.
    package var trustedProxies: [AddressRange] = []
    /// Seconds after which somebody has to log in again, however busy.
    package var sessionSeconds: TimeInterval = 12 * 3_600
    /// Seconds without a request after which a session is over.
    package var idleSeconds: TimeInterval = 2 * 3_600
    /// Requests a second that a program may make in the long run, and how many at once.
    package var programRate = 20.0
    package var programsMost = 200
    /// Whether the desk is about to end: answers that go on and on stop then.
    package var isStopAsked: @Sendable () -> Bool = { false }

    package init(address: ListenAddress, isSecure: Bool) {
        self.address = address
        self.isSecure = isSecure
    }
}
