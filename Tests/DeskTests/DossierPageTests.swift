import Dossiers
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import NIOCore
import Testing

@testable import Desk

@Suite struct DossierPageTests {
    @Test func unit_seesItsOwnDossiersOnly() async throws {
        let fixture = try await DeskFixture()
        let own = try await fixture.dossier(.auto)
        let foreign = try await fixture.dossier(.auto, unit: "cong-an-xa")
        let unrouted = try await fixture.dossier(.review)
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("unit")
            #expect(try await browser.get("/dossiers/\(own)").status == .ok)
            for other in [foreign, unrouted] {
                for path in ["", "/words/1", "/pages/1"] {
                    #expect(try await browser.get("/dossiers/\(other)\(path)").status == .notFound)
                }
            }
        }
    }

    @Test func looking_isOneEventAQuarterOfAnHour() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            for _ in 0..<2 { _ = try await browser.get("/dossiers/\(dossier)") }
            _ = try await browser.get("/dossiers/\(dossier)/words/1")
            fixture.clock.turn(by: 16 * 60)
            _ = try await browser.get("/dossiers/\(dossier)/words/1")
        }
        let looks = try await fixture.ledger.events(ofDossier: dossier).filter { $0.kind == .dossierViewed }
        #expect(looks.map(\.actor) == ["reception", "reception"])
        #expect(looks.allSatisfy { $0.detail.isEmpty })
    }

    @Test func textOfAPageAndNameOfAFile_areNeverMarkup() async throws {
        let fixture = try await DeskFixture()
        let attack = "\"><script>alert(1)</script>"
        let dossier = try await fixture.dossier(source: attack, text: attack)
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            for path in ["/dossiers/\(dossier)", "/review", "/dossiers/\(dossier)?q=\(Browser.escaped(attack))"] {
                let body = String(buffer: try await browser.get(path).body)
                #expect(!body.contains("<script>alert"))
                #expect(body.contains("&lt;script&gt;alert"))
            }
            let words = try await browser.get("/dossiers/\(dossier)/words/1")
            #expect(words.headers[.contentType]?.hasPrefix("application/json") == true)
        }
    }

    @Test func doubtfulFields_comeFirst_handwritingWithItsPicture() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            let body = String(buffer: try await browser.get("/dossiers/\(dossier)").body)
            let order = ["field empty", "field doubtful", "field absent"].map { body.range(of: $0)?.lowerBound }
            #expect(order.allSatisfy { $0 != nil })
            #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
            #expect(body.contains("viewBox=\"388 590 404 60\""))
        }
    }

    @Test func confirmation_goesToTheUnitAndIsALabel() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            let path = "/dossiers/\(dossier)/confirm"
            #expect(try await browser.post(path, ["f.applicant.name": "x"]).status == .unprocessableContent)
            let response = try await browser.post(
                path,
                [
                    "procedure": "1.000656", "f.applicant.name": "Lò Thị Mảy", "p.applicant.name": "1,400,600,380,40",
                    "f.applicant.address": "", "f.child.date_of_birth": "6/8/2026",
                ])
            #expect(response.headers[.location] == "/dossiers/\(dossier)")
        }
        let sheet = try await fixture.ledger.sheet(of: dossier)
        #expect(sheet.items.map(\.state) == [.proposed])
        #expect(sheet.result?.procedure?.code == "1.000656")
        #expect(sheet.number != nil)
        let labels = try await fixture.ledger.fieldLabels(of: dossier)
        #expect(labels.map(\.name) == [.applicantAddress, .applicantName, .childDateOfBirth])
        #expect(labels.map(\.value) == [nil, "Lò Thị Mảy", "2026-08-06"])
        #expect(labels[1].was == "Lò Thị Mẩy")
        let event = try await fixture.ledger.events(ofDossier: dossier).last { $0.kind == .dossierConfirmed }
        #expect(event?.actor == "reception")
        #expect(event?.detail["corrected"] == "applicant.name child.date_of_birth")
        #expect(event?.detail.values.contains { $0.contains("Lò") } == false)
    }

    @Test func review_goesOnToTheNextOneThatWaits() async throws {
        let fixture = try await DeskFixture()
        var dossiers: [String] = []
        for _ in 0..<3 {
            dossiers.append(try await fixture.dossier())
            fixture.clock.turn(by: 1)
        }
        let all = dossiers
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            let start = try await browser.get("/review/next?after=\(all[0])").headers[.location]
            #expect(start == "/dossiers/\(all[1])?from=review&order=oldest")
            let next = try await browser.post(
                "/dossiers/\(all[1])/confirm", ["procedure": "1.001193", "from": "review"])
            #expect(next.headers[.location] == "/dossiers/\(all[2])?from=review&order=oldest")
            let last = try await browser.post(
                "/dossiers/\(all[2])/dismiss", ["reason": "quét lại", "from": "review"])
            #expect(last.headers[.location] == "/dossiers/\(all[0])?from=review&order=oldest")
            let end = try await browser.post(
                "/dossiers/\(all[0])/confirm", ["procedure": "1.001193", "from": "review"])
            #expect(end.headers[.location] == "/review")
        }
        #expect(try await fixture.ledger.waitingForPerson(limit: 9).isEmpty)
    }

    @Test func officer_returnsWithAReasonToTheRightUnit() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier(.auto)
        let item = try #require(try await fixture.ledger.queueItems(ofDossier: dossier).first).id
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("unit")
            let without = try await browser.post("/queue/\(item)/return", ["to": "cong-an-xa"])
            #expect(without.headers[.location] == "/dossiers/\(dossier)#moves")
            let response = try await browser.post(
                "/queue/\(item)/return", ["reason": "không thuộc thẩm quyền", "to": "cong-an-xa"])
            #expect(response.headers[.location] == "/queue")
            #expect(try await browser.get("/dossiers/\(dossier)").status == .notFound, "it is another unit's now")
        }
        let moved = try await fixture.ledger.queueItem(item)
        #expect(moved.unit == "cong-an-xa")
        #expect(moved.state == .proposed)
    }

    @Test func dossierThatNobodyHas_isReviewedWithTheOfficersReason() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier(.auto)
        let item = try #require(try await fixture.ledger.queueItems(ofDossier: dossier).first).id
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("unit")
            _ = try await browser.post("/queue/\(item)/return", ["reason": "không rõ của ai"])
            _ = try await browser.logIn("reception")
            for path in ["/review", "/dossiers/\(dossier)"] {
                #expect(String(buffer: try await browser.get(path).body).contains("không rõ của ai"))
            }
            let next = try await browser.post(
                "/dossiers/\(dossier)/confirm", ["procedure": "1.001193", "from": "review"])
            #expect(next.headers[.location] == "/review")
        }
        #expect(try await fixture.ledger.queueItem(item).state == .proposed)
        #expect(try await fixture.ledger.returnedToNobody(limit: 9).isEmpty)
    }

    @Test func officer_handsOverWithTheCitizensSatisfaction() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier(.auto)
        let item = try #require(try await fixture.ledger.queueItems(ofDossier: dossier).first).id
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("unit")
            for move in ["accept", "complete"] { _ = try await browser.post("/queue/\(item)/\(move)") }
            _ = try await browser.post("/queue/\(item)/hand-over", ["satisfaction": "4", "complaint": "yes"])
        }
        let event = try await fixture.ledger.events(ofDossier: dossier).last { $0.kind == .itemHandedOver }
        #expect(event?.detail["satisfaction"] == "4")
        #expect(event?.detail["complaint"] == "yes")
    }

    @Test func picture_isMadeByAReaderAndIsAJPEG() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            for path in ["/dossiers/\(dossier)/pages/1", "/dossiers/\(dossier)/pages/1?size=thumbnail"] {
                let picture = try await browser.get(path)
                #expect(picture.status == .ok)
                #expect(picture.headers[.contentType] == "image/jpeg")
                #expect(Array(picture.body.readableBytesView.prefix(2)) == [0xff, 0xd8])
            }
            #expect(try await browser.get("/dossiers/\(dossier)/pages/2").status == .notFound)
        }
    }
}

