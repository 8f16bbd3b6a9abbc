import Dossiers
import Foundation
import HTTPTypes
import HummingbirdTesting
import Insight
import Ledger
import NIOCore
import Testing

@testable import Desk

/// What programs do by the API; each answer is held against the description.
@Suite struct APITests {
    private static func sample() throws -> ByteBuffer {
        ByteBuffer(bytes: try Data(contentsOf: DeskFixture.sample))
    }

    private static let fileName = HTTPField.Name("X-File-Name") ?? .contentType

    @Test func everyRoute_isAnsweredAsItIsDescribed() async throws {
        let fixture = try await DeskFixture()
        let confirmed = try await fixture.dossier()
        let dismissed = try await fixture.dossier(source: "b.tif")
        let batch = try await fixture.batch(pages: 3, dossiers: [[1, 2, 3]], blank: [])
        try await fixture.visit { client in
            let supervisor = try await fixture.program("supervisor", client)
            let unit = try await fixture.program("unit", client)
            for path in [
                "/account", "/units", "/units?on=2025-06-30", "/procedures?q=khai+sinh", "/reports/sla", "/models",
                "/events?limit=5", "/late?days=3", "/review", "/openapi.json", "/problems/not-found",
            ] { #expect(try await supervisor.get(path).status == .ok, "\(path)") }

            // From the bytes of a scan to a citizen who has the result; that reading is told of as it happens is tried
            // with the pages, by the same stream.
            let put = try await supervisor.send(
                .post, "/scans", [Self.fileName: "%C4%91%C6%A1n.tif", .contentType: "image/tiff"], Self.sample())
            #expect(put.status == .created)
            #expect(try await supervisor.get(put.headers[.location] ?? "").json["name"]?.text == "đơn.tif")
            let read = try await supervisor.get("/dossiers/\(confirmed)").json["scan"]?.text ?? ""
            #expect(try await supervisor.get("/scans/\(read)/events").text.contains("\"done\":true"))

            #expect(try await supervisor.get("/scans/\(read)/pages/1/picture?size=thumbnail").status == .ok)
            #expect(try await supervisor.get("/scans/\(read)/pages/2/picture").status == .notFound)

            let path = "/dossiers/\(confirmed)"
            #expect(try await supervisor.get("\(path)/prospect?procedure=1.001193").json["unit"]?.text == "van-phong")
            #expect(try await supervisor.get(path).json["candidates"]?[0]?["code"]?.text == "1.001193")
            #expect(try await supervisor.get("\(path)/pages/1/words").status == .ok)
            #expect(try await supervisor.get("\(path)/pages/1/picture?size=thumbnail").status == .ok)
            let answer = try await supervisor.post(
                "\(path)/confirm",
                #"{"procedure": "1.001193", "fields": {"applicant.name": {"value": "Lò Thị Mây", "page": 1, "box": [400, 600, 380, 40]}, "applicant.date_of_birth": {"value": "01/02/1990"}, "applicant.phone": {"value": null}}}"#
            )
            #expect(answer.status == .ok)
            #expect(answer.json["fields"]?["applicant.name"]?["value"]?.text == "Lò Thị Mây")
            #expect(answer.json["fields"]?["applicant.date_of_birth"]?["value"]?.text == "1990-02-01")
            #expect(answer.json["number"]?.text != nil)
            #expect(try await supervisor.get("\(path)/receipt").body.getString(at: 0, length: 4) == "%PDF")
            #expect(
                try await supervisor.post("/dossiers/\(dismissed)/dismiss", #"{"reason": "blank sheets"}"#).status
                    == .ok)
            #expect(try await supervisor.post("/scans/\(batch)/divide", #"{"starts": [1, 3]}"#).status == .ok)
            let found = try await supervisor.post("/search", #"{"words": "lo thi may"}"#).json.rows
            #expect(found.contains { $0["dossier"]?.text == confirmed && $0["applicant"]?.text == "Lò Thị Mây" })

            let item = try #require(try await unit.get("/queue").json.rows.first?["item"]?.text)
            #expect(try await unit.get("/queue/\(item)").status == .ok)
            let moves = [
                ("accept", nil), ("pause", #"{"reason": "thiếu giấy", "papers": ["Giấy chứng sinh"]}"#),
                ("resume", nil),
                ("complete", nil), ("hand-over", #"{"satisfaction": 5}"#),
            ]
            for (move, body) in moves {
                #expect(try await unit.post("/queue/\(item)/\(move)", body).status == .ok, "\(move)")
                // Sent again, it is refused and nothing is done twice.
                #expect(try await unit.post("/queue/\(item)/\(move)", body).status == .conflict, "\(move)")
            }
            let second = try #require(try await fixture.receive("c.tif").item)
            // A unit of before the reform takes nothing on.
            #expect(
                try await unit.post("/queue/\(second)/return", #"{"reason": "not ours", "to": "tu-phap-ho-tich"}"#)
                    .status == .unprocessableContent)
            #expect(
                try await unit.post("/queue/\(second)/return", #"{"reason": "not ours", "to": "kinh-te"}"#).status
                    == .ok)
            #expect(
                try await supervisor.get("\(path)/history").json.rows.contains { $0["kind"]?.text == "dossier.viewed" })
            #expect(
                !(try await unit.get("\(path)/history").json.rows.contains { $0["kind"]?.text == "dossier.viewed" }))

            let missing = Set(APIRoute.all.map(\.name)).subtracting(supervisor.answered.all)
                .subtracting(unit.answered.all)
            // It reads a page, which takes a while, and answers as the scan itself.
            #expect(missing == ["turnPage"])
        }
        let labels = try await fixture.ledger.fieldLabels(of: confirmed)
        #expect(labels.contains { $0.name == .applicantName && $0.was == "Lò Thị Mẩy" && $0.value == "Lò Thị Mây" })
    }

    @Test func scan_thatIsSentAgain_isTheSameScan() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            let program = try await fixture.program("reception", client)
            let first = try await program.send(.post, "/scans", [Self.fileName: "a.tif"], Self.sample())
            let again = try await program.send(.post, "/scans", [Self.fileName: "b.tif"], Self.sample())
            #expect(first.status == .created && again.status == .ok)
            #expect(first.headers[.location] == again.headers[.location])
        }
        #expect(try await fixture.ledger.uploads(limit: 9).count == 1)
        #expect(fixture.leftovers.isEmpty)
    }

