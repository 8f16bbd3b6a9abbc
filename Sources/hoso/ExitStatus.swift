import ArgumentParser
import Desk
import Ledger
import Routing
import Triage

/// The exit codes of every command: part of its interface.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case unexpected = 1
    /// Done, but some input was quarantined.
    case quarantined = 2
    case usage = 64
    case unreadableInput = 65
    /// A tool or language data is missing.
    case unavailable = 69
    case tryAgain = 75
    case badConfiguration = 78
    case interrupted = 130

    /// The code of an error: the only place where that is decided.
    init(_ error: any Error) {
        switch error {
        case is ConfigurationError: self = .badConfiguration
        case let error as RoutingError:
            switch error {
            case .unknownProcedure: self = .unreadableInput
            case .unknownPlace: self = .usage
            case .noCompetentUnit: self = .badConfiguration
            }
        case let error as DeadlineError:
            switch error {
            case .noTimeLimit: self = .done
            case .beyondCalendar, .noReceiptRule, .noSupplementRule: self = .badConfiguration
            }
        case is ModelDirectory.Unusable, is HookProblem, is ReorganizationMisfit, is CertificateFault:
            self = .badConfiguration
        case is ReorganizationError: self = .usage
        case is LabelFile.Unusable: self = .unreadableInput
        case is TooLittleEvidence, is NotBetter: self = .tryAgain
        case let failure as TrainingFailure:
            if case .refused = failure { self = .unreadableInput } else { self = .tryAgain }
        case let error as LedgerError:
            switch error {
            case .busy, .staleClaim: self = .tryAgain
            case .unknown, .illegalMove: self = .usage
            case .unreadableSource, .damaged: self = .unreadableInput
            case .unavailable, .otherVersion: self = .badConfiguration
            case .refused: self = .unexpected
            }
        case let failure as ReaderFailure:
            if case .cannotStart = failure { self = .unavailable } else { self = .unexpected }
        case is ValidationError: self = .usage
        case is AddressUnavailable: self = .tryAgain
        case is CancellationError: self = .interrupted
        default: self = .unexpected
        }
    }

    var exitCode: ExitCode { ExitCode(rawValue) }

    /// Says what went wrong on stderr.
    ///
    /// - Returns: the exit code to throw.
    static func complain(of error: any Error) -> ExitCode {
        if let error = error as? ConfigurationError {
            // As compilers write it, so that editors find the place.
            Console.complain("\(error)\nhoso: \(error.problems.count) to put right in the pipeline's files")
        } else {
            Console.complain("hoso: \(error)")
        }
        return ExitStatus(error).exitCode
    }
}

extension ParsableArguments {
    /// Runs a command's work; its error goes to stderr, and its code to whoever called.
    func reporting<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw ExitStatus.complain(of: error)
        }
    }

    /// The same for work that waits.
    func reporting<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw ExitStatus.complain(of: error)
        }
    }
}
