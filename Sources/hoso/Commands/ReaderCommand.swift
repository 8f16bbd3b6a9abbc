import ArgumentParser
import Foundation
import Triage

/// What `hoso` starts itself as to read pages; not for people.
struct ReaderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reader", abstract: "Reads pages for a parent process.", shouldDisplay: false)

    @Argument var settings: String

    func run() throws {
        guard let settings = try? JSONDecoder().decode(ReaderSettings.self, from: Data(settings.utf8)) else {
            throw ValidationError("hoso starts its readers itself")
        }
        try ReaderLoop.run(settings)
    }
}
