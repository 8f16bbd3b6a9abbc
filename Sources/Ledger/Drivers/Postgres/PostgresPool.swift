/// Sessions that are lent out one at a time; as many as were made, and who comes later waits in line.
actor PostgresPool {
    private var free: [PostgresSession]
    private var waiting: [CheckedContinuation<PostgresSession, Never>] = []

    init(_ sessions: [PostgresSession]) {
        free = sessions
    }

    func lend<Result: Sendable>(_ work: @Sendable (PostgresSession) async -> Result) async -> Result {
        let session = await take()
        defer { giveBack(session) }
        return await work(session)
    }

    private func take() async -> PostgresSession {
        // The one used last: others' connections are made only when they are needed.
        if let session = free.popLast() { return session }
        return await withCheckedContinuation { waiting.append($0) }
    }

    private func giveBack(_ session: PostgresSession) {
        if waiting.isEmpty {
            free.append(session)
        } else {
            waiting.removeFirst().resume(returning: session)
        }
    }
}
