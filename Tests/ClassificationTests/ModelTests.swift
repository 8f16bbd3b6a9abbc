import Classification
import Dossiers
import Foundation
import Testing

/// Trained once for all tests: training is the slow part.
enum Trained {
    static let forms: Model? = try? Trainer().train(on: Examples.all, name: "test", version: "1").model

    static func model() throws -> Model { try #require(forms) }
}

@Test func training_givesTheSameBytesForTheSameTexts() throws {
    let again = try Trainer().train(on: Examples.all, name: "test", version: "1").model
    #expect(try again.fileContents() == Trained.model().fileContents())
}

@Test func learn_thenUnlearn_givesTheSameBytes() throws {
    var model = try Trained.model()
    let before = model.fileContents()
    let correction = LabeledText(text: Examples.constructionForm(1), label: "1.013225", family: "xay-dung")
    model.learn(correction)
    #expect(model.fileContents() != before)
    try model.unlearn(correction)
    #expect(model.fileContents() == before)
}

@Test func unlearn_refusesATextThatWasNeverLearned() throws {
    var model = try Trained.model()
    let before = model.fileContents()
    #expect(throws: ModelError.neverLearned) {
        try model.unlearn(LabeledText(text: "xin chào", label: "1.001193", family: Examples.birth))
    }
    #expect(model.fileContents() == before)
}

@Test func oneLearnedText_isRecognisedAtOnce() throws {
    var model = try Trained.model()
    model.learn(LabeledText(text: Examples.constructionForm(1), label: "1.013225", family: "xay-dung"))
    #expect(model.predict(Examples.constructionForm(2)).label == "1.013225")
}

@Test func modelFile_readsBackAsItWas() throws {
    let model = try Trained.model()
    let copy = try Model(fileContents: model.fileContents())
    #expect(copy.fileContents() == model.fileContents())
    #expect(copy.predict(Examples.birthForm(3)) == model.predict(Examples.birthForm(3)))
}

@Test(arguments: [0, 8, 10, 20, 500, 3000])
func model_refusesAFlippedByte(position: Int) throws {
    var data = try Trained.model().fileContents()
    data[data.startIndex + position] ^= 0x10
    #expect(throws: ModelError.self) { try Model(fileContents: data) }
}

@Test(arguments: [0, 5, 13, 200])
func model_refusesACutFile(length: Int) throws {
    let data = try Trained.model().fileContents()
    #expect(throws: ModelError.self) { try Model(fileContents: data.prefix(length)) }
}

@Test func training_refusesNoTextsAndASingleLabel() {
    #expect(throws: ModelError.noTexts) { try Trainer().train(on: [], name: "a", version: "1") }
    let one = [LabeledText(text: "một", label: "a"), LabeledText(text: "hai", label: "a")]
    #expect(throws: ModelError.oneLabel) { try Trainer().train(on: one, name: "a", version: "1") }
}

@Test func emptyText_isNoMoreLikelyOneThingThanAnother() throws {
    #expect(try Trained.model().predict("").probability < 0.5)
}
