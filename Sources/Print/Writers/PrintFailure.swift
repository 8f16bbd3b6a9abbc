/// Why something could not be printed.
package enum PrintFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case noCanvas
    case cannotWrite(String)
    case cannotEncode(String)
    case noForms

    package var description: String {
        switch self {
        case .noCanvas: "no memory for a page; try a lower resolution or fewer jobs"
        case .cannotWrite(let path): "cannot write \(path): see that its folder exists, is writable and has room"
        case .cannotEncode(let what): "an image could not be encoded as \(what); try another --format"
        case .noForms: "there is no application form among the forms: name a folder with some (--forms)"
        }
    }
}
