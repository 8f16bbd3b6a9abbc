internal import Foundation
internal import HTTPTypes
internal import Ledger

/// The description of the API for programs that read it (OpenAPI 3.1), written from the table of routes.
package enum OpenAPI {
    /// The version of the API: another number at the front is another root of paths.
    private static let version = "1.0.0"

    /// With members in the order of their names, so that two of one program are the same bytes.
    package static func text() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(document)) + [UInt8(ascii: "\n")]
    }

    static var document: JSONValue {
        var paths: [String: [String: JSONValue]] = [:]
        var schemas = ProblemObject.schema.named
        for route in APIRoute.all {
            paths[route.describedPath, default: [:]][route.method.rawValue.lowercased()] = route.operation
            for schema in route.schemas { schemas.merge(schema.named) { first, _ in first } }
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "HoSo", "version": .text(version),
                "description":
                    "The desk for programs, with the rights of the account that a token was issued for. See docs/api.md.",
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]], "paths": .object(paths.mapValues { .object($0) }),
            "security": [["token": []]],
            "components": [
                "schemas": .object(
                    schemas.mapValues { schema in
                        if case .named(_, let inner) = schema { inner.json } else { schema.json }
                    }),
                "responses": .object(
                    Dictionary(ProblemKind.allCases.map { ($0.rawValue, $0.response) }) { first, _ in first }),
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": "hoso account token add ACCOUNT --name NAME, or the page of accounts",
                    ]
                ],
            ],
        ]
    }
}

extension APIRoute {
    /// `/api/v1/dossiers/{id}`
    var describedPath: String {
        path.split(separator: "/").map { $0.hasPrefix(":") ? "/{\($0.dropFirst())}" : "/\($0)" }.joined()
    }

    /// Everything that it takes or gives.
    var schemas: [Schema] {
        var all = answers.compactMap { answer -> Schema? in
            switch answer.content {
            case .json(let schema), .events(let schema): schema
            case .bytes, .none: nil
            }
        }
        if case .json(let schema) = body { all.append(schema) }
        return all
    }

    fileprivate var operation: JSONValue {
        var members: [String: JSONValue] = [
            "operationId": .text(name), "summary": .text(summary), "responses": .object(responses),
        ]
        let given = inPath + parameters.map { $0.json(in: "query") } + fields.map { $0.json(in: "header") }
        if !given.isEmpty { members["parameters"] = .list(given) }
        if let body { members["requestBody"] = ["required": true, "content": body.content] }
        switch access {
        case .everyone: members["security"] = []
        case .roles(let roles):
            // For whoever reads it: OpenAPI has no word for it.
            members["x-roles"] = .list(roles.map(\.rawValue).sorted().map { .text($0) })
        }
        return .object(members)
    }

    private var inPath: [JSONValue] {
        path.split(separator: "/").filter { $0.hasPrefix(":") }.map { part in
            let name = String(part.dropFirst())
            let schema: Schema = name == "page" ? .integer(1...1_000_000) : .text()
            return ["name": .text(name), "in": "path", "required": true, "schema": schema.json]
        }
    }

    private var responses: [String: JSONValue] {
        var responses = Dictionary(
            answers.map { answer -> (String, JSONValue) in
                var members: [String: JSONValue] = ["description": .text(answer.note)]
                members["content"] = answer.content.json
                return (String(answer.status), .object(members))
            }
        ) { first, _ in first }
        for kind in allProblems {
            responses[String(kind.status)] = ["$ref": .text("#/components/responses/\(kind.rawValue)")]
        }
        return responses
    }
}

extension ProblemKind {
    fileprivate var response: JSONValue {
        [
            "description": .text("\(title). \(help)"),
            "content": ["application/problem+json": ["schema": ProblemObject.schema.json]],
        ]
    }
}

extension APIRoute.Parameter {
    fileprivate func json(in place: String) -> JSONValue {
        [
            "name": .text(name), "in": .text(place), "required": .flag(isRequired), "description": .text(note),
            "schema": schema.json,
        ]
    }
}

extension APIRoute.Body {
    fileprivate var content: JSONValue {
        switch self {
        case .json(let schema): ["application/json": ["schema": schema.json]]
        case .scan:
            [
                "application/octet-stream": ["schema": ["type": "string", "format": "binary"]],
                "multipart/form-data": [
                    "schema": [
                        "type": "object",
                        "properties": ["files": ["type": "array", "items": ["type": "string", "format": "binary"]]],
                    ]
                ],
            ]
        }
    }
}

extension APIRoute.Content {
    fileprivate var json: JSONValue? {
        switch self {
        case .json(let schema): ["application/json": ["schema": schema.json]]
        case .events(let schema):
            ["text/event-stream": ["schema": ["type": "string"], "x-event-data": schema.json]]
        case .bytes(let type): [type: ["schema": ["type": "string", "format": "binary"]]]
        case .none: nil
        }
    }
}
