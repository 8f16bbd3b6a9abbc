/// A chromedriver that lives as long as this object: `Scripts/temporary-browser`.
package final class TemporaryBrowser: Sendable {
    package let port: Int
    private let driver: ServerProcess

    /// Blocks until it answers.
    package init() throws {
        driver = try ServerProcess("Scripts/temporary-browser", [])
        guard let port = driver.words.first.flatMap({ Int($0) }) else {
            throw ServerProcess.NotStarted(description: "the driver said nothing of itself")
        }
        self.port = port
    }
}
