internal import Foundation
internal import HTTPTypes

/// Whom a request comes from: who is connected, or whom a proxy that is trusted names. What anybody else names is nothing:
/// a stranger can write what they like into these fields.
struct ClientAddress: Sendable {
    /// Nil in tests without a socket.
    let address: NetworkAddress?
    /// Whether somebody stands between, believed or not.
    let isForwarded: Bool

    init(peer: String?, headers: HTTPFields, trusted: [AddressRange]) {
        let peer = peer.flatMap { NetworkAddress($0) }
        let chains = [Self.plain(headers), Self.standard(headers)].compactMap(\.self)
        isForwarded = !chains.isEmpty
        guard let peer, !chains.isEmpty else {
            address = peer
            return
        }
        let named = Set(chains.map { Self.walk(from: peer, over: $0, trusted: trusted) })
        // A proxy writes one of the two fields and may hand the other on as the stranger wrote it: where they differ,
        // neither is believed.
        address = named.count == 1 ? named.first ?? peer : peer
    }

    var isThisComputer: Bool { !isForwarded && (address?.isLoopback ?? true) }

    /// As whom its tries are counted: of sixteen bytes the first eight, because one connection is given all the rest.
    var brakeName: String { address.map { $0.bytes.prefix(8).map(String.init).joined(separator: ".") } ?? "" }

    /// Each proxy adds at the end whom it was asked by: read from there, as long as who wrote it is trusted.
    private static func walk(
        from peer: NetworkAddress, over chain: [String], trusted: [AddressRange]
    ) -> NetworkAddress {
        var client = peer
        for entry in chain.reversed() {
            guard trusted.contains(where: { $0.contains(client) }), let next = Self.address(entry) else { break }
            client = next
        }
        return client
    }

    /// `X-Forwarded-For: a, b`, over all its lines; nil where there is none.
    private static func plain(_ headers: HTTPFields) -> [String]? {
        guard let name = HTTPField.Name("X-Forwarded-For") else { return nil }
        let lines = headers[values: name]
        return lines.isEmpty ? nil : lines.flatMap { $0.split(separator: ",") }.map(String.init)
    }

    /// `Forwarded: for=a;proto=https, for="[b]:1234"` (RFC 7239).
    private static func standard(_ headers: HTTPFields) -> [String]? {
        guard let name = HTTPField.Name("Forwarded") else { return nil }
        let lines = headers[values: name]
        guard !lines.isEmpty else { return nil }
        return lines.flatMap { $0.split(separator: ",") }.map { element in
            element.split(separator: ";").compactMap(client).first ?? ""
        }
    }

    /// Of `for="[2001:db8::7]:4711"`; nil of any other pair.
    private static func client(_ pair: Substring) -> String? {
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces).lowercased() == "for" else { return nil }
        return parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\" \t"))
    }

    /// With or without a port: `192.0.2.7`, `192.0.2.7:4711`, `2001:db8::7`, `[2001:db8::7]:4711`.
    private static func address(_ entry: String) -> NetworkAddress? {
        let entry = entry.trimmingCharacters(in: .whitespaces)
        if entry.hasPrefix("["), let end = entry.firstIndex(of: "]") {
            return NetworkAddress(entry[entry.index(after: entry.startIndex)..<end])
        }
        return NetworkAddress(entry) ?? NetworkAddress(entry.prefix { $0 != ":" })
    }
}
