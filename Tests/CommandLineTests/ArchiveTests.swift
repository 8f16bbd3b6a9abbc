import Foundation
import Testing

/// Receipts, sheets and searchable PDFs, through the command line.
@Suite struct ArchiveTests {
    @Test func read_asPDF_findsTheWordsAndKeepsThePicture() async throws {
        let folder = try TemporaryFolder()
        let made = try await HosoCommand.run(
            "samples", "make", folder.path("scans"), "--count", "1", "--seed", "411", "--profile", "sideways",
            "--format", "pdf")
        try #require(made.status == 0)
        let scan = folder.path("scans/dossier-0001.pdf")
        let outcome = try await HosoCommand.run("read", "--format", "pdf", "-o", folder.path("out.pdf"), scan)

        #expect(outcome.status == 0, "\(outcome.complaints)")
        let words = try await Programs.run("pdftotext", folder.path("out.pdf"), "-").output
        #expect(words.contains("Độc lập - Tự do - Hạnh phúc"))
        #expect(try await Programs.run("qpdf", "--check", folder.path("out.pdf")).status == 0)
        try await Programs.run("pdfimages", "-all", scan, folder.path("before"))
        try await Programs.run("pdfimages", "-all", folder.path("out.pdf"), folder.path("after"))
        for page in try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        where page.hasPrefix("before") {
            let same = page.replacing("before", with: "after")
            #expect(FileManager.default.contentsEqual(atPath: folder.path(page), andPath: folder.path(same)))
        }
    }

    @Test func run_onReceiptsAndASheet_givesEachDossierItsCode() async throws {
        let folder = try TemporaryFolder()
        for (name, code) in [("a", "H49.14-261123-0007"), ("b", "H49.14-261123-0008")] {
            let printed = try await HosoCommand.run(
                "print", "receipt", "--dossier", code, "--procedure", "1.001193", "--received", "2026-11-23T09:00",
                "-o", folder.path("\(name).pdf"))
            try #require(printed.status == 0, "\(printed.complaints)")
        }
        try await HosoCommand.run("print", "separator", "-o", folder.path("s.pdf"))
        let pages = ["a", "a", "b", "s"].map { folder.path("\($0).pdf") }
        try await Programs.run(["qpdf", "--empty", "--pages"] + pages + ["--", folder.path("batch.pdf")])
        let output = try RunOutput(
            try await HosoCommand.run("run", folder.path("batch.pdf"), "--data", folder.path("data"), "--json"))

        #expect(output.results.map(\.code) == ["H49.14-261123-0007", "H49.14-261123-0008"])
        #expect(output.results.map(\.pages) == [[1, 2], [3]])
        #expect(output.summary.separator == 1)
        #expect(output.summary.isBalanced)
    }
}
