import ArgumentParser
import Desk
import Foundation
import Insight
import Ledger
import Print
import Routing

/// `hoso print control-slip`
struct PrintControlSlipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "control-slip",
        abstract: "The slip that travels with a dossier (phiếu kiểm soát quá trình giải quyết hồ sơ, form 06).",
        discussion: """
            Who gave the papers to whom and when, as the ledger has it, and the stages to come with the time by which each \
            should be over (`stages` in the pipeline file). Rows without a time are signed by hand.
            """)

    @OptionGroup var dossier: DossierOptions

    @OptionGroup var sheet: SheetOptions

    func run() async throws {
        try await reporting {
            let office = try sheet.office()
            let file = try await dossier.file(of: office)
            let items = file.history.items
            file.remind(of: [])
            try ControlSlip(
                head: office.head(number: sheet.number, date: sheet.date(or: Date(), in: office)), code: file.code,
                unit: items.first.map { file.office.unitName($0.unit) } ?? "",
                others: items.dropFirst().map { file.office.unitName($0.unit) },
                received: office.time(items.first?.registeredAt), due: office.time(items.first?.due),
                handOvers: items.flatMap { item in
                    file.history.handOvers(of: item, stageEnds: office.stageEnds(of: item), in: office.zone)
                        .map { SlipWords(office: file.office).row($0) }
                }
            ).write(to: sheet.output)
        }
    }
}

/// A hand-over in the slip's words.
private struct SlipWords {
    let office: PaperOffice

    func row(_ handOver: HandOver) -> ControlSlip.HandOver {
        ControlSlip.HandOver(
            from: name(handOver.from, handOver.at), to: name(handOver.to, handOver.at), at: office.time(handOver.at),
            outcome: handOver.timeliness.map(outcome) ?? "", note: notes(handOver).joined(separator: "\n"))
    }

    private func name(_ party: HandOver.Party, _ moment: Date?) -> String {
        switch party {
        case .desk: "Bộ phận TN&TKQ"
        case .unit(let id): office.unitName(id, at: moment)
        case .handler: ""
        case .citizen: "Người nhận kết quả"
        }
    }

    private func outcome(_ timeliness: Timeliness) -> String {
        switch timeliness {
        case .before: "Trước hạn"
        case .onTime: "Đúng hạn"
        case .late: "Quá hạn"
        }
    }

    private func notes(_ handOver: HandOver) -> [String] {
        var notes: [String] = []
        if let until = office.time(handOver.until) { notes.append("Hạn: \(until.inLine)") }
        switch handOver.ending {
        case .refused: notes.append("Dừng giải quyết hồ sơ")
        case .withdrawn: notes.append("Công dân rút hồ sơ")
        case nil: break
        }
        return notes + handOver.pauses.map(note)
    }

    private func note(_ pause: Pause) -> String {
        let from = office.time(pause.from).map { " từ \($0.short)" } ?? ""
        let until = office.time(pause.until).map { " đến \($0.short)" } ?? ""
        return "Không tính thời hạn\(from)\(until)\(Self.cause(pause.why).map { ": " + $0 } ?? "")"
    }

    private static func cause(_ why: PauseReason) -> String? {
        switch why {
        case .supplement: "bổ sung hồ sơ"
        case .financialObligation: "nghĩa vụ tài chính"
        case .posting: "niêm yết công khai"
        case .expertise: "giám định"
        case .verification: "xác minh"
        case .violation: "xử lý vi phạm"
        case .unknown: nil
        }
    }
}
