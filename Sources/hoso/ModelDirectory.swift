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
        try reading { try PipelineModel(fileContents: $0) }
    }

    /// A model of any kind.
    func classifier() throws -> any Classifier {
        try reading {
            PlainModel.isOne($0) ? try PlainModel(fileContents: $0) : try PipelineModel(fileContents: $0).classifier
        }
    }

    /// What stands in the model's file.
    private func reading<Made>(_ make: (Data) throws -> Made) throws -> Made {
        let data = try contents()
        do {
            return try make(data)
        } catch {
            throw Unusable(description: "\(modelFile.path): \(error)")
        }
    }

    /// - Throws: `Unusable`.
    func contents() throws -> Data {
        guard let data = FileManager.default.contents(atPath: modelFile.path) else {
            throw Unusable(
                description: "no model at \(modelFile.path); train one with "
                    + "`hoso model train --from LABELS.jsonl -o \(path)`")
        }
        return data
    }

    var modelFile: URL { URL(filePath: path).appending(path: Self.modelFile) }

    /// What people and programs are told of it; empty where it was written without.
    var card: String { text(of: Self.cardFile) }
    var figures: String { text(of: Self.figuresFile) }

    private func text(of name: String) -> String {
        (try? String(contentsOf: URL(filePath: path).appending(path: name), encoding: .utf8)) ?? ""
    }

    /// Writes all files aside and then puts them in place at once.
    func write(_ model: any Classifier, card: String, figures: Data) throws {
        try write(modelFile: model.fileContents(), card: card, figures: figures)
    }

    func write(modelFile model: Data, card: String, figures: Data) throws {
        let files = FileManager.default
        let place = URL(filePath: path).standardizedFileURL
        let aside = place.deletingLastPathComponent().appending(path: ".\(place.lastPathComponent).new-\(getpid())")
        let old = place.deletingLastPathComponent().appending(path: ".\(place.lastPathComponent).old-\(getpid())")
        try files.createDirectory(at: aside, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: aside) }
        try model.write(to: aside.appending(path: Self.modelFile))
        try Data(card.utf8).write(to: aside.appending(path: Self.cardFile))
        try figures.write(to: aside.appending(path: Self.figuresFile))
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
    private static let cardFile = "card.md"
    private static let figuresFile = "figures.json"
}
