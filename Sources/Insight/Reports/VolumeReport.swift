internal import Ledger

/// How much there was to do.
package struct VolumeReport: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var key: ReportKey
        /// Dossiers by what triage decided, and their pages.
        package var auto: Int
        package var review: Int
        package var quarantined: Int
        package var pages: Int
        /// Items by how the citizen handed them in.
        package var counter: Int
        package var online: Int
        package var post: Int
        package var accepted: Int
        package var returned: Int
        package var done: Int
        package var handedOver: Int
        package var refused: Int
        package var withdrawn: Int
    }

    package var lines: [Line]

    package init(from source: ReportSource) async throws {
        lines = try await source.counted(Measure.allCases.filter { $0 != .waiting && $0 != .overdue })
            .sorted { $0.key < $1.key }
            .map { key, counts in
                Line(
                    key: key, auto: counts.of(.dossiersAuto), review: counts.of(.dossiersReview),
                    quarantined: counts.of(.dossiersQuarantined), pages: counts.of(.pages),
                    counter: counts.of(.receivedCounter), online: counts.of(.receivedOnline),
                    post: counts.of(.receivedPost), accepted: counts.of(.accepted), returned: counts.of(.returned),
                    done: counts.of(.closedEarly, .closedOnTime, .closedLate, .closedUndated),
                    handedOver: counts.of(.handedOver), refused: counts.of(.refused),
                    withdrawn: counts.of(.withdrawn))
            }
    }
}

/// What citizens said when they had their results.
package struct SatisfactionReport: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var key: ReportKey
        package var handedOver: Int
        package var answers: Int
        package var points: Int
        package var complaints: Int

        /// 1…5.
        package var mean: Double? { share(points, of: answers) }
    }

    package var lines: [Line]

    package init(from source: ReportSource) async throws {
        lines = try await source.counted([.handedOver, .satisfactionGiven, .satisfactionPoints, .complaints])
            .filter { $0.value.values.contains { $0 != 0 } }
            .sorted { $0.key < $1.key }
            .map { key, counts in
                Line(
                    key: key, handedOver: counts.of(.handedOver), answers: counts.of(.satisfactionGiven),
                    points: counts.of(.satisfactionPoints), complaints: counts.of(.complaints))
            }
    }
}

/// What HoSo can say for the groups of QĐ 766/QĐ-TTg: progress, digitization, satisfaction. The other three
/// (transparency, online services, online payment) are not in the ledger.
package struct ServiceQualityReport: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var key: ReportKey
        /// Tiến độ giải quyết: of all that was done, what was done by its day.
        package var done: Int
        package var doneInTime: Int
        /// Số hóa hồ sơ: dossiers that came in, and those whose papers were read.
        package var dossiers: Int
        package var digitized: Int
        /// Mức độ hài lòng: answers, and their points added up.
        package var answers: Int
        package var points: Int

        package var progress: Double? { share(doneInTime, of: done) }
        package var digitization: Double? { share(digitized, of: dossiers) }
        /// 1…5.
        package var satisfaction: Double? { share(points, of: answers) }
    }

    package var lines: [Line]

    package init(from source: ReportSource) async throws {
        let measures: [Measure] = [
            .closedEarly, .closedOnTime, .closedLate, .closedUndated, .dossiersAuto, .dossiersReview,
            .dossiersQuarantined, .satisfactionGiven, .satisfactionPoints,
        ]
        lines = try await source.counted(measures)
            .filter { $0.value.values.contains { $0 != 0 } }
            .sorted { $0.key < $1.key }
            .map { key, counts in
                Line(
                    key: key, done: counts.of(.closedEarly, .closedOnTime, .closedLate, .closedUndated),
                    doneInTime: counts.of(.closedEarly, .closedOnTime, .closedUndated),
                    dossiers: counts.of(.dossiersAuto, .dossiersReview, .dossiersQuarantined),
                    digitized: counts.of(.dossiersAuto, .dossiersReview),
                    answers: counts.of(.satisfactionGiven), points: counts.of(.satisfactionPoints))
            }
    }
}
