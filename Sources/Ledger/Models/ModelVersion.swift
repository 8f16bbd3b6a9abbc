package import Foundation

/// A version of the model that the ledger keeps. Its bytes lie in the blob store under `digest`.
package struct ModelVersion: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// Of forms, in two stages.
        case forms
        /// A ranking of the catalogue.
        case catalogue
    }

    /// `commune-vi/2`
    package var identifier: String
    /// SHA-256 of the model file.
    package var digest: String
    package var kind: Kind
    package var addedAt: Date
    package var addedBy: String
    /// For people, Markdown.
    package var card: String
    /// For programs, a JSON object.
    package var figures: String
    /// Whether it decides beside the one that serves.
    package var isShadow: Bool

    package init(
        identifier: String, digest: String, kind: Kind, addedAt: Date, addedBy: String, card: String, figures: String,
        isShadow: Bool
    ) {
        self.identifier = identifier
        self.digest = digest
        self.kind = kind
        self.addedAt = addedAt
        self.addedBy = addedBy
        self.card = card
        self.figures = figures
        self.isShadow = isShadow
    }
}

/// Another version serves from a moment on. Written once.
package struct ModelChange: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case promoted
        case rolledBack = "rolled-back"
    }

    /// 1, 2, 3, …
    package var number: Int
    package var kind: Kind
    /// The version that serves from then on; nil for the model that the pipeline file names.
    package var model: String?
    package var at: Date
    package var actor: String
    /// On what evidence, or in a person's words.
    package var reason: String
}

/// Which models decide.
package struct ModelsAtWork: Hashable, Sendable {
    package struct Version: Hashable, Sendable {
        package var identifier: String
        package var digest: String

        package init(identifier: String, digest: String) {
            self.identifier = identifier
            self.digest = digest
        }
    }

    /// The one whose word counts; nil for the model that the pipeline file names.
    package var serving: Version?
    /// The one that decides beside it.
    package var shadow: Version?

    package init(serving: Version?, shadow: Version?) {
        self.serving = serving
        self.shadow = shadow
    }
}

extension ModelVersion {
    init(row: ResultRow) throws {
        identifier = try row.text("identifier")
        digest = try row.text("digest")
        kind = try row.word("kind")
        addedAt = try row.time("added_at")
        addedBy = try row.text("added_by")
        card = try row.text("card")
        figures = try row.text("figures")
        isShadow = try row.flag("is_shadow")
    }
}

extension ModelChange {
    init(row: ResultRow) throws {
        number = try row.integer("number")
        kind = try row.word("kind")
        model = try row.textOrNil("model")
        at = try row.time("changed_at")
        actor = try row.text("actor")
        reason = try row.text("reason")
    }

    /// The versions that would serve one after the other if each change were rolled back, the present one last; the
    /// pipeline's own is first.
    package static func stack(of changes: [ModelChange]) -> [String?] {
        changes.reduce(into: [nil]) { stack, change in
            switch change.kind {
            case .promoted: stack.append(change.model)
            case .rolledBack: if stack.count > 1 { stack.removeLast() }
            }
        }
    }
}
