import Foundation
import Ledger
import WebClient

/// What an attempt's end means for its message.
struct DeliveryVerdict: Hashable {
    var outcome: DeliveryAttempt.Outcome
    var status: Int?
    var problem: String?
    /// No answer at all: the unit's whole system may be down.
    var isSilence: Bool

    /// - Parameters:
    ///   - tries: attempts before this one.
    ///   - now: when it ended.
    ///   - chance: 0…1.
    init(_ result: Result<WebAnswer, WebFailure>, tries: Int, plan: RetryPlan, now: Date, chance: Double) {
        var wish = 0.0
        var isFinal = false
        switch result {
        case .success(let answer) where answer.isSuccess:
            (outcome, status, problem, isSilence) = (.delivered, answer.status, nil, false)
            return
        case .success(let answer):
            status = answer.status
            problem = Self.problem(of: answer.status)
            isFinal = Self.finalStatuses.contains(answer.status)
            wish = Double(answer.retryAfter ?? 0)
            isSilence = false
        case .failure(let failure):
            problem = failure.description
            isSilence = true
        }
        if !isFinal, let wait = plan.wait(after: tries + 1, wish: wish, chance: chance) {
            outcome = .failed(again: now.addingTimeInterval(wait))
        } else {
            outcome = .gaveUp
        }
    }

    /// The receiver has read the message and will not have it, however often it comes.
    private static let finalStatuses: Set<Int> = [400, 410, 413, 415, 422]

    private static func problem(of status: Int) -> String {
        switch status {
        case 300..<400: "the receiver answered \(status): redirections are not followed, give the final address"
        case 401, 403: "the receiver answered \(status): it does not accept the signature"
        case 400, 413, 415, 422: "the receiver answered \(status): it will not have this message"
        case 404: "the receiver answered 404: there is no such address"
        case 410: "the receiver answered 410: it wants no more messages"
        default: "the receiver answered \(status)"
        }
    }
}
