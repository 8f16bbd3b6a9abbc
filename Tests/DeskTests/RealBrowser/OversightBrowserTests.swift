import Dossiers
import Foundation
import Ledger
import Testing

@testable import Desk

extension RealBrowserTests {
    /// Pages that supervisors and administrators have before them.
    private static let overseen =
        ["/", "/late", "/confusions", "/units", "/models", "/models/version?model=commune-vi/7", "/log", "/samples"]
        + ReportKind.allCases.map { "/reports/\($0.rawValue)" }

    @Test func supervisorsPages_inBothLanguagesAndOnAPhone() async throws {
        let fixture = try await ModelPageTests.fixture(right: 6)
        _ = try await fixture.dossier()
        try await visit(fixture) { driver in
            try await logIn("supervisor", driver)
            for path in Self.overseen {
                try await driver.open(path)
                try await check(driver)
                let name = path.dropFirst().prefix { $0 != "?" }.replacing("/", with: "-")
                try await driver.keepScreenshot("supervisor-\(name.isEmpty ? "today" : name)")
            }
            try await driver.follow("header form button[lang=en]")
            try await driver.resize(width: 390, height: 844)
            for path in Self.overseen {
                try await driver.open(path)
                try await check(driver)
            }
            try await driver.open("/models")
            try await driver.keepScreenshot("supervisor-models-phone")
        }
    }

    @Test func model_isPromotedAndTakenBack() async throws {
        let fixture = try await ModelPageTests.fixture(right: 6)
        try await visit(fixture) { driver in
            try await logIn("supervisor", driver)
            try await driver.open("/models")
            try await driver.follow("a.button")
            try await driver.wait(for: "the evidence", until: "location.pathname === '/models/promote'")
            try await check(driver)
            try await driver.keepScreenshot("supervisor-models-promote")
            try await driver.follow("main form button.main")
            try await driver.wait(for: "the models", until: "location.pathname === '/models'")
            try await driver.follow("main a[href='/models/rollback']")
            try await driver.wait(for: "the way back", until: "location.pathname === '/models/rollback'")
            try await check(driver)
            try await driver.type("worse" + Key.enter.text, into: "#reason")
            try await driver.wait(for: "the models", until: "location.pathname === '/models'")
        }
        #expect(try await fixture.ledger.modelChanges().map(\.kind) == [.promoted, .rolledBack])
    }

    @Test func units_areMergedAfterALook() async throws {
        let fixture = try await DeskFixture()
        _ = try await fixture.dossier(.auto)
        try await visit(fixture) { driver in
            try await logIn("administrator", driver)
            for kind in ["merge", "split", "rename", "close"] {
                try await driver.open("/units/reorganize/\(kind)")
                try await check(driver)
            }
            try await driver.open("/units/reorganize/split?unit=van-phong")
            try await check(driver)
            try await driver.keepScreenshot("administrator-units-split")
            try await driver.open("/units/reorganize/merge")
            try await driver.click("[name='unit.van-phong']")
            try await driver.run("document.getElementById('into').value = 'kinh-te'")
            try await driver.keepScreenshot("administrator-units-merge")
            try await driver.follow("main form button.main")
            try await driver.wait(for: "what would change", until: "document.querySelector('[name=plan]')")
            try await check(driver)
            try await driver.keepScreenshot("administrator-units-preview")
            try await driver.follow("main form button.main")
            try await driver.wait(for: "the decision", until: "location.pathname === '/units'")
            try await check(driver)
            try await driver.keepScreenshot("administrator-units")
            try await driver.resize(width: 390, height: 844)
            for path in ["/units", "/units/reorganize/split?unit=van-phong"] {
                try await driver.open(path)
                try await check(driver)
            }
        }
        #expect(try await fixture.ledger.reorganizations().map(\.kind) == [.merge])
    }
}
