import Foundation
import TestServices
import WebClient

/// A real browser without a screen, spoken to by WebDriver (W3C). One window, one session.
struct WebDriver {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let browser: TemporaryBrowser
    private let client: WebClient
    private let session: String
    /// The desk's address.
    let desk: String
    /// Where screenshots are kept.
    let album: URL

    private static let element = "element-6066-11e4-a52e-4f735466cecf"

    init(desk: String, width: Int = 1_366, height: Int = 768) async throws {
        self.desk = desk
        browser = try TemporaryBrowser()
        client = try WebClient()
        let folder = ProcessInfo.processInfo.environment["HOSO_SCREENSHOTS"].map { URL(filePath: $0) }
        album = folder ?? FileManager.default.temporaryDirectory.appending(path: "hoso-screenshots")
        try FileManager.default.createDirectory(at: album, withIntermediateDirectories: true)
        let options: [String: Any] = [
            "goog:loggingPrefs": ["browser": "ALL"],
            // An element that is not there yet is waited for.
            "timeouts": ["implicit": 5_000],
            "goog:chromeOptions": [
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=vi",
                    "--window-size=\(width),\(height)",
                ]
            ],
        ]
        let address = "http://127.0.0.1:\(browser.port)/session"
        let made = try await Self.ask(client, .post, address, ["capabilities": ["alwaysMatch": options]])
        guard let id = (made as? [String: Any])?["sessionId"] as? String else {
            throw Failure(description: "the driver gave no session")
        }
        session = "\(address)/\(id)"
    }

    func quit() async {
        _ = try? await Self.ask(client, .delete, session, nil)
    }

    // MARK: What a person does

    func open(_ path: String) async throws {
        _ = try await ask(.post, "/url", ["url": desk + path])
    }

    func type(_ text: String, into selector: String) async throws {
        _ = try await ask(.post, "/element/\(find(selector))/value", ["text": text])
    }

    func click(_ selector: String) async throws {
        _ = try await ask(.post, "/element/\(find(selector))/click", [:])
    }

    /// Clicks what leads to another page, and waits for that page: what is asked next is not asked of the old one.
    func follow(_ selector: String) async throws {
        try await run("window.isLeft = true")
        try await click(selector)
        try await wait(for: "the page behind \(selector)", until: "!window.isLeft")
    }

    /// Presses keys one after the other, wherever the focus is.
    func press(_ keys: Key..., holding held: Key? = nil) async throws {
        var actions: [[String: String]] = []
        if let held { actions.append(["type": "keyDown", "value": held.text]) }
        for key in keys {
            actions.append(["type": "keyDown", "value": key.text])
            actions.append(["type": "keyUp", "value": key.text])
        }
        if let held { actions.append(["type": "keyUp", "value": held.text]) }
        _ = try await ask(.post, "/actions", ["actions": [["type": "key", "id": "keyboard", "actions": actions]]])
    }

    func resize(width: Int, height: Int) async throws {
        _ = try await ask(.post, "/window/rect", ["width": width, "height": height])
    }

    func forgetCookies() async throws {
        _ = try await ask(.delete, "/cookie", nil)
    }

    // MARK: What a person sees

    func path() async throws -> String {
        let url = try await ask(.get, "/url", nil) as? String ?? ""
        return String(url.dropFirst(desk.count))
    }

    @discardableResult
    func run(_ script: String) async throws -> Any? {
        try await ask(.post, "/execute/sync", ["script": script, "args": []])
    }

    func text(_ selector: String) async throws -> String? {
        try await run("const e = document.querySelector(\(Self.quoted(selector))); return e && e.textContent")
            as? String
    }

    /// Waits until a script's value is true.
    func wait(for what: String, seconds: Double = 90, until script: String) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            // On the way from page to page there is none to ask, and a page half there does not listen yet.
            let whole = "document.readyState === 'complete'"
            if let value = try? await run("return \(whole) && !!(\(script))") as? Bool, value { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Failure(description: "waited \(seconds) s in vain for \(what), on \(try await path())")
    }

    /// What the browser complained of since it was last asked, violations of the content security policy among it.
    func complaints() async throws -> [String] {
        let log = try await ask(.post, "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
        return log.filter { $0["level"] as? String != "INFO" }.compactMap { $0["message"] as? String }
    }

    func keepScreenshot(_ name: String) async throws {
        let picture = try await ask(.get, "/screenshot", nil) as? String ?? ""
        try Data(base64Encoded: picture)?.write(to: album.appending(path: "\(name).png"))
    }

    // MARK: The protocol

    private func find(_ selector: String) async throws -> String {
        let found = try await ask(.post, "/element", ["using": "css selector", "value": selector])
        guard let id = (found as? [String: String])?[Self.element] else {
            throw Failure(description: "there is no \(selector)")
        }
        return id
    }

    private func ask(_ method: WebRequest.Method, _ path: String, _ body: [String: Any]?) async throws -> Any? {
        try await Self.ask(client, method, session + path, body)
    }

    private static func ask(
        _ client: WebClient, _ method: WebRequest.Method, _ address: String, _ body: [String: Any]?
    ) async throws -> Any? {
        guard let url = URL(string: address) else { throw Failure(description: "no address: \(address)") }
        let bytes = try body.map { Array(try JSONSerialization.data(withJSONObject: $0)) } ?? []
        let answer = try await client.send(
            WebRequest(method, url, headers: [("Content-Type", "application/json")], body: bytes),
            within: WebLimits(seconds: 60, bytes: 32 << 20, keepsConnection: true))
        let value =
            (try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])?["value"]
        guard answer.isSuccess else {
            let reason = (value as? [String: Any])?["message"] as? String ?? "status \(answer.status)"
            throw Failure(description: String(reason.prefix(300)))
        }
        return value is NSNull ? nil : value
    }

    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// A key of the keyboard, as WebDriver names it.
struct Key: ExpressibleByStringLiteral {
    let text: String

    init(stringLiteral text: String) { self.text = text }

    static let enter: Key = "\u{e007}"
    static let control: Key = "\u{e009}"
    static let escape: Key = "\u{e00c}"
    static let tab: Key = "\u{e004}"
    static let down: Key = "\u{e015}"
}
