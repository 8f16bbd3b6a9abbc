import Foundation
import Subprocess
import Testing

@Suite struct ReadTests {
    @Test func read_asText_printsTheHeaderOfEveryForm() async throws {
        let outcome = try await HosoCommand.run("read", "samples/fax/dossier-0006.tif")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Độc lập"))
    }

    @Test func read_asJSON_hasWordsWithBoxesOnThePage() async throws {
        struct Page: Decodable {
            struct Line: Decodable {
                struct Word: Decodable {
                    var text: String
                    var confidence: Double
                    var box: [Int]
                }
                var words: [Word]
            }
            var width: Int
            var height: Int
            var lines: [Line]
        }
        let outcome = try await HosoCommand.run("read", "samples/fax/dossier-0006.tif", "--format", "json")
        let page = try JSONDecoder().decode(Page.self, from: Data((outcome.lines.first ?? "").utf8))
        let words = page.lines.flatMap(\.words)
        #expect(words.count > 30)
        for word in words {
            #expect((0...1).contains(word.confidence))
            #expect(word.box[0] >= -5 && word.box[0] + word.box[2] <= page.width + 5)
            #expect(word.box[1] >= -5 && word.box[1] + word.box[3] <= page.height + 5)
        }
    }

    @Test func read_ofNoScan_endsWith65() async throws {
        let outcome = try await HosoCommand.run("read", "Package.swift")
        #expect(outcome.status == 65)
        #expect(outcome.output.isEmpty)
        #expect(outcome.complaints.contains("not a picture or document"))
    }
}

@Suite struct DoctorTests {
    @Test func doctor_whereAllIsInstalled_isContent() async throws {
        let outcome = try await HosoCommand.run("doctor")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("ok       pdftoppm"))
    }

    @Test func doctor_withoutLanguageData_saysWhatToInstall() async throws {
        let folder = try TemporaryFolder()
        let outcome = try await HosoCommand.run(
            ["doctor"], environment: ["TESSDATA_PREFIX": folder.path("empty")])
        #expect(outcome.status == 69)
        #expect(outcome.output.contains("tesseract-ocr-eng"))
    }

    /// The second look's networks are missed when a reader starts, not in the middle of a page.
    @Test func doctor_withoutTheLanguageDataOfTheSecondLook_saysWhatToInstall() async throws {
        let folder = try TemporaryFolder()
        let installed = URL(filePath: "/usr/share/tesseract-ocr/5/tessdata/")
        for (missing, package) in [("eng", "tesseract-ocr-eng"), ("Vietnamese", "tesseract-ocr-script-viet")] {
            let data = URL(filePath: folder.path("without-\(missing)"))
            try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
            for language in ["eng", "Vietnamese"] where language != missing {
                let file = "\(language).traineddata"
                try FileManager.default.createSymbolicLink(
                    at: data.appending(path: file), withDestinationURL: installed.appending(path: file))
            }
            let outcome = try await HosoCommand.run(["doctor"], environment: ["TESSDATA_PREFIX": data.path()])
            #expect(outcome.status == 69)
            #expect(outcome.output.contains(package))
        }
    }
}

@Suite struct ExtractTests {
    @Test func extract_withAFormOfTheOfficesOwn_findsWhatTheFormHolds() async throws {
        let folder = try TemporaryFolder()
        // A known form's lines under another id: what an office writes for a form of its own.
        let form = """
            id: phieu-rieng
            title: "PHIẾU RIÊNG"
            role: other
            uses: []
            fields: {ngay: document.date}
            attachments: []
            lines: |
              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
              Độc lập - Tự do - Hạnh phúc
              Giữ đến hôm: {ngay:date}
            """
        try folder.write(Array(form.utf8), to: "phieu-rieng.yaml")
        let lines = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Giữ đến hôm: 06/08/2026"]
        let rows = lines.enumerated().map { row, line in
            let words = line.split(separator: " ").enumerated().map { place, word in
                #"{"text":"\#(word)","confidence":0.95,"box":[\#(100 + place * 120),\#(100 + row * 80),100,40]}"#
            }
            return #"{"words":[\#(words.joined(separator: ","))]}"#
        }
        let page =
            #"{"number":1,"content":"text","width":2480,"height":3508,"resolution":300,"turned":0,"skew":0,"codes":[],"#
            + #""quality":{"confidence":0.95,"syllables":1},"lines":[\#(rows.joined(separator: ","))]}"#
        try folder.write(Array(page.utf8), to: "page.jsonl")
        let outcome = try await HosoCommand.run(
            "extract", folder.path("page.jsonl"), "--form", folder.path("phieu-rieng.yaml"), "--json")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains(#""document.date""#))
        #expect(outcome.output.contains("2026-08-06"))
    }
}

@Suite struct DueTests {
    @Test func due_ofASameDayProcedureAfterTheCutOff_isTheNextWorkingDay() async throws {
        let early = try await HosoCommand.run("due", "1.001193", "--received", "2026-11-20T14:00", "--json")
        let late = try await HosoCommand.run("due", "1.001193", "--received", "2026-11-20T15:30", "--json")
        #expect(early.output.contains("2026-11-20T17:00:00+07:00"))
        #expect(late.output.contains("2026-11-23T17:00:00+07:00"))
    }

    @Test(arguments: [
        (["due", "9.999999", "--received", "2026-11-20"], 65),
        (["due", "1.001193", "--received", "soon"], 64),
        (["due", "1.001193", "--received", "2026-11-20", "--pipeline", "README.md"], 78),
    ])
    func due_onBadInput_endsWithItsOwnStatus(arguments: [String], status: Int) async throws {
        #expect(try await HosoCommand.run(arguments).status == Int32(status))
    }
}

@Suite struct ModelTests {
    @Test func model_trainedOnALabelFile_predictsWithReasonsAndRefusesDamage() async throws {
        let folder = try TemporaryFolder()
        let texts = (0..<12).flatMap { number in
            [
                #"{"text":"đơn xin cấp phép xây dựng nhà số \#(number)","label":"building"}"#,
                #"{"text":"tờ khai đăng ký khai sinh cho cháu số \#(number)","label":"birth"}"#,
            ]
        }
        try folder.write(Array((texts.joined(separator: "\n") + "\n").utf8), to: "labels.jsonl")
        let labels = folder.path("labels.jsonl")
        let model = folder.path("toy")
        #expect(try await HosoCommand.run("model", "train", "--from", labels, "-o", model).status == 0)

        let predicted = try await HosoCommand.run("model", "predict", model, "--on", labels)
        #expect(predicted.lines.count == texts.count)
        #expect(predicted.lines.first?.contains(#""label":"building""#) == true)
        #expect(predicted.lines.first?.contains(#""because""#) == true)
        let evaluated = try await HosoCommand.run("model", "evaluate", model, "--on", labels, "--json")
        #expect(evaluated.output.contains("accuracy"))

        try folder.write(Array((texts[0] + "\n" + texts[1] + "\n{\"label\":\"birth\"}\n").utf8), to: "wrong.jsonl")
        let halted = try await HosoCommand.run("model", "predict", model, "--on", folder.path("wrong.jsonl"))
        #expect(halted.status == 65)
        #expect(halted.lines.count == 2)
        #expect(halted.complaints.contains("wrong.jsonl:3:"))

        let file = folder.url.appending(path: "toy/model.hoso")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        let refused = try await HosoCommand.run("model", "predict", model, "--on", labels)
        #expect(refused.status != 0)
        #expect(refused.complaints.contains("model.hoso"))
    }
}
