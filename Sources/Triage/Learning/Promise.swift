internal import Classification

extension Pipeline {
    /// The error rate that a model has to keep to under this pipeline: models know thresholds for a few, and the next
    /// stricter one counts.
    package var promise: Double { Coverage.promises.filter { $0 <= decide.errorLimit }.max() ?? decide.errorLimit }
}
