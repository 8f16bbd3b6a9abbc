internal import Dossiers
package import Ledger

/// A candidate beside the version that serves, on the same dossiers.
package struct ShadowReport: Hashable, Sendable {
    package var serving: String
    package var candidate: String
    /// Dossiers that both decided.
    package var dossiers: Int
    /// On which both named the same procedure, or none.
    package var agreeing: Int
    /// What each would have decided alone.
    package var servingAlone: Int
    package var candidateAlone: Int
    /// Dossiers on which a person's word stands.
    package var settled: Int
    package var bothRight: Int
    package var onlyServingRight: Int
    package var onlyCandidateRight: Int
    package var bothWrong: Int
    /// Settled dossiers that each would have decided alone, and how many of them wrongly.
    package var servingAloneSettled: Int
    package var servingAloneWrong: Int
    package var candidateAloneSettled: Int
    package var candidateAloneWrong: Int

    package init(serving: String, candidate: String, of cases: [ShadowCase]) {
        self.serving = serving
        self.candidate = candidate
        dossiers = cases.count
        agreeing = cases.count { $0.serving.procedure == $0.shadow.procedure }
        servingAlone = cases.count { $0.serving.decision == .auto }
        candidateAlone = cases.count { $0.shadow.decision == .auto }
        let judged = cases.compactMap { entry in
            entry.word.map { word in
                (
                    entry: entry, servingRight: entry.serving.procedure == word.procedure,
                    candidateRight: entry.shadow.procedure == word.procedure
                )
            }
        }
        settled = judged.count
        bothRight = judged.count { $0.servingRight && $0.candidateRight }
        onlyServingRight = judged.count { $0.servingRight && !$0.candidateRight }
        onlyCandidateRight = judged.count { !$0.servingRight && $0.candidateRight }
        bothWrong = judged.count { !$0.servingRight && !$0.candidateRight }
        servingAloneSettled = judged.count { $0.entry.serving.decision == .auto }
        servingAloneWrong = judged.count { $0.entry.serving.decision == .auto && !$0.servingRight }
        candidateAloneSettled = judged.count { $0.entry.shadow.decision == .auto }
        candidateAloneWrong = judged.count { $0.entry.shadow.decision == .auto && !$0.candidateRight }
    }

    /// How likely the candidate would win so often, or more often, if neither were better: the exact test on the
    /// dossiers on which only one of them is right. 1 where there are none.
    ///
    /// Source: McNemar, "Note on the sampling error of the difference between correlated proportions" (1947), with
    /// binomial probabilities.
    package var chance: Double {
        Binomial.chance(ofAtLeast: onlyCandidateRight, of: onlyCandidateRight + onlyServingRight, rate: 0.5)
    }

    /// What a promotion asks of `chance`.
    package static let significance = 0.05

    /// Why a candidate is not to be promoted.
    package enum Obstacle: String, CaseIterable, Sendable {
        /// What it would have done alone shows already that it breaks the pipeline's promise.
        case breaksPromise = "breaks-promise"
        /// No dossier on which a person's word stands tells the two apart.
        case nothingTells = "nothing-tells"
        /// It is right more often, but that may be chance.
        case tooFew = "too-few"
        case notBetter = "not-better"
    }

    /// Nil where it is better with significance.
    ///
    /// - Parameter errorLimit: The pipeline's promise, 0…1.
    package func obstacle(errorLimit: Double) -> Obstacle? {
        let least = Binomial.interval(candidateAloneWrong, of: candidateAloneSettled, confidence: 0.9)?.lowerBound ?? 0
        guard least <= errorLimit else { return .breaksPromise }
        guard chance >= Self.significance else { return nil }
        guard onlyCandidateRight > onlyServingRight || settled == 0 else {
            return settled == bothRight + bothWrong ? .nothingTells : .notBetter
        }
        return .tooFew
    }

    /// The obstacle in words; nil where it is better with significance.
    package func objection(errorLimit: Double) -> String? {
        let found =
            "only \(candidate) was right on \(onlyCandidateRight) settled dossiers, only \(serving) on "
            + "\(onlyServingRight) (exact test: \(Self.rounded(chance)), asked for: under \(Self.significance))"
        return switch obstacle(errorLimit: errorLimit) {
        case nil: nil
        case .breaksPromise:
            "of \(candidateAloneSettled) settled dossiers that \(candidate) would have decided alone, "
                + "\(candidateAloneWrong) would have gone wrong: more than the error limit bears"
        case .nothingTells: "\(found): no dossier tells them apart yet"
        case .tooFew: "\(found): wait for more settled dossiers"
        case .notBetter: found
        }
    }

    /// The evidence in one line.
    package var evidence: String {
        "\(settled) of \(dossiers) dossiers settled; only \(candidate) right: \(onlyCandidateRight), only \(serving) "
            + "right: \(onlyServingRight); exact test: \(Self.rounded(chance))"
    }

    private static func rounded(_ chance: Double) -> String {
        chance < 0.0001 ? "under 0.0001" : String((chance * 10_000).rounded() / 10_000)
    }
}

extension ShadowReport {
    package func tables(errorLimit: Double) -> [ReportTable] {
        let line = { (name: String, alone: Int, settledAlone: Int, wrong: Int, right: Int) -> [ReportTable.Value] in
            [
                .text(name), .count(alone), .share(share(alone, of: dossiers)), .count(settledAlone), .count(wrong),
                .count(right), .share(share(right, of: settled)),
            ]
        }
        return [
            ReportTable(
                "models",
                [
                    .init("model"), .init("alone"), .init("share_alone"), .init("alone_settled"), .init("alone_wrong"),
                    .init("right"), .init("accuracy"),
                ],
                rows: [
                    line(
                        serving, servingAlone, servingAloneSettled, servingAloneWrong, bothRight + onlyServingRight),
                    line(
                        candidate, candidateAlone, candidateAloneSettled, candidateAloneWrong,
                        bothRight + onlyCandidateRight),
                ],
                notes: [
                    "alone: would have been decided without a person; right and accuracy: of the dossiers on which a "
                        + "person's word stands"
                ]),
            ReportTable(
                "comparison",
                [
                    "dossiers", "agreeing", "settled", "both_right", "only_serving_right", "only_candidate_right",
                    "both_wrong", "exact_test", "promotable",
                ].map { .init($0) },
                rows: [
                    [
                        .count(dossiers), .share(share(agreeing, of: dossiers)), .count(settled), .count(bothRight),
                        .count(onlyServingRight), .count(onlyCandidateRight), .count(bothWrong), .number(chance),
                        .text(objection(errorLimit: errorLimit) == nil ? "yes" : "no"),
                    ]
                ],
                notes: [
                    objection(errorLimit: errorLimit)
                        ?? "\(candidate) is better with significance: `hoso model promote`",
                    "what officers accepted as it was proposed counts as right for whoever proposed it",
                ]),
        ]
    }
}
