package import Foundation

/// Why the desk cannot speak TLS by the files it was given.
package enum CertificateFault: Error, Hashable, CustomStringConvertible {
    case missing(String)
    case unreadable(String)
    case noCertificate(String)
    case noKey(String)
    /// The key asks for a password.
    case locked(String)
    case strangers(certificate: String, key: String)
    case expired(String, Date)
    case notYet(String, Date)

    package var description: String {
        switch self {
        case .missing(let path): "\(path) is not there; name the certificate's files by --certificate and --key"
        case .unreadable(let path): "\(path) cannot be read by this account; let it be read by whoever runs hoso serve"
        case .noCertificate(let path):
            "\(path) holds no certificate in PEM form (-----BEGIN CERTIFICATE-----); --certificate takes the desk's own, "
                + "then those that lead to its authority"
        case .noKey(let path):
            "\(path) holds no private key in PEM form (-----BEGIN PRIVATE KEY-----); --key takes the key that the "
                + "certificate was made for"
        case .locked(let path):
            "\(path) is kept under a password, which a server cannot type: openssl pkey -in \(path) -out NEW, readable "
                + "by its owner alone"
        case .strangers(let certificate, let key):
            "\(key) is not the key of the first certificate in \(certificate); name the pair that was made together, the "
                + "desk's own certificate first"
        case .expired(let path, let end):
            "the certificate in \(path) ran out on \(Self.day(end)); browsers refuse it: have it renewed"
        case .notYet(let path, let begin):
            "the certificate in \(path) counts from \(Self.day(begin)) only; is this computer's clock right?"
        }
    }

    static func day(_ time: Date) -> String { String(time.formatted(.iso8601).prefix(10)) }
}
