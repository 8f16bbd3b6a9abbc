import Dossiers
import Foundation
import Testing
import Triage

@Suite struct FormFileTests {
    @Test func everyFormOfTheProjectIsSound() throws {
        let forms = try ProjectForms.load()
        #expect(forms.count >= 90)
        #expect(Set(forms.map(\.id)).count == forms.count)
    }

    @Test func theProjectsFormsLeadToManyProcedures() throws {
        let codes = Set(try ProjectForms.load().flatMap(\.uses).map(\.code))
        #expect(codes.count >= 45)
        let pattern = /[0-9]\.[0-9]{6}/
        #expect(codes.allSatisfy { $0.wholeMatch(of: pattern) != nil })
    }

    @Test func sharedFormsHaveManyWordingsForEachProcedure() throws {
        let forms = try ProjectForms.load().filter { $0.uses.count >= 8 && $0.fills["mau"] != nil }
        #expect(forms.count == 2)
        for form in forms {
            for use in form.uses { #expect(use.fills.values.map(\.count).max() ?? 0 >= 12, "\(form.id) \(use.code)") }
        }
    }

    @Test func reportsAllProblemsOfAFileAtOnce() throws {
        let folder = try ScratchFolder()
        let text = """
            id: other-name
            title: "ĐƠN"
            role: letter
            colour: red
            fields:
              ho_ten: applicant.nickname
            lines: |
              Tên: {ho_ten:name}
            """
        try Data(text.utf8).write(to: folder.url.appendingPathComponent("one.yaml"))
        let error = #expect(throws: ConfigurationError.self) { try FormFile.forms(in: folder.url) }
        let found = error?.problems.map { "\($0.line):\($0.column)" } ?? []
        #expect(found.contains("3:7") && found.contains("4:1") && found.contains("6:11"))
    }

    @Test(arguments: [
        ("{ho_ten:nickname}", "of a kind that is not known"),
        ("Tên", "an application has to serve a procedure"),
    ])
    func refusesFormsThatCannotBeFilled(line: String, complaint: String) throws {
        let folder = try ScratchFolder()
        let text = "id: one\ntitle: ĐƠN\nrole: application\nlines: |\n  \(line)\n"
        try Data(text.utf8).write(to: folder.url.appendingPathComponent("one.yaml"))
        let error = #expect(throws: ConfigurationError.self) { try FormFile.forms(in: folder.url) }
        #expect(error?.description.contains(complaint) == true)
    }

    @Test func refusesAFormThatNamesAnother() throws {
        let folder = try ScratchFolder()
        let text = "id: one\ntitle: GIẤY\nrole: other\nattachments: [two]\nlines: |\n  GIẤY\n"
        try Data(text.utf8).write(to: folder.url.appendingPathComponent("one.yaml"))
        let error = #expect(throws: ConfigurationError.self) { try FormFile.forms(in: folder.url) }
        #expect(error?.description.contains("two") == true)
    }
}
