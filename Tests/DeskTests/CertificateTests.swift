import Foundation
import HummingbirdTesting
import Testing
import WebClient

@testable import Desk

/// The desk under its own certificate. Certificates are made by `openssl`.
@Suite struct CertificateTests {
    /// Later than any certificate of these tests begins, whichever is made first; well before the first one's end.
    private static let now = Date().addingTimeInterval(3_600)

    @Test func desk_speaksTLSAndTakesARenewedCertificateAtTheNextConnection() async throws {
        let (first, second) = (try MadeCertificate(), try MadeCertificate())
        let keeper = try CertificateKeeper(first.files, now: Self.now)
        let fixture = try await DeskFixture(settings: {
            $0.certificate = keeper
            $0.isSecure = true
        })
        fixture.clock.turn(by: Self.now.timeIntervalSince(fixture.clock.now))
        try await fixture.visit(.live) { client in
            let address = "https://localhost:\(client.port ?? 0)/login"
            let answer = try await Self.ask(address, trusting: first)
            #expect(answer.status == 200)
            #expect(answer.headers["strict-transport-security"] == "max-age=31536000")
            let language = try await Self.ask(
                address.replacing("/login", with: "/language"), trusting: first, form: "language=en")
            #expect(language.headers["set-cookie"]?.contains("Secure") == true)
            await #expect(throws: WebFailure.self) { try await Self.ask(address, trusting: second) }

            // The key is put in place after the certificate: in between, the pair before goes on.
            try FileManager.default.replace(first.files.certificate, by: second.files.certificate)
            #expect(try await Self.ask(address, trusting: first).status == 200)
            try FileManager.default.replace(first.files.key, by: second.files.key)
            #expect(try await Self.ask(address, trusting: second).status == 200)
        }
    }

    @Test func plainHTTP_isNotAnsweredWhereTLSIsSpoken() async throws {
        let made = try MadeCertificate()
        let keeper = try CertificateKeeper(made.files, now: Self.now)
        let fixture = try await DeskFixture(settings: { $0.certificate = keeper })
        try await fixture.visit(.live) { client in
            let address = "http://localhost:\(client.port ?? 0)/login"
            await #expect(throws: WebFailure.self) { try await Self.ask(address, trusting: made) }
        }
    }

    @Test func files_thatCannotServeAreSaidOneByOne() throws {
        let (made, other) = (try MadeCertificate(), try MadeCertificate())
        let nowhere = made.files.certificate + ".none"
        let (certificate, key) = (made.files.certificate, made.files.key)
        let locked = made.folder.appending(path: "locked.pem").path
        try MadeCertificate.openssl(["pkey", "-in", key, "-aes256", "-passout", "pass:abcd", "-out", locked])
        let cases: [(CertificateFiles, CertificateFault)] = [
            (CertificateFiles(certificate: nowhere, key: key), .missing(nowhere)),
            (CertificateFiles(certificate: certificate, key: nowhere), .missing(nowhere)),
            (CertificateFiles(certificate: key, key: key), .noCertificate(key)),
            (CertificateFiles(certificate: certificate, key: certificate), .noKey(certificate)),
            (CertificateFiles(certificate: certificate, key: locked), .locked(locked)),
            (
                CertificateFiles(certificate: certificate, key: other.files.key),
                .strangers(certificate: certificate, key: other.files.key)
            ),
        ]
        for (files, fault) in cases {
            #expect(throws: fault) { try CertificateKeeper(files, now: Self.now) }
        }
    }

    @Test func certificate_outsideItsTimeIsRefused() throws {
        let made = try MadeCertificate()
        let end = try CertificateKeeper(made.files, now: Self.now).end
        #expect(throws: CertificateFault.expired(made.files.certificate, end)) {
            try CertificateKeeper(made.files, now: end)
        }
        #expect(throws: CertificateFault.self) {
            try CertificateKeeper(made.files, now: Self.now.addingTimeInterval(-86_400))
        }
    }

    @Test func renewal_thatCannotServeIsSaidOnceAndTheOneBeforeGoesOn() throws {
        let made = try MadeCertificate()
        let keeper = try CertificateKeeper(made.files, now: Self.now)
        try Data("nothing".utf8).write(to: URL(filePath: made.files.certificate))
        var faults: [CertificateFault] = []
        for _ in 0..<3 { _ = keeper.current(now: Self.now) { faults.append($0) } }
        #expect(faults == [.noCertificate(made.files.certificate)])
    }

    private static func ask(
        _ address: String, trusting made: MadeCertificate, form: String? = nil
    ) async throws -> WebAnswer {
        let headers = form == nil ? [] : [("Content-Type", "application/x-www-form-urlencoded")]
        return try await WebClient().send(
            WebRequest(
                form == nil ? .get : .post, try #require(URL(string: address)), headers: headers,
                body: Array((form ?? "").utf8)),
            within: WebLimits(seconds: 20, bytes: 1 << 20, authorities: made.trusted))
    }
}

/// A certificate for `localhost` that vouches for itself, in a folder of its own.
final class MadeCertificate: Sendable {
    let folder = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID().uuidString)")
    let files: CertificateFiles
    /// A copy that stays when the files are renewed.
    let trusted: String

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        files = CertificateFiles(
            certificate: folder.appending(path: "desk.pem").path, key: folder.appending(path: "key.pem").path)
        try Self.openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", files.key, "-out",
            files.certificate,
        ])
        trusted = folder.appending(path: "trusted.pem").path
        try FileManager.default.copyItem(atPath: files.certificate, toPath: trusted)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw DeskFixture.Missing() }
    }
}

extension FileManager {
    /// Puts a copy of another file in one's place, as renewals do.
    fileprivate func replace(_ path: String, by other: String) throws {
        try copyItem(atPath: other, toPath: path + ".new")
        guard rename(path + ".new", path) == 0 else { throw DeskFixture.Missing() }
    }
}
