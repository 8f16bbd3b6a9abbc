internal import Classification
import Dossiers
internal import Reading

extension Pipeline {
    /// What its reader processes are held to.
    package var readerSettings: ReaderSettings {
        ReaderSettings(
            limits: PageLimits(pixelsPerPage: limits.pixelsPerPage),
            memory: limits.readerMemoryMB << 20, secondsPerPage: limits.secondsPerPage)
    }

    /// The judge of its dossiers.
    func judge(with model: PipelineModel, forms: [FormTemplate]) -> DossierJudge {
        let catalogue =
            switch model {
            case .forms: catalogueModel(name: "catalogue", version: name, forms: forms)
            case .catalogue(let ranked): ranked
            }
        // Where a model never kept the promise on held-out texts it decides nothing alone.
        var probabilities: [ReadingBand: Double] = [:]
        for band in ReadingBand.allCases {
            probabilities[band] = model.forms?.threshold(promising: decide.errorLimit, reading: band)
        }
        return DossierJudge(
            model: model.forms, catalogue: catalogue,
            thresholds: JudgeThresholds(probabilities: probabilities, pageConfidence: decide.pageQuality),
            combinations: combinations)
    }
}
