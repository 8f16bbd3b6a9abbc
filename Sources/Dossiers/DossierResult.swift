package import Foundation

/// What triage made of one dossier: the object that `hoso run --json` prints.
package struct DossierResult: Codable, Hashable, Sendable {
    package struct ProposedProcedure: Codable, Hashable, Sendable {
        package struct Alternative: Codable, Hashable, Sendable {
            package var code: String
            /// 0…1.
            package var probability: Double

            package init(code: String, probability: Double) {
                self.code = code
                self.probability = probability
            }
        }

        /// Words of the application and what they say.
        package struct Reason: Codable, Hashable, Sendable {
            package var text: String
            /// For the procedure, or, below 0, against it; −1…1, as a share of what the strongest words say.
            package var weight: Double
            /// 1-based in the source file; nil where the words stand in no single line.
            package var page: Int?
            /// Pixels, top-left origin, in the upright page.
            package var box: PixelBox?

            package init(text: String, weight: Double, page: Int?, box: PixelBox?) {
                self.text = text
                self.weight = weight
                self.page = page
                self.box = box
            }
        }

        package var code: String
        package var name: String
        /// Calibrated, 0…1.
        package var probability: Double
        package var alternatives: [Alternative]
        /// The words that carried it, strongest first.
        package var because: [String]
        /// The same words, those that spoke against, and where they stand. Nil in results that were stored without.
        package var reasons: [Reason]?

        package init(
            code: String, name: String, probability: Double, alternatives: [Alternative], because: [String],
            reasons: [Reason]? = nil
        ) {
            self.code = code
            self.name = name
            self.probability = probability
            self.alternatives = alternatives
            self.because = because
            self.reasons = reasons
        }
    }

    /// One unit's share of the work.
    package struct Task: Codable, Hashable, Sendable {
        /// A unit's identifier.
        package var unit: String
        /// What the office promises: the law's date, or an earlier one.
        package var due: Date?
        /// The law's date where the office promises an earlier one.
        package var statutoryDue: Date?

        package init(unit: String, due: Date?, statutoryDue: Date? = nil) {
            self.unit = unit
            self.due = due
            self.statutoryDue = statutoryDue
        }
    }

    /// A paper of the dossier.
    package struct Document: Codable, Hashable, Sendable {
        /// `application-form`, or the form's id for any other known paper, or `unknown`.
        package var type: String
        /// 1-based in the source file.
        package var pages: [Int]

        package init(type: String, pages: [Int]) {
            self.type = type
            self.pages = pages
        }
    }

    /// Seconds of machine time.
    package struct Seconds: Codable, Hashable, Sendable {
        package var read: Double
        package var understand: Double
        /// From intake to decision, waiting included.
        package var total: Double

        package init(read: Double, understand: Double, total: Double) {
            self.read = read
            self.understand = understand
            self.total = total
        }
    }

    package var dossier: String
    package var source: String
    /// 1-based in the source file; empty for a file whose pages could not be counted.
    package var pages: [Int]
    /// Nil where nothing can be suggested.
    package var procedure: ProposedProcedure?
    package var decision: Decision
    /// In words, for a person: why auto, why a person looks, or why it could not be read.
    package var reason: String
    /// The leading unit's identifier; nil until one is competent.
    package var unit: String?
    package var tasks: [Task]
    package var due: Date?
    package var fields: [ExtractedField]
    package var documents: [Document]
    /// The procedure's list of papers, each with how it stands in the dossier: advice.
    package var papers: [PaperStanding]
    /// Papers of the list that were not found: advice.
    package var missing: [String] { papers.filter { $0.standing == .missing }.map(\.name) }
    package var seconds: Seconds
    /// Name and version of the model that decided: `commune-vi/1`.
    package var model: String
    /// The dossier's code (mã hồ sơ), where its receipt lies in it.
    package var code: String?
    /// Pages with which another dossier may begin, where sheets are missing; a person confirms. Nil is empty.
    package var proposedSplits: [Int]?
    /// Where the scan falls short of the duties of scanning: advice. Nil is empty.
    package var scanFaults: [ScanFault]?

    package init(
        dossier: String, source: String, pages: [Int], procedure: ProposedProcedure?, decision: Decision,
        reason: String, unit: String?, tasks: [Task], due: Date?, fields: [ExtractedField], documents: [Document],
        papers: [PaperStanding], seconds: Seconds, model: String, code: String? = nil, proposedSplits: [Int] = [],
        scanFaults: [ScanFault] = []
    ) {
        self.dossier = dossier
        self.source = source
        self.pages = pages
        self.procedure = procedure
        self.decision = decision
        self.reason = reason
        self.unit = unit
        self.tasks = tasks
        self.due = due
        self.fields = fields
        self.documents = documents
        self.papers = papers
        self.seconds = seconds
        self.model = model
        self.code = code
        self.proposedSplits = proposedSplits.isEmpty ? nil : proposedSplits
        self.scanFaults = scanFaults.isEmpty ? nil : scanFaults
    }
}