    @Test func form_ofFiles_isTakenInAndRefusedFileByFile() async throws {
        let fixture = try await DeskFixture()
        var body = ByteBuffer()
        for (name, bytes) in [
            ("x.pdf", Array("<html>no scan</html>".utf8)), ("a.tif", Array(try Data(contentsOf: DeskFixture.sample))),
        ] {
            body.writeString("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n\r\n")
            body.writeBytes(bytes)
            body.writeString("\r\n")
        }
        body.writeString("--b--\r\n")
        let form = body
        try await fixture.visit { client in
            let program = try await fixture.program("reception", client)
            let response = try await program.send(
                .post, "/scans", [.contentType: "multipart/form-data; boundary=b"], form)
            #expect(response.status == .created)
            #expect(
                response.json["refused"]?[0]?["file"] == 1 && response.json["refused"]?[0]?["problem"]?.text == "kind")
        }
        #expect(try await fixture.ledger.uploads(limit: 9).map(\.name) == ["a.tif"])
    }

    @Test func dossier_thatChangedSinceItWasRead_isNotDecidedUnseen() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier()
        try await fixture.visit { client in
            let program = try await fixture.program("reception", client)
            let read = try #require(try await program.get("/dossiers/\(dossier)").headers[.eTag])
            let confirm = { try await program.post("/dossiers/\(dossier)/confirm", #"{"procedure": "1.001193"}"#, $0) }
            let first = try await confirm([.ifMatch: read])
            #expect(first.status == .ok && first.headers[.eTag] != read)
            // A request that is repeated because its answer was lost.
            #expect(try await confirm([.ifMatch: read]).status == .preconditionFailed)
            #expect(try await confirm([.ifMatch: first.headers[.eTag] ?? ""]).status == .ok)
        }
    }

    @Test func lists_goOnWhereTheyEnded_whateverCameMeanwhile() async throws {
        let fixture = try await DeskFixture()
        for hour in 1...5 {
            try await fixture.receive("\(hour).tif", due: DeskFixture.morning.addingTimeInterval(Double(hour) * 3_600))
            try await fixture.receive("r\(hour).tif", decision: .review)
        }
        try await fixture.visit { client in
            let unit = try await fixture.program("unit", client)
            let supervisor = try await fixture.program("supervisor", client)
            for (program, path) in [
                (unit, "/queue?limit=2"), (supervisor, "/review?limit=2"),
                (supervisor, "/review?order=hardest&limit=2"),
            ] {
                var seen: [String] = []
                var cursor = ""
                for turn in 0..<4 {
                    let page = try await program.get(path + cursor).json
                    seen += page.rows.compactMap { $0["dossier"]?.text }
                    guard let next = page["next"]?.text else { break }
                    cursor = "&cursor=\(next)"
                    // What is due first comes while the second page is read, and shifts nothing.
                    if turn == 0 { try await fixture.receive("\(path.count)x.tif", due: DeskFixture.morning) }
                }
                #expect(seen.count >= 5 && Set(seen).count == seen.count, "\(path): \(seen.count)")
            }
            let newest = try await supervisor.get("/events?limit=3").json
            let next = try #require(newest["next"]?.text)
            let older = try await supervisor.get("/events?limit=3&cursor=\(next)").json
            guard case .integer(let last)? = newest.rows.last?["event"] else { throw DeskFixture.Missing() }
            #expect(older.rows.first?["event"] == .integer(last - 1))
        }
    }

    @Test func report_hasTheRowsOfTheCommand() async throws {
        let fixture = try await DeskFixture()
        try await fixture.receive("a.tif")
        try await fixture.visit { client in
            let program = try await fixture.program("supervisor", client)
            let report = try await program.get("/reports/volume?from=2026-08-01&to=2026-08-31&by=unit").json
            #expect(report.rows.first?["report"]?.text == "volume" && report.rows.first?["auto"] == 1)
            for wrong in ["/reports/volume?from=2026-13-01", "/reports/volume?by=colour", "/reports/sla?form=x"] {
                #expect(try await program.get(wrong).status == .badRequest, "\(wrong)")
            }
            #expect(try await program.get("/reports/nothing").status == .notFound)
        }
    }
}
