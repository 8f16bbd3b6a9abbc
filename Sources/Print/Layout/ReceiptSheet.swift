internal import CPangoCairo
import Dossiers

/// What stands on a dossier's receipt, each as it is to be printed; empty where it is to be written in by hand.
package struct Receipt: Sendable {
    /// The dossier's code (mã hồ sơ).
    package var dossier: String
    /// The office that received it, and the one above it.
    package var office: String
    package var superior: String
    package var applicant: String
    package var idNumber: String
    package var address: String
    package var phone: String
    /// The procedure by name and code.
    package var procedure: String
    package var papers: [String]
    /// Working days and the like, in words.
    package var limit: String
    package var received: String
    package var due: String

    package init(
        dossier: String, office: String, superior: String, applicant: String, idNumber: String, address: String,
        phone: String, procedure: String, papers: [String], limit: String, received: String, due: String
    ) {
        self.dossier = dossier
        self.office = office
        self.superior = superior
        self.applicant = applicant
        self.idNumber = idNumber
        self.address = address
        self.phone = phone
        self.procedure = procedure
        self.papers = papers
        self.limit = limit
        self.received = received
        self.due = due
    }
}

/// Giấy tiếp nhận hồ sơ và hẹn trả kết quả, after form 01 of Circular 03/2025/TT-VPCP, with the dossier's code as a QR
/// code: laid on top of the dossier, it separates it from others and says which it is.
package enum ReceiptSheet {
    package static func write(_ receipt: Receipt, to path: String) throws(PrintFailure) {
        try Press.alone { () throws(PrintFailure) in
            let canvas = try Canvas(pdfAt: path)
            try draw(receipt, on: canvas)
            try canvas.finish(path: path)
        }
    }

    private static let left = 72.0
    private static let right = Paper.width - 50
    private static let leader = String(repeating: ".", count: 40)

    private static func draw(_ receipt: Receipt, on canvas: borrowing Canvas) throws(PrintFailure) {
        try head(receipt, on: canvas)
        let side = 96.0
        try QRPicture.draw(
            ReceiptCode.text(for: receipt.dossier), x: right - side, y: 118, side: side, on: canvas)
        var y = 150.0
        y += try text(
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", size: 14, isBold: true, center: left...(right - side), y: y,
            on: canvas)
        y += try text("Mã hồ sơ: \(receipt.dossier)", size: 13, center: left...(right - side), y: y + 6, on: canvas)
        y = 226
        for line in lines(of: receipt) { y += try text(line, size: 12.5, y: y, on: canvas) + 5 }
        let middle = (left + right) / 2
        for (words, range) in [("NGƯỜI NỘP HỒ SƠ", left...middle), ("NGƯỜI TIẾP NHẬN HỒ SƠ", middle...right)] {
            let below = try text(words, size: 12, isBold: true, center: range, y: y + 24, on: canvas)
            _ = try text("(Ký và ghi rõ họ tên)", size: 11.5, center: range, y: y + 24 + below, on: canvas)
        }
    }

    private static func head(_ receipt: Receipt, on canvas: borrowing Canvas) throws(PrintFailure) {
        let middle = left + (right - left) * 0.45
        let above = try text(receipt.superior.uppercased(), size: 11, center: left...(middle - 8), y: 46, on: canvas)
        _ = try text(
            receipt.office.uppercased(), size: 11, isBold: true, center: left...(middle - 8), y: 46 + above, on: canvas)
        let below = try text(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size: 11, isBold: true, center: middle...right, y: 46, on: canvas)
        _ = try text(
            "Độc lập - Tự do - Hạnh phúc", size: 12, isBold: true, center: middle...right, y: 46 + below, on: canvas)
    }

    private static func lines(of receipt: Receipt) -> [String] {
        func value(_ text: String) -> String { text.isEmpty ? leader : text }
        let papers = receipt.papers.isEmpty ? [leader, leader, leader] : receipt.papers
        return [
            "Bộ phận Tiếp nhận và Trả kết quả: \(receipt.office)",
            "Tiếp nhận hồ sơ của: \(value(receipt.applicant))",
            "Số định danh cá nhân/tổ chức: \(value(receipt.idNumber))",
            "Địa chỉ: \(value(receipt.address))",
            "Số điện thoại: \(value(receipt.phone))",
            "Nội dung yêu cầu giải quyết: \(value(receipt.procedure))",
            "Thành phần hồ sơ nộp gồm:",
        ] + zip(1..., papers).map { "\($0). \($1)" } + [
            "Số lượng hồ sơ: 01 (bộ)",
            "Thời gian giải quyết hồ sơ theo quy định là: \(value(receipt.limit))",
            "Thời gian nhận hồ sơ: \(receipt.received)",
            "Thời gian trả kết quả giải quyết hồ sơ: \(value(receipt.due))",
        ]
    }

    /// - Returns: The height that was used, in points.
    private static func text(
        _ text: String, size: Double, isBold: Bool = false, center: ClosedRange<Double>? = nil, y: Double,
        on canvas: borrowing Canvas
    ) throws(PrintFailure) -> Double {
        let range = center ?? left...right
        let block = try TextBlock(
            [TextBlock.Piece(text: text, look: TextBlock.Look(face: "Tinos", size: size, isBold: isBold))],
            width: range.upperBound - range.lowerBound, leading: 1.15, alignment: center == nil ? .left : .center,
            on: canvas)
        for (index, row) in block.rows.enumerated() {
            block.draw(row: index, x: range.lowerBound + row.x, y: y + row.baseline, on: canvas)
        }
        return block.rows.map { $0.top + $0.height }.max() ?? 0
    }
}
