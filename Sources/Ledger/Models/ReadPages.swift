package import Dossiers

extension Ledger {
    /// A triaged dossier's result with what was read on some of its pages, in their order; nil where it is not triaged.
    ///
    /// - Parameter choose: Which of its pages, 1-based in the scan, the caller wants.
    package func readPages(
        ofDossier dossier: String, _ choose: @escaping @Sendable (DossierResult) -> [Int]
    ) async throws -> (result: DossierResult, pages: [RecognizedPage])? {
        try await driver.read { transaction in
            let found = try transaction.row(
                "SELECT scan, result FROM dossiers WHERE id = $1 AND result IS NOT NULL", .text(dossier)
            ) { row in
                (
                    scan: try row.text("scan"),
                    result: try StoredJSON.value(DossierResult.self, in: row.text("result"), of: "dossier \(dossier)")
                )
            }
            guard let found else { return nil }
            let pages = try choose(found.result).compactMap { number in
                try transaction.row(
                    "SELECT recognized FROM pages WHERE scan = $1 AND number = $2 AND recognized IS NOT NULL",
                    .text(found.scan), .integer(number)
                ) { row in
                    try StoredJSON.value(
                        RecognizedPage.self, in: row.text("recognized"), of: "page \(number) of scan \(found.scan)")
                }
            }
            return (found.result, pages)
        }
    }
}
