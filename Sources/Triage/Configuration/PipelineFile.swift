import Classification
import Dossiers
package import Foundation
import Ledger
import Routing

/// Reads a pipeline file with all the files it names.
package enum PipelineFile {
    /// - Throws: `ConfigurationError` with every problem of every file.
    package static func load(_ url: URL) throws -> Pipeline {
        let problems = ProblemList()
        let pipeline = read(url, problems: problems)
        try problems.throwIfAny()
        guard let pipeline else {
            problems.report("holds no pipeline", file: url.relativePath)
            throw ConfigurationError(problems: problems.problems)
        }
        return pipeline
    }

    /// Nil where something necessary is missing, which is then among the problems.
    private static func read(_ url: URL, problems: ProblemList) -> Pipeline? {
        guard let root = YAMLMap(contentsOf: url, problems: problems) else { return nil }
        root.refuseKeys(otherThan: [
            "name", "catalogue", "units", "calendar", "forms", "model", "place", "channel", "limits", "decide",
            "separators", "first-pages", "combinations", "places", "dossier-number", "reduced", "stages", "letterhead",
        ])
        let folder = url.deletingLastPathComponent()
        func path(_ key: String) -> URL? { root.text(key).map { folder.appending(path: $0) } }

        let name = root.text("name")
        let units = path("units").flatMap { UnitsFile($0, problems: problems) }
        let catalogue = path("catalogue").flatMap { CatalogueFile.read($0, units: units?.ids, problems: problems) }
        let calendar = path("calendar").flatMap { CalendarFile.read($0, problems: problems) }
        // Absolute, because URL loses its way on `..` in a relative path.
        let reduced = (root.has("reduced") ? path("reduced") : nil).map {
            ReducedLimitsFile.read($0, catalogue: catalogue, problems: problems)
        }
        let forms = path("forms").map { URL(filePath: $0.absoluteURL.path).standardizedFileURL }
        let places = (root.has("places") ? path("places") : nil).map {
            URL(filePath: $0.absoluteURL.path).standardizedFileURL
        }
        if let places, !FileManager.default.isReadableFile(atPath: places.path) {
            root.report("no such file: \(places.relativePath)", at: "places")
        }
        let model = path("model").map { URL(filePath: $0.absoluteURL.path).standardizedFileURL }
        if let catalogue { units?.check(against: catalogue) }
        let place = root.text("place").flatMap { id in
            let place = units?.table.places[id]
            if units != nil, place == nil { root.report("no place “\(id)” in the units file", at: "place") }
            return place
        }
        let channel: Channel? = root.choice("channel")
        let limits = limits(root)
        let decide = decide(root)
        let combinations = combinations(root, catalogue: catalogue)
        let separators = root.texts("separators")
        let firstPages = root.texts("first-pages")
        let numbering = numbering(root)

        let named = ["catalogue", "units", "calendar"] + (reduced == nil ? [] : ["reduced"])
        guard let name, let units, let catalogue, let calendar, let forms, let model, let place, let channel
        else { return nil }
        return Pipeline(
            name: name, version: version(of: [url] + named.compactMap(path)),

            router: Router(
                catalogue: catalogue, units: units.table, calendar: calendar, reducedLimits: reduced ?? [:]),
            place: place,
            channel: channel, formsDirectory: forms, modelDirectory: model, placesFile: places, limits: limits,
            decide: decide, separators: separators, firstPages: firstPages, combinations: combinations,
            hooks: units.hooks, numbering: numbering, stages: stages(root),
            letterhead: Letterhead(root, place: place))
    }

    private static func stages(_ root: YAMLMap) -> StageBudget {
        var budget = StageBudget()
        guard root.has("stages"), let map = root.map("stages") else { return budget }
        map.refuseKeys(otherThan: ["intake", "assignment", "return"])
        budget.intake = map.number("intake", default: budget.intake, in: 0...30)
        budget.assignment = map.number("assignment", default: budget.assignment, in: 0...30)
        budget.return = map.number("return", default: budget.return, in: 0...30)
        return budget
    }

    private static func numbering(_ root: YAMLMap) -> DossierNumbering? {
        guard root.has("dossier-number"), let map = root.map("dossier-number") else { return nil }
        map.refuseKeys(otherThan: ["prefix", "series"])
        guard let prefix = map.text("prefix"), let series = map.text("series") else { return nil }
        if let fault = DossierNumbering.fault(prefix: prefix) { map.report(fault, at: "prefix") }
        if let fault = DossierNumbering.fault(series: series) { map.report(fault, at: "series") }
        return DossierNumbering(prefix: prefix, series: series)
    }

    private static func version(of files: [URL]) -> String {
        // A file that vanishes between its reading and this leaves a mark of its own.
        let digests = files.map { (try? ContentDigest.ofFile($0)) ?? "gone" }
        return String(ContentDigest.of(Data(digests.joined(separator: "\n").utf8)).prefix(12))
    }

    private static func limits(_ root: YAMLMap) -> PipelineLimits {
        var limits = PipelineLimits()
        guard root.has("limits"), let map = root.map("limits") else { return limits }
        map.refuseKeys(otherThan: [
            "reader-memory-mb", "seconds-per-page", "pixels-per-page", "pages-per-file", "bytes-per-file",
            "attempts-per-page",
        ])
        limits.readerMemoryMB = map.integer("reader-memory-mb", default: limits.readerMemoryMB, in: 256...1_048_576)
        limits.secondsPerPage = map.number("seconds-per-page", default: limits.secondsPerPage, in: 1...3_600)
        limits.pixelsPerPage = map.integer(
            "pixels-per-page", default: limits.pixelsPerPage, in: 1_000_000...2_000_000_000)
        limits.pagesPerFile = map.integer("pages-per-file", default: limits.pagesPerFile, in: 1...1_000_000)
        limits.bytesPerFile = map.integer("bytes-per-file", default: limits.bytesPerFile, in: 1_024...1_099_511_627_776)
        limits.attemptsPerPage = map.integer("attempts-per-page", default: limits.attemptsPerPage, in: 1...10)
        return limits
    }

    private static func decide(_ root: YAMLMap) -> DecisionRule {
        var rule = DecisionRule()
        guard root.has("decide"), let map = root.map("decide") else { return rule }
        map.refuseKeys(otherThan: ["error-limit", "page-quality"])
        rule.errorLimit = map.number("error-limit", default: rule.errorLimit, in: 0...1)
        rule.pageQuality = map.number("page-quality", default: rule.pageQuality, in: 0...1)
        return rule
    }

    private static func combinations(_ root: YAMLMap, catalogue: Catalogue?) -> [FormCombination] {
        root.maps("combinations").compactMap { entry -> FormCombination? in
            entry.refuseKeys(otherThan: ["families", "procedure"])
            let families = Set(entry.texts("families"))
            if families.count < 2 { entry.report("“families” needs two forms or more") }
            guard let code = entry.procedureCode("procedure") else { return nil }
            if let catalogue, catalogue[code] == nil {
                entry.report("no procedure \(code) in the catalogue", at: "procedure")
            }
            return FormCombination(families: families, code: code)
        }
    }
}
