import Dossiers
import Testing

@testable import Classification

/// What people confirmed decides from where on anything is automatic.
@Suite struct ConfirmedTrainingTests {
    private static func confirmed(_ numbers: Range<Int>) -> [LabeledText] {
        numbers.flatMap { number in
            [
                LabeledText(text: Examples.birthForm(number), label: "1.001193", family: Examples.birth),
                LabeledText(text: Examples.complaintForm(number), label: "2.002409", family: Examples.complaint),
            ]
        }
    }

    private static func judged(
        _ right: Int, wrong: Int = 0, at probability: Double, reading: ReadingBand? = nil
    ) -> [JudgedText] {
        (0..<right + wrong).map {
            JudgedText(label: "a", predicted: $0 < right ? "a" : "b", probability: probability, reading: reading)
        }
    }

    @Test func confirmedTexts_areJudgedApart_eachOnce() throws {
        let trained = try Trainer().train(
            on: Examples.all, confirmed: Self.confirmed(0..<10), name: "test", version: "2")
        #expect(trained.heldOut.confirmed.count == 20)
        #expect(trained.heldOut.known.count == Examples.all.count)
        #expect(trained.model.texts == Examples.all.count + 20)
        #expect(trained.heldOut.confirmed.allSatisfy { $0.isRight })
    }

    @Test func tooFewConfirmedTexts_giveNoThreshold_howeverManyOthersThereAre() throws {
        let trained = try Trainer().train(
            on: Examples.all, confirmed: Self.confirmed(0..<10), name: "test", version: "2")
        for rate in Coverage.promises { #expect(trained.model.threshold(promising: rate) == nil) }
    }

    @Test func threshold_isTheStricterOne_ofConfirmedAndOtherTexts() {
        var heldOut = HeldOut(known: Self.judged(500, at: 0.9), strangers: [])
        #expect(heldOut.threshold(promising: 0.01) == 0.9)
        heldOut.confirmed = Self.judged(500, at: 0.7)
        #expect(heldOut.threshold(promising: 0.01) == 0.9)
        heldOut.confirmed = Self.judged(500, at: 0.95)
        #expect(heldOut.threshold(promising: 0.01) == 0.95)
        heldOut.confirmed = Self.judged(480, wrong: 20, at: 0.95)
        #expect(heldOut.threshold(promising: 0.01) == nil)
        heldOut = HeldOut(known: [], confirmed: Self.judged(500, at: 0.8), strangers: [])
        #expect(heldOut.threshold(promising: 0.01) == 0.8)
    }

    @Test func thresholds_areBorneOutByPagesReadAsWell() {
        let clear = Self.judged(500, at: 0.8, reading: .clear)
        let fair = Self.judged(100, at: 0.99, reading: .fair)
        let poor = Self.judged(700, at: 0.9, reading: .poor) + Self.judged(0, wrong: 30, at: 0.7, reading: .poor)
        var heldOut = HeldOut(known: clear + fair, strangers: poor)
        #expect(heldOut.threshold(promising: 0.01, reading: .clear) == 0.8)
        #expect(heldOut.threshold(promising: 0.01, reading: .fair) == nil)
        #expect(heldOut.threshold(promising: 0.01, reading: .poor) == 0.9)
        #expect(heldOut.evidenceNeeded(promising: 0.01, reading: .fair).more == 337)
        heldOut.confirmed = Self.judged(500, at: 0.95, reading: .clear)
        #expect(heldOut.threshold(promising: 0.01, reading: .clear) == 0.95)
        #expect(heldOut.threshold(promising: 0.01, reading: .poor) == nil)
        #expect(heldOut.evidenceNeeded(promising: 0.01, reading: .poor).more == 437)
    }

    @Test func thresholdsByReading_areInTheModelFile() throws {
        var settings = ModelSettings(recipe: [.zones], weighting: .multinomial, smoothing: 0.1, sharpness: 1)
        settings.thresholds = [0.01: 0.9]
        settings.thresholdsByReading = [.clear: [0.01: 0.8], .poor: [0.02: 0.99]]
        var model = Model(name: "test", version: "1", settings: settings)
        model.learn(LabeledText(text: "đơn xin cấp", label: "a"))
        let read = try Model(fileContents: model.fileContents())
        #expect(read.threshold(promising: 0.01, reading: .clear) == 0.8)
        #expect(read.threshold(promising: 0.01, reading: .fair) == nil)
        #expect(read.threshold(promising: 0.01, reading: .poor) == nil)
        #expect(read.threshold(promising: 0.02, reading: .poor) == 0.99)
    }
}
