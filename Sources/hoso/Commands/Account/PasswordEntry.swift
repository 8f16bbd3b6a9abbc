import ArgumentParser
import Desk
import Foundation

/// A password from a person or a script; never from the arguments, which every program on the computer can see.
enum PasswordEntry {
    /// A new password: asked for twice on a terminal, read once otherwise.
    ///
    /// - Throws: `ValidationError` where it is too short or the two differ.
    static func new() throws -> String {
        let isTerminal = isatty(STDIN_FILENO) != 0
        let password = try isTerminal ? hidden("Password: ") : line()
        guard password.count >= PasswordHash.leastLength else {
            throw ValidationError("a password needs at least \(PasswordHash.leastLength) letters")
        }
        if isTerminal, try hidden("Once more: ") != password {
            throw ValidationError("the two passwords differ")
        }
        return password
    }

    private static func line() throws -> String {
        guard let text = readLine(strippingNewline: true) else {
            throw ValidationError("no password on standard input: give it as one line")
        }
        return text
    }

    /// Reads a line that the terminal does not show.
    private static func hidden(_ prompt: String) throws -> String {
        FileHandle.standardError.write(Data(prompt.utf8))
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return try line() }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        return try line()
    }
}
