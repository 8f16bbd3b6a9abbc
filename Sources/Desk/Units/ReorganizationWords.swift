internal import Dossiers
internal import Foundation
internal import Routing

/// What is decided about units, and why it cannot be, as people read it.
struct ReorganizationWords {
    let desk: Desk
    let figures: Figures
    let texts: [String: String]

    init(_ desk: Desk, _ language: Language) {
        self.desk = desk
        figures = Figures(language: language)
        texts = Texts.all(in: language)
    }

    private func name(_ id: String, on day: Day, _ founded: [String: String]) -> String {
        founded[id] ?? desk.units.unit(id, on: day)?.name ?? id
    }

    /// `Phòng A, Phòng B → Phòng C`.
    func line(_ reorganization: Reorganization) -> String {
        let names = { (ids: [String]) in
            ids.map { name($0, on: reorganization.day, reorganization.founded) }.joined(separator: ", ")
        }
        if case .rename(let unit, let name) = reorganization.change { return "\(names([unit])) → \(name)" }
        let heirs = reorganization.heirs.isEmpty ? texts["reorganize_nobody"] ?? "" : names(reorganization.heirs)
        return "\(names(reorganization.units)) → \(heirs)"
    }

    func text(_ error: ReorganizationError, _ founded: [String: String]) -> String {
        let unit = { (id: String) in founded[id] ?? desk.unitName(id) }
        let (key, words): (String, [String]) =
            switch error {
            case .unknownUnit(let id, _): ("unknown", [id])
            case .alreadyThere(let id): ("there", [id])
            case .notYet(let id, let from): ("not_yet", [unit(id), figures.day(from)])
            case .over(let id, let until): ("over", [unit(id), figures.day(until)])
            case .endsLater(let id, let until): ("ends_later", [unit(id), figures.day(until)])
            case .intoItself(let id): ("itself", [unit(id)])
            case .circle(let heir, let id, let day): ("circle", [unit(heir), unit(id), figures.day(day)])
            case .nothingNamed: ("nothing", [])
            case .namedTwice(let name): ("twice", [name])
            case .noSuccessor(let id): ("no_successor", [unit(id)])
            case .placesLeftOut(let heir, let id, let places):
                ("places", [unit(heir), unit(id), places.joined(separator: ", ")])
            case .shareNotHeld(let id, let share): ("not_held", [unit(id), share])
            }
        return words.enumerated().reduce(texts["reorganize_fault_\(key)"] ?? "") { text, word in
            text.replacing("{\(word.offset + 1)}", with: word.element)
        }
    }
}
