import Dossiers
import Testing

@Suite struct ReceiptCodeTests {
    @Test(arguments: [
        "000.00.19.H49-260806-0001", "H49.14-240823-0001", "H49.001.02-260806-AA0001", "H05-251231-12345",
    ])
    func dossier_inAStateCode_isTheCode(code: String) {
        #expect(ReceiptCode.dossier(in: code) == code)
        #expect(ReceiptCode.dossier(in: "https://dichvucong.example/tra-cuu?ma=\(code)") == code)
    }

    @Test(arguments: [
        "PATCHT", "HOSO:SEP:1", "022181222317||Nguyễn Văn A|01011990|Nam|Tiên Yên|01012021", "H49.14-241323-0001",
        "HOSO:REC:1:", "https://example.com/",
    ])
    func dossier_inAnotherCode_isNone(code: String) {
        #expect(ReceiptCode.dossier(in: code) == nil)
    }

    @Test func dossier_inOurOwnCode_isWhatWasPrinted() {
        #expect(ReceiptCode.dossier(in: ReceiptCode.text(for: "TY-7")) == "TY-7")
    }
}
