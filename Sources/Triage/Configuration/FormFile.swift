package import Dossiers
package import Foundation

/// The forms of an office, read from a folder of YAML files: one form a file.
package enum FormFile {
    /// Reads every `*.yaml` of a folder, in the order of their names.
    ///
    /// - Throws: `ConfigurationError` with everything that is wrong in any of them.
    package static func forms(in directory: URL) throws -> [FormTemplate] {
        let problems = ProblemList()
        let names = try? FileManager.default.contentsOfDirectory(atPath: directory.path)
        let files = (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
        if files.isEmpty {
            problems.report(
                "no forms here: name a folder with form files (*.yaml), such as Pipelines/forms",
                file: directory.relativePath)
        }
        var forms: [FormTemplate] = []
        for name in files {
            let url = directory.appendingPathComponent(name)
            guard let map = YAMLMap(contentsOf: url, problems: problems), let form = form(map) else { continue }
            if form.id + ".yaml" != name {
                map.report("the id “\(form.id)” should be the file's name without .yaml", at: "id")
            }
            check(form, map)
            forms.append(form)
        }
        checkReferences(of: forms, in: directory, problems)
        try problems.throwIfAny()
        return forms
    }

    /// Reads one form; what other forms it names is not looked into.
    package static func form(at url: URL) throws -> FormTemplate {
        let problems = ProblemList()
        let map = YAMLMap(contentsOf: url, problems: problems)
        let form = map.flatMap(form)
        if let form, let map { check(form, map) }
        try problems.throwIfAny()
        guard let form else {
            throw ConfigurationError(problems: [
                ConfigurationProblem(file: url.relativePath, line: 1, column: 1, message: "holds no form")
            ])
        }
        return form
    }

    private static func form(_ map: YAMLMap) -> FormTemplate? {
        map.refuseKeys(otherThan: [
            "id", "title", "titles", "names", "role", "style", "uses", "people", "subject", "fields", "attachments",
            "fills",
            "lines",
        ])
        let uses = map.maps("uses").compactMap { use -> FormTemplate.Use? in
            use.refuseKeys(otherThan: ["code", "fills", "with"])
            guard let code = use.text("code") else { return nil }
            return FormTemplate.Use(code: code, fills: phrases(use, "fills"), companions: use.texts("with"))
        }
        let people = values(map, "people", PersonRole.init(rawValue:), "person")
        let fields = values(map, "fields", FieldName.init(rawValue:), "field")
        guard let id = map.text("id"), let title = map.text("title"), let lines = map.text("lines"),
            let role = word(map, "role", FormTemplate.Role.init(rawValue:), FormTemplate.Role.allCases.map(\.rawValue))
        else { return nil }
        let style =
            map.has("style")
            ? word(map, "style", FormTemplate.Style.init(rawValue:), FormTemplate.Style.allCases.map(\.rawValue))
            : nil
        let subject =
            map.has("subject")
            ? word(map, "subject", PersonRole.init(rawValue:), PersonRole.allCases.map(\.rawValue)) : nil
        return FormTemplate(
            id: id, title: title, titles: map.texts("titles"), names: map.texts("names"), role: role,
            style: style ?? .page, uses: uses,
            lines: lines.trimmingCharacters(in: .newlines).components(separatedBy: "\n"), fields: fields,
            people: people, subject: subject, fills: phrases(map, "fills"), attachments: map.texts("attachments"))
    }

    private static func phrases(_ map: YAMLMap, _ key: String) -> [String: [String]] {
        guard map.has(key), let fills = map.map(key) else { return [:] }
        return Dictionary(fills.keys.map { ($0, fills.texts($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func values<Value>(
        _ map: YAMLMap, _ key: String, _ read: (String) -> Value?, _ what: String
    ) -> [String: Value] {
        guard map.has(key), let entries = map.map(key) else { return [:] }
        var result: [String: Value] = [:]
        for name in entries.keys {
            guard let text = entries.text(name) else { continue }
            if let value = read(text) {
                result[name] = value
            } else {
                entries.report("“\(text)” is no \(what) that is known", at: name)
            }
        }
        return result
    }

    private static func word<Value>(
        _ map: YAMLMap, _ key: String, _ read: (String) -> Value?, _ known: [String]
    ) -> Value? {
        guard let text = map.text(key) else { return nil }
        guard let value = read(text) else {
            map.report("“\(text)” is not one of: \(known.joined(separator: ", "))", at: key)
            return nil
        }
        return value
    }
}

extension FormFile {
    /// Reports blanks of unknown kinds, phrases for blanks that are nowhere, and an application without a procedure.
    private static func check(_ form: FormTemplate, _ map: YAMLMap) {
        let blanks = form.blanks
        for blank in Set(blanks) where blank.kind == nil {
            map.report("the blank {\(blank.key):\(blank.type)} is of a kind that is not known", at: "lines")
        }
        let keys = Set(blanks.map(\.key))
        for key in form.fields.keys.sorted() where !keys.contains(key) {
            map.report("“fields” names “\(key)”, which no blank has", at: "fields")
        }
        let filled = Set(form.fills.keys).union(form.uses.flatMap(\.fills.keys))
        for key in filled.sorted() where !keys.contains(key) {
            map.report("there are phrases for “\(key)”, which no blank has", at: "lines")
        }
        if form.role == .application, form.uses.isEmpty {
            map.report("an application has to serve a procedure: give it “uses”", at: "role")
        }
    }

    private static func checkReferences(of forms: [FormTemplate], in directory: URL, _ problems: ProblemList) {
        let ids = Set(forms.map(\.id))
        for form in forms {
            let named = form.attachments + form.uses.flatMap(\.companions)
            for id in Set(named).subtracting(ids).sorted() {
                let file = directory.appendingPathComponent(form.id + ".yaml").relativePath
                problems.report("names the form “\(id)”, which is not here", file: file)
            }
        }
    }
}
