import Dossiers
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Logging
import NIOCore
import Synchronization
import Testing
import Triage

@testable import Desk

@Suite struct ReceptionTests {
    private static func sample() throws -> [UInt8] { Array(try Data(contentsOf: DeskFixture.sample)) }

    @Test func scan_thatIsPutIn_isReadBesideThePages_andTheBrowserIsToldAsItHappens() async throws {
        let fixture = try await DeskFixture()
        let over = Over()
        let file = try Self.sample()
        try await fixture.visit { client in
            let desk = fixture.desk
            let reading = Task {
                await desk.triage(isStopAsked: { over.isAsked }, logger: Logger(label: "desk-tests"))
            }
            do {
                defer { over.ask() }
                var browser = Browser(client)
                _ = try await browser.logIn("reception")
                let response = try await browser.upload([("đơn.tif", file)])
                let place = try #require(response.headers[.location])
                #expect(place.hasPrefix("/scans/"))
                let news = String(buffer: try await browser.get("\(place)/events").body)
                #expect(news.contains("event") == false && news.contains("data: {"))
                #expect(news.contains("suggested") || news.contains("suggestion"))
                #expect(news.contains("\"next\":\"\\/scans"))
                let dossier = try #require(try await browser.get(place).headers[.location])
                #expect(dossier.hasPrefix("/dossiers/"))
                #expect(try await browser.get(dossier).status == .ok)
                #expect(String(buffer: try await browser.get("/reception").body).contains("đơn.tif"))
            }
            await reading.value
        }
        let scan = try #require(try await fixture.ledger.uploads(limit: 1).first)
        let event = try await fixture.ledger.events(ofScan: scan.id).first { $0.kind == .scanUploaded }
        #expect(event?.actor == "reception")
    }

    @Test func upload_withoutTheSessionsToken_keepsNothing() async throws {
        let fixture = try await DeskFixture()
        let file = try Self.sample()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            for token in ["", String(repeating: "0", count: 64)] {
                #expect(try await browser.upload([("a.tif", file)], token: token).status == .forbidden)
            }
        }
        #expect(try await fixture.ledger.uploads(limit: 9).isEmpty)
        #expect(fixture.leftovers.isEmpty)
    }

    @Test func fileOfAnotherKindThanItsName_isRefusedByName_othersAreTakenIn() async throws {
        let fixture = try await DeskFixture()
        let file = try Self.sample()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            let response = try await browser.upload([
                ("<b>page.pdf", Array("<html>no scan at all</html>".utf8)), ("../../../etc/passwd.tif", file),
                ("", []),
            ])
            #expect(response.status == .unprocessableContent)
            let body = String(buffer: response.body)
            #expect(body.contains("&lt;b&gt;page.pdf"))
            #expect(!body.contains("<b>"))
        }
        #expect(try await fixture.ledger.uploads(limit: 9).map(\.name) == ["passwd.tif"])
        #expect(fixture.leftovers.isEmpty)
    }

    @Test func form_thatBreaksOff_keepsNothing() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            let token = try await browser.formToken()
            let body =
                "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 and no more"
            let response = try await browser.send(
                .post, "/scans", [.contentType: "multipart/form-data; boundary=b"], body)
            #expect(response.status == .badRequest)
        }
        #expect(try await fixture.ledger.uploads(limit: 9).isEmpty)
        #expect(fixture.leftovers.isEmpty)
    }

    @Test func file_overTheLimit_isRefused() async throws {
        let fixture = try await DeskFixture { $0.limits.bytesPerFile = 2_000 }
        let file = try Self.sample()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            let response = try await browser.upload([("a.tif", file)])
            #expect(response.status == .unprocessableContent)
        }
        #expect(try await fixture.ledger.uploads(limit: 9).isEmpty)
        #expect(fixture.leftovers.isEmpty)
    }

    @Test func confirmedDossier_hasAReceiptToPrint_whichIsAnEvent() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            #expect(try await browser.get("/dossiers/\(dossier)/receipt").status == .notFound)
            _ = try await browser.post("/dossiers/\(dossier)/confirm", ["procedure": "1.001193"])
            let receipt = try await browser.get("/dossiers/\(dossier)/receipt")
            #expect(receipt.headers[.contentType] == "application/pdf")
            #expect(String(buffer: receipt.body).hasPrefix("%PDF"))
        }
        #expect(try await fixture.ledger.events(ofDossier: dossier).last?.kind == .receiptPrinted)
    }

    @Test func person_dividesAScanAnew() async throws {
        let fixture = try await DeskFixture()
        let scan = try await fixture.batch(pages: 4, dossiers: [[1, 2, 4]], blank: [3])
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            let body = String(buffer: try await browser.get("/scans/\(scan)?divide=yes").body)
            #expect(body.contains("name=\"s.2\"") && body.contains("name=\"b.3\""))
            let response = try await browser.post("/scans/\(scan)/divide", ["s.1": "yes", "s.2": "yes", "b.3": "yes"])
            #expect(response.headers[.location] == "/scans/\(scan)?divide=yes")
        }
        #expect(try await fixture.ledger.dossiers(of: scan).map(\.pages) == [[1], [2, 3, 4]])
    }
}

