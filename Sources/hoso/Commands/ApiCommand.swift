import ArgumentParser
import Desk

/// `hoso api`: what programs are told of the desk.
struct ApiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api", abstract: "Prints the description of the desk's API for programs (OpenAPI 3.1).")

    func run() throws {
        Console.write(String(decoding: try OpenAPI.text(), as: UTF8.self))
    }
}
