import Desk
import Dossiers
import Foundation
import HTTPTypes
import HummingbirdTesting
import Insight
import Ledger
import NIOCore
import Routing
import Testing
import Triage

@Suite struct OversightTests {
    private static let reports = ["sla", "due-soon", "accuracy", "volume", "time", "satisfaction", "service", "form"]

    @Test func report_isATableAndAPictureThatSaysWhatItShows() async throws {
        let fixture = try await DeskFixture()
        try await Self.live(in: fixture)
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            for report in Self.reports {
                let response = try await browser.get("/reports/\(report)")
                let html = String(buffer: response.body)
                #expect(response.status == .ok, "\(report)")
                #expect(html.contains("<svg class=\"chart\" role=\"img\" aria-labelledby="), "\(report)")
                #expect(html.contains("</desc>"))
                #expect(!html.contains("column_"), "\(report): a text is missing")
            }
        }
    }

    @Test func csv_isWhatTheCommandPrints() async throws {
        let fixture = try await DeskFixture()
        try await Self.live(in: fixture)
        let day = try #require(Day("2026-08-06"))
        let source = ReportSource(
            ledger: fixture.ledger, period: try #require(ReportPeriod(from: day, to: day)), by: [.procedure],
            directory: ReportDirectory(
                units: fixture.run.pipeline.router.units, catalogue: fixture.run.pipeline.catalogue, until: day,
                successorsOn: nil))
        let expected = ReportTable.commaSeparatedValues([try await source.volumeTable()])
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            let response = try await browser.get("/reports/volume/csv?from=2026-08-06&to=2026-08-06&by=procedure")
            #expect(String(buffer: response.body) == "\u{FEFF}" + expected)
            #expect(response.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(response.headers[.contentDisposition]?.contains("volume-2026-08-06-2026-08-06.csv") == true)
        }
    }

    @Test(arguments: [
        "from=2026-02-30", "from=2026-09-01&to=2026-08-01", "by=weather", "units=tomorrow", "from=0001-01-01",
    ])
    func question_thatCannotBeAnsweredIsSaidAndTheUsualOneAnswered(query: String) async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            let response = try await browser.get("/reports/sla?\(query)")
            #expect(response.status == .unprocessableContent)
            #expect(String(buffer: response.body).contains("role=\"alert\""))
            #expect(try await browser.get("/reports/sla/csv?\(query)").status == .unprocessableContent)
        }
    }

    @Test func late_listsWhatIsPastItsDayOfEveryUnitOrOfOne() async throws {
        let fixture = try await DeskFixture()
        let day = 86_400.0
        try await fixture.receive("late.pdf", due: DeskFixture.morning - 3 * day, at: DeskFixture.morning - 9 * day)
        try await fixture.receive("today.pdf", due: DeskFixture.morning)
        try await fixture.receive("soon.pdf", unit: "kinh-te", due: DeskFixture.morning + 2 * day)
        try await fixture.receive("far.pdf", due: DeskFixture.morning + 9 * day)
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            let html = String(buffer: try await browser.get("/late").body)
            let places = ["id=\"late\"", "late.pdf", "id=\"today\"", "today.pdf", "id=\"soon\"", "soon.pdf"]
            let found = places.compactMap { html.range(of: $0)?.lowerBound }
            #expect(found.count == places.count && found == found.sorted())
            #expect(!html.contains("far.pdf"))
            let one = String(buffer: try await browser.get("/late?unit=van-phong&days=30").body)
            #expect(one.contains("far.pdf") && !one.contains("soon.pdf"))
            let today = String(buffer: try await browser.get("/").body)
            #expect(today.contains("late.pdf") && !today.contains("soon.pdf"))
        }
    }

    @Test func cell_leadsToTheDossiersThatItCounts() async throws {
        let fixture = try await DeskFixture()
        for name in ["one.pdf", "two.pdf", "three.pdf"] {
            let item = try #require(try await fixture.receive(name).item)
            guard name != "three.pdf" else { continue }
            try await fixture.ledger.return(
                item, by: "unit", reason: "another", to: "kinh-te", procedure: "1.004884", now: DeskFixture.morning)
        }
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("supervisor")
            for (kind, taken, truth) in [
                ("corrected", "1.001193", "1.004884"), ("misrouted", "van-phong", "kinh-te"),
            ] {
                let matrix = String(buffer: try await browser.get("/confusions?kind=\(kind)").body)
                let match = try #require(matrix.firstMatch(of: #/href="(/confusions/dossiers[^"]*)"/#))
                let link = String(match.1)
                let cell = String(buffer: try await browser.get(link.replacing("&amp;", with: "&")).body)
                #expect(link.contains("taken=\(taken.replacing(".", with: "%2E").replacing("-", with: "%2D"))"))
                #expect(link.contains("truth=\(truth.replacing(".", with: "%2E").replacing("-", with: "%2D"))"))
                #expect(cell.contains("one.pdf") && cell.contains("two.pdf") && !cell.contains("three.pdf"))
            }
            #expect(try await browser.get("/confusions/dossiers?kind=review&taken=a&truth=b").status == .notFound)
        }
    }

    @Test func whatTheReceptionPutRight_isCountedAndLeadsToItsDossiers() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier(source: "put-right.tif")
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("reception")
            let confirmed = try await browser.post("/dossiers/\(dossier)/confirm", ["procedure": "1.000656"])
            #expect(confirmed.status == .seeOther)
            _ = try await browser.logIn("supervisor")
            let matrix = String(buffer: try await browser.get("/confusions").body)
            let link = String(try #require(matrix.firstMatch(of: #/href="(/confusions/dossiers[^"]*)"/#)).1)
            #expect(link.contains("kind=confirmed&amp;taken=1%2E001193&amp;truth=1%2E000656"))
            let cell = String(buffer: try await browser.get(link.replacing("&amp;", with: "&")).body)
            #expect(cell.contains("put-right.tif"))
            let report = String(buffer: try await browser.get("/reports/accuracy/csv").body)
            #expect(report.contains("confirmed,1.001193,"))
        }
        #expect(try await fixture.ledger.miscountedTallies().isEmpty)
    }

    @Test func log_isFilteredAndPagedAndSaysWhetherItIsWhole() async throws {
        let fixture = try await DeskFixture()
        for index in 0..<20 { try await fixture.receive("scan-\(index).pdf") }
        let dossier = try await fixture.receive("scan-20.pdf").dossier
        try await fixture.visit { client in
            var browser = Browser(client)
            _ = try await browser.logIn("administrator")
            let newest = String(buffer: try await browser.get("/log").body)
            let older = try #require(newest.firstMatch(of: #/href="(/log\?before=\d+)"/#)?.1)
            #expect(String(buffer: try await browser.get(String(older)).body).contains("href=\"/log?\""))
            let one = String(buffer: try await browser.get("/log?dossier=\(dossier)&kind=item.proposed").body)
            #expect(one.components(separatedBy: "<tr><td class=\"number\">").count == 2)
            let mine = String(buffer: try await browser.get("/log?actor=administrator").body)
            #expect(mine.components(separatedBy: "<tr><td class=\"number\">").count == 2)
            #expect(try await browser.post("/log/check").headers[.location] == "/log")
            #expect(String(buffer: try await browser.get("/log").body).contains("role=\"status\""))
        }
    }

    @Test func templates_nameTextsThatAreThere() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Desk/Resources")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var named: Set<String> = []
        for file in files where file.pathExtension == "mustache" {
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: #/\{\{t\.([^}]+)\}\}/#) {
                named.insert(String(match.1))
            }
        }
        #expect(named.subtracting(Texts.keys) == [])
    }

    /// A little of everything that reports count.
    private static func live(in fixture: DeskFixture) async throws {
        let (ledger, now) = (fixture.ledger, DeskFixture.morning)
        for (name, due) in [("a.pdf", now + 86_400), ("b.pdf", now - 86_400), ("c.pdf", now)] {
            let item = try #require(try await fixture.receive(name, due: due, at: now - 172_800).item)
            try await ledger.accept(item, by: "unit", now: now - 3_600)
            guard name != "b.pdf" else { continue }
            try await ledger.complete(item, by: "unit", now: now)
            try await ledger.handOver(item, by: "reception", satisfaction: 4, now: now)
        }
        try await fixture.receive("d.pdf", decision: .review)
        let returned = try #require(try await fixture.receive("e.pdf").item)
        try await ledger.return(returned, by: "unit", reason: "another", to: "kinh-te", now: now)
    }
}
