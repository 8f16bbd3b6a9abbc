import Dossiers
import Foundation
import HummingbirdTesting
import Ledger
import Logging
import Testing

@testable import Desk

/// The desk in a real browser, as people use it: from the drop of a scan to the receipt, and by the keyboard alone.
@Suite(.serialized) struct RealBrowserTests {
    /// The desk on a port of its own, its triage beside it, and a browser before it.
    func visit(_ fixture: DeskFixture, _ body: @escaping @Sendable (WebDriver) async throws -> Void)
        async throws
    {
        var logger = Logger(label: "desk-tests")
        logger.logLevel = .critical
        let over = Over()
        let reading = Task { [logger, desk = fixture.desk] in
            await desk.triage(isStopAsked: { over.isAsked }, logger: logger)
        }
        let result: Result<Void, any Error>
        do {
            try await fixture.desk.application(logger: logger).test(.live) { client in
                let driver = try await WebDriver(desk: "http://localhost:\(client.port ?? 0)")
                do { try await body(driver) } catch {
                    try? await driver.keepScreenshot("failed")
                    await driver.quit()
                    throw error
                }
                await driver.quit()
            }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        over.ask()
        await reading.value
        try result.get()
    }

    /// Holds the page that is open to what every page has to keep to.
    func check(_ driver: WebDriver) async throws {
        let path = try await driver.path()
        for fault in try await driver.faults() { Issue.record("\(path): \(fault)") }
    }

    func logIn(_ name: String, _ driver: WebDriver) async throws {
        try await driver.forgetCookies()
        try await driver.open("/login")
        try await driver.type(name, into: "#name")
        try await driver.type(DeskFixture.password + Key.enter.text, into: "#password")
        try await driver.wait(for: "the first page", until: "location.pathname === '/'")
    }

    @Test func reception_fromTheDropToTheReceipt() async throws {
        let fixture = try await DeskFixture()
        try await visit(fixture) { driver in
            try await logIn("reception", driver)
            try await driver.open("/reception")
            try await check(driver)
            try await driver.type(DeskFixture.sample.path, into: "#files")
            try await driver.wait(for: "the suggestion", until: "document.querySelector('.suggested')")
            try await check(driver)
            try await driver.keepScreenshot("reception-suggestion")
            try await driver.wait(for: "the dossier", until: "location.pathname.startsWith('/dossiers/')")
            try await driver.wait(for: "the words", until: "document.querySelector('.word')")
            try await driver.wait(
                for: "the scan's picture", until: "document.querySelector('.paper img').naturalWidth > 100")
            try await check(driver)
            try await driver.keepScreenshot("reception-dossier")

            // A field shows where it was read; a word goes into a field.
            try await driver.run("document.querySelector('[data-field=\"applicant.phone\"] input').focus()")
            try await driver.run(
                "document.querySelector('.word').dispatchEvent(new MouseEvent('click', { bubbles: true }))")
            let taken = "document.getElementById('f-applicant.phone').value.length > 0"
            try await driver.wait(for: "the word in the field", until: taken)

            try await driver.press(.enter, holding: .control)
            try await driver.wait(for: "the confirmation", until: "document.querySelector('.good')")
            try await driver.wait(for: "the receipt", until: "document.activeElement.id === 'receipt'")
            try await check(driver)
            try await driver.keepScreenshot("reception-confirmed")
        }
        let scan = try #require(try await fixture.ledger.uploads(limit: 1).first)
        let dossier = try #require(try await fixture.ledger.dossiers(of: scan.id).first)
        let label = try await fixture.ledger.fieldLabels(of: dossier.id).first { $0.name == .applicantPhone }
        #expect(label?.box != nil, "where the person pointed")
    }

    @Test func review_byTheKeyboardAlone() async throws {
        let fixture = try await DeskFixture()
        let first = try await fixture.dossier()
        fixture.clock.turn(by: 1)
        let second = try await fixture.dossier(source: "b.tif")
        try await visit(fixture) { driver in
            try await logIn("supervisor", driver)
            try await driver.open("/review")
            try await check(driver)
            try await driver.press("j", "k", .enter)
            try await driver.wait(for: "the first dossier", until: "location.pathname.endsWith('\(first)')")
            try await check(driver)
            // On to the second one and back.
            try await driver.press(.escape, "j")
            try await driver.wait(for: "the second dossier", until: "location.pathname.endsWith('\(second)')")
            try await driver.press(.escape, "k")
            try await driver.wait(for: "the first dossier", until: "location.pathname.endsWith('\(first)')")
            // Another procedure of the catalogue, typed without tone marks.
            try await driver.press(.escape, "/")
            try await driver.type("dang ky khai tu", into: "#q")
            try await driver.wait(for: "what was found", until: "document.querySelector('#found [role=option]')")
            try await driver.press(.enter)
            try await driver.wait(
                for: "another procedure", until: "document.querySelector('#choices :checked').value !== '1.001193'")
            try await driver.press(.enter, holding: .control)
            try await driver.wait(for: "the next dossier", until: "location.pathname.endsWith('\(second)')")
            // The second of the five.
            try await driver.press(.escape, "2")
            try await driver.press(.enter, holding: .control)
            try await driver.wait(for: "the list", until: "location.pathname === '/review'")
            try await check(driver)
        }
        #expect(try await fixture.ledger.waitingForPerson(limit: 9).isEmpty)
        #expect(try await fixture.ledger.confirmation(of: first)?.procedureCode != "1.001193")
        #expect(try await fixture.ledger.confirmation(of: second)?.procedureCode == "1.000656")
    }

    @Test func batchAndUnit_inBothLanguagesAndOnAPhone() async throws {
        let fixture = try await DeskFixture()
        let dossier = try await fixture.dossier(.auto)
        let scan = try await fixture.batch(pages: 4, dossiers: [[1, 2, 4]], blank: [3])
        try await visit(fixture) { driver in
            try await logIn("reception", driver)
            try await driver.resize(width: 390, height: 844)
            for path in ["/reception", "/review", "/dossiers/\(dossier)"] {
                try await driver.open(path)
                try await check(driver)
            }
            try await driver.keepScreenshot("dossier-phone")
            try await driver.resize(width: 1_366, height: 768)
            try await driver.open("/scans/\(scan)?divide=yes")
            try await check(driver)
            try await driver.keepScreenshot("batch")
            try await driver.click("[name=\"s.2\"]")
            try await driver.follow("#send-divide")
            try await driver.wait(for: "two dossiers", until: "document.querySelectorAll('.stretch').length === 2")
            // Page 2 is dragged back into the dossier before.
            try await driver.run(
                """
                const tile = (page) => document.querySelector(`[name="s.${page}"]`).closest(".tile");
                const dataTransfer = new DataTransfer();
                const fire = (e, type) =>
                    e.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
                fire(tile(2), "dragstart");
                const target = tile(1).closest(".stretch");
                fire(target, "dragover");
                fire(target, "drop");
                """)
            // The drop has moved the tile in the old page already: only the new one says what is kept.
            try await driver.follow("#send-divide")
            try await driver.wait(
                for: "the moved boundary",
                until: "document.querySelectorAll('.stretch').length === 2 && "
                    + "document.querySelectorAll('.stretch')[0].querySelectorAll('.tile').length === 2")

            try await logIn("unit", driver)
            try await driver.follow("header form button[lang=en]")
            try await driver.wait(for: "English", until: "document.documentElement.lang === 'en'")
            try await driver.open("/queue")
            try await check(driver)
            try await driver.follow("tbody a")
            try await driver.wait(for: "the dossier", until: "location.pathname.startsWith('/dossiers/')")
            try await check(driver)
            try await driver.follow("#moves .moves button")
            try await driver.wait(for: "the queue", until: "location.pathname === '/queue'")

            try await logIn("administrator", driver)
            try await driver.open("/accounts")
            try await check(driver)
            try await driver.open("/tokens")
            try await driver.type("the archive's copy" + Key.enter.text, into: "#purpose")
            try await driver.wait(for: "the token", until: "document.querySelector('[role=status] code')")
            try await check(driver)
            try await driver.keepScreenshot("tokens")
        }
        #expect(try await fixture.ledger.dossiers(of: scan).map(\.pages) == [[1, 2], [4]])
        #expect(try await fixture.ledger.queueItems(ofDossier: dossier).map(\.state) == [.accepted])
    }
}
