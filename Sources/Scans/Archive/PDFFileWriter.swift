import Foundation

/// Writes the objects of a PDF one by one (ISO 32000-1, 7.5), so that a long file needs no more memory than a short one.
struct PDFFileWriter {
    private let file: FileHandle
    private var length = 0
    private var starts: [Int: Int] = [:]
    private var next = 1

    /// - Throws: When the file cannot be written.
    init(path: String) throws {
        // Readable by its owner alone: it says what the papers say.
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        self.file = file
        try write(Data("%PDF-1.5\n%\u{E2}\u{E3}\n".utf8))
    }

    /// A number for an object that is written later.
    mutating func reserve() -> Int {
        next += 1
        return next - 1
    }

    @discardableResult
    mutating func add(_ dictionary: String, stream: Data? = nil, as reserved: Int? = nil) throws -> Int {
        let number = reserved ?? reserve()
        starts[number] = length
        let size = stream.map { " /Length \($0.count)" } ?? ""
        try write(Data("\(number) 0 obj\n<< \(dictionary)\(size) >>\n".utf8))
        if let stream {
            try write(Data("stream\n".utf8))
            try write(stream)
            try write(Data("\nendstream\n".utf8))
        }
        try write(Data("endobj\n".utf8))
        return number
    }

    /// Ends the file.
    mutating func finish(catalogue: Int) throws {
        let table = length
        var text = "xref\n0 \(next)\n0000000000 65535 f \n"
        for number in 1..<next {
            text += String(String(10_000_000_000 + (starts[number] ?? 0)).dropFirst()) + " 00000 n \n"
        }
        text += "trailer\n<< /Size \(next) /Root \(catalogue) 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        try write(Data(text.utf8))
        try file.close()
    }

    private mutating func write(_ data: Data) throws {
        try file.write(contentsOf: data)
        length += data.count
    }

    /// Two decimals are a thousandth of an inch and more.
    static func number(_ value: Double) -> String {
        String(format: "%.2f", locale: Locale(identifier: "en_US_POSIX"), value)
    }
}
