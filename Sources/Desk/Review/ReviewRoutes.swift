internal import Foundation
internal import Hummingbird
internal import Ledger

/// A place in the list of what waits for a person.
enum ReviewListPlace: Codable, Hashable, Sendable {
    case returned(ReviewPlace)
    case undecided(ReviewPlace)

    init(_ item: ReviewItem) {
        self =
            item.reason.hasPrefix(Ledger.returned) ? .returned(ReviewPlace(item)) : .undecided(ReviewPlace(item))
    }
}

extension Desk {
    /// What the machine would not decide.
    var reviewRoutes: [DeskRoute] {
        [
            .get("/review", DossierRights.deciders, reviewPage),
            .get("/review/next", DossierRights.deciders) { request, _ in
                let asked = FormFields(request.uri.query ?? "")
                let order = order(asked["order"])
                let waiting = try await waiting(order, limit: 1_000).map(\.dossier)
                guard let next = Self.next(in: waiting, after: asked["after"], isBack: asked["back"] != nil) else {
                    return .redirect(to: "/review")
                }
                return .redirect(to: "/dossiers/\(next)?from=review&order=\(order.rawValue)")
            },
        ]
    }

    /// What units returned and nobody has comes first: citizens wait for it already.
    ///
    /// - Parameter place: Only what stands behind it; nil from the first on.
    func waiting(
        _ order: Ledger.ReviewOrder, after place: ReviewListPlace? = nil, limit: Int
    ) async throws -> [ReviewItem] {
        let returned =
            switch place {
            case nil: try await ledger.returnedToNobody(limit: limit)
            case .returned(let place): try await ledger.returnedToNobody(after: place, limit: limit)
            case .undecided: [ReviewItem]()
            }
        guard returned.count < limit else { return returned }
        let behind: ReviewPlace? = if case .undecided(let place) = place { place } else { nil }
        let others = try await ledger.waitingForPerson(order, after: behind, limit: limit - returned.count)
        return returned + others
    }

    /// Why a person looks.
    func reason(_ reason: String, _ language: Language) -> String {
        guard reason.hasPrefix(Ledger.returned), let colon = reason.firstIndex(of: ":") else {
            return ReasonTexts.text(reason, in: language)
        }
        let unit = String(reason[..<colon].dropFirst(Ledger.returned.count))
        return "\(Texts.text("returned_by", in: language)) \(unitName(unit))\(reason[colon...])"
    }

    func order(_ text: String?) -> Ledger.ReviewOrder { text.flatMap(Ledger.ReviewOrder.init(rawValue:)) ?? .oldest }

    /// The one behind (or before) another, from the beginning again at the end; the first where that one is not there.
    static func next(in waiting: [String], after dossier: String?, isBack: Bool = false) -> String? {
        guard let place = dossier.flatMap({ waiting.firstIndex(of: $0) }) else { return waiting.first }
        return waiting[(place + (isBack ? waiting.count - 1 : 1)) % waiting.count]
    }

    private struct ReviewContent: Sendable {
        struct Row: Sendable {
            var dossier: String
            var procedure: String
            var likelihood: String
            var reason: String
            var source: String
            var pages: String
            var since: String
        }

        struct Order: Sendable {
            var value: String
            var label: String
            var isChosen: Bool
        }

        var rows: [Row]
        var orders: [Order]
        var order: String
        var hasMore: Bool
    }

    private func reviewPage(_ request: Request, _ context: DeskContext) async throws -> Response {
        let t = Texts.all(in: context.language)
        let order = order(FormFields(request.uri.query ?? "")["order"])
        let waiting = try await waiting(order, limit: 101)
        let rows = waiting.prefix(100).map { item in
            let pages =
                item.pages.count > 1 ? "\(item.pages[0])–\(item.pages.last ?? 0)" : item.pages.first.map(String.init)
            return ReviewContent.Row(
                dossier: item.dossier, procedure: item.procedureName ?? t["dossier_unknown"] ?? "",
                likelihood: item.probability.map(Likelihood.text) ?? "",
                reason: reason(item.reason, context.language), source: item.source, pages: pages ?? "",
                since: moment(item.triagedAt))
        }
        let content = ReviewContent(
            rows: rows,
            orders: Ledger.ReviewOrder.allCases.map {
                .init(value: $0.rawValue, label: t["order_\($0.rawValue)"] ?? "", isChosen: $0 == order)
            }, order: order.rawValue, hasMore: waiting.count > 100)
        return try page("review", title: "review", content, request, context)
    }
}
