internal import CPostgres

/// Where a PostgreSQL ledger is: `postgres://user@host:5432/database`, with whatever else libpq understands in such an
/// address (several hosts, `sslmode`, `target_session_attrs`, `options`).
package struct PostgresAddress: Hashable, Sendable {
    /// May hold a password, so it is never printed.
    let text: String
    /// Host, port and database, for messages.
    package let place: String

    package static let schemes = ["postgres://", "postgresql://"]

    /// Nil for an address that libpq does not understand. Its reason is not told, because it quotes the address.
    package init?(_ text: String) {
        guard Self.schemes.contains(where: { text.hasPrefix($0) }),
            let options = PQconninfoParse(text, nil)
        else { return nil }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        self.text = text
        let host = values["host"] ?? values["hostaddr"]
        place =
            [host, values["port"]].compactMap { $0 }.joined(separator: ":")
            + (host == nil && values["port"] == nil ? "" : "/") + (values["dbname"] ?? "")
    }
}
