import Classification
import Foundation
import Triage

/// `Models/<name>/<version>`: the model, its card, its measured figures.
struct ModelDirectory {
    struct Unusable: Error, CustomStringConvertible {
        var description: String
    }

    var path: String

    /// A model of forms or of a catalogue, as a pipeline needs it.
    func model() throws -> PipelineModel {
        switch try classifier() {
        case let model as Model: return .forms(model)
        case let model as CatalogueModel: return .catalogue(model)
        default:
            throw Unusable(
                description: "\(path) holds a model of plain texts; a pipeline needs one of forms, trained on texts "
                    + "with \"family\", or one of its catalogue: `hoso model train --from catalogue -o \(path)`")
        }
    }

    /// A model of any kind.
    func classifier() throws -> any Classifier {
        let file = URL(filePath: path).appending(path: Self.modelFile)
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw Unusable(
                description:
                    "no model at \(file.path); train one with `hoso model train --from LABELS.jsonl -o \(path)`")
        }
        do {
            if CatalogueModel.isOne(data) { return try CatalogueModel(fileContents: data) }
            return PlainModel.isOne(data) ? try PlainModel(fileContents: data) : try Model(fileContents: data)
        } catch {
            throw Unusable(description: "\(file.path): \(error)")
        }
    }

    /// Writes all files aside and then puts them in place at once.
    func write(_ model: any Classifier, card: String, figures: Data) throws {
        let files = FileManager.default
        let place = URL(filePath: path).standardizedFileURL
        let aside = place.deletingLastPathComponent().appending(path: ".\(place.lastPathComponent).new-\(getpid())")
        let old = place.deletingLastPathComponent().appending(path: ".\(place.lastPathComponent).old-\(getpid())")
        try files.createDirectory(at: aside, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: aside) }
        try model.fileContents().write(to: aside.appending(path: Self.modelFile))
        try Data(card.utf8).write(to: aside.appending(path: "card.md"))
        try figures.write(to: aside.appending(path: "figures.json"))
        if files.fileExists(atPath: place.path) {
            guard files.fileExists(atPath: place.appending(path: Self.modelFile).path) else {
                throw Unusable(description: "\(path) exists and is no model directory; choose another with -o")
            }
            try files.moveItem(at: place, to: old)
        }
        try files.moveItem(at: aside, to: place)
        try? files.removeItem(at: old)
    }

    private static let modelFile = "model.hoso"
}
