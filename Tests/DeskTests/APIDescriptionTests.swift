import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Desk

/// The description of the API, and what the API does.
@Suite struct APIDescriptionTests {
    private static func document() throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(try OpenAPI.text()))
    }

    @Test func description_hasEveryRouteOfTheServerAndNoOther() async throws {
        let fixture = try await DeskFixture()
        guard case .object(let paths)? = try Self.document()["paths"] else { throw DeskFixture.Missing() }
        let described = paths.flatMap { path, operations -> [String] in
            guard case .object(let methods) = operations else { return [] }
            return methods.keys.map { "\($0.uppercased()) \(path)" }
        }
        let served = fixture.desk.routeNames.filter { $0.contains(APIRoute.root) }
            .map {
                $0.split(separator: "/", omittingEmptySubsequences: false).map {
                    $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0)
                }.joined(separator: "/")
            }
        #expect(Set(described) == Set(served))
        #expect(Set(APIRoute.all.map(\.name)).count == APIRoute.all.count)
    }

    @Test func description_namesEveryParameterOfAPathAndRefersToWhatIsThere() throws {
        let document = try Self.document()
        guard case .object(let paths)? = document["paths"] else { throw DeskFixture.Missing() }
        for (path, operations) in paths {
            guard case .object(let methods) = operations else { continue }
            for operation in methods.values {
                var named: Set<String> = []
                if case .list(let parameters)? = operation["parameters"] {
                    named = Set(parameters.filter { $0["in"]?.text == "path" }.compactMap { $0["name"]?.text })
                }
                let wanted = path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                    String($0.dropFirst().dropLast())
                }
                #expect(named == Set(wanted), "\(path)")
                #expect(operation["responses"] != nil)
            }
        }
        for reference in Self.references(in: document) {
            let found = reference.dropFirst(2).split(separator: "/").reduce(document as JSONValue?) { $0?[String($1)] }
            #expect(found != nil, "\(reference)")
        }
    }

    @Test func description_isServedAndKeptAmongTheDocuments() async throws {
        let written = String(decoding: try OpenAPI.text(), as: UTF8.self)
        let kept = try String(contentsOf: DeskFixture.root.appending(path: "docs/openapi.json"), encoding: .utf8)
        #expect(kept == written, "hoso api > docs/openapi.json writes it anew")
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            let response = try await Program(client, token: nil).get("/openapi.json")
            #expect(response.text == written)
        }
    }

    @Test func problems_areExplainedWhereTheirTypeLeads() async throws {
        let fixture = try await DeskFixture()
        try await fixture.visit { client in
            for kind in ProblemKind.allCases {
                let response = try await Program(client, token: nil).get(kind.type)
                #expect(response.status == .ok && response.json["title"]?.text == kind.title)
            }
        }
    }

    @Test(
        arguments: [
            (#"{"reason": "x"}"#, []), (#"{}"#, ["reason"]), (#"{"reason": 1}"#, ["reason"]),
            (#"{"reason": "x", "papers": ["a", 2]}"#, ["papers[1]"]), (#"{"reason": "x", "resaon": "y"}"#, [""]),
            (#"[]"#, [""]),
        ] as [(String, [String])])
    func schema_saysWhatIsWrongWhere(json: String, places: [String]) throws {
        let schema = Schema.object([.must("reason", .text()), .may("papers", .list(.text()))])
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
        #expect(schema.faults(in: value).map(\.at) == places)
    }

    private static func references(in value: JSONValue) -> [String] {
        switch value {
        case .object(let members):
            members.flatMap { $0.key == "$ref" ? [$0.value.text ?? ""] : references(in: $0.value) }
        case .list(let values): values.flatMap(references)
        default: []
        }
    }
}
