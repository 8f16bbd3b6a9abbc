import Foundation
import HummingbirdTesting
import Ledger
import Logging
import TestServices
import Testing

@testable import Desk

extension RealBrowserTests {
    /// At a provider that others wrote, on another site than the desk, so that cookies pass as they do in an office.
    @Test func person_logsInByTheSingleSignOn() async throws {
        let provider = try TemporarySignOn()
        let port = try Wire.freePort()
        let desk = "http://127.0.0.1:\(port)"
        let settings = try #require(
            SignOnSettings(issuer: provider.issuer, client: "hoso", secret: "invented", desk: desk))
        let fixture = try await DeskFixture(settings: {
            $0.address = ListenAddress(host: "127.0.0.1", port: port)
            $0.signOn = settings
        })
        // Tokens are of this moment.
        fixture.clock.turn(by: Date().timeIntervalSince(fixture.clock.now))
        try await fixture.ledger.addAccount(
            "an", role: .supervisor, unit: nil, password: nil, signOn: "an.tiep-nhan", by: nil,
            now: fixture.clock.now)
        var logger = Logger(label: "desk-tests")
        logger.logLevel = .critical
        let (listening, started) = AsyncStream.makeStream(of: Void.self)
        let serving = Task { [logger, desk = fixture.desk] in
            try await desk.serve(logger: logger) { _ in started.yield() }
        }
        for await _ in listening { break }
        let driver = try await WebDriver(desk: desk)
        do {
            try await logInByTheSingleSignOn(driver)
        } catch {
            try? await driver.keepScreenshot("failed")
            await driver.quit()
            serving.cancel()
            throw error
        }
        await driver.quit()
        serving.cancel()
        _ = try? await serving.value
        #expect(try await fixture.ledger.signOns()["an"]?.boundAt != nil)
    }

    private func logInByTheSingleSignOn(_ driver: WebDriver) async throws {
        try await driver.open("/late")
        try await check(driver)
        try await driver.keepScreenshot("sign-on-login")
        try await driver.follow("a.button.main")
        try await driver.follow("button[value='0000']")
        try await driver.wait(for: "what the person wanted", until: "location.pathname === '/late'")
        try await forgetProvidersComplaints(driver)
        try await check(driver)
        try await driver.open("/")
        #expect(try await driver.text(".who")?.contains("an") == true)

        // Somebody whom no office invited, in English.
        try await driver.forgetCookies()
        try await driver.open("/login")
        try await driver.follow("header form button[lang=en]")
        try await driver.follow("a.button.main")
        try await driver.follow("button[value='0001']")
        try await driver.wait(for: "the refusal", until: "document.querySelector('.problem')")
        #expect(try await driver.text("main strong") == "binh.khach")
        try await forgetProvidersComplaints(driver)
        try await check(driver)
        try await driver.keepScreenshot("sign-on-stranger")
        try await driver.follow("a.button.main")
        try await driver.follow("button[value='deny']")
        try await driver.wait(for: "the refusal", until: "document.querySelector('.problem')")
        #expect(try await driver.text("main strong") == nil)
    }

    /// Its pages want a style sheet from elsewhere; and a refusal is a complaint, too. The desk's own stay.
    private func forgetProvidersComplaints(_ driver: WebDriver) async throws {
        for complaint in try await driver.complaints()
        where complaint.hasPrefix(driver.desk) && !complaint.contains("status of 403") {
            Issue.record("\(complaint)")
        }
    }
}
