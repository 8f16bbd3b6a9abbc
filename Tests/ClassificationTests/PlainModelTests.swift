import Dossiers
import Foundation
import Testing

@testable import Classification

private enum Texts {
    private static let subjects: [(label: String, words: [String])] = [
        ("kinh tế", ["giá vàng tăng", "chứng khoán giảm", "lãi suất ngân hàng", "xuất khẩu gạo"]),
        ("thể thao", ["đội tuyển thắng trận", "cầu thủ ghi bàn", "giải vô địch quốc gia", "huấn luyện viên mới"]),
        ("y tế", ["bệnh viện khám bệnh", "tiêm vắc xin cúm", "bác sĩ kê đơn thuốc", "bảo hiểm y tế"]),
    ]

    static let all: [LabeledText] = (0..<30).flatMap { number in
        subjects.map { subject in
            let words = subject.words[number % subject.words.count] + " " + subject.words[(number * 7 + 1) % 4]
            return LabeledText(text: "tin số \(number): \(words) hôm nay", label: subject.label)
        }
    }

    static func model() throws -> PlainModel { try PlainTrainer().train(on: all, name: "tin", version: "1").model }
}

@Test func plainTraining_givesTheSameBytesForTheSameTexts() throws {
    #expect(try Texts.model().fileContents() == Texts.model().fileContents())
}

@Test(arguments: [("giá vàng", "kinh tế"), ("GIA VANG TANG", "kinh tế"), ("bác sĩ và bệnh viện", "y tế")])
func plainModel_knowsTextsWithAndWithoutMarks(text: String, label: String) throws {
    let prediction = try Texts.model().predict(text)
    #expect(prediction.label == label)
    #expect(!prediction.because.isEmpty)
    #expect(prediction.alternatives.allSatisfy { $0.probability <= prediction.probability })
}

@Test func plainModel_namesWordsForAndAgainst() throws {
    let prediction = try Texts.model().explain("giá vàng tăng mạnh, bác sĩ nói")
    let weights = Dictionary(prediction.weighed.map { ($0.text, $0.weight) }) { first, _ in first }
    #expect(weights.values.contains { $0 > 0 })
    #expect(weights.contains { $0.value < 0 && $0.key.contains("sĩ") }, "\(weights)")
    #expect(prediction.label == "kinh tế")
}

/// Learned in one order and taken back in another: nothing may be left.
@Test(arguments: 1...8)
func plainLearning_thenUnlearning_givesTheSameBytes(seed: UInt64) throws {
    var random = SystemRandomNumberGenerator()
    var model = try Texts.model()
    let before = model.fileContents()
    let examples = (0..<5).map { number in
        let text = (0..<20).map { _ in
            ["giá", "vàng", "lạ", "mới", "Y", "đội tuyển", "\(seed)"].randomElement(using: &random) ?? ""
        }
        return LabeledText(text: text.joined(separator: " "), label: number == 0 ? "nhãn mới" : "y tế")
    }
    for example in examples { model.learn(example) }
    #expect(model.fileContents() != before)
    for example in examples.shuffled(using: &random) { try model.unlearn(example) }
    #expect(model.fileContents() == before)
}

@Test func plainUnlearning_refusesATextThatWasNeverLearned() throws {
    var model = try Texts.model()
    let before = model.fileContents()
    #expect(throws: ModelError.neverLearned) { try model.unlearn(LabeledText(text: "xin chào", label: "y tế")) }
    #expect(throws: ModelError.neverLearned) { try model.unlearn(LabeledText(text: "giá vàng", label: "không có")) }
    #expect(model.fileContents() == before)
}

@Test func plainModelFile_readsBackAsItWas() throws {
    let model = try Texts.model()
    let copy = try PlainModel(fileContents: model.fileContents())
    #expect(copy.fileContents() == model.fileContents())
    #expect(copy.predict("cầu thủ ghi bàn") == model.predict("cầu thủ ghi bàn"))
}

@Test(arguments: [0, 8, 10, 30, 400])
func plainModel_refusesAFlippedByte(position: Int) throws {
    var data = try Texts.model().fileContents()
    data[data.startIndex + position] ^= 0x10
    #expect(throws: ModelError.self) { try PlainModel(fileContents: data) }
}

@Test func plainModel_refusesACutFile() throws {
    let data = try Texts.model().fileContents()
    #expect(throws: ModelError.self) { try PlainModel(fileContents: data.prefix(data.count / 2)) }
}

@Test(arguments: ["", " ", "\u{0}\u{1}", "👍🏽", "\u{301}a"])
func plainModel_answersAnyText(text: String) throws {
    let prediction = try Texts.model().predict(text)
    #expect((0...1).contains(prediction.probability))
}

/// Many texts counted at once, and the same one after the other.
@Test(arguments: 1...4)
func plainCounts_ofManyTexts_areThoseOfEachInTurn(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = ["giá", "gia", "vàng", "mới", "đội", "tuyển", "7", "ngân hàng", "\u{1F600}"]
    let texts = (0..<60).map { _ in
        (0..<Int.random(in: 0...40, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
            .joined(separator: " ")
    }
    let labels = texts.map { _ in Int32.random(in: 0..<4, using: &random) }
    var rows = CountedTexts()
    for var text in texts { text.withUTF8 { rows.append($0) } }
    let atOnce = PlainCounts(of: rows, labelOfRow: labels, labels: 4, chosen: Array(texts.indices))

    var table = KeyTable()
    var inTurn = PlainCounts(labels: 4)
    for (text, label) in zip(texts, labels) {
        var text = text
        var times: [Int: UInt32] = [:]
        text.withUTF8 { PlainFeatures().features(of: $0) { times[table.register($0), default: 0] += 1 } }
        let row = times.sorted { $0.key < $1.key }.map { (feature: $0.key, times: $0.value) }
        let isLearned = inTurn.change(row, label: Int(label), learning: true)
        #expect(isLearned)
    }
    #expect(atOnce == inTurn)
    #expect(rows.table.keys == table.keys)
}
