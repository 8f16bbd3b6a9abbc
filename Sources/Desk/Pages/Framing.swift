internal import Hummingbird
internal import Ledger

extension Desk {
    /// A page in its frame.
    ///
    /// - Parameters:
    ///   - title: The key of a text.
    ///   - here: What leads to this page again; nil for the request's own address.
    func page<Content: Sendable>(
        _ template: String, title: String, _ content: Content, _ request: Request, _ context: DeskContext,
        status: HTTPResponse.Status = .ok, here: String? = nil
    ) throws -> Response {
        let t = Texts.all(in: context.language)
        let frame = Frame(
            language: context.language.rawValue, otherLanguage: context.language.other.rawValue,
            title: t[title] ?? title, version: StaticFiles.version, account: context.account?.name,
            role: context.account.flatMap { t["role_\($0.role.rawValue)"] } ?? "",
            entries: entries(for: context.account, at: request.uri.path, t),
            token: context.session == nil ? "" : context.key?.formToken ?? "",
            here: here ?? LocalPath.checked(request.uri.string) ?? "/")
        return .html(try templates.html(template, Page(t: t, frame: frame, content: content)), status)
    }

    /// A piece that a script puts into a page.
    func piece<Content: Sendable>(
        _ template: String, _ content: Content, _ request: Request, _ context: DeskContext
    ) throws -> Response {
        let t = Texts.all(in: context.language)
        return .html(try templates.html(template, Page(t: t, frame: .bare(context.language), content: content)))
    }

    private func entries(for account: Account?, at path: String, _ t: [String: String]) -> [Frame.Entry] {
        Self.menu
            .filter { $0.access.admits(account) }
            .map { entry in
                let isCurrent =
                    entry.path == "/"
                    ? path == "/"
                    : (path == entry.path || path.hasPrefix(entry.path + "/"))
                        || entry.path == "/reports" && path.hasPrefix("/confusions")
                return Frame.Entry(path: entry.path, label: t[entry.text] ?? entry.text, isCurrent: isCurrent)
            }
    }

    private static let menu: [(path: String, text: String, access: Access)] = [
        ("/", "home", .people), ("/reception", "reception", DossierRights.deciders),
        ("/review", "review", DossierRights.deciders),
        ("/queue", "queue", .roles([.unit])),
        ("/search", "search", DossierRights.readers), ("/late", "late", .overseers),
        ("/reports", "reports", .overseers),
        ("/samples", "samples", .roles([.supervisor])), ("/units", "units", .overseers),
        ("/models", "models", .overseers), ("/log", "log", .overseers),
        ("/accounts", "accounts", .roles([.administrator])), ("/tokens", "tokens", .roles([.administrator])),
    ]
}
