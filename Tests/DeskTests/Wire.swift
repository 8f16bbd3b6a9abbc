import Foundation

/// A connection as bytes, for what no client of a library sends.
enum Wire {
    struct Unreachable: Error {}

    /// Sends bytes to this computer, ends its side, and waits for what comes back.
    static func answer(to bytes: Data, at port: Int) throws -> String {
        let wire = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard wire >= 0 else { throw Unreachable() }
        defer { close(wire) }
        var patience = timeval(tv_sec: 15, tv_usec: 0)
        setsockopt(wire, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(wire, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw Unreachable() }
        var rest = bytes
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(wire, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { break }
            rest = rest.dropFirst(sent)
        }
        shutdown(wire, Int32(SHUT_WR))
        var answer = Data()
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(wire, &buffer, buffer.count, 0)
            guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
            answer += buffer.prefix(count)
        }
    }
}

extension Wire {
    /// A port of this computer that nobody listens on at the moment.
    static func freePort() throws -> Int {
        let wire = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard wire >= 0 else { throw Unreachable() }
        defer { close(wire) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(wire, $0, length) == 0 && getsockname(wire, $0, &length) == 0
            }
        }
        guard isBound else { throw Unreachable() }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
