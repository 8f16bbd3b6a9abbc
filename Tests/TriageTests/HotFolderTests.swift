import Foundation
import Testing

@testable import Triage

/// What a scanner's folder hands out at each look.
struct HotFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "hot-\(UUID().uuidString)")

    private func put(_ text: String, at name: String) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    @Test func file_isHandedOutOnceItRests_andAgainWhenItChanges() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try put("half", at: "a.pdf")
        var hot = HotFolder(path: folder.path)
        let soon = Date()
        #expect(hot.look(at: soon, limit: 9).files.isEmpty)
        let later = soon.addingTimeInterval(5)
        #expect(hot.look(at: later, limit: 9).files.map(\.name) == ["a.pdf"])
        #expect(hot.look(at: later, limit: 9).files.isEmpty)
        try put("the whole file", at: "a.pdf")
        #expect(hot.look(at: Date().addingTimeInterval(5), limit: 9).files.map(\.name) == ["a.pdf"])
    }

    @Test func manyFiles_comeInTurns_noneTwice() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for number in 1...5 { try put("x", at: "\(number).pdf") }
        var hot = HotFolder(path: folder.path)
        let later = Date().addingTimeInterval(5)
        let turns = (1...4).map { _ in hot.look(at: later, limit: 2).files.map(\.name) }
        #expect(turns == [["1.pdf", "2.pdf"], ["3.pdf", "4.pdf"], ["5.pdf"], []])
    }

    @Test func complaint_isMadeOnce() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try put("x", at: "1.pdf")
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "lost.pdf"), withDestinationURL: folder.appending(path: "nothing"))
        var hot = HotFolder(path: folder.path)
        #expect(hot.look(at: Date(), limit: 2).refused.map(\.name) == ["lost.pdf"])
        #expect(hot.look(at: Date(), limit: 2).refused.isEmpty)
    }
}
