import ArgumentParser
import Dossiers
import Foundation
import Print
import Routing
import Triage

/// `hoso print receipt`
struct PrintReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "A dossier's receipt (giấy tiếp nhận hồ sơ và hẹn trả kết quả) with its code as QR.",
        discussion: """
            Laid on top of the dossier when it is scanned, the receipt separates it from others and gives it its code.
            What is not given is left to be written in by hand.
            """)

    @Option(help: ArgumentHelp("The dossier's code (mã hồ sơ).", valueName: "code"))
    var dossier: String

    @Option(help: ArgumentHelp("The procedure's national code, such as 1.001193.", valueName: "code"))
    var procedure: String

    @Option(help: ArgumentHelp("When the dossier was received. Default: now.", valueName: "time"))
    var received: String?

    @Option(help: "How it was handed in: counter, online or post. Default: the pipeline's.")
    var channel: Channel?

    @Option(help: ArgumentHelp("Where it was received, by the place's code. Default: the pipeline's.", valueName: "id"))
    var place: String?

    @Option(help: "Who handed it in.")
    var applicant = ""

    @Option(help: "The applicant's identity number.")
    var idNumber = ""

    @Option(help: "The applicant's address.")
    var address = ""

    @Option(help: "The applicant's telephone number.")
    var phone = ""

    @Option(name: .customLong("paper"), help: "A paper of the dossier; may be given several times.")
    var papers: [String] = []

    @OptionGroup var pipeline: PipelineOptions

    @Option(name: [.short, .long], help: "The PDF file to write.")
    var output: String

    func validate() throws {
        if ReceiptCode.dossier(in: ReceiptCode.text(for: dossier)) != dossier {
            throw ValidationError("--dossier takes a code of 1 to 64 letters, without spaces around it")
        }
    }

    func run() throws {
        try reporting {
            let pipeline = try pipeline.load()
            let router = pipeline.router
            let zone = router.calendar.timeZone
            let moment = try received.map { text in
                guard let moment = ReceiptTime.parse(text, in: zone, opening: router.calendar.opening) else {
                    throw ValidationError("--received should be a time like \(ReceiptTime.forms)")
                }
                return moment
            }
            let known = try router.procedure(procedure)
            let place = try place.map(router.place) ?? pipeline.place
            let now = moment ?? Date()
            let deadline = router.deadline(of: known, at: place, received: now, channel: channel ?? pipeline.channel)
            let units = router.units.competentUnits(for: known, at: place, on: Day(now, in: zone))
            try ReceiptSheet.write(
                Receipt(
                    dossier: dossier, office: units.first?.name ?? "Bộ phận một cửa",
                    superior: "Ủy ban nhân dân \(place.name)",
                    applicant: applicant, idNumber: idNumber, address: address, phone: phone,
                    procedure: "\(known.name) (\(known.code))", papers: papers, limit: "",
                    received: Self.words(now, in: zone),
                    // Without a limit the officer agrees on a day, and writes it in.
                    due: (try? deadline.get()).map { Self.words($0.due, in: zone) } ?? ""),
                to: output)
        }
    }

    private static func words(_ time: Date, in zone: TimeZone) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: time)
        func two(_ number: Int?) -> String { String(format: "%02d", number ?? 0) }
        return "\(two(parts.hour)) giờ \(two(parts.minute)) phút, ngày \(two(parts.day)) tháng \(two(parts.month)) "
            + "năm \(parts.year ?? 0)"
    }
}
