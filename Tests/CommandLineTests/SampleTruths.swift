import Foundation

/// What a test needs of the truth beside sample scans.
struct SampleTruth: Decodable {
    struct Page: Decodable {
        var role: String
        var decides: Bool
    }

    var file: String
    var pages: [Int]
    var procedure: String?
    var kind: String
    var contents: [Page]

    private enum CodingKeys: String, CodingKey {
        case file, pages, procedure, kind
        case contents = "page_roles"
    }

    /// Whether print alone shows which procedure is asked for.
    var isDecidable: Bool { procedure != nil && contents.contains(where: \.decides) }

    static func all(in folder: URL) throws -> [SampleTruth] {
        try String(contentsOf: folder.appending(path: "truth.jsonl"), encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(SampleTruth.self, from: Data($0.utf8)) }
            .filter { $0.kind != "batch" }
    }
}
