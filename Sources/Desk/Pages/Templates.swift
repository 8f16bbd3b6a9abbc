internal import Foundation
internal import Hummingbird
internal import Mustache

/// The pages' templates, compiled into the program.
struct Templates: Sendable {
    private let library: MustacheLibrary

    init() throws {
        let sources: [String: [UInt8]] = [
            "top": PackageResources.top_mustache, "bottom": PackageResources.bottom_mustache,
            "error": PackageResources.error_mustache, "login": PackageResources.login_mustache,
            "signed-on": PackageResources.signed_on_mustache,
            "home": PackageResources.home_mustache, "queue": PackageResources.queue_mustache,
            "accounts": PackageResources.accounts_mustache, "dossier": PackageResources.dossier_mustache,
            "field": PackageResources.field_mustache, "outlook": PackageResources.outlook_mustache,
            "review": PackageResources.review_mustache, "reception": PackageResources.reception_mustache,
            "uploads": PackageResources.uploads_mustache, "scan": PackageResources.scan_mustache,
            "suggestion": PackageResources.suggestion_mustache, "tile": PackageResources.tile_mustache,
            "moves": PackageResources.moves_mustache, "today": PackageResources.today_mustache,
            "late": PackageResources.late_mustache, "item": PackageResources.item_mustache,
            "report": PackageResources.report_mustache, "confusions": PackageResources.confusions_mustache,
            "confused": PackageResources.confused_mustache, "log": PackageResources.log_mustache,
            "search": PackageResources.search_mustache, "samples": PackageResources.samples_mustache,
            "sample": PackageResources.sample_mustache, "tokens": PackageResources.tokens_mustache,
            "units": PackageResources.units_mustache,
            "table": PackageResources.table_mustache, "models": PackageResources.models_mustache,
            "model": PackageResources.model_mustache, "promotion": PackageResources.promotion_mustache,
            "rollback": PackageResources.rollback_mustache, "reorganize": PackageResources.reorganize_mustache,
            "heir": PackageResources.heir_mustache, "preview": PackageResources.preview_mustache,
        ]
        var library = MustacheLibrary()
        for (name, bytes) in sources {
            try library.register(String(decoding: bytes, as: UTF8.self), named: name)
        }
        self.library = library
    }

    /// - Throws: Where there is no such template, which is an error in the program.
    func html<Content>(_ name: String, _ page: Page<Content>) throws -> String {
        guard let html = library.render(page, withTemplate: name) else { throw HTTPError(.internalServerError) }
        return html
    }
}
