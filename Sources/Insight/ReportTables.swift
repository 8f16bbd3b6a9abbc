internal import Ledger
internal import Routing

extension ReportSource {
    private var keys: KeyColumns { KeyColumns(dimensions: dimensions, directory: directory) }

    package func deadlineTable() async throws -> ReportTable {
        let report = try await DeadlineReport(from: self)
        let names = [
            "received", "early", "on_time", "undated", "late", "refused", "withdrawn", "open", "waiting", "overdue",
            "strict_rate", "official_rate", "statutory_days", "promised_days", "reduction",
        ]
        return ReportTable(
            "sla", keys.columns + names.map { .init($0) },
            rows: report.lines.map { line in
                let counts = [
                    line.received, line.early, line.onTime, line.undated, line.late, line.refused, line.withdrawn,
                    line.open, line.waiting, line.overdue,
                ]
                return keys.values(line.key) + counts.map { .count($0) } + [
                    .share(line.strictRate), .share(line.officialRate), .count(line.statutoryDays),
                    .count(line.promisedDays), .share(line.reduction),
                ]
            },
            notes: [
                "strict rate: done by its day, of what was done or is past its day; official rate: as the state's form "
                    + "counts, with what waits, was refused or withdrawn as on time",
                "reduction: how much shorter the promised days are than the law's, both counted from receipt",
            ])
    }

    /// The state's form by its column numbers.
    package func periodicFormTable() async throws -> ReportTable {
        var source = self
        source.dimensions.remove(.month)
        let form = try await PeriodicForm(from: source)
        let keys = KeyColumns(dimensions: source.dimensions, directory: directory)
        let numbers = [
            "3 received", "4 online", "5 direct or post", "6 carried over", "7 solved", "8 early", "9 on time",
            "10 late", "11 in work", "12 within time", "13 overdue",
        ]
        let columns =
            [ReportTable.Column("column_1", "1 no.")] + keys.columns
            + numbers.enumerated().map { ReportTable.Column("column_\($0.offset + 3)", $0.element) }
            + [ReportTable.Column("official_rate"), ReportTable.Column("strict_rate")]
        let figures = { (line: PeriodicForm.Line) -> [ReportTable.Value] in
            line.columns.map { .count($0) } + [.share(line.officialRate), .share(line.strictRate)]
        }
        let total: [ReportTable.Value] = [.text("total")] + keys.columns.map { _ in .nothing } + figures(form.total)
        return ReportTable(
            "II.06a", columns,
            rows: form.lines.enumerated().map {
                [.count($0.offset + 1)] + keys.values($0.element.key) + figures($0.element)
            }
                + [total],
            notes: [
                "Biểu số II.06a/VPCP/KSTT, \(period.from) to \(period.to); sums checked: 3=4+5+6, 7=8+9+10, 11=12+13, "
                    + "3=7+11",
                "column 9 holds, as the form has it, also what waits for a supplement, was refused or withdrawn; the "
                    + "strict rate leaves these out and counts what is past its day against the office",
            ])
    }

    package func volumeTable() async throws -> ReportTable {
        let names = [
            "auto", "review", "quarantined", "pages", "counter", "online", "post", "accepted", "returned", "done",
            "handed_over", "refused", "withdrawn",
        ]
        return ReportTable(
            "volume", keys.columns + names.map { .init($0) },
            rows: try await VolumeReport(from: self).lines.map { line in
                keys.values(line.key)
                    + [
                        line.auto, line.review, line.quarantined, line.pages, line.counter, line.online, line.post,
                        line.accepted, line.returned, line.done, line.handedOver, line.refused, line.withdrawn,
                    ].map { .count($0) }
            },
            notes: [
                "auto, review, quarantined and pages are dossiers by the day of their triage; the other figures are "
                    + "the units' items"
            ])
    }

