internal import Dossiers
internal import Foundation
internal import Hummingbird
internal import Routing
internal import Triage

extension Desk {
    private struct ReorganizingContent: Sendable {
        struct Choice: Sendable {
            var value: String
            var label: String
            var isChosen: Bool
        }

        struct Tab: Sendable {
            var path: String
            var label: String
            var isCurrent: Bool
        }

        struct Field: Sendable {
            var number: Int
            var name: String
            var procedures: String
            var isChosen: Bool
        }

        var problem: String?
        var tabs: [Tab]
        var kind: String
        var title: String
        var help: String
        var day: String
        var isMerge: Bool
        var isSplit: Bool
        var isRename: Bool
        var isClose: Bool
        /// Whether the unit has to be chosen before the rest can be asked.
        var wantsUnit: Bool
        var unit: String
        var unitName: String
        var units: [Choice]
        var heirs: [Choice]
        var rests: [Choice]
        var isNew: Bool
        var newIdentifier: String
        var newName: String
        var name: String
        var procedures: String
        var fields: [Field]
    }

    /// The form of one kind of reorganisation; what was entered stands in it again.
    func reorganizingPage(
        _ kind: Reorganization.Kind, problem: String? = nil, _ request: Request, _ context: DeskContext
    ) async throws -> Response {
        let t = Texts.all(in: context.language)
        let figures = Figures(language: context.language)
        let entered = context.form ?? FormFields(request.uri.query ?? "")
        let standing = standingUnits
        let unit = standing.first { $0.id == entered["unit"] }
        let heir = entered["into"]
        let others = standing.filter { $0.id != unit?.id }
        let choices = { (units: [Dossiers.Unit], isChosen: (String) -> Bool) in
            units.map { ReorganizingContent.Choice(value: $0.id, label: $0.name, isChosen: isChosen($0.id)) }
        }
        let isSplit = kind == .split
        let content = ReorganizingContent(
            problem: problem,
            tabs: Reorganization.Kind.allCases.map {
                .init(
                    path: "/units/reorganize/\($0.rawValue)", label: t["reorganize_\($0.rawValue)"] ?? "",
                    isCurrent: $0 == kind)
            },
            kind: kind.rawValue, title: t["reorganize_\(kind.rawValue)"] ?? "",
            help: t["reorganize_help_\(kind.rawValue)"] ?? "",
            day: entered["day"] ?? Day(number: today.number + 1).description,
            isMerge: kind == .merge, isSplit: isSplit, isRename: kind == .rename, isClose: kind == .close,
            wantsUnit: isSplit && unit == nil, unit: unit?.id ?? "", unitName: unit?.name ?? "",
            units: choices(standing) { id in
                kind == .merge ? entered["unit.\(id)"] != nil : id == unit?.id
            },
            heirs: choices(kind == .split ? others : standing) { $0 == heir },
            rests: choices(others) { $0 == entered["rest"] },
            isNew: heir == ReorganizationForm.newUnit, newIdentifier: entered["new-id"] ?? "",
            newName: entered["new-name"] ?? "", name: entered["name"] ?? "",
            procedures: entered["procedures"] ?? "",
            fields: isSplit ? unit.map { held(by: $0.id, entered, figures) } ?? [] : [])
        return try page(
            "reorganize", title: "reorganize", content, request, context,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    /// The fields of whose procedures a unit has some today.
    private func held(by unit: String, _ entered: FormFields, _ figures: Figures) -> [ReorganizingContent.Field] {
        var counts: [String: Int] = [:]
        for procedure in pipeline.catalogue.procedures {
            let isHeld = units.places.values.contains { place in
                units.competentUnits(for: procedure, at: place, on: today).contains { $0.id == unit }
            }
            if isHeld { counts[procedure.field, default: 0] += 1 }
        }
        return pipeline.catalogue.fields.enumerated().compactMap { number, name in
            counts[name].map {
                .init(
                    number: number, name: name, procedures: figures.count($0),
                    isChosen: entered["field.\(number)"] != nil)
            }
        }
    }
}
