package import Classification
internal import Reading

extension Pipeline {
    /// What its reader processes are held to.
    package var readerSettings: ReaderSettings {
        ReaderSettings(
            language: "vie", limits: PageLimits(pixelsPerPage: limits.pixelsPerPage),
            memory: limits.readerMemoryMB << 20, secondsPerPage: limits.secondsPerPage)
    }

    /// The judge of its dossiers.
    package func judge(with model: Model) -> DossierJudge {
        // A model that never kept the promise on held-out texts decides nothing alone.
        let probability = model.threshold(promising: decide.errorLimit) ?? .infinity
        return DossierJudge(
            model: model, thresholds: JudgeThresholds(probability: probability, pageConfidence: decide.pageQuality),
            combinations: combinations)
    }
}
