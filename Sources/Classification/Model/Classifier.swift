package import Dossiers
package import Foundation

/// A model of either kind: of forms, in two stages, or of plain texts.
package protocol Classifier: Sendable {
    /// `commune-vi/1`, as results name it.
    var identifier: String { get }
    /// Texts learned.
    var texts: Int { get }
    var labelCount: Int { get }
    var featureCount: Int { get }
    /// What training chose, for the model's card.
    var settingsInWords: String { get }

    func predict(_ text: String) -> Prediction
    /// The same, with the words for and against weighed where that costs extra.
    func explain(_ text: String) -> Prediction
    /// The least probability that kept to an error rate on held-out texts; nil where none did.
    func threshold(promising errorRate: Double) -> Double?
    /// The same for pages that were read so well; where that is not told apart, as for all.
    func threshold(promising errorRate: Double, reading band: ReadingBand) -> Double?
    func fileContents() -> Data
}

extension Classifier {
    package func explain(_ text: String) -> Prediction { predict(text) }

    package func threshold(promising errorRate: Double, reading band: ReadingBand) -> Double? {
        threshold(promising: errorRate)
    }
}

extension Model: Classifier {}
extension PlainModel: Classifier {}
