import Foundation
import Testing

/// A paper that bears the mark of a state secret is not taken in.
@Suite struct SecrecyTests {
    private struct Result: Decodable {
        var decision: String
        var reason: String
        var unit: String?
    }

    /// Two pages of print, the first with a mark; base fonts have no Vietnamese letters.
    private static func letter() -> Data {
        let pages = [
            ["UY BAN NHAN DAN XA", "So: 12/BC-UBND", "TOI MAT", "Bao cao tinh hinh cong tac quy hai trong xa"],
            ["Trang sau cua bao cao noi tren", "Cac so lieu duoc neu trong bang duoi day"],
        ]
        var bodies = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 2 /Kids [4 0 R 6 0 R] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for (index, lines) in pages.enumerated() {
            let text = lines.enumerated().map { "BT /F1 18 Tf 70 \(760 - 40 * $0.offset) Td (\($0.element)) Tj ET" }
            let stream = text.joined(separator: "\n")
            bodies.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R "
                    + "/Resources << /Font << /F1 3 0 R >> >> >>")
            bodies.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
        }
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, body) in bodies.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(body)\nendobj\n"
        }
        let table = places.map { String(repeating: "0", count: 10 - String($0).count) + "\($0) 00000 n \n" }.joined()
        let start = file.utf8.count
        file += "xref\n0 \(bodies.count + 1)\n0000000000 65535 f \n\(table)"
        file += "trailer << /Size \(bodies.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Data(file.utf8)
    }

    @Test func markedPaper_isQuarantined_andNothingOfItIsKept() async throws {
        let folder = try TemporaryFolder()
        let scan = folder.path("letter.pdf")
        try Self.letter().write(to: URL(filePath: scan))
        let outcome = try await HosoCommand.run("run", scan, "--json", "--quiet", "--data", folder.path("d"))
        #expect(outcome.status == 2)
        let results = outcome.lines.compactMap { try? JSONDecoder().decode(Result.self, from: Data($0.utf8)) }
        #expect(results.map(\.decision) == ["quarantined"])
        #expect(results.first?.reason.contains("MẬT") == true)
        #expect(results.first?.unit == nil)
        #expect(outcome.output.contains("\"quarantined\":2"))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("d")) where name.hasPrefix("ledger")
        {
            let bytes = try Data(contentsOf: URL(filePath: folder.path("d/\(name)")))
            #expect(bytes.range(of: Data("tinh hinh".utf8)) == nil)
            #expect(bytes.range(of: Data("lieu".utf8)) == nil)
        }
    }
}
