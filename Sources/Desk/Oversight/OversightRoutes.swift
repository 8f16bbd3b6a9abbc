extension Desk {
    /// What supervisors and administrators see of the whole office.
    var oversightRoutes: [DeskRoute] {
        lateRoutes + reportRoutes + confusionRoutes + eventLogRoutes + searchRoutes + sampleRoutes + unitRoutes
            + reorganizingRoutes + modelRoutes
    }
}
