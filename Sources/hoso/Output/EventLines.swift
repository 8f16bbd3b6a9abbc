import Dossiers
import Foundation
import Ledger
import Triage

/// A run's events as JSON lines, as they happen.
struct EventLines: Sendable {
    @Sendable func say(_ event: TriageEvent) {
        // Every value has a JSON form; a line that had none would be left out, as results at the end are whole.
        if let line = try? JSONLine.text(EventObject(event: event)) { Console.say(line) }
    }
}

private struct EventObject: Encodable {
    let event: TriageEvent

    private enum Key: String, CodingKey {
        case event, scan, source, from, procedure, fields, page, state, dossier, decision, unit
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        switch event {
        case .suggested(let scan, let name, let suggestion):
            try object.encode("suggestion", forKey: .event)
            try object.encode(suggestion.source.rawValue, forKey: .from)
            try object.encode(scan, forKey: .scan)
            try object.encode(name, forKey: .source)
            try object.encode(suggestion.procedure, forKey: .procedure)
            guard suggestion.source == .firstPage else { return }
            try object.encode(FieldObject.byName(suggestion.fields), forKey: .fields)
        case .pageRead(let scan, let page, let disposition):
            try object.encode("page", forKey: .event)
            try object.encode(scan, forKey: .scan)
            try object.encode(page, forKey: .page)
            try object.encode(disposition.rawValue, forKey: .state)
        case .decided(let result):
            try object.encode("dossier", forKey: .event)
            try object.encode(result.dossier, forKey: .dossier)
            try object.encode(result.source, forKey: .source)
            try object.encode(result.decision, forKey: .decision)
            try object.encode(result.unit, forKey: .unit)
        }
    }
}
