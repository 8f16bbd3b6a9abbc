/// One line of a label file: a text and the word of a person, or of a generator, on what it is.
package struct LabeledText: Codable, Hashable, Sendable {
    package var text: String
    /// A procedure's code; or, for a paper that decides no procedure, `paper:` and what it is
    /// (`paper:the-can-cuoc`). Any other labels do as well: the classifier does not look into them.
    package var label: String
    /// The form family, where the label is one of several that share a printed form. With families
    /// a model decides in two stages; without, in one.
    package var family: String?

    package init(text: String, label: String, family: String? = nil) {
        self.text = text
        self.label = label
        self.family = family
    }
}

extension LabeledText {
    /// The start of labels for papers that decide no procedure.
    package static let paperPrefix = "paper:"
}