@Suite struct ProcedureIndexTests {
    @Test(arguments: ["đăng ký khai sinh", "dang ky khai sinh", "khai sinh đăng ký", "KHAI  SINH", "1.001193"])
    func procedure_isFoundWithOrWithoutToneMarks(query: String) async throws {
        let fixture = try await DeskFixture()
        let found = fixture.desk.procedures.find(query, limit: 12).map(\.code)
        #expect(found.contains("1.001193"), "\(found)")
    }

    @Test func whatNobodyWrote_isNotFound() async throws {
        let fixture = try await DeskFixture()
        #expect(fixture.desk.procedures.find("zzz", limit: 9).isEmpty)
        #expect(fixture.desk.procedures.find("  ", limit: 9).isEmpty)
    }
}

@Suite struct WordingTests {
    @Test(arguments: [("6/8/2026", "2026-08-06"), ("06-08-2026", "2026-08-06"), ("khoảng 2010", "khoảng 2010")])
    func date_isStoredAsTheLedgerWritesIt(typed: String, stored: String) {
        #expect(DateWriting.asStored(typed) == stored)
        #expect(DateWriting.asPeopleWrite("2026-08-06") == "06/08/2026")
    }

    @Test func reason_isToldInVietnameseWithItsNumber() {
        let reason = "page 3, the application, could hardly be read; scan it again or decide by eye"
        #expect(ReasonTexts.text(reason, in: .vietnamese).hasPrefix("Trang 3 "))
        #expect(ReasonTexts.text("something new", in: .vietnamese) == "Something new")
    }

    /// Every text that a page names has one in both languages.
    @Test func templates_nameTextsThatThereAre() throws {
        let folder = DeskFixture.root.appending(path: "Sources/Desk/Resources")
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "mustache" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: #/\{\{t\.([^}]+)\}\}/#) {
                #expect(Texts.entries[String(match.1)] != nil, "\(file.lastPathComponent): \(match.1)")
            }
        }
    }
}
