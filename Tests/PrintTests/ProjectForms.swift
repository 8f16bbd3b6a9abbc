import Dossiers
import Foundation
import Print
import Triage

/// The forms that come with the project.
enum ProjectForms {
    static let directory = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Pipelines/forms", isDirectory: true)

    static func load() throws -> [FormTemplate] { try FormFile.forms(in: directory) }

    static func samples() throws -> SampleForms { try SampleForms(load()) }
}

/// A folder that goes away with the test.
struct ScratchFolder: ~Copyable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("print-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
