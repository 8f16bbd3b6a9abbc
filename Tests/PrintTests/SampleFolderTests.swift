import Dossiers
import Foundation
import Print
import Testing

@Suite struct SampleFolderTests {
    @Test(arguments: [
        (SampleFolder.Format.pdf, "pdf", Array("%PDF-1.5".utf8)), (.tiff, "tif", [0x49, 0x49, 0x2A, 0x00]),
        (.jpeg, "jpg", [0xFF, 0xD8, 0xFF, 0xE0]),
    ])
    func writesFilesOfTheirFormat(format: SampleFolder.Format, ending: String, start: [UInt8]) throws {
        let folder = try ScratchFolder()
        let maker = SampleMaker(forms: try ProjectForms.samples(), seed: 9)
        let samples = SampleFolder(maker: maker, directory: folder.url, format: format)
        _ = try samples.writeDossier(number: 0, profile: .poor)
        _ = try samples.writeDossier(number: 1, profile: .fax)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(files.count >= 2)
        for file in files {
            #expect(file.hasSuffix("." + ending))
            let bytes = try Data(contentsOf: folder.url.appendingPathComponent(file))
            #expect(Array(bytes.prefix(start.count)) == start)
        }
    }

    @Test func jpegSaysItsResolution() throws {
        let folder = try ScratchFolder()
        let maker = SampleMaker(forms: try ProjectForms.samples(), seed: 9)
        let samples = SampleFolder(maker: maker, directory: folder.url, format: .jpeg)
        _ = try samples.writeDossier(number: 0, profile: .poor)
        let file = try #require(FileManager.default.contentsOfDirectory(atPath: folder.url.path).first)
        let bytes = Array(try Data(contentsOf: folder.url.appendingPathComponent(file)))
        #expect(Array(bytes[13...17]) == [1, 0, 150, 0, 150])
    }

    @Test func aBatchAccountsForEveryPage() throws {
        let folder = try ScratchFolder()
        let maker = SampleMaker(forms: try ProjectForms.samples(), seed: 3)
        let samples = SampleFolder(maker: maker, directory: folder.url, format: .tiff)
        var lines: [[String: Any]] = []
        try samples.writeBatches(count: 4, profiles: [.poor]) { truth in
            let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(truth))
            lines.append(try #require(object as? [String: Any]))
        }
        let pages = lines.flatMap { $0["pages"] as? [Int] ?? [] }.sorted()
        #expect(pages == Array(1...pages.count))
        let separators = lines.filter { $0["kind"] as? String == "batch" }
        #expect(separators.count == 1)
        #expect((separators.first?["pages"] as? [Int])?.count == 4)
    }

    @Test func theSeparatorSheetIsOnePageOfPDF() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("sheet.pdf").path
        try SeparatorSheet.write(to: path)
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        #expect(text.hasPrefix("%PDF"))
        #expect(text.contains("/Count 1"))
    }

    @Test(arguments: ["pdf", "tiff"])
    func anUnwritablePlaceIsNamed(format: String) throws {
        let nowhere = URL(fileURLWithPath: "/proc/no/such/folder")
        let maker = SampleMaker(forms: try ProjectForms.samples(), seed: 3)
        let samples = SampleFolder(
            maker: maker, directory: nowhere, format: try #require(SampleFolder.Format(rawValue: format)))
        let error = #expect(throws: PrintFailure.self) { try samples.writeDossier(number: 0, profile: .poor) }
        #expect(error?.description.contains("cannot write") == true)
    }
}
