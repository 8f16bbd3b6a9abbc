extension PostgresDriver {
    /// The server looks after its pages itself (data checksums, `amcheck`). What an account with the schema's rights can
    /// undo is looked at here: the triggers that keep events and decisions as they were written, and constraints that
    /// were not held against all rows.
    func damage() async throws -> [String] {
        try await read { transaction in
            let guarded = try transaction.rows(
                """
                SELECT CAST(t.tgname AS TEXT) AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = current_schema() AND (NOT t.tgisinternal OR t.tgparentid <> 0)
                GROUP BY t.tgname
                HAVING bool_and(t.tgenabled = 'O') AND bool_or(NOT c.relispartition)
                """
            ) { try $0.text("name") }
            let doubtful = try transaction.rows(
                """
                SELECT k.conname AS name FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
                WHERE n.nspname = current_schema() AND NOT k.convalidated ORDER BY k.conname
                """
            ) { try $0.text("name") }
            return Self.guards.filter { !guarded.contains($0) }.map { "the trigger \($0) is missing or switched off" }
                + doubtful.map { "the constraint \($0) was not held against all rows" }
        }
    }

    private static let guards = [
        "counters_never_go_back",
        "decisions_are_not_changed", "decisions_are_not_deleted", "decisions_are_not_emptied",
        "events_are_not_changed", "events_are_not_deleted", "events_are_not_emptied",
    ]
}
