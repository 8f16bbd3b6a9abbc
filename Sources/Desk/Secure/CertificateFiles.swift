internal import Foundation
internal import NIOSSL

/// The two files by which the desk speaks TLS itself: a certificate with its chain, and the key that belongs to it, both
/// PEM as certificate authorities and `openssl` write them.
package struct CertificateFiles: Hashable, Sendable {
    package var certificate: String
    package var key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// What the files hold at this moment.
    ///
    /// - Throws: `CertificateFault`.
    func read(now: Date) throws -> ReadCertificate {
        let chain = try certificates()
        guard let own = chain.first else { throw CertificateFault.noCertificate(certificate) }
        let begin = Date(timeIntervalSince1970: TimeInterval(own.notValidBefore))
        let end = Date(timeIntervalSince1970: TimeInterval(own.notValidAfter))
        guard now < end else { throw CertificateFault.expired(certificate, end) }
        guard now >= begin else { throw CertificateFault.notYet(certificate, begin) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(try privateKey()))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        // Reading each file succeeded: what is refused here is the pair.
        guard let context = try? NIOSSLContext(configuration: configuration) else {
            throw CertificateFault.strangers(certificate: certificate, key: key)
        }
        return ReadCertificate(context: context, end: end)
    }

    private func certificates() throws -> [NIOSSLCertificate] {
        let text = try bytes(of: certificate)
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(text) else {
            throw CertificateFault.noCertificate(certificate)
        }
        return chain
    }

    private func privateKey() throws -> NIOSSLPrivateKey {
        let text = try bytes(of: key)
        // Asked for a password, the library would wait at the terminal.
        guard !String(decoding: text, as: UTF8.self).contains("ENCRYPTED") else { throw CertificateFault.locked(key) }
        guard let key = try? NIOSSLPrivateKey(bytes: text, format: .pem) else { throw CertificateFault.noKey(key) }
        return key
    }

    private func bytes(of path: String) throws -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else { throw CertificateFault.missing(path) }
        guard let data = FileManager.default.contents(atPath: path) else { throw CertificateFault.unreadable(path) }
        return Array(data)
    }

    /// By which it is seen that a file was written anew, or another put in its place.
    var stamp: [String] {
        [certificate, key].map { path in
            // A link is followed: authorities' programs put a new file behind it.
            let file = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
            guard let facts = try? FileManager.default.attributesOfItem(atPath: file) else { return "" }
            let written = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(facts[.systemFileNumber] ?? 0) \(facts[.size] ?? 0) \(written)"
        }
    }
}

/// A certificate and key that belong together, ready to serve.
struct ReadCertificate: Sendable {
    var context: NIOSSLContext
    /// When it runs out.
    var end: Date
}