@Suite struct TurningTests {
    @Test func page_thatAPersonTurns_isReadAgainAndItsDossierIsUnderstoodAnew() async throws {
        let fixture = try await DeskFixture()
        let scan = try await fixture.batch(pages: 3, dossiers: [[1], [2, 3]], blank: [])
        let before = try await fixture.ledger.dossiers(of: scan)
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            let response = try await browser.post("/scans/\(scan)/turn/1")
            #expect(response.headers[.location] == "/scans/\(scan)?divide=yes")
            #expect(try await browser.post("/scans/\(scan)/turn/9").status == .notFound)
        }
        #expect(try await fixture.ledger.pages(of: scan, 1...1).first?.recognized?.turned == 90)
        let after = try await fixture.ledger.dossiers(of: scan)
        #expect(after.map(\.pages) == [[1], [2, 3]])
        #expect(after.map(\.state) == [.split, .triaged])
        #expect(after[0].id != before[0].id && after[1] == before[1])
    }
}

@Suite struct DivisionDraftTests {
    @Test func dossiers_beginWhereTheyAreMarked_sheetsBetweenThemStayOut() {
        let pages: [Int: PageRecord.State] = [
            1: .separator, 2: .read, 3: .blank, 4: .read, 5: .separator, 6: .read,
        ]
        #expect(Division.drafts(pages: pages, inDossiers: [2, 4, 6], starts: [2, 6]) == [[2, 4], [6]])
        #expect(Division.drafts(pages: pages, inDossiers: [2, 3, 4, 6], starts: [2]) == [[2, 3, 4, 6]])
        #expect(Division.drafts(pages: pages, inDossiers: [], starts: []) == [[2, 4, 6]], "none is lost")
    }
}

@Suite struct MultipartTests {
    private static let body =
        "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a%22.pdf\"\r\nContent-Type: x\r\n\r\n"
        + "one\r\n--bNot\r\n-two\r\n--b\r\nContent-Disposition: form-data; name=\"e\"; filename=\"\"\r\n\r\n\r\n--b--\r\n"

    private func parts(_ body: String, by step: Int) throws -> [String] {
        var cutter = try #require(MultipartCutter(contentType: "multipart/form-data; boundary=b"))
        var parts: [String] = []
        let bytes = Array(body.utf8)
        for start in stride(from: 0, to: bytes.count, by: step) {
            for piece in try cutter.take(bytes[start..<min(start + step, bytes.count)]) {
                switch piece {
                case .begin(let name, let file): parts.append("\(name)/\(file ?? "-"):")
                case .bytes(let bytes): parts[parts.count - 1] += String(decoding: bytes, as: UTF8.self)
                case .end: parts[parts.count - 1] += "|"
                }
            }
        }
        #expect(cutter.isWhole)
        return parts
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func form_isCutAlikeHoweverItsBytesCome(step: Int) throws {
        let cut = try parts(Self.body.replacing("--bNot", with: "--c-Not"), by: step)
        #expect(cut == ["token/-:abc|", "files/a\".pdf:one\r\n--c-Not\r\n-two|", "e/:|"])
    }

    @Test func whatIsNoForm_isRefused() {
        #expect(throws: MultipartCutter.Malformed.self) { try parts("--bxyz", by: 100) }
        #expect(throws: MultipartCutter.Malformed.self) { try parts("--b\r\nNonsense: x\r\n\r\n", by: 100) }
        #expect(throws: MultipartCutter.Malformed.self) {
            try parts("--b\r\n" + String(repeating: "x", count: 9_000), by: 100)
        }
        #expect(MultipartCutter(contentType: "text/plain") == nil)
        #expect(MultipartCutter(contentType: "multipart/form-data") == nil)
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\scans\\a.pdf", "a.pdf"), ("", "scan"), ("..", "scan"),
        ("a\u{202e}fdp.exe\r\nX: y", "afdp.exeX: y"), ("Đơn xin.pdf", "Đơn xin.pdf"),
    ])
    func name_isNoPathAndHoldsNoSigns(given: String, kept: String) {
        #expect(UploadName.cleaned(given) == kept)
    }

    @Test func kind_isToldByBytes() {
        #expect(ScanKind(head: Array("%PDF-1.7".utf8)) == .pdf)
        #expect(ScanKind(head: [0xff, 0xd8, 0xff, 0xe0]) == .jpeg)
        #expect(ScanKind(head: Array("<svg xmlns".utf8)) == nil)
        #expect(ScanKind(head: Array("MZ".utf8)) == nil)
        #expect(ScanKind(head: []) == nil)
    }
}
