internal import Dispatch
internal import Dossiers
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Ledger
internal import Print
internal import Triage

extension PaperOffice {
    /// What was read with less than this is more likely a mistake than not, and is left to be written in.
    private static let leastConfidence = 0.5

    /// The receipt of a dossier that a unit has.
    func receipt(of history: DossierHistory, now: Date) -> ReceiptPaper {
        let leader = history.items.first
        let value = { (name: FieldName) -> String in
            history.result.fields.filter { $0.name == name && $0.confidence >= Self.leastConfidence }
                .max { $0.confidence < $1.confidence }?.value ?? ""
        }
        let found = history.result.papers.filter { $0.standing == .present }.map(\.name)
        // Papers that nobody knows by sight may lie there as well.
        let more = history.result.papers.contains { $0.standing == .unknown } ? ["", ""] : []
        return ReceiptPaper(
            head: head(number: "", date: now),
            subject: PaperSubject(
                code: history.number ?? "", applicant: value(.applicantName), idNumber: value(.applicantIDNumber),
                address: value(.applicantAddress), phone: value(.applicantPhone),
                procedure: procedureName(leader?.procedureCode, leader?.procedureName)),
            papers: found + more,
            limit: limit(
                of: leader?.procedureCode, through: leader?.channel ?? pipeline.channel, at: pipeline.place,
                received: leader?.registeredAt),
            received: time(leader?.registeredAt), due: time(leader?.due))
    }
}

extension Desk {
    /// A dossier's receipt, to be printed.
    var receiptRoutes: [DeskRoute] {
        [
            .get("/dossiers/:id/receipt", DossierRights.deciders) { _, context in
                var response = Response.made(try await receipt(context), "application/pdf")
                response.headers[.contentDisposition] = "inline; filename=\"giay-tiep-nhan.pdf\""
                return response
            }
        ]
    }

    /// The receipt of the dossier of a path, as PDF; that it was printed is an event.
    ///
    /// - Throws: `HTTPError` for one that no unit has.
    func receipt(_ context: DeskContext) async throws -> [UInt8] {
        let sheet = try await sheet(context)
        guard !sheet.items.isEmpty, let account = context.account else { throw HTTPError(.notFound) }
        let history = try await ledger.history(ofDossier: sheet.id)
        let now = clock()
        let paper = PaperOffice(pipeline).receipt(of: history, now: now)
        let bytes = try await Self.printed(paper, in: run.workspace)
        try await ledger.note(.printedReceipt, of: sheet.id, by: account.name, now: now)
        return bytes
    }

    /// Drawing holds a thread for a while, and one paper is drawn at a time anyway.
    private static func printed(_ paper: some OfficialPaper, in folder: String) async throws -> [UInt8] {
        let file = "\(folder)/\(UUID().uuidString).pdf"
        return try await withCheckedThrowingContinuation { continuation in
            press.async {
                continuation.resume(
                    with: Result {
                        defer { unlink(file) }
                        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                        try paper.write(to: file)
                        return Array(try Data(contentsOf: URL(filePath: file)))
                    })
            }
        }
    }

    private static let press = DispatchQueue(label: "press")
}
