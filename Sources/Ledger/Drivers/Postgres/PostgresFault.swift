/// Why PostgreSQL did not do something: its code, never its message, which may quote what is stored.
struct PostgresFault: Error {
    enum Kind: Hashable {
        /// The server takes no such connection; libpq's reason, which names hosts and accounts only.
        case unreachable(String)
        /// No server answers there, or one that is starting or stopping; libpq's reason.
        case away(String)
        /// The connection is gone, and with it the transaction.
        case lost
        /// An SQLSTATE, and the constraint's name where one was violated.
        case refused(state: String, constraint: String?)
    }

    var kind: Kind

    /// Whether the whole transaction is to be run again: it lost a race, waited too long for a lock, or went down with
    /// the server or the connection. Nothing else gets better by trying.
    var isPassing: Bool {
        switch kind {
        case .unreachable, .away, .lost: true
        case .refused(let state, _): Self.passingStates.contains(state)
        }
    }

    /// Serialisation failure, deadlock, lock not available, shut down by the administrator.
    private static let passingStates: Set<String> = ["40001", "40P01", "55P03", "57P01"]

    var isLost: Bool {
        switch kind {
        case .unreachable, .away, .lost: true
        case .refused: false
        }
    }
}

extension LedgerError {
    /// - Parameter place: Host and database.
    init(_ fault: PostgresFault, at place: String) {
        switch fault.kind {
        case .unreachable(let reason):
            self = .unavailable("the ledger's server \(place) cannot be reached: \(reason)")
        case .away(let reason):
            self = .busy("the ledger's server \(place) does not answer (\(reason)): start it, or check --ledger")
        case .lost: self = .busy("the connection to the ledger's server \(place) was lost: try again")
        case .refused(let state, let constraint):
            self.init(state: state, constraint: constraint, at: place)
        }
    }

    /// By class and code of PostgreSQL's manual, appendix A.
    private init(state: String, constraint: String?, at place: String) {
        switch state {
        case "40001", "40P01", "55P03":
            self = .busy("others have been writing to \(place) all the time: try again")
        case "57P01", "57P02", "57P03", "57014":
            self = .busy("the ledger's server \(place) is being stopped or started: try again")
        case "53300", "53400": self = .busy("the ledger's server \(place) has too many connections: raise its limit")
        case "53100": self = .busy("the disk of the ledger's server \(place) is full: make room")
        case "53000", "53200": self = .busy("the ledger's server \(place) is out of memory: try again")
        case "25006": self = .unavailable("the server \(place) only reads (a standby): name the one that writes")
        case "42501": self = .unavailable("the account lacks rights in \(place): it must own the ledger's schema")
        case "3F000":
            self = .unavailable("there is no schema for the ledger in \(place): create it, or correct search_path")
        case "42P01": self = .unavailable("there is no ledger at \(place): check --ledger, or triage something first")
        case "0A000": self = .otherVersion("the ledger's schema was changed meanwhile: start this command again")
        case PostgresFault.writtenOnce:
            self = .refused("the ledger refuses it: events and decisions are written once")
        case "22021", "22P05": self = .refused("a text holds a character that PostgreSQL cannot keep")
        case "XX001", "XX002": self = .damaged("\(place) has damaged tables (SQLSTATE \(state))")
        case let code where code.hasPrefix("23"):
            self = .refused("the ledger refuses it: \(constraint ?? "a constraint") (SQLSTATE \(code))")
        case let code where code.hasPrefix("22"):
            self = .refused("the ledger refuses it: a value is out of its range (SQLSTATE \(code))")
        default: self = .damaged("\(place) does not understand a statement (SQLSTATE \(state))")
        }
    }
}

extension PostgresFault {
    /// The code under which the schema's own triggers refuse a change.
    static let writtenOnce = "HS001"
}
