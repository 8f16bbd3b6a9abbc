internal import Dossiers

extension String {
    /// Lower case and without marks, other characters left out: what goes into e-mail addresses and machine-read lines.
    var asciiFolded: String { folded.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " ") } }
}
