import Dossiers
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import NIOCore
import Testing
import Triage

@testable import Desk

/// The versions of the model at the desk: looked at, tried, promoted, taken back.
@Suite struct ModelPageTests {
    private static let candidate = "commune-vi/7"

    /// A desk with a candidate in the shadow that was right, where the model that serves was wrong, so often.
    static func fixture(right times: Int = 0) async throws -> DeskFixture {
        let fixture = try await DeskFixture()
        let blob = try await fixture.run.blobs.put(DeskFixture.root.appending(path: "Models/commune-vi/1/model.hoso"))
        try await fixture.ledger.addModel(
            ModelVersion(
                identifier: candidate, digest: blob.digest, kind: .forms, addedAt: DeskFixture.morning, addedBy: "lan",
                card: "# <b>a card</b>",
                figures: #"{"heldOut": {"texts": 9, "accuracy": 0.954, "macroF1": 0.95, "calibrationError": 0.067}}"#,
                isShadow: true))
        for number in 0..<times {
            let (dossier, item) = try await fixture.receive(
                "scan-\(number).pdf", model: fixture.run.understanding.model)
            try await fixture.ledger.recordShadow(
                ShadowDecision(
                    dossier: dossier, model: candidate, decision: .review, procedure: "1.004884", probability: 0.9),
                now: DeskFixture.morning)
            try await fixture.ledger.return(
                try #require(item), by: "unit", reason: "another", to: nil, procedure: "1.004884",
                now: DeskFixture.morning)
        }
        return fixture
    }

    @Test func page_showsVersionsWithTheirFiguresAndEscapesWhatTheyBring() async throws {
        let fixture = try await Self.fixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            let html = String(buffer: try await browser.get("/models").body)
            #expect(html.contains(Self.candidate) && html.contains("95,4 %") && html.contains("6,7 %"))
            #expect(html.contains(fixture.run.understanding.model))
            #expect(!html.contains("/models/rollback"), "nothing served before")
            let version = String(buffer: try await browser.get("/models/version?model=commune%2Dvi%2F7").body)
            #expect(version.contains("&lt;b&gt;a card"))
            #expect(try await browser.get("/models/version?model=commune-vi/8").status == .notFound)
        }
    }

    @Test func promotion_waitsForEvidence() async throws {
        let fixture = try await Self.fixture(right: 2)
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            let page = String(buffer: try await browser.get("/models/promote?model=commune%2Dvi%2F7").body)
            #expect(!page.contains("action=\"/models/promote\""))
            let answer = try await browser.post(
                "/models/promote", ["model": Self.candidate, "serving": fixture.run.understanding.model])
            #expect(answer.status == .unprocessableContent)
        }
        #expect(try await fixture.ledger.modelChanges().isEmpty)
    }

    @Test func promotionAndRollback_areMadeOnceAndKeptWithWhoDidItAndWhy() async throws {
        let fixture = try await Self.fixture(right: 6)
        let own = fixture.run.understanding.model
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            let page = String(buffer: try await browser.get("/models/promote?model=commune%2Dvi%2F7").body)
            #expect(page.contains("action=\"/models/promote\""))
            let form = ["model": Self.candidate, "serving": own, "reason": "seen with the chief"]
            #expect(try await browser.post("/models/promote", form).headers[.location] == "/models")
            #expect(try await browser.post("/models/promote", form).status != .seeOther, "a second click")
            #expect(String(buffer: try await browser.get("/models").body).contains("/models/rollback"))

            let back = ["serving": Self.candidate, "reason": ""]
            #expect(try await browser.post("/models/rollback", back).status == .unprocessableContent, "no reason")
            let words = ["serving": Self.candidate, "reason": "worse at the counter"]
            #expect(try await browser.post("/models/rollback", words).headers[.location] == "/models")
            #expect(try await browser.post("/models/rollback", words).status == .conflict, "a second click")
            #expect(try await browser.get("/models/rollback").status == .notFound)
        }
        let changes = try await fixture.ledger.modelChanges()
        #expect(changes.map(\.kind) == [.promoted, .rolledBack])
        #expect(changes.allSatisfy { $0.actor == "administrator" })
        #expect(changes[0].reason.hasSuffix("; seen with the chief") && changes[1].reason == "worse at the counter")
        let events = try await fixture.ledger.events(EventFilter(actor: "administrator"), limit: 100)
        #expect(events.filter { $0.kind == .modelPromoted || $0.kind == .modelRolledBack }.count == 2)
    }

    @Test func candidate_isTriedAndLeftAtAClick() async throws {
        let fixture = try await Self.fixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            #expect(try await browser.post("/models/shadow").status == .seeOther)
            #expect(try await fixture.ledger.modelsAtWork().shadow == nil)
            _ = try await browser.post("/models/shadow", ["model": Self.candidate])
            #expect(try await fixture.ledger.modelsAtWork().shadow?.identifier == Self.candidate)
            #expect(try await browser.post("/models/shadow", ["model": "nobody/1"]).status == .notFound)
        }
    }

    @Test func model_whoseFileIsGoneIsNotPromoted() async throws {
        let fixture = try await Self.fixture(right: 6)
        try FileManager.default.removeItem(at: fixture.folder.appending(path: "blobs"))
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            let form = ["model": Self.candidate, "serving": fixture.run.understanding.model]
            #expect(try await browser.post("/models/promote", form).status == .unprocessableContent)
        }
        #expect(try await fixture.ledger.modelChanges().isEmpty)
    }

    @Test func drift_isTheReportOfTheCommand() async throws {
        let fixture = try await DeskFixture()
        try await fixture.receive("a.pdf")
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            let html = String(buffer: try await browser.get("/reports/drift").body)
            #expect(html.contains("<table") && !html.contains("column_") && !html.contains("aspect_"))
            let csv = String(buffer: try await browser.get("/reports/drift/csv").body)
            #expect(csv.contains("what,before,now"))
        }
    }
}
