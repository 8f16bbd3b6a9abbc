import Dossiers
import Foundation
import Ledger
import Testing

/// The one-stop desk's papers, read back with other people's programs.
struct PaperTests {
    @Test func receiptOfADossierOfTheLedger_tellsItsNumberPapersAndTimes_andItsCodeReadsBack() async throws {
        let desk = try PrintingDesk()
        let dossier = try await desk.dossier(papers: [
            PaperStanding(name: "Tờ khai theo mẫu", standing: .present, pages: [1]),
            PaperStanding(name: "Trích lục ghi chú ly hôn", standing: .missing),
        ])
        try await desk.work { ledger in
            try await ledger.accept(
                dossier.item, by: "cán bộ 7", series: NumberSeries(stem: "H49.000.00-260805-01"),
                now: PrintingDesk.morning)
        }
        let printed = try await desk.print("receipt", "H49.000.00-260805-010001", to: "receipt.pdf")
        #expect(printed.status == 0)
        let text = try await desk.text(of: "receipt.pdf")
        for words in [
            "ỦY BAN NHÂN DÂN XÃ TIÊN YÊN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
            "Tiên Yên, ngày 05 tháng 8 năm 2026", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "Mã hồ sơ: H49.000.00-260805-010001", "Ông (Bà)/Tổ chức: Chíu Thị Mây", "thôn Thử, xã Tiên Yên",
            "(1.004873)", "1. Tờ khai theo mẫu", "03 ngày làm việc",
            "Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 05 tháng 8 năm 2026",
            "trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 07 tháng 8 năm 2026", "NGƯỜI NỘP HỒ SƠ",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        // A paper that is not there, and what was hardly read.
        #expect(!text.contains("ly hôn"))
        #expect(!text.contains("0911111111"))
        #expect(printed.complaints.contains("applicant.address"))
        #expect(printed.complaints.contains("applicant.phone"))
        #expect(!printed.complaints.contains("thôn Thử"))
        let codes = try await HosoCommand.run("read", "--format", "codes", desk.path("receipt.pdf"))
        #expect(codes.output.contains("HOSO:REC:1:H49.000.00-260805-010001"))
    }

    @Test func papers_haveTheirFontsEmbedded() async throws {
        let desk = try PrintingDesk()
        let dossier = try await desk.dossier()
        for paper in ["receipt", "control-slip"] {
            #expect(try await desk.print(paper, dossier.id, to: "paper.pdf").status == 0)
            let fonts = try await Programs.run("pdffonts", desk.path("paper.pdf")).output.split(separator: "\n")
                .dropFirst(2)
            #expect(fonts.count > 1)
            for font in fonts {
                let columns = font.split(separator: " ")
                // name, kind, encoding, emb, sub, uni, and the object's two numbers.
                #expect(font.contains("Tinos") && columns.dropLast(4).last == "yes", "\(font)")
            }
        }
    }

    @Test func receiptOfADossierNotScannedYet_takesWhatIsGiven_andLeavesTheRestToThePen() async throws {
        let desk = try PrintingDesk()
        let printed = try await HosoCommand.run(
            "print", "receipt", "--dossier", "H49.000.00-260805-010009", "--procedure", "1.004873", "--received",
            "2026-08-05T09:00", "--applicant", "Chíu Thị Mây", "--paper", "Tờ khai", "-o", desk.path("receipt.pdf"))
        #expect(printed.status == 0)
        let text = try await desk.text(of: "receipt.pdf")
        #expect(text.contains("H49.000.00-260805-010009") && text.contains("1. Tờ khai"))
        #expect(text.contains("17 giờ 00 phút, ngày 10 tháng 8 năm 2026"))
    }

    @Test func controlSlip_hasWhatWasHandedOver_andTheStagesToCome() async throws {
        let desk = try PrintingDesk()
        let dossier = try await desk.dossier()
        try await desk.work { ledger in
            try await ledger.accept(dossier.item, by: "cán bộ 7", now: PrintingDesk.morning.addingTimeInterval(600))
        }
        #expect(try await desk.print("control-slip", dossier.item, "--dated", "2026-08-05", to: "slip.pdf").status == 0)
        let text = try await desk.text(of: "slip.pdf")
        for words in [
            "PHIẾU KIỂM SOÁT", "Văn phòng HĐND và UBND xã Tiên Yên", "1. Giao: Bộ phận TN&TKQ", "09:10", "Đúng hạn",
            "2. Nhận: Người nhận kết quả", "Hạn: 17:00",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func supplement_listsWhatTheOfficerAskedFor_overSeveralPagesIfNeedBe() async throws {
        let desk = try PrintingDesk()
        let dossier = try await desk.dossier()
        let early = try await desk.print("supplement", dossier.id, to: "early.pdf")
        #expect(early.status == 64)
        #expect(early.complaints.contains("never paused for a supplement"))
        try await desk.work { ledger in
            try await ledger.accept(dossier.item, by: "cán bộ 7", now: PrintingDesk.morning)
            try await ledger.pause(
                dossier.item, for: .supplement, by: "cán bộ 7", reason: "Thiếu chữ ký.", papers: ["Tờ khai có chữ ký"],
                now: PrintingDesk.morning.addingTimeInterval(86_400))
        }
        #expect(try await desk.print("supplement", dossier.id, to: "short.pdf").status == 0)
        let text = try await desk.text(of: "short.pdf")
        for words in ["1. Tờ khai có chữ ký", "Lý do: Thiếu chữ ký.", "ngày 06 tháng 8 năm 2026", "/PBS-TTPVHCC"] {
            #expect(text.contains(words), "\(words)")
        }
        let many = (1...60).flatMap { ["--paper", "Giấy tờ số \($0) cần được chứng thực lại"] }
        #expect(
            try await HosoCommand.run(
                ["print", "supplement", dossier.id, "--data", desk.data, "-o", desk.path("long.pdf")] + many
            ).status == 0)
        let pages = try await desk.pages(of: "long.pdf")
        #expect(pages.count == 2 || pages.count == 3)
        #expect(pages.joined().contains("60. Giấy tờ số 60"))
        #expect(pages.last?.contains("NGƯỜI HƯỚNG DẪN") == true)
        #expect(pages[1].split(separator: "\n").first?.trimmingCharacters(in: .whitespaces) == "2")
    }

    @Test func refusal_andStop_areKeptApartByWhetherTheDossierWasTakenOn() async throws {
        let desk = try PrintingDesk()
        let refused = try await desk.dossier()
        let stopped = try await desk.dossier()
        try await desk.work { ledger in
            try await ledger.refuse(
                refused.item, by: "cán bộ 7", reason: "Không thuộc thẩm quyền.", now: PrintingDesk.morning)
            try await ledger.accept(stopped.item, by: "cán bộ 7", now: PrintingDesk.morning)
            try await ledger.withdraw(
                stopped.item, by: "cán bộ 7", reason: "Công dân rút hồ sơ.", now: PrintingDesk.morning)
        }
        #expect(try await desk.print("refusal", refused.id, to: "refusal.pdf").status == 0)
        #expect(try await desk.text(of: "refusal.pdf").contains("Không thuộc thẩm quyền."))
        #expect(try await desk.print("stop", stopped.id, to: "stop.pdf").status == 0)
        #expect(try await desk.text(of: "stop.pdf").contains("Lý do dừng giải quyết: Công dân rút hồ sơ."))
        let wrong = try await desk.print("stop", refused.id, to: "wrong.pdf")
        #expect(wrong.status == 64 && wrong.complaints.contains("hoso print refusal"))
        #expect(!FileManager.default.fileExists(atPath: desk.path("wrong.pdf")))
    }

    @Test func longReason_flowsOverAsManyPagesAsItTakes_withinTheirMargins() async throws {
        let desk = try PrintingDesk()
        let dossier = try await desk.dossier()
        let reason = (1...240).map { "Căn cứ Điều\($0) của quy định." }.joined(separator: " ")
        try await desk.work { ledger in
            try await ledger.refuse(dossier.item, by: "cán bộ 7", reason: reason, now: PrintingDesk.morning)
        }
        #expect(try await desk.print("refusal", dossier.id, to: "refusal.pdf").status == 0)
        let words = try await Programs.run("pdftotext", "-bbox", desk.path("refusal.pdf"), "-").output
        let bottoms = words.matches(of: #/yMax="([\d.]+)"/#).compactMap { Double($0.1) }
        #expect(bottoms.count > 240 * 6)
        // A4 is 842 points high, its lower margin 20 mm.
        #expect(bottoms.allSatisfy { $0 < 842 - 56 })
        let text = try await desk.text(of: "refusal.pdf")
        #expect((1...240).allSatisfy { text.contains("Điều\($0) ") })
        #expect(try await desk.pages(of: "refusal.pdf").count >= 3)
    }

    @Test func apology_tellsThePromisedAndTheNewDay() async throws {
        let desk = try PrintingDesk()
        let dossier = try await desk.dossier()
        try await desk.work { ledger in
            try await ledger.accept(dossier.item, by: "cán bộ 7", now: PrintingDesk.morning)
            try await ledger.extend(
                dossier.item, to: PrintingDesk.due.addingTimeInterval(3 * 86_400), by: "cán bộ 7",
                reason: "Chưa có kết quả xác minh.", now: PrintingDesk.morning)
        }
        #expect(try await desk.print("apology", dossier.id, to: "apology.pdf").status == 0)
        let text = try await desk.text(of: "apology.pdf")
        for words in [
            "Kính gửi: Chíu Thị Mây", "17 giờ 00 phút, ngày 07 tháng 8 năm 2026", "Chưa có kết quả xác minh.",
            "vào ngày 10 tháng 8 năm 2026",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func register_repeatsItsHeadOnEachPage_andKeepsComplainantsToThoseWhoMaySeeThem() async throws {
        let desk = try PrintingDesk()
        for number in 1...30 {
            _ = try await desk.dossier(applicant: "Người Thử \(number)")
        }
        _ = try await desk.dossier("2.002396", unit: "lanh-dao", applicant: "Người Tố Cáo")
        let printed = try await desk.print("register", "--from", "2026-08-01", "--to", "2026-08-31", to: "book.pdf")
        #expect(printed.status == 0)
        let pages = try await desk.pages(of: "book.pdf")
        #expect(pages.count > 1)
        #expect(pages.allSatisfy { $0.contains("Mã hồ sơ") })
        #expect(pages.joined().contains("Tổng số: 31 hồ sơ."))
        #expect(!pages.joined().contains("Tố Cáo"))
    }

    @Test func rowLongerThanAPage_goesOnOnTheNext() async throws {
        let desk = try PrintingDesk()
        let name = (1...400).map { "Người\($0)" }.joined(separator: " ")
        _ = try await desk.dossier(applicant: name)
        let printed = try await desk.print("register", "--from", "2026-08-01", "--to", "2026-08-31", to: "book.pdf")
        #expect(printed.status == 0)
        let text = try await desk.text(of: "book.pdf")
        #expect((1...400).allSatisfy { text.contains("Người\($0)") })
        let words = try await Programs.run("pdftotext", "-bbox", desk.path("book.pdf"), "-").output
        // Lying on its long side A4 is 595 points high.
        #expect(words.matches(of: #/yMax="([\d.]+)"/#).allSatisfy { Double($0.1) ?? 600 < 595 - 56 })
    }

    @Test func registerOfAnEmptyPeriod_saysSo() async throws {
        let desk = try PrintingDesk()
        _ = try await desk.dossier()
        let printed = try await desk.print("register", "--from", "2026-07-01", "--to", "2026-07-31", to: "book.pdf")
        #expect(printed.status == 0)
        #expect(printed.complaints.contains("nothing was handed in"))
        #expect(try await desk.text(of: "book.pdf").contains("Tổng số: 0 hồ sơ."))
    }

    @Test(arguments: [
        (["receipt", "H49.000.00-260805-019999"], 64, "knows no dossier"),
        (["receipt"], 64, "name a dossier"),
        (["receipt", "--dossier", "H49"], 64, "--procedure"),
        (["register", "--from", "2026-02-30"], 64, "expected a date"),
        (["apology", "H49", "--dated", "soon"], 64, "--dated"),
    ])
    func badInput_isSaidInWords(arguments: [String], status: Int, words: String) async throws {
        let desk = try PrintingDesk()
        _ = try await desk.dossier()
        let printed = try await HosoCommand.run(
            ["print"] + arguments + ["--data", desk.data, "-o", desk.path("paper.pdf")])
        #expect(printed.status == Int32(status))
        #expect(printed.complaints.contains(words))
        #expect(!FileManager.default.fileExists(atPath: desk.path("paper.pdf")))
    }
}
