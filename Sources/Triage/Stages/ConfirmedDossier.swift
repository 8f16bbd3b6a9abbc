package import Dossiers
package import Foundation
package import Ledger
package import Routing

/// What a person left standing or keyed in on a dossier.
package struct KeyedField: Hashable, Sendable {
    /// Nil where the paper has no such thing.
    package var value: String?
    /// Where the person pointed; nil where it was read there, or keyed in by hand.
    package var page: Int?
    package var box: PixelBox?

    package init(value: String?, page: Int? = nil, box: PixelBox? = nil) {
        self.value = value
        self.page = page
        self.box = box
    }
}

extension Understanding {
    /// A dossier as a person left it: routed by the procedure they named, its fields theirs, its papers held against that
    /// procedure's list. Fields that they were not shown stay as they were read.
    ///
    /// - Parameters:
    ///   - pages: What was read of its pages.
    ///   - receivedAt: When the citizen handed it in.
    /// - Throws: `RoutingError` for a procedure that is not in the catalogue, or that nobody is competent for.
    package func confirmed(
        _ result: DossierResult, pages: [RecognizedPage], as code: String, _ keyed: [FieldName: KeyedField],
        receivedAt: Date, under pipeline: Pipeline
    ) throws(RoutingError) -> (result: DossierResult, labels: [FieldLabel]) {
        let route = try pipeline.router.route(
            procedureCode: code, place: pipeline.place.id, received: receivedAt, channel: pipeline.channel)
        var confirmed = result
        confirmed.procedure = Self.procedure(route.procedure, after: result.procedure)
        confirmed.unit = route.unit.id
        confirmed.tasks = route.tasks.map(DossierResult.Task.init)
        confirmed.due = route.due
        confirmed.papers = papers(of: pages, for: code, in: pipeline)
        var labels: [FieldLabel] = []
        for name in FieldName.allCases {
            guard let field = keyed[name] else { continue }
            let read = result.fields.first { $0.name == name }
            // Neither the page nor the person says anything of it.
            guard read != nil || field.value != nil else { continue }
            let page = field.page ?? read?.page
            let box = field.box ?? read?.box
            labels.append(FieldLabel(name: name, was: read?.value, value: field.value, page: page, box: box))
            confirmed.fields.removeAll { $0.name == name }
            guard let value = field.value else { continue }
            confirmed.fields.append(
                ExtractedField(
                    name: name, value: value, confidence: 1, page: page ?? result.pages.first ?? 1,
                    box: box ?? PixelBox(x: 0, y: 0, width: 0, height: 0),
                    isHandwritten: field.box == nil && read?.isHandwritten ?? false))
        }
        return (confirmed, labels)
    }

    /// What a person named is certain; what the machine had thought stays beside it.
    private static func procedure(
        _ procedure: Procedure, after suggested: DossierResult.ProposedProcedure?
    ) -> DossierResult.ProposedProcedure {
        let isSame = suggested?.code == procedure.code
        return DossierResult.ProposedProcedure(
            code: procedure.code, name: procedure.name, probability: 1,
            alternatives: isSame
                ? suggested?.alternatives ?? []
                : suggested.map { [.init(code: $0.code, probability: $0.probability)] + $0.alternatives } ?? [],
            because: isSame ? suggested?.because ?? [] : [], reasons: isSame ? suggested?.reasons : nil)
    }
}
