import Foundation
package import WebClient

extension UnitHook {
    /// Reads the secrets: one a line, `whsec_` and Base64 or any other text; several while one is being replaced.
    ///
    /// - Throws: `HookProblem` where there is none, it is too short, or others may read its file.
    package func signature(of unit: String, environment: [String: String]) throws(HookProblem) -> MessageSignature {
        func problem(_ text: String) -> HookProblem { HookProblem(unit: unit, problem: text) }
        let text: String
        let place: String
        switch secret {
        case .environment(let name):
            place = "the environment variable \(name)"
            guard let value = environment[name] else { throw problem("\(place) is not set") }
            text = value
        case .file(let url):
            place = url.relativePath
            guard let content = try? String(contentsOf: url, encoding: .utf8) else {
                throw problem("\(place), which should hold its secret, cannot be read")
            }
            guard Self.isPrivate(url) else {
                throw problem("\(place) holds its secret and can be read by others: chmod 600 \(place)")
            }
            text = content
        }
        let secrets = text.split(whereSeparator: \.isWhitespace).map(Self.bytes)
        guard let signature = MessageSignature(secrets: secrets.compactMap { $0 }), !secrets.contains(nil) else {
            throw problem(
                "\(place) should hold a secret of at least \(MessageSignature.leastBytes) bytes: "
                    + "(printf whsec_; openssl rand -base64 32)")
        }
        return signature
    }

    private static func bytes(of word: Substring) -> [UInt8]? {
        let prefix = "whsec_"
        guard word.hasPrefix(prefix) else { return Array(word.utf8) }
        return Data(base64Encoded: String(word.dropFirst(prefix.count))).map(Array.init)
    }

    private static func isPrivate(_ url: URL) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
        let permissions = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        return permissions & 0o077 == 0
    }
}
