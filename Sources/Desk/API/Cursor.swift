internal import Foundation
internal import Hummingbird

/// Where a list goes on: a place in its order, not a count, so that what comes and goes meanwhile neither hides a row
/// nor shows one twice. Programs send it back as they were given it.
enum Cursor {
    static let parameter = APIRoute.Parameter(
        name: "cursor", schema: .text(most: 500), note: "`next` of the answer before; left out for the first rows.")

    static func text(_ place: some Encodable) throws -> String {
        try JSONEncoder().encode(place).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// Nil where none was sent.
    ///
    /// - Throws: `Problem` for what is none of this list.
    static func place<Place: Decodable>(_ kind: Place.Type = Place.self, of request: Request) throws -> Place? {
        guard let text = request.uri.queryParameters["cursor"] else { return nil }
        let letters = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - letters.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: letters + padding),
            let place = try? JSONDecoder().decode(kind, from: bytes)
        else {
            throw Problem(
                .badRequest, errors: [SchemaFault(at: parameter.name, problem: "is no cursor of this list")])
        }
        return place
    }
}

/// Rows of a list, and where it goes on.
struct RowsObject<Row: Described>: Described {
    var rows: [Row]
    /// Nil at the end.
    var next: String?

    /// How many rows there are at once.
    static var limit: APIRoute.Parameter {
        .init(name: "limit", schema: .integer(1...200), note: "Rows at once: 50 where it is left out.")
    }

    static func limit(of request: Request) -> Int {
        request.uri.queryParameters["limit"].flatMap { Int($0) } ?? 50
    }

    static var schema: Schema {
        .object([
            .must("rows", .list(Row.schema)), .may("next", .text(), "The cursor of what follows; absent at the end."),
        ])
    }

    /// - Parameter found: One more than is shown, where there are more.
    init<Found>(
        _ found: [Found], limit: Int, place: (Found) throws -> some Encodable, row: (Found) throws -> Row
    ) throws {
        let shown = found.prefix(limit)
        rows = try shown.map(row)
        next = found.count > limit ? try shown.last.map { try Cursor.text(place($0)) } : nil
    }
}
