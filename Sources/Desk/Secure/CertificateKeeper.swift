package import Foundation
internal import NIOSSL
internal import Synchronization

/// The certificate that is served by now. Files that were renewed are taken at the next connection; what cannot be taken
/// leaves the one before in service, and is said once.
package final class CertificateKeeper: Sendable {
    private struct Kept {
        var read: ReadCertificate
        /// Of the files as they were last looked at, good or not.
        var stamp: [String]
    }

    private let files: CertificateFiles
    private let kept: Mutex<Kept>

    /// - Throws: `CertificateFault`.
    package init(_ files: CertificateFiles, now: Date) throws {
        self.files = files
        // The stamp first: a file that is written in between is looked at again.
        let stamp = files.stamp
        kept = Mutex(Kept(read: try files.read(now: now), stamp: stamp))
    }

    /// When the certificate in service runs out.
    package var end: Date { kept.withLock { $0.read.end } }

    /// What to serve the next connection with: two looks at files' dates where nothing has changed.
    func current(now: Date, onFault: (CertificateFault) -> Void) -> NIOSSLContext {
        let stamp = files.stamp
        return kept.withLock { kept in
            guard stamp != kept.stamp else { return kept.read.context }
            kept.stamp = stamp
            do {
                kept.read = try files.read(now: now)
            } catch let fault as CertificateFault {
                onFault(fault)
            } catch {
                // Nothing else is thrown.
            }
            return kept.read.context
        }
    }
}