    package func timeTable() async throws -> ReportTable {
        ReportTable(
            "time",
            keys.columns
                + ["stage", "whose", "count", "median", "ninetieth", "ninety_ninth"].map { ReportTable.Column($0) },
            rows: try await TimeReport(from: self).lines.map { line in
                keys.values(line.key) + [
                    .text(line.stage.rawValue), .text(line.stage.whose.rawValue), .count(line.count),
                    .seconds(line.median), .seconds(line.ninetieth), .seconds(line.ninetyNinth),
                ]
            },
            notes: ["by the clock on the wall, nights and days off included; within 1/64 of the value"])
    }

    package func dueSoonTable() async throws -> ReportTable {
        var source = self
        source.dimensions.remove(.month)
        let keys = KeyColumns(dimensions: source.dimensions, directory: directory)
        return ReportTable(
            "due-soon", keys.columns + [ReportTable.Column("due"), ReportTable.Column("items")],
            rows: try await DueSoonReport(from: source).lines.map { line in
                keys.values(line.key) + [.text(line.due?.description ?? "late"), .count(line.items)]
            },
            notes: ["open items; those whose clock stands still are left out"])
    }

    package func satisfactionTable() async throws -> ReportTable {
        ReportTable(
            "satisfaction",
            keys.columns + ["handed_over", "answers", "mean", "complaints"].map { ReportTable.Column($0) },
            rows: try await SatisfactionReport(from: self).lines.map { line in
                keys.values(line.key) + [
                    .count(line.handedOver), .count(line.answers), .number(line.mean), .count(line.complaints),
                ]
            },
            notes: ["mean: 1 (not at all) to 5 (very)"])
    }

    package func serviceTable() async throws -> ReportTable {
        let names = ["done", "in_time", "progress", "dossiers", "digitized", "digitization", "answers", "satisfaction"]
        return ReportTable(
            "service", keys.columns + names.map { .init($0) },
            rows: try await ServiceQualityReport(from: self).lines.map { line in
                keys.values(line.key) + [
                    .count(line.done), .count(line.doneInTime), .share(line.progress), .count(line.dossiers),
                    .count(line.digitized), .share(line.digitization), .count(line.answers),
                    .number(line.satisfaction),
                ]
            },
            notes: [
                "for QĐ 766/QĐ-TTg: progress, digitization of what came in, satisfaction; transparency, online services "
                    + "and payment, and whether results were digitized, are not in this ledger"
            ])
    }

    /// Four tables: the sample, what was taken for what, the units' misroutes, and why people looked.
    package func accuracyTables() async throws -> [ReportTable] {
        let report = try await AccuracyReport(from: self)
        let sample = report.sample
        return [
            ReportTable(
                "auto", ["judged", "right", "accuracy", "at_least", "at_most"].map { ReportTable.Column($0) },
                rows: [
                    [
                        .count(sample.judged), .count(sample.right), .share(sample.accuracy),
                        .share(sample.interval?.lowerBound), .share(sample.interval?.upperBound),
                    ]
                ],
                notes: [
                    "what was decided alone, held against supervisors who did not know the decision: 95 % confidence "
                        + "(Clopper and Pearson)"
                ]),
            ReportTable(
                "confusions", ["kind", "taken_for", "truth", "count"].map { ReportTable.Column($0) },
                rows: report.confusions.map { confusion in
                    [
                        .text(confusion.kind.rawValue), .text(confusion.taken),
                        confusion.truth.isEmpty ? .nothing : .text(confusion.truth), .count(confusion.count),
                    ]
                },
                notes: [
                    "corrected: procedures, by officers; audited: procedures, by supervisors; misrouted: units, the right "
                        + "one missing where nobody said"
                ]),
            ReportTable(
                "misroutes", ["unit", "accepted", "returned", "rate"].map { ReportTable.Column($0) },
                rows: report.misroutes.map { line in
                    [
                        line.unit.isEmpty ? .nothing : .text(line.unit), .count(line.accepted), .count(line.returned),
                        .share(line.rate),
                    ]
                }),
            ReportTable(
                "reviews", ["count", "why"].map { ReportTable.Column($0) },
                rows: report.reviews.map { [.count($0.count), .text($0.why)] }),
        ]
    }
}
