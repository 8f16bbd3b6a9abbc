internal import Classification
import Dossiers
internal import Reading

extension Pipeline {
    /// What its reader processes are held to.
    package var readerSettings: ReaderSettings {
        ReaderSettings(
            language: "vie", limits: PageLimits(pixelsPerPage: limits.pixelsPerPage),
            memory: limits.readerMemoryMB << 20, secondsPerPage: limits.secondsPerPage)
    }

    /// The judge of its dossiers.
    func judge(with model: PipelineModel, forms: [FormTemplate]) -> DossierJudge {
        let catalogue =
            switch model {
            case .forms: catalogueModel(name: "catalogue", version: name, forms: forms)
            case .catalogue(let ranked): ranked
            }
        // A model that never kept the promise on held-out texts decides nothing alone.
        let probability = model.forms?.threshold(promising: decide.errorLimit) ?? .infinity
        return DossierJudge(
            model: model.forms, catalogue: catalogue,
            thresholds: JudgeThresholds(probability: probability, pageConfidence: decide.pageQuality),
            combinations: combinations)
    }
}
