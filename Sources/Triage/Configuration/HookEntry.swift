import Foundation
import WebClient

/// Reads a unit's `hook` in a units file.
enum HookEntry {
    /// Nil where it is broken; what is wrong is reported.
    static func read(_ map: YAMLMap, in folder: URL) -> UnitHook? {
        map.refuseKeys(otherThan: [
            "url", "secret-file", "secret-env", "content", "timeout-seconds", "first-wait-seconds",
            "longest-wait-seconds",
            "attempts",
        ])
        let content: Content? = map.has("content") ? map.choice("content") : .identifiers
        let timeout = map.number("timeout-seconds", default: 10, in: 0.1...120)
        var retry = RetryPlan()
        retry.first = map.number("first-wait-seconds", default: retry.first, in: 0.01...3_600)
        retry.longest = map.number("longest-wait-seconds", default: retry.longest, in: 0.01...86_400)
        retry.attempts = map.integer("attempts", default: retry.attempts, in: 1...1_000)
        guard let url = url(map), let secret = secret(map, in: folder), let content else { return nil }
        return UnitHook(
            url: url, secret: secret, sendsResult: content == .result, timeout: timeout, retry: retry)
    }

    private enum Content: String, CaseIterable {
        case identifiers
        case result
    }

    private static func url(_ map: YAMLMap) -> URL? {
        guard let text = map.text("url") else { return nil }
        guard let url = URL(string: text), let host = url.host, !host.isEmpty, let scheme = url.scheme?.lowercased(),
            ["http", "https"].contains(scheme)
        else {
            map.report("“url” should be an address like https://unit.example/hoso", at: "url")
            return nil
        }
        if url.user != nil || url.password != nil {
            map.report("“url” holds a name or a password: this file is no place for secrets", at: "url")
        }
        let isThisMachine = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        if scheme == "http", !isThisMachine {
            map.report("“url” should begin with https://: over http:// everybody on the way reads along", at: "url")
        }
        return url
    }

    private static func secret(_ map: YAMLMap, in folder: URL) -> UnitHook.SecretPlace? {
        switch (map.has("secret-file"), map.has("secret-env")) {
        case (true, false):
            return map.text("secret-file").map { path in
                .file(path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path))
            }
        case (false, true): return map.text("secret-env").map { .environment($0) }
        default:
            map.report("a hook needs either “secret-file” or “secret-env”: where its secret is kept")
            return nil
        }
    }
}
